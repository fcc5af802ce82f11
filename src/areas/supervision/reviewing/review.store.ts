// Dates of peer review, their registers and what people bring to them, in the database. Facts only; every text is sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { SessionId } from '../session/session.ts'
import type { Item, ItemId, PeerReview, Registered, ReviewId } from './review.ts'

const columns = sql`id, forum, starts_at as "startsAt", minutes, place_kind as "placeKind", place, state,
  led_by as "ledBy", began_at as "beganAt", finished_at as "finishedAt", session, record, sequence`

/** The peer review of that id in this organisation, or null. */
export async function findReview(work: Work, id: ReviewId): Promise<PeerReview | null> {
  const found = await sql<PeerReview>`select ${columns} from peer_review
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** As `findReview`; whoever else changes it waits until this work has ended. */
export async function lockReview(work: Work, id: ReviewId): Promise<PeerReview | null> {
  const found = await sql<PeerReview>`select ${columns} from peer_review
    where organisation = ${work.organisation} and id = ${id} for no key update`.execute(work.db)
  return found.rows[0] ?? null
}

/** The peer review that counts as a session; null when that session was something else. */
export async function findReviewOfSession(work: Work, session: SessionId): Promise<PeerReview | null> {
  const found = await sql<PeerReview>`select ${columns} from peer_review
    where organisation = ${work.organisation} and session = ${session}`.execute(work.db)
  return found.rows[0] ?? null
}

/** All dates of these forums, by their start. */
export async function findReviewsOf(work: Work, forums: readonly ForumId[]): Promise<readonly PeerReview[]> {
  const found = await sql<PeerReview>`select ${columns} from peer_review
    where organisation = ${work.organisation} and forum = any(${[...forums]}::uuid[])
    order by starts_at, id`.execute(work.db)
  return found.rows
}

/** Dates of forums that go on, planned or open, that begin before a moment, by their start. */
export async function findReviewsBefore(work: Work, before: Moment): Promise<readonly PeerReview[]> {
  const found = await sql<PeerReview>`select ${columns} from peer_review r
    where organisation = ${work.organisation} and state in ('planned', 'open') and starts_at < ${before}
      and exists (select from peer_forum f where f.organisation = r.organisation and f.id = r.forum
        and f.closed_at is null)
    order by starts_at, id`.execute(work.db)
  return found.rows
}

/** Dates ahead that were called off, to which somebody had said that they come. */
export async function findCalledOffFor(work: Work, person: PersonId): Promise<readonly PeerReview[]> {
  const found = await sql<PeerReview>`select ${columns} from peer_review r
    where organisation = ${work.organisation} and state = 'called off' and starts_at > ${work.moment}
      and exists (select from peer_register g where g.organisation = r.organisation and g.review = r.id
        and g.person = ${person} and g.stands in ('coming', 'here'))
    order by starts_at, id`.execute(work.db)
  return found.rows
}

export async function insertReview(work: Work, one: PeerReview): Promise<void> {
  await sql`insert into peer_review (organisation, id, forum, starts_at, minutes, place_kind, place, state, record,
      planned_by, planned_at)
    values (${work.organisation}, ${one.id}, ${one.forum}, ${one.startsAt}, ${one.minutes}, ${one.placeKind},
      ${one.place}, ${one.state}, 0, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Saves a peer review, for whoever holds it. */
export async function saveReview(work: Work, one: PeerReview): Promise<void> {
  await sql`update peer_review set state = ${one.state}, led_by = ${one.ledBy}, began_at = ${one.beganAt},
      finished_at = ${one.finishedAt}, session = ${one.session}, record = ${one.record}, sequence = ${one.sequence}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

/** How people stand to a peer review, in the order in which they said so. */
export async function findRegister(work: Work, id: ReviewId): Promise<readonly Registered[]> {
  const found = await sql<Registered>`select person, stands, said_by as "saidBy" from peer_register
    where organisation = ${work.organisation} and review = ${id} order by said_at, person`.execute(work.db)
  return found.rows
}

/** The dates, among these, to which somebody has said how they stand. */
export async function findAnswered(
  work: Work,
  person: PersonId,
  reviews: readonly ReviewId[],
): Promise<ReadonlySet<ReviewId>> {
  const found = await sql<{ review: ReviewId }>`select review from peer_register
    where organisation = ${work.organisation} and person = ${person} and review = any(${[...reviews]}::uuid[])`.execute(
    work.db,
  )
  return new Set(found.rows.map((row) => row.review))
}

/** Says how somebody stands, in the place of what was said before. */
export async function saveRegistered(
  work: Work,
  id: ReviewId,
  one: Pick<Registered, 'person' | 'stands'>,
): Promise<void> {
  await sql`insert into peer_register (organisation, review, person, stands, said_by, said_at)
    values (${work.organisation}, ${id}, ${one.person}, ${one.stands}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, review, person) do update set stands = excluded.stands, said_by = excluded.said_by,
      said_at = excluded.said_at`.execute(work.db)
}

const itemColumns = sql`id, review, kind, brought_by as "broughtBy", brought_at as "broughtAt",
  taken_back_at as "takenBackAt"`

/** Something that was brought, or null. */
export async function findItem(work: Work, id: ItemId): Promise<Item | null> {
  const found = await sql<Item>`select ${itemColumns} from peer_item
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** What was brought to a peer review and not taken back, in the order in which it came. */
export async function findItems(work: Work, review: ReviewId): Promise<readonly Item[]> {
  const found = await sql<Item>`select ${itemColumns} from peer_item
    where organisation = ${work.organisation} and review = ${review} and taken_back_at is null
    order by brought_at, id`.execute(work.db)
  return found.rows
}

export async function insertItem(work: Work, one: Item): Promise<void> {
  await sql`insert into peer_item (organisation, id, review, kind, brought_by, brought_at)
    values (${work.organisation}, ${one.id}, ${one.review}, ${one.kind}, ${one.broughtBy}, ${one.broughtAt})`.execute(
    work.db,
  )
}

/** Notes that something was taken back. */
export async function takeItemBack(work: Work, id: ItemId): Promise<void> {
  await sql`update peer_item set taken_back_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}
