// Whom a learning point was sent to, as the register stands today, and who of them has read it. Facts alone.
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits, namesOf, postsOn, type UnitId, unitsUnder } from '../../people/index.ts'
import { writeTrail, thing } from '../../records/index.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PointId } from '../learning-points/learning-point.ts'
import { findUnread, findWhoRead, insertReleasedReading, withdrawReleased } from './released.store.ts'
import type { Released } from './released.ts'

export type Told = {
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId | null
  readonly read: boolean
}

/** Everybody with a post today in the teams that it was sent to; everybody with a post when it was sent to all. */
export async function toldOf(
  work: Work,
  released: Released,
  only: readonly PersonId[] | null,
): Promise<readonly Told[]> {
  const under = await teamsOf(work, released)
  const posts = (await postsOn(work, work.today, only ?? undefined)).filter(
    (post) => under === null || isIn(post, under),
  )
  const read = await findWhoRead(work, released.id)
  const units = new Map(posts.map((post) => [post.person, post.unit]))
  const names = await namesOf(work, units.keys())
  return [...names]
    .map(([person, name]) => ({ person, name, unit: units.get(person) ?? null, read: read.has(person) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** The teams with what is beneath them; null for everybody. */
async function teamsOf(work: Work, { units }: Released): Promise<ReadonlySet<UnitId> | null> {
  if (units.length === 0) return null
  const places = await findUnits(work, work.today)
  return new Set(units.flatMap((unit) => [...unitsUnder(places, unit)]))
}

const isIn = (post: { readonly unit: UnitId | null }, under: ReadonlySet<UnitId>): boolean =>
  post.unit !== null && under.has(post.unit)

const FRESH = 90 * 24 * 60

/** What was sent to the asker in the last ninety days and they have not read. */
export async function unreadOf(work: Work): Promise<readonly Released[]> {
  const fresh = await findUnread(work, addMinutes(work.moment, -FRESH))
  if (fresh.length === 0) return []
  const posts = await postsOn(work, work.today, [work.asker.person])
  const mine: Released[] = []
  for (const released of fresh) {
    const under = await teamsOf(work, released)
    if (posts.some((post) => under === null || isIn(post, under))) mine.push(released)
  }
  return mine
}

/** The asker says that they read it. */
export async function noteRead(work: Work, id: PointId): Promise<void> {
  await insertReleasedReading(work, id)
  writeTrail(work, { deed: 'learning point read', about: thing('learning point', id) })
}

/** Takes back what was sent: its words are gone from every page from now on. */
export async function withdrawSent(work: Work, id: PointId): Promise<Decision> {
  if (!(await withdrawReleased(work, id))) return no('It was withdrawn already')
  writeTrail(work, { deed: 'learning point withdrawn', about: thing('learning point', id) })
  return yes()
}
