// Requests for advice and their entries in the database: facts only, never what was said.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { AdviceRequest, Entry, EntryKind, RequestId } from './request.ts'

const columns = sql`r.id, r.caller, r.opened_by as "openedBy", r.opened_at as "openedAt", r.urgency, r.state, r.has,
  r.due_at as "dueAt", r.leads_at as "leadsAt", r.adviser, r.advised_at as "advisedAt", r.heard_at as "heardAt",
  r.read_first as "readFirst", r.differs, r.differed, r.looked_at as "lookedAt", r.version`

/** Adds a request as it begins. */
export async function addRequest(work: Work, one: AdviceRequest): Promise<void> {
  await sql`insert into advice_request (organisation, id, caller, opened_by, opened_at, urgency, state, has, due_at, leads_at,
      version)
    values (${work.organisation}, ${one.id}, ${one.caller}, ${one.openedBy}, ${one.openedAt}, ${one.urgency}, ${one.state},
      ${one.has}, ${one.dueAt}, ${one.leadsAt}, ${one.version})`.execute(work.db)
}

/** Saves what a deed made of a request; false when another deed came first. */
export async function saveRequest(work: Work, one: AdviceRequest): Promise<boolean> {
  const saved = await sql`update advice_request set state = ${one.state}, has = ${one.has}, due_at = ${one.dueAt},
      leads_at = ${one.leadsAt}, adviser = ${one.adviser}, advised_at = ${one.advisedAt}, heard_at = ${one.heardAt},
      read_first = ${one.readFirst}, differs = ${one.differs === null ? null : [...one.differs]}::text[],
      differed = ${one.differed === null ? null : [...one.differed]}::text[], looked_at = ${one.lookedAt}, version = ${one.version}
    where organisation = ${work.organisation} and id = ${one.id} and version = ${one.version - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** Adds the next entry by the asker, now; answers its number. One at a time for each request. */
export async function addEntry(
  work: Work,
  request: RequestId,
  { kind, person = null }: { kind: EntryKind; person?: PersonId | null },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`advice ${request}`}, 0))`.execute(work.db)
  const added = await sql<{ number: number }>`insert into advice_entry
      (organisation, request, number, kind, by_person, at, person)
    select ${work.organisation}::uuid, ${request}::uuid, coalesce(max(number), 0) + 1, ${kind}::text,
      ${work.asker.person}::uuid, ${work.moment}::timestamptz, ${person}::uuid
    from advice_entry where organisation = ${work.organisation} and request = ${request}
    returning number`.execute(work.db)
  return added.rows[0]?.number ?? 0
}

/** The request of that id that the asker may know of, or null. */
export async function findRequest(work: Work, id: RequestId): Promise<AdviceRequest | null> {
  const found = await sql<AdviceRequest>`select ${columns} from advice_request r
    where r.organisation = ${work.organisation} and r.id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** What happened to a request, first to last. */
export async function findEntries(work: Work, request: RequestId): Promise<readonly Entry[]> {
  const found = await sql<Entry>`select number, kind, by_person as by, at, person from advice_entry
    where organisation = ${work.organisation} and request = ${request} order by number`.execute(work.db)
  return found.rows
}

/** What a person asked for, latest first, at most 30. */
export async function findRequestsOf(work: Work, caller: PersonId): Promise<readonly AdviceRequest[]> {
  const found = await sql<AdviceRequest>`select ${columns} from advice_request r
    where r.organisation = ${work.organisation} and r.caller = ${caller} order by r.opened_at desc, r.id limit 30`.execute(
    work.db,
  )
  return found.rows
}

/** Every request that is not over, first due first. For the desk; others find their own. */
export async function findOpenRequests(work: Work): Promise<readonly AdviceRequest[]> {
  const found = await sql<AdviceRequest>`select ${columns} from advice_request r
    where r.organisation = ${work.organisation} and r.due_at is not null order by r.due_at, r.id limit 500`.execute(
    work.db,
  )
  return found.rows
}

/** Requests in which the two records differ, or did before a correction, and that no lead has looked at yet, oldest first. */
export async function findDiffering(work: Work): Promise<readonly AdviceRequest[]> {
  const found = await sql<AdviceRequest>`select ${columns} from advice_request r
    where r.organisation = ${work.organisation} and r.state = 'recorded' and (r.differs <> '{}' or r.differed <> '{}') and r.looked_at is null
    order by r.advised_at, r.id limit 200`.execute(work.db)
  return found.rows
}

/** What a person advised on since a moment, latest first. */
export async function findAdvisedBy(work: Work, adviser: PersonId, since: Moment): Promise<readonly AdviceRequest[]> {
  const found = await sql<AdviceRequest>`select ${columns} from advice_request r
    where r.organisation = ${work.organisation} and r.adviser = ${adviser} and r.advised_at >= ${since}
    order by r.advised_at desc, r.id limit 50`.execute(work.db)
  return found.rows
}
