// What people of the demonstration's sets say while they agree their ground rules. Plausible, kind, and nobody's own words.

export const filledIn: Readonly<Record<string, string>> = {
  'meeting-rhythm': 'Every six weeks, two and a half hours, in the library at Fairwater House',
  capture: 'Actions, and suggestions if whoever presented wants them kept',
  'set-format': 'Questions only, and we look at it again after three meetings',
}

export const hopesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  femi: {
    'been-member': 'No',
    hopes: 'To think about one thing for longer than the walk to my car.',
    worries: 'That I have nothing to say that is worth the others’ time.',
    'must-have': 'Everybody gets a turn, and nobody has to take it.',
  },
  advisor2: {
    'been-member': 'Yes',
    'how-was-it': 'Good once we stopped giving each other advice.',
    hopes: 'Colleagues who do not do what I do all day.',
    'must-have': 'What we say stays in the room.',
  },
}
export const sharedOf: Readonly<Record<string, readonly string[]>> = {
  femi: ['hopes', 'must-have'],
  advisor2: ['how-was-it', 'hopes'],
}

export const concernWords =
  'I work mornings and leave at quarter past twelve. If a meeting runs over I shall have to get up, and I do not want it to look as if I did not care.'
export const commentWords = 'Could we start at half past nine and have the last topic over by noon?'
export const newClauseWords = {
  suggested: {
    what: 'add',
    heading: 'Phones',
    text: 'Our phones stay in our bags. Whoever is on call says so at the start.',
  },
  why: 'Last time two of us kept looking down, and it was me both times.',
} as const
export const otherWords = {
  heading: 'We are on time',
  text: 'We are there when the meeting starts and end when we said we would. Whoever has to leave earlier says so at the start, and nobody minds.',
  why: 'So that it is said once for all of us.',
} as const
export const talkedWords =
  'We agreed that nobody is named outside the set when an action is told to a manager; the words of the clause stay as they are.'
export const secondConcernWords = 'What if an action of mine needs my manager’s yes? I cannot keep that to myself.'
