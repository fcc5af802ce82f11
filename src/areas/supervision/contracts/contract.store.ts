// Contracts of supervisors and the people they supervise, read for booking and for lists: facts alone, never a text.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { DealingWith, OwnDealing } from './contract.ts'

/**
 * Every agreement by a template in which this person supervises (or facilitates) and one of those people is supervised (or a
 * member), the newest first.
 */
export async function findDealings(
  work: Work,
  what: { template: string; supervisor: PersonId; supervisees: readonly PersonId[] },
): Promise<readonly DealingWith[]> {
  const found =
    await sql<DealingWith>`select m.person as supervisee, a.id, a.state, a.from_day as "from", a.until_day as until
    from agreement_party m
    join agreement a on a.organisation = m.organisation and a.id = m.agreement
    join agreement_party s on s.organisation = a.organisation and s.agreement = a.id
    where m.organisation = ${work.organisation} and m.person = any(${[...what.supervisees]}::uuid[])
      and m.part in ('supervisee', 'member') and s.person = ${what.supervisor} and s.part in ('supervisor', 'facilitator')
      and a.template_key = ${what.template}
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows
}

/** Every contract in which somebody supervises or is supervised, the newest first. Ground rules of groups are not here. */
export async function findDealingsOf(work: Work, person: PersonId): Promise<readonly OwnDealing[]> {
  const found = await sql<OwnDealing>`select a.id, a.state, a.from_day as "from", a.until_day as until,
      a.template_key as template, s.person as supervisor, m.person as supervisee
    from agreement_party own
    join agreement a on a.organisation = own.organisation and a.id = own.agreement
    join agreement_party s on s.organisation = a.organisation and s.agreement = a.id and s.part = 'supervisor'
    join agreement_party m on m.organisation = a.organisation and m.agreement = a.id and m.part = 'supervisee'
    where own.organisation = ${work.organisation} and own.person = ${person}
    order by a.started_at desc, a.id`.execute(work.db)
  return found.rows
}

/** Those of these people who have had a session of this kind with this supervisor already. */
export async function findMetBefore(
  work: Work,
  what: { type: string; supervisor: PersonId; supervisees: readonly PersonId[] },
): Promise<ReadonlySet<PersonId>> {
  const found = await sql<{ person: PersonId }>`select distinct m.person from supervision_session s
    join session_supervisee m on m.organisation = s.organisation and m.session = s.id
    where s.organisation = ${work.organisation} and s.supervisor = ${what.supervisor} and s.type_key = ${what.type}
      and s.state = 'held' and m.person = any(${[...what.supervisees]}::uuid[])`.execute(work.db)
  return new Set(found.rows.map((row) => row.person))
}
