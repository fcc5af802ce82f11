// Preparations and their sheets in the database: how far they have come. Their words are sealed, and opened through the
// records area. A private one is seen by its author alone, which the database keeps as well.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../session/session.ts'
import type { PreparationFacts, Sheet } from './preparation.ts'

const columns = sql`id, session, person, private, version, changed, records_reviewed as "recordsReviewed",
  begun_at as "begunAt", saved_at as "savedAt", first_ready_at as "firstReadyAt", ready_at as "readyAt"`

/** What the people of these sessions have prepared, as far as the asker may know of it. */
export async function findPreparations(
  work: Work,
  sessions: readonly SessionId[],
): Promise<readonly PreparationFacts[]> {
  const found = await sql<PreparationFacts>`select ${columns} from preparation
    where organisation = ${work.organisation} and session = any(${[...sessions]}::uuid[]) order by begun_at, id`.execute(
    work.db,
  )
  return found.rows
}

/** One person's preparation for a session, or null when nothing has been typed yet. */
export async function findPreparation(
  work: Work,
  session: SessionId,
  person: PersonId,
): Promise<PreparationFacts | null> {
  const found = await sql<PreparationFacts>`select ${columns} from preparation
    where organisation = ${work.organisation} and session = ${session} and person = ${person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The asker's own preparation for a session, made when there is none; held until this work is done. */
export async function openPreparation(
  work: Work,
  session: SessionId,
  what: { private: boolean },
): Promise<PreparationFacts> {
  const { moment, organisation } = work
  await sql`insert into preparation (organisation, id, session, person, private, begun_at, saved_at)
    values (${organisation}, ${work.newId()}, ${session}, ${work.asker.person}, ${what.private}, ${moment}, ${moment})
    on conflict do nothing`.execute(work.db)
  const found = await sql<PreparationFacts>`select ${columns} from preparation
    where organisation = ${organisation} and session = ${session} and person = ${work.asker.person} for update`.execute(
    work.db,
  )
  if (!found.rows[0]) throw new Error('A preparation is its author’s own')
  return found.rows[0]
}

/** Saves how far a preparation has come. */
export async function savePreparation(work: Work, preparation: PreparationFacts): Promise<void> {
  await sql`update preparation set version = ${preparation.version}, changed = ${preparation.changed},
      records_reviewed = ${preparation.recordsReviewed}, saved_at = ${preparation.savedAt},
      first_ready_at = ${preparation.firstReadyAt}, ready_at = ${preparation.readyAt}
    where organisation = ${work.organisation} and id = ${preparation.id}`.execute(work.db)
}

/** The sheets of a preparation, the one about oneself first. */
export async function findSheets(work: Work, preparation: Id<'preparation'>): Promise<readonly Sheet[]> {
  const found = await sql<Sheet>`select id, preparation, case_id as "case", save from preparation_sheet
    where organisation = ${work.organisation} and preparation = ${preparation}
    order by case_id nulls first`.execute(work.db)
  return found.rows
}

/** The sheet about a case, or about oneself for null, made when there is none; held until this work is done. */
export async function openSheet(work: Work, preparation: Id<'preparation'>, about: Id<'case'> | null): Promise<Sheet> {
  await sql`insert into preparation_sheet (organisation, id, preparation, case_id, saved_at)
    values (${work.organisation}, ${work.newId()}, ${preparation}, ${about}, ${work.moment})
    on conflict do nothing`.execute(work.db)
  const found = await sql<Sheet>`select id, preparation, case_id as "case", save from preparation_sheet
    where organisation = ${work.organisation} and preparation = ${preparation}
      and case_id is not distinct from ${about} for update`.execute(work.db)
  if (!found.rows[0]) throw new Error('A sheet belongs to its author’s preparation')
  return found.rows[0]
}

/** Notes a save of a sheet. */
export async function saveSheetFacts(work: Work, sheet: Sheet): Promise<void> {
  await sql`update preparation_sheet set save = ${sheet.save}, saved_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${sheet.id}`.execute(work.db)
}

/** One person's place in a session of a kind: whether it was prepared before the session began. Facts for figures, by day. */
export type PreparedFact = {
  readonly person: PersonId
  readonly type: string
  readonly day: Day
  readonly prepared: boolean
}

/**
 * Who came prepared, of those who came or whose session was put off for it, by person and day; everybody when no people are
 * given. Kinds whose preparation is private have no such figure, and are left out by whoever asks. SPEC 3.3, 5.4.
 */
export async function preparedFor(
  work: Work,
  query: { people: readonly PersonId[] | null; types: readonly string[]; from: Day; to: Day },
): Promise<readonly PreparedFact[]> {
  const people = query.people ? [...query.people] : null
  const found = await sql<PreparedFact>`select person, type, day, prepared from (
      select a.person, a.type_key as type, a.day, coalesce(p.first_ready_at < s.starts_at, false) as prepared
      from attendance a
      join supervision_session s on s.organisation = a.organisation and s.id = a.session
      left join preparation p on p.organisation = a.organisation and p.session = a.session and p.person = a.person
      where a.organisation = ${work.organisation} and a.part = 'supervisee' and a.presence <> 'absent'
        and a.superseded_at is null
      union all
      select o.person, o.type_key, o.day, false from session_postponement o
      where o.organisation = ${work.organisation} and o.undone_at is null and o.whole
    ) facts
    where type = any(${[...query.types]}::text[]) and day between ${query.from}::date and ${query.to}::date
      and (${people}::uuid[] is null or person = any(${people}::uuid[]))
    order by person, day`.execute(work.db)
  return found.rows
}
