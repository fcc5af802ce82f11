// Actions agreed in sessions of the last months, and what was reported on them. The people to be each have one of their own.
import { type ActionId, agreeAction, reportOnAction } from '../../areas/actions/index.ts'
import { addDays, type Day, daysBetween } from '../../platform/time/day.ts'
import { londonDay, type Moment } from '../../platform/time/moment.ts'
import { actionWords, noteWords } from '../words/record-words.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, sure } from './making.ts'
import type { Session } from './session-deeds.ts'

/** Whether a person to be has the action still to do: days from today by which it is due. */
const stillToDo: Readonly<Record<string, number>> = {
  dora: 5,
  femi: 3,
  chloe: -3,
  ben: 2,
  grace: 5,
  tom: 6,
  marcus: 4,
  amina: 6,
}
const monthsBack = 130

export function actionDeeds(session: Session, held: { came: readonly string[]; over: Moment }): readonly Deed[] {
  const { chance, span, plan } = session
  const ago = daysBetween(plan.day, span.today)
  if (ago > monthsBack) return []
  const told = held.came.find((key) => key in stillToDo && ago > 4 && ago < 50)
  if (told === undefined && !chance.is(0.22)) return []
  const owner = told ?? chance.oneOf(held.came)
  const due = told === undefined ? addDays(plan.day, chance.between(14, 60)) : addDays(span.today, stillToDo[told] ?? 7)
  const known: { id: ActionId | null } = { id: null }
  const agreed: Deed = {
    at: held.over,
    by: plan.supervisor,
    run: (work) => agree(work, session, { owner, due, known }),
  }
  const reportedOn = addDays(plan.day, Math.min(chance.between(8, 40), Math.max(1, daysBetween(plan.day, due))))
  if (told !== undefined || reportedOn >= span.today || chance.is(0.12)) return [agreed]
  return [agreed, { at: at(reportedOn, '08:50'), by: owner, run: (work) => report(work, session, known) }]
}

async function agree(
  work: Parameters<Deed['run']>[0],
  { plan, ids, making, chance }: Session,
  { owner, due, known }: { owner: string; due: Day; known: { id: ActionId | null } },
): Promise<void> {
  const id = idOf(ids, plan.key)
  const readers = [idOf(making.people, plan.supervisor)]
  const given = {
    owner: idOf(making.people, owner),
    text: actionWords(chance),
    readers,
    from: { kind: 'session', id } as const,
  }
  const day = londonDay(work.moment)
  known.id = sure(await agreeAction(work, { ...given, due: due < day ? day : due }))
}

async function report(work: Parameters<Deed['run']>[0], { chance }: Session, known: { id: ActionId | null }) {
  if (!known.id) return
  const done = { outcome: 'done', note: noteWords(chance), newDue: null, letGo: false, version: 1 } as const
  sure(await reportOnAction(work, known.id, done))
}
