// Cases that the named people hold: listed, closed, offered and handed over, brought to the next session or left out of it.
import {
  acceptCase,
  bringCase,
  type CaseDetails,
  type CaseId,
  closeCase,
  leaveOut,
  listCase,
  offerCase,
  type SessionId,
} from '../../areas/supervision/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedSession } from '../history/planned-session.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { type CaseTale, caseTales } from '../words/case-words.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

type Telling = {
  readonly making: Making
  readonly span: Span
  readonly sessions: readonly PlannedSession[]
  readonly ids: ReadonlyMap<string, SessionId>
}

/** The deeds of every tale whose people are there. */
export function caseDeeds(telling: Telling, staff: readonly PlannedPerson[]): readonly Deed[] {
  const isThere = (key: string) => staff.some((one) => one.key === key)
  return caseTales
    .filter((tale) => isThere(tale.by) && isThere(tale.handed?.to ?? tale.by))
    .filter((tale) => addDays(telling.span.today, -tale.ago) > telling.span.first)
    .flatMap((tale) => deedsOf(telling, tale))
}

function deedsOf(telling: Telling, tale: CaseTale): readonly Deed[] {
  const { today } = telling.span
  const known: { id: CaseId | null } = { id: null }
  const listing: Deed = {
    at: at(addDays(today, -tale.ago), '16:40'),
    by: tale.by,
    run: async (work) => {
      known.id = sure(await listCase(work, detailsOf(work, tale)))
    },
  }
  const closing = tale.closed
  const closed: Deed[] = closing
    ? [deed(today, { ...closing, by: tale.by }, (work) => closeCase(work, found(known), { ...closing, fromSave: 1 }))]
    : []
  return [listing, ...closed, ...handing(telling, tale, known), ...bringing(telling, tale, known)]
}

type Known = { readonly id: CaseId | null }

function handing({ making, span }: Telling, { by, handed }: CaseTale, known: Known): readonly Deed[] {
  if (!handed) return []
  const offer = deed(span.today, { ago: handed.ago + 1, by }, (work) =>
    offerCase(work, found(known), { to: idOf(making.people, handed.to) }),
  )
  const accepting = deed(span.today, { ago: handed.ago, by: handed.to }, (work) => acceptCase(work, found(known)))
  return handed.accepted ? [offer, accepting] : [offer]
}

/** To the next session of case work, two days before it or yesterday. */
function bringing({ span, sessions, ids }: Telling, tale: CaseTale, known: Known): readonly Deed[] {
  if (tale.closed || tale.handed) return []
  const next = sessions
    .filter((one) => one.type === 'child-protection-case-work' && one.people.includes(tale.by))
    .filter((one) => one.outcome.kind === 'booked' && one.day >= span.today && one.bookedOn !== null)
    .toSorted((a, b) => a.day.localeCompare(b.day))[0]
  if (!next || (next.bookedOn ?? span.today) >= addDays(span.today, -1)) return []
  const { leftOut } = tale
  const session = () => idOf(ids, next.key)
  return [
    deed(span.today, { ago: 1, by: tale.by }, (work) =>
      leftOut === undefined
        ? bringCase(work, session(), { case: found(known) })
        : leaveOut(work, session(), { case: found(known), why: leftOut }),
    ),
  ]
}

function deed(
  today: Day,
  { ago, by }: { ago: number; by: string },
  run: (work: Work) => Promise<Parameters<typeof sure>[0]>,
): Deed {
  return {
    at: at(addDays(today, -ago), '17:10'),
    by,
    run: async (work) => {
      sure(await run(work))
    },
  }
}

function found({ id }: Known): CaseId {
  if (!id) throw new Error('A case of the demonstration is not listed yet')
  return id
}

const detailsOf = (work: Work, tale: CaseTale): CaseDetails => ({
  reference: tale.reference,
  initials: tale.people[0]?.[1] ?? '',
  people: tale.people.map(([kind, initials, relation]) => ({
    id: work.newId<'person at risk'>(),
    kind,
    initials,
    relation,
  })),
  connections: tale.connections,
  criteria: tale.criteria.map(([key, before]) => ({ key, since: addDays(work.today, -before) })),
  identifiesNobody: '',
})
