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
