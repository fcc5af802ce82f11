// What happened to an agreement, first thing first (SPEC 4.2): started, changed, closed, opened again, signed, in force, given
// up, ended. Each is a row that is only ever added, and says who and when. When the text was opened again after somebody had
// signed, their signature counts no longer, and the page says so to everybody until they have signed again.
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type AgreementEventKind =
  | 'started'
  | 'changed'
  | 'closed'
  | 'opened again'
  | 'signed'
  | 'in force'
  | 'given up'
  | 'ended'
  | 'ending undone'
  | 'replaced'

export type ChangeStep = 'change' | 'add' | 'leave out' | 'fill in' | 'began from the earlier one'

export type AgreementEvent = {
  readonly number: number
  readonly kind: AgreementEventKind
  /** The text that it was then. */
  readonly version: number
  readonly step: ChangeStep | null
  readonly clause: string | null
  readonly by: PersonId
  readonly at: Moment
}

/** Those whose signature was cleared since they last signed, and by whom the text was opened again. */
export function clearedBy(events: readonly Pick<AgreementEvent, 'kind' | 'by'>[]): ReadonlyMap<PersonId, PersonId> {
  const signed = new Set<PersonId>()
  const cleared = new Map<PersonId, PersonId>()
  for (const event of events) {
    if (event.kind === 'signed') {
      signed.add(event.by)
      cleared.delete(event.by)
    }
    if (event.kind !== 'opened again') continue
    for (const person of signed) cleared.set(person, event.by)
    signed.clear()
  }
  return cleared
}

/** Who wrote each text, by its version. */
export const writersOf = (
  events: readonly AgreementEvent[],
): ReadonlyMap<number, { readonly by: PersonId; readonly at: Moment }> =>
  new Map(
    events
      .filter((event) => event.kind === 'started' || event.kind === 'changed' || event.kind === 'closed')
      .map(({ version, by, at }) => [version, { by, at }]),
  )
