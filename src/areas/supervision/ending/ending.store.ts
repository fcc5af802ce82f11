// Endings in the database, for the two people alone: row-level security lets nobody else read one. Facts in fixed words; what
// the two say to each other is sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../session/session.ts'
import type { ActionChoice, Ending, EndingId, NotTalked, SessionChoice } from './ending.ts'

type Row = Omit<Ending, 'talked'> & { talkedOn: Day | null; notTalked: NotTalked | null }

const columns = sql`e.id, e.supervisee, e.supervisor, e.ended_by as by, e.ended_at as at, e.on_day as on,
  e.talked_on as "talkedOn", e.not_talked as "notTalked", e.kind, e.successor, e.undone_at as "undoneAt",
  array(select p.type_key from supervision_ending_part p where p.organisation = e.organisation and p.ending = e.id
    and p.kind = 'pair' order by p.type_key) as types,
  array(select p.part::text from supervision_ending_part p where p.organisation = e.organisation and p.ending = e.id
    and p.kind = 'pair' order by p.part) as pairs,
  array(select p.part::text from supervision_ending_part p where p.organisation = e.organisation and p.ending = e.id
    and p.kind = 'agreement' order by p.part) as agreements`

function fromRow({ talkedOn, notTalked, ...row }: Row): Ending {
  return { ...row, talked: talkedOn ? { on: talkedOn } : { notBecause: notTalked ?? 'away' } }
}

/** Keeps an ending with what ended; `types` and `pairs` go together, in order. */
export async function addEnding(work: Work, ending: Ending): Promise<void> {
  const talkedOn = 'on' in ending.talked ? ending.talked.on : null
  const notTalked = 'notBecause' in ending.talked ? ending.talked.notBecause : null
  await sql`insert into supervision_ending (organisation, id, supervisee, supervisor, ended_by, ended_at, on_day, talked_on,
      not_talked, kind, successor)
    values (${work.organisation}, ${ending.id}, ${ending.supervisee}, ${ending.supervisor}, ${ending.by}, ${ending.at},
      ${ending.on}, ${talkedOn}, ${notTalked}, ${ending.kind}, ${ending.successor})`.execute(work.db)
  await sql`insert into supervision_ending_part (organisation, ending, kind, part, type_key)
    select ${work.organisation}::uuid, ${ending.id}::uuid, 'pair', pair, type
      from unnest(${[...ending.pairs]}::uuid[], ${[...ending.types]}::text[]) as p (pair, type)
    union all
    select ${work.organisation}::uuid, ${ending.id}::uuid, 'agreement', agreement, null
      from unnest(${[...ending.agreements]}::uuid[]) as a (agreement)`.execute(work.db)
}

/** The ending of that id, for the two; null for everybody else. */
export async function findEnding(work: Work, id: EndingId): Promise<Ending | null> {
  const found = await sql<Row>`select ${columns} from supervision_ending e
    where e.organisation = ${work.organisation} and e.id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** The asker's endings since a moment that were not taken back, newest first. */
export async function findEndingsSince(work: Work, since: Moment): Promise<readonly Ending[]> {
  const { person } = work.asker
  const found = await sql<Row>`select ${columns} from supervision_ending e
    where e.organisation = ${work.organisation} and (e.supervisee = ${person} or e.supervisor = ${person})
      and e.undone_at is null and e.ended_at >= ${since} order by e.ended_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}

/** The ending that an agreement ended with, unless it was taken back; for the two. */
export async function findEndingOf(work: Work, agreement: Id<'agreement'>): Promise<EndingId | null> {
  const found = await sql<{ id: EndingId }>`select e.id from supervision_ending_part p
    join supervision_ending e on e.organisation = p.organisation and e.id = p.ending and e.undone_at is null
    where p.organisation = ${work.organisation} and p.kind = 'agreement' and p.part = ${agreement}
    order by e.ended_at desc limit 1`.execute(work.db)
  return found.rows[0]?.id ?? null
}

/** One at a time ends, or takes back, what is between two people. */
export async function lockEndings(work: Work, supervisee: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pairs ${work.organisation} ${supervisee}`}, 0))`.execute(
    work.db,
  )
}

