// Where no scripts run, the page of a meeting loads itself again as long as this person has nothing to write on it: what is typed
// would be lost. It says so, and has a way to stop it, for whoever reads slowly or wants to write to the facilitator alone.
import type { Asked } from '../meeting/command.ts'
import type { MeetingShown } from './shown.view.ts'

const SECONDS = 20

/** What is done with a button alone, or in a box that is hidden meanwhile. */
const withoutWriting: ReadonlySet<Asked['type']> = new Set([
  'arrive',
  'leave',
  'recall ground rules',
  'finish turn',
  'pause',
  'step in',
  'take over',
  'end offer',
  'tell discomfort',
])

/** For the page at this address: how often, and where it stands still. */
export const againEvery = (href: string) => ({
  seconds: SECONDS,
  stopAt: `${href}${href.includes('?') ? '&' : '?'}still=yes`,
})

/** Whether the meeting goes on and this person can only watch and press buttons. */
export const isOnlyWatching = ({ view, spokenFor }: MeetingShown): boolean =>
  view.state !== 'finished' &&
  view.facilitating === null &&
  spokenFor.every((one) => one.deeds.every((deed) => withoutWriting.has(deed)))
