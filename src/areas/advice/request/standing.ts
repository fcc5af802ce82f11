// Who answers for a request at a moment, and who hears of it when nothing happens (SPEC 8.2). Until it is over it is somebody's
// who works here, or the whole desk's; once its time has passed the whole desk hears of it, and later the safeguarding
// leads. Whoever has left has nothing any more: what they had is the desk's again. Where there is no desk, administrators hear.
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type AdviceRequest, isOver, isWithDesk } from './request.ts'

/** The people who matter: who works here today, who is on the desk, who leads. */
export type DeskPeople = {
  readonly works: (person: PersonId) => boolean
  readonly desk: readonly PersonId[]
  readonly leads: readonly PersonId[]
  readonly administrators: readonly PersonId[]
}

export type Standing = {
  /** Whose it is; null while it is the whole desk's, and when it is over. */
  readonly has: PersonId | null
  /** 'on time', 'late' once its time has passed, 'leads' once they hear of it too. */
  readonly alarm: 'on time' | 'late' | 'leads'
  /** Everybody who is told of it now. */
  readonly hears: readonly PersonId[]
}

/** How a request stands at a moment. What the caller alone must still write does not ring at the desk. */
export function standingOf(request: AdviceRequest, people: DeskPeople, now: Moment): Standing {
  if (isFinished(request, people)) return { has: null, alarm: 'on time', hears: [] }
  const has = request.has !== null && people.works(request.has) ? request.has : null
  const alarm = alarmOf(request, now)
  const desk = isWithDesk(request) && (has === null || alarm !== 'on time') ? people.desk : []
  const leads = alarm === 'leads' ? people.leads : []
  const heard = new Set([...(has === null ? [] : [has]), ...desk, ...leads].filter(people.works))
  if (isWithDesk(request) && request.caller !== null) heard.delete(request.caller)
  const hears = heard.size > 0 ? [...heard] : people.administrators
  return { has, alarm, hears }
}

/** Over, or with nobody left who could still write or read anything. */
export const isFinished = (request: AdviceRequest, { works }: Pick<DeskPeople, 'works'>): boolean =>
  isOver(request) || (!isWithDesk(request) && !isThere(request.caller ?? request.adviser, works))

const isThere = (person: PersonId | null, works: DeskPeople['works']): boolean => person !== null && works(person)

function alarmOf({ dueAt, leadsAt }: AdviceRequest, now: Moment): Standing['alarm'] {
  if (leadsAt !== null && leadsAt <= now) return 'leads'
  return dueAt !== null && dueAt <= now ? 'late' : 'on time'
}

/** Which telling is owed now, when it was not told since the request last moved; null when none is. */
export function owedTelling(
  request: AdviceRequest,
  told: { readonly desk: boolean; readonly leads: boolean },
  now: Moment,
): 'desk told' | 'leads told' | null {
  const alarm = alarmOf(request, now)
  if (isOver(request) || alarm === 'on time') return null
  if (alarm === 'leads') return told.leads ? null : 'leads told'
  return isWithDesk(request) && !told.desk ? 'desk told' : null
}
