// Putting a session off, taking that back, and the person's comment. Each leaves its line on the trail; the manager is told by
// the fact alone, which their own pages show (SPEC 5.4).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { holdsOn, postsOf } from '../../people/index.ts'
import {
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  sealTexts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { cancelSession } from '../cancelling/cancellation.changes.ts'
import { findCancellation } from '../cancelling/cancellation.store.ts'
import type { RebookWay } from '../cancelling/cancellation.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { findPreparations } from '../preparation/preparation.store.ts'
import { isPrepared } from '../preparation/preparation.ts'
import type { SessionFacts } from '../session/session.ts'
import {
  decideComment,
  decidePostponing,
  owedFor,
  type Postponement,
  takeBack,
  type Unprepared,
  type Whom,
} from './postponement.ts'
import { addPostponement, findPostponements, noteComment, undoPostponements } from './postponement.store.ts'

/** Who of a session has not prepared, and whether the policy lets it be put off for that. */
export async function unpreparedOf(work: Work, { session, terms }: PreparationOf): Promise<Unprepared> {
  const prepared = (await findPreparations(work, [session.id])).filter(isPrepared).map((one) => one.person)
  const already = (await findPostponements(work, session.id)).map((one) => one.person)
  const people = session.supervisees.filter((person) => !prepared.includes(person) && !already.includes(person))
  return { gate: terms.preparation.gate && !terms.preparation.private, people, already }
}

/** Puts a session off for everybody or for one person of a group (SPEC 5.4): a new date is owed, and managers are told. */
export async function postponeSession(
  work: Work,
  of: PreparationOf,
  what: { whom: Whom; way: RebookWay; version: number },
): Promise<Decision> {
  const { session, terms } = of
  const unprepared = await unpreparedOf(work, of)
  const decision = decidePostponing(session, { by: work.asker.person, whom: what.whom, unprepared }, work.moment)
  if (!decision.ok) return decision
  const { people, whole } = decision.value
  if (whole) {
    const done = await cancelSession(work, session.id, { cause: 'not prepared', way: what.way, version: what.version })
    if (!done.ok) return done
  }
  const cancelled = whole ? await findCancellation(work, session.id) : null
  const owed = cancelled?.cancellation ?? owedFor(session, terms.rebooking)
  for (const person of people) {
    const told = terms.preparation.tellManager ? await managerOf(work, person) : null
    const one = postponementOf(work, session, { person, whole, told, owed })
    await addPostponement(work, one)
    writeTrail(work, { deed: 'session postponed', about: thing('session', session.id), detail: { person, whole } })
  }
  await work.tell({ name: 'facts changed', people: [session.supervisor, ...session.supervisees] })
  return yes()
}

type Owing = {
  person: PersonId
  whole: boolean
  told: PersonId | null
  owed: Pick<Postponement, 'rebooker' | 'deadline' | 'highPriority'>
}

const postponementOf = (work: Work, session: SessionFacts, { person, whole, told, owed }: Owing): Postponement => ({
  id: work.newId<'postponement'>(),
  session: session.id,
  person,
  whole,
  type: session.type,
  day: londonDay(session.startsAt),
  by: work.asker.person,
  at: work.moment,
  rebooker: owed.rebooker,
  deadline: owed.deadline,
  highPriority: owed.highPriority,
  told,
  commentedAt: null,
})

/** Their line manager today; null when they have none, or when it is the supervisor, who knows. */
async function managerOf(work: Work, person: PersonId): Promise<PersonId | null> {
  const manager = (await postsOf(work, person)).find((post) => holdsOn(post, work.today) && post.manager)?.manager
  return manager && manager !== work.asker.person ? manager : null
}

/** Takes back that one person's cases were put off; a whole session is put back as any other that was cancelled. */
export async function takeBackPostponement(
  work: Work,
  of: PreparationOf,
  what: { person: PersonId },
): Promise<Decision> {
  const standing = await findPostponements(work, of.session.id)
  const one = standing.find((other) => other.person === what.person && !other.whole)
  if (!one) return no('This was not put off')
  const decision = takeBack(of.session, one, work.asker.person, work.moment)
  if (!decision.ok) return decision
  await undoPostponements(work, of.session.id, { person: one.person })
  writeTrail(work, { deed: 'postponement taken back', about: thing('session', of.session.id) })
  return yes()
}

const aboutComment = (one: Pick<Postponement, 'id'>) => thing('postponement', one.id)

/** What the person says of it, sealed for the two of the pair. */
export async function commentOnPostponing(
  work: Work,
  of: PreparationOf,
  what: { one: Postponement; comment: string; because: string; pointed: PointedOut },
): Promise<Decision> {
  const decision = decideComment(what.one, work.asker.person, what.comment)
  if (!decision.ok) return decision
  await noteComment(work, what.one)
  const about = aboutComment(what.one)
  const kind = of.terms.caseWork ? ('case discussion' as const) : ('one-to-one record' as const)
  const texts = { comment: decision.value, identifiesNobody: what.because }
  await sealTexts(work, { kind, about, version: 1, texts })
  await letRead(work, about, [{ person: of.session.supervisor, because: 'supervisor', until: null }])
  noteJustified(work, about, what.pointed)
  return yes()
}

/** The comment, for the two of the pair; '' for everybody else and before there is one. */
export async function commentOn(work: Work, one: Postponement): Promise<string> {
  if (one.commentedAt === null) return ''
  return (await openTexts(work, { about: aboutComment(one), version: 1 })).texts.comment ?? ''
}
