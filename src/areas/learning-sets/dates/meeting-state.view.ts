// How a meeting stands, in the words of pages.
import type { MeetingState } from '../room/planned-meeting.ts'

export const stateWords: Readonly<Record<MeetingState, string>> = {
  planned: 'Planned',
  open: 'Open',
  finished: 'Held',
  'called off': 'Called off',
}

export const tonesOfState = {
  planned: 'new',
  open: 'good',
  finished: 'quiet',
  'called off': 'waiting',
} as const satisfies Readonly<Record<MeetingState, string>>
