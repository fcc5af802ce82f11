// Preparing for case work: most people say that they are ready the evening before, some do not, and for today's group of Elm
// Park one brings two cases and leaves one out, one has not prepared, and the cases of one were put off, with a comment.
import { policyOn } from '../../areas/policy/index.ts'
import {
  bringCase,
  casesToPrepare,
  commentOnPostponing,
  findPostponements,
  findSession,
  keepSheet,
  leaveOut,
  listCase,
  postponeSession,
  preparationOf,
  sayReady,
  termsIn,
} from '../../areas/supervision/index.ts'
import { addDays, type Day, daysBetween, numberOfDay } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import { leftOutWords, preparedWords, putOffComment } from '../words/preparation-words.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, sure } from './making.ts'
import type { Session } from './session-deeds.ts'

/** Figures of preparing look three months back. */
const monthsBack = 95
/** Whose preparation for today's group has a story. */
const story = { group: 'Elm Park team 2 today', ready: 'dora', nobody: ['grace', 'dora'] }

/** What is prepared for a session, by whom and when. */
export function preparationDeeds(session: Session): readonly Deed[] {
  const { plan, span } = session
  if (plan.type !== 'child-protection-case-work' || plan.bookedOn === null) return []
  if (plan.key === story.group) return deedsOfToday(session, plan.bookedOn)
  const ago = daysBetween(plan.day, span.today)
  if (plan.outcome.kind === 'held' && ago < monthsBack)
    return plan.outcome.came
      .filter((one) => one.presence !== 'absent')
      .flatMap((one, place) => readyOn(session, { by: one.person, place, day: addDays(plan.day, -1) }))
  if (plan.outcome.kind !== 'booked' || ago > -2 || ago < -8) return []
  const day = addDays(span.today, -1)
  return plan.people.slice(0, 2).flatMap((by, place) => (by === 'chloe' ? [] : readyOn(session, { by, place, day })))
}

type Ready = { readonly by: string; readonly place: number; readonly day: Day }

/** One in seven has not prepared in time. */
function readyOn(session: Session, { by, place, day }: Ready): readonly Deed[] {
  const { plan } = session
  if (plan.bookedOn === null || plan.bookedOn >= day || (numberOfDay(plan.day) + place) % 7 === 0) return []
  return [{ at: at(day, '18:20'), by, run: (work) => prepare(work, session, place) }]
}

function deedsOfToday(session: Session, bookedOn: Day): readonly Deed[] {
  const { plan, span } = session
  const day = addDays(span.today, -1)
  if (bookedOn >= addDays(day, -2)) return []
  const late = plan.people.find((one) => !story.nobody.includes(one))
  const listing: Deed = {
    at: at(addDays(day, -2), '08:40'),
    by: story.ready,
    run: (work) => listThree(work, session),
  }
  const ready: Deed = { at: at(day, '18:20'), by: story.ready, run: (work) => prepare(work, session, 0) }
  if (late === undefined) return [listing, ready]
  return [
    listing,
    ready,
    { at: at(day, '15:10'), by: plan.supervisor, run: (work) => putOff(work, session, late) },
    { at: at(day, '16:35'), by: late, run: (work) => comment(work, session) },
    ...plan.people
      .filter((one) => one !== late && !story.nobody.includes(one))
      .slice(1)
      .flatMap((by, place) => [{ at: at(day, '18:40'), by, run: (work: Work) => prepare(work, session, place) }]),
  ]
}

async function preparationFor(work: Work, { plan, ids }: Session) {
  const stored = await findSession(work, idOf(ids, plan.key))
  const of = stored && preparationOf(stored, termsIn(await policyOn(work), plan.type))
  if (!of) throw new Error('The policy asks for no preparation')
  return of
}

/** Three cases on the list of whoever has the story: two will come, one will not. */
async function listThree(work: Work, session: Session): Promise<void> {
  const known = await casesToPrepare(work, await preparationFor(work, session))
  for (const reference of ['EP-1173', 'EP-1204', 'EP-1218'].slice(known.length)) {
    const person = { id: work.newId<'person at risk'>(), kind: 'child', initials: 'K.', relation: 'youngest' } as const
    const criteria = [{ key: 'child-plan', since: addDays(work.today, -120) }]
    const details = { reference, initials: 'K.', people: [person], connections: 'Lives with an aunt in the week' }
    sure(await listCase(work, { ...details, criteria, identifiesNobody: '' }))
  }
}

/** Decides on every case, writes about those that come, and says that it is ready; nobody is ready with a report missing. */
async function prepare(work: Work, session: Session, place: number): Promise<void> {
  const of = await preparationFor(work, session)
  const known = await casesToPrepare(work, of)
  const isOpen = known.some((one) => one.choice === 'undecided')
  if (isOpen) await decideOnCases(work, of, { known, isOver: session.plan.outcome.kind === 'held' })
  const cases = isOpen ? await casesToPrepare(work, of) : known
  for (const one of cases.filter((each) => each.choice === 'brought')) {
    const texts = Object.fromEntries(one.parts.map((part, at) => [part.key, preparedWords(part, place + at)]))
    sure(await keepSheet(work, of, { case: one.id, fromSave: 0, texts }))
  }
  const texts = Object.fromEntries(
    of.terms.preparation.parts
      .filter((part) => part.forEach === null)
      .map((part) => [part.key, part.declared ? 'yes' : preparedWords(part, place)]),
  )
  const some = cases.some((one) => one.choice === 'brought')
  const written = some ? await casesToPrepare(work, of) : cases
  await work.attempt(
    () => sayReady(work, of, { fromSave: 0, texts, cases: written }),
    (done) => done.ok,
  )
}

/** To a session that was held only what was discussed there came; to one ahead two cases come, and the others stay. */
async function decideOnCases(
  work: Work,
  of: Awaited<ReturnType<typeof preparationFor>>,
  { known: cases, isOver }: { known: Awaited<ReturnType<typeof casesToPrepare>>; isOver: boolean },
): Promise<void> {
  let coming = cases.filter((one) => one.choice === 'brought').length
  for (const one of cases.filter((each) => each.choice === 'undecided')) {
    if (coming < 2 && !isOver) sure(await bringCase(work, of.session.id, { case: one.id }))
    else sure(await leaveOut(work, of.session.id, { case: one.id, why: leftOutWords }))
    coming += 1
  }
}

async function putOff(work: Work, session: Session, late: string): Promise<void> {
  const of = await preparationFor(work, session)
  const whom = idOf(session.making.people, late)
  sure(await postponeSession(work, of, { whom, way: 'in addition', version: of.session.version }))
}

async function comment(work: Work, session: Session): Promise<void> {
  const of = await preparationFor(work, session)
  const one = (await findPostponements(work, of.session.id)).find((other) => other.person === work.asker.person)
  if (!one) throw new Error('Nothing was put off')
  const pointed = { found: [], marks: [], because: '', asks: false }
  sure(await commentOnPostponing(work, of, { one, comment: putOffComment, because: '', pointed }))
}
