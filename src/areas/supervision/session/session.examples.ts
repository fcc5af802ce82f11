// The named people and sessions of the small world: Amina Yusuf supervises Ben Carter, Dora Evans and Femi Ade.
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { SessionFacts, SessionId, Time } from './session.ts'

export const amina = '00000000-0000-4000-8000-00000000a001' as PersonId
export const ben = '00000000-0000-4000-8000-00000000b001' as PersonId
export const dora = '00000000-0000-4000-8000-00000000d001' as PersonId
export const femi = '00000000-0000-4000-8000-00000000f001' as PersonId
export const stranger = '00000000-0000-4000-8000-00000000e001' as PersonId

/** Friday 20 November 2026, 10am. */
export const now = moment('2026-11-20T10:00:00Z')
/** Tuesday 24 November 2026, 2pm, an hour in a room. */
export const tuesday: Time = { startsAt: moment('2026-11-24T14:00:00Z'), minutes: 60, placeKind: 'in person' }
export const thursday: Time = { startsAt: moment('2026-11-26T09:30:00Z'), minutes: 45, placeKind: 'video' }

export const proposed: SessionFacts = {
  ...tuesday,
  id: '00000000-0000-4000-8000-000000005001' as SessionId,
  type: 'one-to-one-clinical',
  format: 'one-to-one',
  state: 'proposed',
  supervisor: amina,
  supervisees: [ben],
  proposedBy: ben,
  proposals: 1,
  rebooks: null,
  version: 1,
}
export const booked: SessionFacts = { ...proposed, state: 'booked', proposedBy: null, version: 2 }
export const group: SessionFacts = {
  ...booked,
  id: '00000000-0000-4000-8000-000000005002' as SessionId,
  type: 'child-protection-case-work',
  format: 'group',
  supervisees: [ben, dora, femi],
}
