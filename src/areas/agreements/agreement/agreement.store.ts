// Agreements in the database: facts, parties, and the signatures that count. What is agreed is sealed, and opened through records.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { About, Agreement, AgreementId } from './agreement.ts'

type Row = Omit<Agreement, 'about'> & { aboutKind: string | null; aboutId: Id<string> | null }

const columns = sql`a.id, a.kind, a.template_key as template, a.policy_version as "policyVersion", a.about_kind as "aboutKind",
  a.about as "aboutId", a.state, a.version, a.closing, a.started_by as "startedBy", a.started_at as "startedAt",
  a.closed_at as "closedAt", a.text_hash as "textHash", a.from_day as "from", a.until_day as until,
  a.term_until as "termUntil", a.follows,
  a.ended_on as "endedOn", a.ended_by as "endedBy", a.save,
  (select jsonb_agg(jsonb_build_object('person', p.person, 'as', p.part) order by p.place) from agreement_party p
    where p.organisation = a.organisation and p.agreement = a.id) as parties,
  coalesce((select jsonb_agg(jsonb_build_object('person', s.person, 'as', s.part, 'typedName', s.typed_name,
      'textHash', s.text_hash, 'at', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'means', s.means, 'seal', s.seal) order by s.signed_at, s.person)
    from agreement_signature s
    where s.organisation = a.organisation and s.agreement = a.id and s.closing = a.closing
      and s.text_hash = a.text_hash and a.state <> 'withdrawn'), '[]') as signatures`

const agreementOf = ({ aboutKind, aboutId, ...row }: Row): Agreement => ({
  ...row,
  parties: row.parties ?? [],
  about: aboutKind !== null && aboutId !== null ? { kind: aboutKind, id: aboutId } : null,
})

/** The agreement of that id in this organisation, or null. Facts, no text. */
export async function findAgreement(work: Work, id: AgreementId): Promise<Agreement | null> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.id = ${id}`.execute(work.db)
  return found.rows[0] ? agreementOf(found.rows[0]) : null
}

/** The same, held on to until the transaction ends: two deeds at one moment come one after the other. */
export async function holdAgreement(work: Work, id: AgreementId): Promise<Agreement | null> {
  await sql`select from agreement where organisation = ${work.organisation} and id = ${id} for update`.execute(work.db)
  return findAgreement(work, id)
}

/** Every agreement in which somebody is named, the newest first. */
export async function findAgreementsOf(work: Work, person: PersonId): Promise<readonly Agreement[]> {
  const found = await sql<Row>`select ${columns} from agreement_party m
    join agreement a on a.organisation = m.organisation and a.id = m.agreement
    where m.organisation = ${work.organisation} and m.person = ${person}
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows.map(agreementOf)
}

/** Those of somebody's agreements that are still written or wait for signatures, the newest first. */
export async function findOpenAgreementsOf(work: Work, person: PersonId): Promise<readonly Agreement[]> {
  const found = await sql<Row>`select ${columns} from agreement_party m
    join agreement a on a.organisation = m.organisation and a.id = m.agreement and a.state in ('adapting', 'signing')
    where m.organisation = ${work.organisation} and m.person = ${person}
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows.map(agreementOf)
}

/** Every agreement in which one of these people is named, the newest first. For figures of many. */
export async function findAgreementsOfPeople(work: Work, people: readonly PersonId[]): Promise<readonly Agreement[]> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.id = any(array(select m.agreement from agreement_party m
      where m.organisation = ${work.organisation} and m.person = any(${[...people]}::uuid[])))
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows.map(agreementOf)
}

/** What is agreed about a thing of a later area, such as a set; the newest first. */
export async function findAgreementsAbout(work: Work, about: About): Promise<readonly Agreement[]> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.about_kind = ${about.kind} and a.about = ${about.id}
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows.map(agreementOf)
}

/** All agreements in which all of these people are named, the newest first. */
export async function agreementsBetween(work: Work, people: readonly PersonId[]): Promise<readonly Agreement[]> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.id = any(array(select m.agreement from agreement_party m
      where m.organisation = ${work.organisation} and m.person = any(${[...people]}::uuid[])
      group by m.agreement having count(*) = ${new Set(people).size}))
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows.map(agreementOf)
}

/**
 * The agreement by a template that holds on a day and in which all these people are named, or null. One that was replaced or
 * ended holds until the day before the later one begins, or before it ended (SPEC 4.4).
 */
export async function agreementBetween(
  work: Work,
  what: { template: string; people: readonly PersonId[]; on: Day },
): Promise<Agreement | null> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.template_key = ${what.template}
      and a.from_day <= ${what.on} and ${what.on} < a.until_day
      and a.id in (select m.agreement from agreement_party m
        where m.organisation = ${work.organisation} and m.person = any(${[...what.people]}::uuid[])
        group by m.agreement having count(*) = ${new Set(what.people).size})
    order by a.from_day desc, a.id limit 1`.execute(work.db)
  return found.rows[0] ? agreementOf(found.rows[0]) : null
}

/** The one that follows an agreement and was not given up: its renewal, or the next of a set. */
export async function findFollower(work: Work, id: AgreementId): Promise<Agreement | null> {
  const found = await sql<Row>`select ${columns} from agreement a
    where a.organisation = ${work.organisation} and a.follows = ${id} and a.state <> 'withdrawn'`.execute(work.db)
  return found.rows[0] ? agreementOf(found.rows[0]) : null
}

/** One start at a time between the same people, so that two at one moment see each other. */
export async function lockStarting(work: Work, people: readonly PersonId[]): Promise<void> {
  const name = ['agreement', work.organisation, ...people.toSorted()].join(' ')
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(work.db)
}

/** The organisation's own name, which stands in what is signed. */
export async function nameOfOrganisation(work: Work): Promise<string> {
  const found = await sql<{ name: string }>`select name from organisation where id = ${work.organisation}`.execute(
    work.db,
  )
  return found.rows[0]?.name ?? ''
}
