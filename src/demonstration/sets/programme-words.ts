// What the demonstration's programme says of itself, and what its people write before and after. Plausible, kind, and nobody's own words.

export const programmeWords = {
  name: 'Leading from where you are',
  aims: 'For people who lead without always being called leaders. You bring what is hard at work, and a few colleagues from other teams help you think and do something about it.',
  expect: [
    'You meet with the same few people for a year.',
    '- Each brings something real and says what they will do about it',
    '- The next meeting starts with how it went',
    '- What is said in a set stays there',
    'Nobody gets advice they did not ask for.',
  ].join('\n'),
  commitment: 'About eight meetings of two and a half hours in a year, and what you decide to do between them.',
} as const

export const wellbeingWords = {
  wellbeing: [
    'A set can be good for you. So can these:',
    '- real breaks, away from the desk and the car',
    '- days off that stay days off',
    '- moving, eating and sleeping well enough',
    '- knowing your own first signs that it is getting too much',
  ].join('\n'),
  contacts: [
    'Staff support line: 01632 960142, day and night',
    'Occupational health: 01632 960143, weekdays 8am to 5pm',
    'Chaplaincy and listening, for everybody of any faith or none: ask at any reception',
  ].join('\n'),
} as const

type Said = Readonly<Record<string, string>>

/** Before the first meeting, by who wrote it. */
export const questionnaires: Readonly<Record<string, Said>> = {
  femi: {
    'been-member': 'No',
    hopes: 'An hour in which nobody needs me, and I can hear myself think.',
    worries: 'I come off a night before some of the meetings. I may be slow.',
    needs: 'A meeting that ends before noon.',
  },
  senior1: {
    'been-member': 'Yes',
    'how-was-it': 'The best part of my training, until two people left and nobody said so.',
    hopes: 'To be asked instead of asking.',
    'must-have': 'We say when we go.',
  },
}

/** At the end, by who wrote it: the answers, and which may be quoted. */
export const feedbackGiven: Readonly<Record<string, { readonly answers: Said; readonly consent: Said }>> = {
  dora: {
    answers: {
      worth: '5',
      confidence: 'I stay with a question for longer before I offer something. My team noticed first.',
      tried: 'I asked for the room booking to be moved, after a year of saying nothing.',
      safe: '5',
      'go-on': 'Yes',
    },
    consent: { confidence: 'with name', tried: 'without name' },
  },
  tom: {
    answers: {
      worth: '4',
      confidence: 'I say “I do not know yet” in meetings, and nothing falls down.',
      safe: '5',
      improve: 'A room with daylight.',
      'go-on': 'Yes',
    },
    consent: { confidence: 'without name' },
  },
  advisor3: {
    answers: {
      worth: '4',
      tried: 'Writing down the one thing, and leaving the other nine.',
      safe: '4',
      improve: 'Tell managers earlier that the dates are fixed. Mine thought it was optional.',
      'go-on': 'Yes',
    },
    consent: {},
  },
}

/** Which question's answer of whom is shown to everybody. */
export const shownQuote = { of: 'confidence', by: 'dora' } as const
