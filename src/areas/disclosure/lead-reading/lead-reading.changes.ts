// Opening a case discussion as the safeguarding lead of the service: for a purpose, for an hour, with a line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits, postsOn } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findReaders, letRead, thing, writeTrail } from '../../records/index.ts'
import { findDiscussions, findNamedRecord, type NamedRecord, plannedTerms, thingsOf } from '../../supervision/index.ts'
import { peopleOf } from '../asking/second.changes.ts'
import { grantsOf, linesAmong, looksAfter, ownPlaces, placesOf } from '../lead.changes.ts'
import { covers, heldSince, leadRoles, nearness } from '../lead.ts'
import { mayRead, openReading, type Purpose, readingFrom, type Standing } from './lead-reading.ts'
import { addReading, findReadingsOf } from './lead-reading.store.ts'

/** Case discussions between two moments, of the asker's own service and since they have had the role; facts alone. */
export async function discussionsFor(
  work: Work,
  between: { from: Moment; to: Moment },
): Promise<readonly NamedRecord[]> {
  const asker = work.asker.person
  const since = heldSince(await grantsOf(work, asker), asker, leadRoles, work.today)
  if (since === null) return []
  const types = plannedTerms(await policyOn(work)).filter((terms) => terms.caseWork)
  const all = await findDiscussions(work, { ...between, types: types.map((terms) => terms.key) })
  const [own, tree] = [await ownPlaces(work, asker), await findUnits(work, work.today)]
  const days = [...new Set(all.map((named) => londonDay(named.startsAt)))].filter((day) => day >= since)
  const found: NamedRecord[] = []
  for (const day of days) {
    const held = all.filter((named) => londonDay(named.startsAt) === day)
    const posts = await postsOn(work, day, [...new Set(held.flatMap(peopleOf))])
    const placesOn = (named: NamedRecord) =>
      posts.filter((post) => peopleOf(named).includes(post.person)).map((post) => post.unit)
    found.push(...held.filter((named) => covers(own, placesOn(named), tree)))
  }
  return found
}

/** A record of case work, by its id; null for any other, which leads get by what is passed on or by breaking the glass. */
export async function findDiscussion(work: Work, id: NamedRecord['record']): Promise<NamedRecord | null> {
  const named = await findNamedRecord(work, id)
  const terms = plannedTerms(await policyOn(work)).find((one) => one.key === named?.type)
  return named && terms?.caseWork ? named : null
}

/** How the asker stands to a discussion. */
async function standingOf(work: Work, named: NamedRecord): Promise<Standing> {
  const asker = work.asker.person
  const then = londonDay(named.startsAt)
  const people = peopleOf(named)
  const readers = await findReaders(work, thing('session record', named.record))
  const reads = readers.some((one) => one.person === asker && one.until === null)
  return {
    since: heldSince(await grantsOf(work, asker), asker, leadRoles, work.today),
    ownService: await looksAfter(work, asker, await placesOf(work, people, then)),
    // Whoever was there reads it on its own page; whoever was missing from a session of their own stays outside.
    near: reads ? null : nearness(asker, people, await linesAmong(work, people, then)),
    reads,
  }
}

/** Whether the asker may open a discussion, and why not. */
export const mayOpen = async (work: Work, named: NamedRecord): Promise<Decision> =>
  mayRead(await standingOf(work, named), londonDay(named.startsAt), work.today)

/** Opens one discussion for the asker for an hour; an opening that still holds is used again. */
export async function openDiscussion(work: Work, named: NamedRecord, what: { purpose: Purpose }): Promise<Decision> {
  const may = await mayOpen(work, named)
  if (!may.ok) return may
  if (openReading(await findReadingsOf(work, named.record), work.asker.person, work.moment))
    return no('It is open for you already')
  const { openedAt, until } = readingFrom(work.moment)
  const lead = work.asker.person
  await addReading(work, { id: work.newId(), record: named.record, lead, purpose: what.purpose, openedAt, until })
  for (const about of await thingsOf(work, named))
    await letRead(work, about, [{ person: lead, because: 'read as safeguarding lead', until }])
  writeTrail(work, {
    deed: 'opened as safeguarding lead',
    about: thing('session record', named.record),
    detail: { purpose: what.purpose, until },
  })
  return yes()
}
