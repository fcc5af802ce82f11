// Letting a colleague read one case and its discussions for a while, and ending it. What the asker may not let others read stays
// closed: cover reaches no further back than whoever grants it, and the database refuses the rest by itself.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionId, actionsFrom, thingOfAction } from '../../actions/index.ts'
import { findPerson, postsOfPeople } from '../../people/index.ts'
import { findReaders, letRead, mayLetRead, removeReader, type Thing, thing, writeTrail } from '../../records/index.ts'
import { supervisorsOf } from '../bringing/session-case.ts'
import { findSessionCase, findSessionsOfCase } from '../bringing/session-case.store.ts'
import { aboutCase, theCase } from '../case/case.changes.ts'
import type { CaseFacts, CaseId } from '../case/case.ts'
import { findCase } from '../case/case.store.ts'
import { findPast } from '../discussion/discussion.store.ts'
import { findAnswers } from '../record/record.store.ts'
import { type Cover, type Covered, type CoverId, end, grant, readsUntil } from './cover.ts'
import { addCover, endCoverRow, findCover, findCovers } from './cover.store.ts'

/** What is known of a case when somebody wants a colleague to read it: facts only. */
export async function coveredFacts(work: Work, facts: CaseFacts): Promise<Covered> {
  const posts = await postsOfPeople(work, [facts.holder])
  const managers = posts
    .filter((post) => post.to === null || post.to >= work.today)
    .flatMap((post) => post.manager ?? [])
  return {
    holder: facts.holder,
    open: facts.state === 'open',
    supervisors: supervisorsOf(await findSessionsOfCase(work, facts.id)),
    covers: await findCovers(work, facts.id),
    lineManagers: managers,
  }
}

/** Lets a colleague read a case and its discussions up to a day. */
export async function grantCover(
  work: Work,
  id: CaseId,
  what: { colleague: PersonId; until: Day },
): Promise<Decision<Cover>> {
  const facts = await findCase(work, id)
  if (!facts) return no('There is no such case')
  if (!(await findPerson(work, what.colleague))) return no('Choose one of the people found', 'colleague')
  const by = work.asker.person
  const decision = grant(await coveredFacts(work, facts), { ...what, by, today: work.today })
  if (!decision.ok) return decision
  const fresh = { id: work.newId<'cover'>(), caseId: id, grantedBy: by, grantedAt: work.moment, endedAt: null }
  const cover: Cover = { ...fresh, ...what }
  await addCover(work, cover)
  const until = readsUntil(cover)
  for (const about of await thingsOf(work, facts)) {
    if (!(await mayLetRead(work, about)) || (await readsAlready(work, about, what.colleague))) continue
    await letRead(work, about, [{ person: what.colleague, because: 'cover', until }])
  }
  writeTrail(work, { deed: 'cover granted', about: theCase(id), detail: { person: what.colleague, until: what.until } })
  return yes(cover)
}

/** Ends a colleague's reading before its day. */
export async function endCover(work: Work, id: CoverId): Promise<Decision> {
  const cover = await findCover(work, id)
  const facts = cover && (await findCase(work, cover.caseId))
  if (!cover || !facts) return no('There is no such cover')
  const decision = end(cover, facts.holder, work.asker.person, work.today)
  if (!decision.ok) return decision
  if (!(await endCoverRow(work, id))) return no('This has ended already')
  for (const about of await thingsOf(work, facts)) {
    const mine = (await findReaders(work, about)).find((reader) => reader.person === cover.colleague)
    if (mine?.because === 'cover') await removeReader(work, about, cover.colleague)
  }
  writeTrail(work, { deed: 'cover ended', about: theCase(cover.caseId), detail: { person: cover.colleague } })
  return yes()
}

/** Everything sealed of a case: its details, how it was called in sessions, its records with what was said of them, its actions. */
async function thingsOf(work: Work, facts: CaseFacts): Promise<readonly Thing[]> {
  const things: Thing[] = [aboutCase(facts)]
  for (const { session } of await findSessionsOfCase(work, facts.id)) {
    const entry = await findSessionCase(work, session, facts.id)
    if (entry) things.push(thing('session case', entry.id))
  }
  for (const past of await findPast(work, facts.id)) {
    things.push(thing('session record', past.record))
    for (const said of await findAnswers(work, past.record)) things.push(thing('record answer', said.id))
    const actions: readonly { id: ActionId }[] = await actionsFrom(work, 'discussion', [past.record])
    things.push(...actions.map((action) => thingOfAction(action.id)))
  }
  return things
}

/** Somebody who reads for good, as one of those present, goes on reading when cover ends. */
const readsAlready = async (work: Work, about: Thing, person: PersonId): Promise<boolean> =>
  (await findReaders(work, about)).some((reader) => reader.person === person && reader.until === null)
