// Proposals in the database: which clause, by whom, how answered. Their words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import type { Proposal, ProposalId } from './proposal.ts'

const columns = sql`id, agreement, step, clause_key as clause, version, by_person as by, at, state,
  answered_by as "answeredBy", answered_at as "answeredAt"`

/** Adds an open proposal. */
export async function addProposal(work: Work, proposal: Proposal): Promise<void> {
  await sql`insert into agreement_proposal (organisation, id, agreement, step, clause_key, version, by_person, at, state)
    values (${work.organisation}, ${proposal.id}, ${proposal.agreement}, ${proposal.step}, ${proposal.clause},
      ${proposal.version}, ${proposal.by}, ${proposal.at}, ${proposal.state})`.execute(work.db)
}

/** The proposal of that id on this agreement, or null. */
export async function findProposal(work: Work, agreement: AgreementId, id: ProposalId): Promise<Proposal | null> {
  const found = await sql<Proposal>`select ${columns} from agreement_proposal
    where organisation = ${work.organisation} and agreement = ${agreement} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** All proposals on an agreement, first one first. */
export async function findProposals(work: Work, agreement: AgreementId): Promise<readonly Proposal[]> {
  const found = await sql<Proposal>`select ${columns} from agreement_proposal
    where organisation = ${work.organisation} and agreement = ${agreement} order by at, id`.execute(work.db)
  return found.rows
}

/** Saves an answer; false when it had been answered meanwhile. */
export async function saveProposal(work: Work, proposal: Proposal): Promise<boolean> {
  const saved = await sql`update agreement_proposal set state = ${proposal.state}, answered_by = ${proposal.answeredBy},
      answered_at = ${proposal.answeredAt}
    where organisation = ${work.organisation} and id = ${proposal.id} and state = 'open'`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** How many open proposals of others wait for somebody, by agreement. */
export async function findWaitingProposals(work: Work): Promise<ReadonlyMap<AgreementId, number>> {
  const found = await sql<{ agreement: AgreementId; count: number }>`select r.agreement, count(*)::int as count
    from agreement_party m
    join agreement_proposal r on r.organisation = m.organisation and r.agreement = m.agreement
    join agreement a on a.organisation = r.organisation and a.id = r.agreement and a.state = 'adapting'
    where m.organisation = ${work.organisation} and m.person = ${work.asker.person} and r.state = 'open'
      and r.by_person <> ${work.asker.person}
    group by r.agreement`.execute(work.db)
  return new Map(found.rows.map((row) => [row.agreement, row.count]))
}
