// Who may see and do what around observations (SPEC 9.3). Managers see none of it; whoever observes reads no session and no case.
import { access } from '../../../platform/web/page.ts'
import type { PartInObserving } from '../observing/duty.ts'
import type { Observation } from './observation.ts'

export type ObservationSubject = {
  readonly one: Observation
  /** The asker is of the session that is to be observed. */
  readonly ofSession: boolean
  /** The asker gets the reports of this pathway. */
  readonly receives: boolean
}

export const thoseWhoLook = access<PartInObserving>(
  'Those who observe supervisors, those who get the reports, directors and safeguarding leads',
  (asker, part) => asker.roles.has('director') || part.leads || part.observes.length > 0 || part.receives.length > 0,
  'not allowed',
)

export const thoseWhoObserve = access<PartInObserving>(
  'Those whom the policy names to observe supervisors',
  (_asker, part) => part.observes.length > 0,
  'not allowed',
)

export const readersOfObservation = access<ObservationSubject>(
  'Whoever observes, the supervisor, and once it is passed on those who get the reports',
  (asker, { one, receives }) =>
    asker.person === one.observer || asker.person === one.supervisor || (receives && one.passedAt !== null),
)

export const observerOf = access<ObservationSubject>(
  'Whoever observes',
  (asker, { one }) => asker.person === one.observer,
)

export const supervisorOf = access<ObservationSubject>(
  'The supervisor who is observed',
  (asker, { one }) => asker.person === one.supervisor,
)

export const peopleOfSession = access<ObservationSubject>(
  'Everybody of the session that is to be observed',
  (_asker, { ofSession }) => ofSession,
)

export const receiversOf = access<ObservationSubject>(
  'Those who get the reports, once it is passed on',
  (_asker, { one, receives }) => receives && one.passedAt !== null,
)

export const thoseWhoReadReports = access<PartInObserving>(
  'Those who get the reports, and those who observe',
  (_asker, part) => part.receives.length > 0 || part.observes.length > 0,
  'not allowed',
)

export const thoseWhoGetReports = access<PartInObserving>(
  'Those to whom the policy sends the reports',
  (_asker, part) => part.receives.length > 0,
  'not allowed',
)
