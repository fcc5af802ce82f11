// What the fictitious people of the demonstration agree with each other beyond their organisation's text.
import type { Wish } from '../../areas/agreements/index.ts'

/** What they fill in, by the key of the blank. */
export const blankWords: Readonly<Record<string, string>> = {
  'how-often': 'Every 6 weeks',
  'how-long': '60 minutes',
  where: 'Room 4 at the health centre, or a video link in bad weather',
  models: 'We try Kolb first, and look again in spring',
  place: 'The quiet room on the second floor, or a video link',
}

/** A clause that a supervisee would like to have. */
export const ownClause: Wish = {
  step: 'add',
  clause: null,
  words: {
    party: 'both',
    heading: 'Phones away',
    text: 'Our phones are off and out of sight, unless one of us is on call and says so at the start.',
    why: 'Last year we were interrupted more often than either of us liked.',
  },
}

/** Other words for a clause that is there. */
export const proposedClause: Wish = {
  step: 'change',
  clause: 'on-time-undisturbed',
  words: {
    party: 'both',
    heading: 'On time and undisturbed',
    text: 'We both start at five past the hour, so that nobody runs from the clinic, in a place where nobody can overhear or disturb us.',
    why: 'Most of our sessions come straight after clinic.',
  },
}

/** What people wrote on looking back at a year together, by the questions of the policy. */
export const lookBacks = {
  tom: {
    'review--good': 'You come with a real question every time, and you say so when I go too fast.',
    'review--hard': 'We lost two dates in the summer and it took us long to find new ones.',
    'review--effect': 'I explain less and ask more, in other supervision too.',
    'review--wish': 'Half an hour more every other time, for the harder ones.',
    'review--decision': 'Go on and change something',
  },
  dora: {
    'review--good': 'I can say what I do not know without feeling small.',
    'review--hard': 'Getting away from the clinic on time.',
    'review--effect': 'I write my plans with the family now, not after the visit.',
    'review--wish': 'To look at one recording of my own practice together.',
    'review--decision': 'Go on and change something',
  },
  advisor2: {
    'review--good': 'Your honesty, and that we laugh sometimes.',
    'review--hard': 'Starting late makes the ending rushed for both of us.',
    'review--effect': 'I bring my own uncertainty sooner, and it helps.',
    'review--wish': 'That we keep our last ten minutes for what we learned.',
    'review--decision': 'Go on and change something',
  },
} as const
