// Adding and saving agreements and what happened to them. Events and signatures are only ever added.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { Agreement, AgreementId, Signature } from './agreement.ts'
import type { AgreementEvent } from './history.ts'

/** Adds an agreement in its first text, with its parties. It is sealed before the work ends. */
export async function addAgreement(work: Work, agreement: Agreement): Promise<void> {
  await sql`insert into agreement (organisation, id, kind, template_key, policy_version, about_kind, about, state, version,
      closing, started_by, started_at, follows, save, seal, seal_key)
    values (${work.organisation}, ${agreement.id}, ${agreement.kind}, ${agreement.template}, ${agreement.policyVersion},
      ${agreement.about?.kind ?? null}, ${agreement.about?.id ?? null}, ${agreement.state}, ${agreement.version},
      ${agreement.closing}, ${agreement.startedBy}, ${agreement.startedAt}, ${agreement.follows}, ${agreement.save}, '',
      '')`.execute(work.db)
  await sql`insert into agreement_party (organisation, agreement, person, part, place)
    select ${work.organisation}::uuid, ${agreement.id}::uuid, person, part, place
    from unnest(${agreement.parties.map((party) => party.person)}::uuid[],
      ${agreement.parties.map((party) => party.as)}::text[]) with ordinality as p (person, part, place)`.execute(
    work.db,
  )
}

/** Saves how an agreement stands; false when another saving came first. */
export async function saveAgreement(work: Work, agreement: Agreement): Promise<boolean> {
  const saved = await sql`update agreement set state = ${agreement.state}, version = ${agreement.version},
      closing = ${agreement.closing}, closed_at = ${agreement.closedAt}, text_hash = ${agreement.textHash},
      from_day = ${agreement.from}, until_day = ${agreement.until}, term_until = ${agreement.termUntil},
      ended_on = ${agreement.endedOn}, ended_by = ${agreement.endedBy}, save = ${agreement.save}
    where organisation = ${work.organisation} and id = ${agreement.id} and save = ${agreement.save - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** Keeps a signature for ever. The database takes it from its signer alone, and for the closed text alone. */
export async function addSignature(
  work: Work,
  agreement: Pick<Agreement, 'id' | 'closing'>,
  signature: Signature & { readonly confirmedAt: Moment; readonly sealKey: string },
): Promise<void> {
  await sql`insert into agreement_signature (organisation, agreement, closing, person, part, typed_name, text_hash, signed_at,
      confirmed_at, means, seal, seal_key)
    values (${work.organisation}, ${agreement.id}, ${agreement.closing}, ${signature.person}, ${signature.as},
      ${signature.typedName}, ${signature.textHash}, ${signature.at}, ${signature.confirmedAt}, ${signature.means},
      ${signature.seal}, ${signature.sealKey})`.execute(work.db)
}

/** Adds to what happened, in order, under the next numbers. */
export async function addEvents(
  work: Work,
  id: AgreementId,
  events: readonly Omit<AgreementEvent, 'number'>[],
): Promise<void> {
  if (events.length === 0) return
  await sql`insert into agreement_event (organisation, agreement, number, kind, version, step, clause_key, by_person, at)
    select ${work.organisation}::uuid, ${id}::uuid, last.number + e.place, e.kind, e.version, e.step, e.clause, e.by, e.at
    from (select coalesce(max(number), 0) as number from agreement_event
        where organisation = ${work.organisation} and agreement = ${id}) as last,
      rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as (kind text, version int, step text, clause text,
        by uuid, at timestamptz)) with ordinality as e (kind, version, step, clause, by, at, place)
    order by e.place`.execute(work.db)
}

/** What happened to an agreement, first thing first. */
export async function findEvents(work: Work, id: AgreementId): Promise<readonly AgreementEvent[]> {
  const found = await sql<AgreementEvent>`select number, kind, version, step, clause_key as clause, by_person as by, at
    from agreement_event where organisation = ${work.organisation} and agreement = ${id} order by number`.execute(
    work.db,
  )
  return found.rows
}

export type StoredSignature = Signature & { readonly closing: number; readonly sealKey: string }

/** Every signature that was ever given, those of earlier closings too. */
export async function findSignatures(work: Work, id: AgreementId): Promise<readonly StoredSignature[]> {
  const found =
    await sql<StoredSignature>`select person, part as "as", typed_name as "typedName", text_hash as "textHash",
      signed_at as at, means, seal, seal_key as "sealKey", closing
    from agreement_signature where organisation = ${work.organisation} and agreement = ${id}
    order by closing, signed_at, person`.execute(work.db)
  return found.rows
}

/** Everything that is stored of an agreement in one text, and the seal that lies over it. Null when there is no such. */
export async function findRows(
  work: Work,
  id: AgreementId,
): Promise<{ readonly text: string; readonly seal: string; readonly key: string } | null> {
  const found = await sql<{ text: string; seal: string; key: string }>`
    select agreement_rows(id) as text, seal, seal_key as key from agreement
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Lays a seal over everything that is stored of an agreement. */
export async function saveSeal(work: Work, id: AgreementId, by: { seal: string; key: string }): Promise<void> {
  await sql`update agreement set seal = ${by.seal}, seal_key = ${by.key}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}

/** The people to whom something of an agreement may be told: its parties. */
export const peopleOf = (agreement: Pick<Agreement, 'parties'>): readonly PersonId[] =>
  agreement.parties.map((party) => party.person)