/** Notes that it was taken back. */
export async function markUndone(work: Work, id: EndingId): Promise<void> {
  await sql`update supervision_ending set undone_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** Notes who supervises from then on. */
export async function saveSuccessor(work: Work, id: EndingId, successor: PersonId): Promise<void> {
  await sql`update supervision_ending set successor = ${successor}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

export type Chosen = {
  readonly about: Id<string>
  readonly kind: 'session' | 'action'
  readonly choice: SessionChoice | ActionChoice
  readonly by: PersonId
  readonly at: Moment
  /** The session or action that took its place. */
  readonly became: Id<string> | null
}

/** What was decided of an ending so far, first decision first. */
export async function findChoices(work: Work, ending: EndingId): Promise<readonly Chosen[]> {
  const found = await sql<Chosen>`select about, about_kind as kind, choice, chosen_by as by, chosen_at as at, became
    from supervision_ending_choice where organisation = ${work.organisation} and ending = ${ending}
    order by chosen_at, about`.execute(work.db)
  return found.rows
}

/** Keeps a decision; false when it was decided already. */
export async function addChoice(work: Work, ending: EndingId, chosen: Omit<Chosen, 'by' | 'at'>): Promise<boolean> {
  const saved =
    await sql`insert into supervision_ending_choice (organisation, ending, about_kind, about, choice, chosen_by,
      chosen_at, became)
    values (${work.organisation}, ${ending}, ${chosen.kind}, ${chosen.about}, ${chosen.choice}, ${work.asker.person},
      ${work.moment}, ${chosen.became})
    on conflict do nothing`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** One-to-one sessions of the two ahead of now, of the kinds that end, first one first. */
export async function findSessionsAhead(work: Work, ending: Ending): Promise<readonly SessionId[]> {
  const found = await sql<{ id: SessionId }>`select s.id from supervision_session s
    where s.organisation = ${work.organisation} and s.supervisor = ${ending.supervisor} and s.format = 'one-to-one'
      and s.state in ('proposed', 'booked') and s.starts_at > ${work.moment}
      and s.type_key = any(${[...ending.types]}::text[])
      and exists (select from session_supervisee p where p.organisation = s.organisation and p.session = s.id
        and p.person = ${ending.supervisee})
    order by s.starts_at, s.id`.execute(work.db)
  return found.rows.map(({ id }) => id)
}

/** Open actions of the two that were agreed in their sessions of the kinds that end, first due first. */
export async function findActionsLeft(work: Work, ending: Ending): Promise<readonly Id<'action'>[]> {
  const found = await sql<{ id: Id<'action'> }>`select a.id from action a
    left join session_record r on r.organisation = a.organisation and r.id = a.from_id and a.from_kind = 'discussion'
    join supervision_session s on s.organisation = a.organisation
      and s.id = case a.from_kind when 'session' then a.from_id when 'discussion' then r.session end
    where a.organisation = ${work.organisation} and a.state = 'open' and s.supervisor = ${ending.supervisor}
      and a.owner in (${ending.supervisee}, ${ending.supervisor}) and s.type_key = any(${[...ending.types]}::text[])
      and a.agreed_at <= ${ending.at}
      and not exists (select from supervision_ending_choice c where c.organisation = a.organisation
        and c.ending = ${ending.id} and c.about_kind = 'action' and (c.about = a.id or c.became = a.id))
      and (a.owner = ${ending.supervisee} or s.format = 'one-to-one')
      and exists (select from session_supervisee p where p.organisation = s.organisation and p.session = s.id
        and p.person = ${ending.supervisee})
    order by a.due, a.agreed_at, a.id`.execute(work.db)
  return found.rows.map(({ id }) => id)
}

/** Kinds of supervision for which somebody's pair ended and nobody was chosen or asked since. Facts of pairs alone. */
export async function findUnsupervised(
  work: Work,
  people: readonly PersonId[],
  since: Day,
): Promise<readonly { readonly person: PersonId; readonly type: string; readonly on: Day }[]> {
  const found = await sql<{ person: PersonId; type: string; on: Day }>`
    select p.supervisee as person, p.type_key as type, max(p.to_day) as on from supervisory_pair p
    where p.organisation = ${work.organisation} and p.supervisee = any(${[...people]}::uuid[])
      and p.to_day >= ${since} and coalesce(p.end_kind, '') <> 'no longer needed'
      and not exists (select from supervisory_pair o where o.organisation = p.organisation
        and o.supervisee = p.supervisee and o.type_key = p.type_key and o.id <> p.id
        and (o.state = 'asked' or o.state = 'agreed' and o.to_day is null))
    group by p.supervisee, p.type_key order by max(p.to_day), p.supervisee, p.type_key`.execute(work.db)
  return found.rows
}

/** Whether the supervisee chose somebody else than the successor since for a kind that ended, or began with the successor. */
export async function wasBuiltOn(work: Work, ending: Ending): Promise<boolean> {
  const found = await sql`select from supervisory_pair p
    where p.organisation = ${work.organisation} and p.supervisee = ${ending.supervisee}
      and p.type_key = any(${[...ending.types]}::text[]) and p.asked_at > ${ending.at}
      and p.state in ('asked', 'agreed')
    union all
    select from supervision_session s join session_supervisee m on m.organisation = s.organisation and m.session = s.id
    where s.organisation = ${work.organisation} and m.person = ${ending.supervisee}
      and s.supervisor = ${ending.successor} and s.state in ('proposed', 'booked', 'held')
      and s.type_key = any(${[...ending.types]}::text[]) and s.booked_at > ${ending.at}
    limit 1`.execute(work.db)
  return found.rows.length > 0
}
