// What stands in the demonstration's concerns and requests: plausible professional words, no names.

export const concernWords = {
  worry:
    'At today’s visit the home was cold and there was little food. The older child was looking after the baby. The parent had cancelled the last two visits and was hard to wake.',
  whom: 'Duty social worker, children’s social care',
  added:
    'Thank you for acting at once. A strategy discussion is on Thursday; bring your chronology, and ring me before it.',
  came: 'Children’s social care is assessing, and the grandmother is staying with the family. The health visitor goes on visiting weekly.',
  doubt:
    'A mother told me that she had been frightened of her former partner last year. He lives abroad now and there is no contact.',
  why: 'The social worker and the GP know it already, and the plan takes account of it. I asked her, and she would rather that it is not shared further.',
}

export const glassWords = {
  reason:
    'The advisor who supervised this team is ill. A colleague of the team asks what was agreed about sleeping arrangements for a baby whom she visits this afternoon, and nobody else was there.',
  agreed: 'The visit cannot wait and the team has no other source. Only this record, and only for the plan.',
  follows: 'It was right. Cover for planned supervision is now arranged on the first day of sickness.',
  waiting:
    'The school of a child in this discussion rang: she has not come home. I need the plan that was agreed, and the advisor cannot be reached.',
}

export const supportWords = {
  concern:
    'Over three sessions the chronologies of two families had gaps of several weeks, and one strategy discussion was missed. We spoke about it today, and about how much is on the list.',
  whom: 'The colleague, and then the line manager',
  forManager:
    'Chronologies fall behind when the week is full. Time that is kept free for records, and somebody to sit beside for the first ones, would help more than a reminder.',
  plan: 'We looked at the diary together. Two mornings are full every week, so records wait until the evening. The aim is that each chronology is up to date before supervision.',
  steps: [
    'Sit beside an experienced colleague while she writes a chronology',
    'Keep Wednesday mornings free of visits for records',
    'Bring two chronologies that are up to date to supervision',
  ] as const,
}
