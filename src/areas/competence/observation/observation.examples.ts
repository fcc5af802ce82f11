// The observation of the small world: Noor watches Amina supervise Ben, Dora and Femi on Tuesday 24 November 2026.
import type { Id, PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { SessionId } from '../../supervision/index.ts'
import type { Observing } from '../observing/duty.ts'
import type { Observation, ObservationId, SessionSeen } from './observation.ts'

const id = <Kind extends string>(end: string) => `00000000-0000-4000-8000-00000000${end}` as Id<Kind>

export const noor = id<'person'>('c001') as PersonId
export const amina = id<'person'>('a001') as PersonId

export const watched: SessionSeen = {
  id: id<'session'>('5002') as SessionId,
  type: 'child-protection-case-work',
  state: 'booked',
  startsAt: moment('2026-11-24T14:00:00Z'),
  minutes: 120,
  placeKind: 'in person',
  people: 4,
}

export const planned: Observation = {
  id: id<'observation'>('0b01') as ObservationId,
  pathway: 'case-work-supervisor-pathway',
  supervisor: amina,
  observer: noor,
  plannedAt: moment('2026-11-20T10:00:00Z'),
  session: watched,
  calledOffAt: null,
  agreed: 0,
  refused: 0,
  seenOn: null,
  save: 0,
  version: 0,
  sentAt: null,
  comment: null,
  passedAt: null,
}

export const caseWorkObserving: Observing = {
  key: 'case-work-supervisor-pathway',
  every: { count: 12, unit: 'month' },
  by: ['designated-nurse'],
  reportTo: ['director-of-safeguarding'],
  template: 'observation-report',
  types: ['child-protection-case-work'],
  gives: 'child-protection-supervisor',
}
