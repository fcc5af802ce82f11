// What stands in the preparations of the demonstration: no names, families by a local reference only. All made up.
import type { RecordPart } from '../../areas/supervision/index.ts'

const impact = [
  'Tired after a hard month, and glad of the time to think.',
  'I keep turning one visit over in my mind; I would like to look at why.',
  'Settled. The team has shared the load this week.',
  'Worried that I have grown used to things I should still ask about.',
]

const answers: Readonly<Record<string, readonly string[]>> = {
  'earlier-plan': [
    'Two of the three steps are done; the joint visit was cancelled twice.',
    'Carried out, and it helped.',
  ],
  question: ['Am I seeing what life is like for the child, or only what I am shown?', 'When is enough enough?'],
  situation: [
    'Weight is on its line again; the home is calmer than in spring.',
    'Seen twice, quiet; attends nursery most days.',
  ],
  risks: ['Appointments are missed when money is short.', 'Drink at weekends; I do not know who else is at home then.'],
  protection: ['The grandmother, who rings when she is worried.', 'Nursery, and a mother who asks for help early.'],
}

/** A sentence or two for a part, by what it asks; the same one for the same place. */
export function preparedWords(part: RecordPart, at: number): string {
  const asked = part.key.split('--')[1] ?? ''
  const words = answers[asked] ?? impact
  return words[at % words.length] ?? ''
}

/** Why a case stays at home this time, and what somebody says whose cases were put off. */
export const leftOutWords = 'Discussed at the last session; nothing has changed since, and the plan holds.'
export const putOffComment = 'I was covering a second caseload all week. I would rather come prepared than not.'
