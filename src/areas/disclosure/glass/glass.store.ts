// Requests to open a record in need, and what became of them, in the database: facts only, added and never changed.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Glass, GlassAnswer, GlassId, GlassTelling } from './glass.ts'

const inUtc = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

const columns = sql`g.id, g.record, g.asked_by as "askedBy", g.asked_at as "askedAt", g.expires_at as "expiresAt", g.cause,
  g.risk_in_telling as "riskInTelling",
  coalesce((select jsonb_agg(jsonb_build_object('by', a.answered_by, 'at', ${inUtc('a.answered_at')}, 'answer', a.answer,
      'tellOn', a.tell_on) order by a.answered_at)
    from glass_answer a where a.organisation = g.organisation and a.glass = g.id), '[]') as answers,
  (select jsonb_build_object('at', ${inUtc('o.opened_at')}, 'until', ${inUtc('o.until')})
    from glass_opening o where o.organisation = g.organisation and o.glass = g.id) as opening,
  coalesce((select jsonb_agg(jsonb_build_object('by', t.by_person, 'at', ${inUtc('t.at')}, 'decision', t.decision,
      'tellOn', t.tell_on) order by t.number)
    from glass_telling t where t.organisation = g.organisation and t.glass = g.id), '[]') as tellings,
  (select jsonb_build_object('by', v.reviewed_by, 'at', ${inUtc('v.reviewed_at')}, 'outcome', v.outcome)
    from glass_review v where v.organisation = g.organisation and v.glass = g.id) as review`

export async function addGlass(work: Work, glass: Glass): Promise<void> {
  await sql`insert into glass (organisation, id, record, asked_by, asked_at, expires_at, cause, risk_in_telling)
    values (${work.organisation}, ${glass.id}, ${glass.record}, ${glass.askedBy}, ${glass.askedAt}, ${glass.expiresAt},
      ${glass.cause}, ${glass.riskInTelling})`.execute(work.db)
}

/** The request of that id in this organisation, or null. */
export async function findGlass(work: Work, id: GlassId): Promise<Glass | null> {
  const found = await sql<Glass>`select ${columns} from glass g
    where g.organisation = ${work.organisation} and g.id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The same, and everybody else who would change it waits until this work is done. */
export async function lockGlass(work: Work, id: GlassId): Promise<Glass | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`glass ${id}`}, 0))`.execute(work.db)
  return findGlass(work, id)
}

/** The requests whose reason the asker reads: made by them, or theirs to decide or review; the latest first. */
export async function findReadGlass(work: Work): Promise<readonly Glass[]> {
  const found = await sql<Glass>`select ${columns} from glass g
    join sealed_reader r on r.organisation = g.organisation and r.about_kind = 'glass' and r.about = g.id
      and r.person = ${work.asker.person} and r.until is null
    where g.organisation = ${work.organisation} order by g.asked_at desc, g.id`.execute(work.db)
  return found.rows
}

/** Requests about records, the latest first. */
export async function findGlassOf(work: Work, records: readonly Id<'session record'>[]): Promise<readonly Glass[]> {
  const found = await sql<Glass>`select ${columns} from glass g where g.organisation = ${work.organisation}
    and g.record = any(${[...records]}::uuid[]) order by g.asked_at desc`.execute(work.db)
  return found.rows
}

/** The records opened in need that a person wrote or was in the session of: what they may have to hear of. */
export async function findOpenedAbout(work: Work, person: PersonId): Promise<readonly Glass[]> {
  const found = await sql<Glass>`select ${columns} from glass g
    join session_record r on r.organisation = g.organisation and r.id = g.record
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where g.organisation = ${work.organisation} and (s.supervisor = ${person} or r.writer = ${person}
      or exists (select from session_supervisee p where p.organisation = s.organisation and p.session = s.id
        and p.person = ${person}))
      and exists (select from glass_opening o where o.organisation = g.organisation and o.glass = g.id)
    order by g.asked_at desc`.execute(work.db)
  return found.rows
}

export async function addGlassAnswer(work: Work, id: GlassId, answer: GlassAnswer): Promise<void> {
  await sql`insert into glass_answer (organisation, glass, answered_by, answered_at, answer, tell_on)
    values (${work.organisation}, ${id}, ${answer.by}, ${answer.at}, ${answer.answer}, ${answer.tellOn}::date)`.execute(
    work.db,
  )
}

export async function addOpening(work: Work, id: GlassId, opening: NonNullable<Glass['opening']>): Promise<void> {
  await sql`insert into glass_opening (organisation, glass, opened_by, opened_at, until)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${opening.at}, ${opening.until})`.execute(work.db)
}

export async function addTelling(work: Work, glass: Glass, telling: GlassTelling): Promise<void> {
  await sql`insert into glass_telling (organisation, glass, number, by_person, at, decision, tell_on)
    values (${work.organisation}, ${glass.id}, ${glass.tellings.length + 1}, ${telling.by}, ${telling.at},
      ${telling.decision}, ${telling.tellOn}::date)`.execute(work.db)
}

export async function addReview(work: Work, id: GlassId, review: NonNullable<Glass['review']>): Promise<void> {
  await sql`insert into glass_review (organisation, glass, reviewed_by, reviewed_at, outcome)
    values (${work.organisation}, ${id}, ${review.by}, ${review.at}, ${review.outcome})`.execute(work.db)
}
