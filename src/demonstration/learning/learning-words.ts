// What was brought to peer review in the demonstration, what was learned, and what of it left the room. All made up.
export const brought = [
  {
    reference: 'PR-1180',
    why: 'A baby brought three times with feeding worries before anybody asked about home. When could we have asked?',
    good: 'The junior doctor wrote down exactly what the parents said, and by whom.',
    learning: 'The third visit for the same worry is a reason to ask about home, whatever the worry is.',
  },
  {
    reference: 'PR-1204',
    why: 'An injury that fitted the story at first, and less so when a second colleague listened. How do we make that usual?',
    good: 'The nurse in charge asked for a second opinion before the family had left.',
    learning: 'Two people hear the story apart from each other, and compare.',
  },
] as const

export const reviewed = 'A national review of harm to babies under one, and what it asks of emergency departments.'
export const embedded =
  'The prompt about who lives at home is on the admission form now; the last audit found it filled in.'

export const forTeam = 'Agree in each team who rings the ward back, and by when, after a baby was seen there.'

export const recommended = [
  {
    words: 'Ask who lives at home at every first attendance of a baby, and write down the answer.',
    report: 'It is on the admission form since last month. An audit of thirty notes found it in twenty-eight.',
  },
  {
    words: 'Offer health visitors a weekly call with the ward about babies who come back.',
    report: 'Two teams have begun. The third looks for a time that suits clinics.',
  },
] as const

export const shared = {
  title: 'The third visit for the same worry: ask about home',
  words:
    'When a baby is brought for the third time with the same worry, ask who is at home, how nights are, and who helps. Write down what is said and by whom. It takes two minutes, and nobody we asked minded.',
} as const

export const asking = {
  title: 'Two people hear the story, apart from each other',
  words:
    'When an injury has to be explained, let a second colleague hear the story without having heard the first telling. Compare afterwards. Small differences are normal; large ones are a reason to call the safeguarding service.',
} as const
