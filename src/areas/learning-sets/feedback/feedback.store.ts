// Who gave feedback and what of it may be quoted, in the database; the answers are sealed. The quotes themselves, which everybody
// in the organisation reads, stand here as they are shown.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { CohortId } from '../cohort/cohort.ts'
import type { ProgrammeId } from '../programme/programme.ts'
import type { Consent, Feedback, FeedbackId, QuoteId, Quoting, QuotingId } from './feedback.ts'

const columns = sql`id, cohort, person, save, draft, given_at as "givenAt"`

/** The asker's own of a cohort, or null. */
export async function findOwnFeedback(work: Work, cohort: CohortId): Promise<Feedback | null> {
  const found = await sql<Feedback>`select ${columns} from learning_feedback
    where organisation = ${work.organisation} and cohort = ${cohort} and person = ${work.asker.person}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Everything that was given of a cohort, for whoever leads the programme, in no order that tells who came first. */
export async function findFeedback(work: Work, cohort: CohortId): Promise<readonly Feedback[]> {
  const found = await sql<Feedback>`select ${columns} from learning_feedback
    where organisation = ${work.organisation} and cohort = ${cohort} and save > 0 order by md5(id::text)`.execute(
    work.db,
  )
  return found.rows
}

/** The asker's own, made when it is not there yet; whoever else saves it waits until this work has ended. */
export async function holdFeedback(work: Work, cohort: CohortId): Promise<Feedback> {
  await sql`insert into learning_feedback (organisation, id, cohort, person, given_at)
    values (${work.organisation}, ${work.newId()}, ${cohort}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, cohort, person) do nothing`.execute(work.db)
  const found = await sql<Feedback>`select ${columns} from learning_feedback
    where organisation = ${work.organisation} and cohort = ${cohort} and person = ${work.asker.person}
    for update`.execute(work.db)
  const own = found.rows[0]
  if (!own) throw new Error('Feedback that was just made is not there')
  return own
}

/** Saves that the asker gave theirs. */
export async function saveFeedback(work: Work, one: Feedback): Promise<void> {
  await sql`update learning_feedback set save = ${one.save}, draft = ${one.draft}, given_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${one.id} and person = ${work.asker.person}`.execute(work.db)
}

/** Saves that the asker wrote on at theirs without giving it. */
export async function saveFeedbackDraft(work: Work, one: Feedback): Promise<void> {
  await sql`update learning_feedback set draft = ${one.draft}
    where organisation = ${work.organisation} and id = ${one.id} and person = ${work.asker.person}`.execute(work.db)
}

/** Cohorts whose programme the asker leads, in which at least so many gave feedback, the newest of it since a moment. */
export async function findCohortsToRead(
  work: Work,
  { fewest, since }: { fewest: number; since: Moment },
): Promise<readonly { readonly cohort: CohortId; readonly given: number }[]> {
  const found = await sql<{ cohort: CohortId; given: number }>`select f.cohort, count(*)::int as given
    from learning_feedback f
    join learning_cohort c on c.organisation = f.organisation and c.id = f.cohort
    join learning_programme p on p.organisation = c.organisation and p.id = c.programme
    where f.organisation = ${work.organisation} and f.save > 0 and p.lead = ${work.asker.person}
    group by f.cohort having count(*) >= ${fewest} and max(f.given_at) > ${since} order by f.cohort`.execute(work.db)
  return found.rows
}

/** What may be quoted of these. */
export async function findQuoting(work: Work, feedback: readonly FeedbackId[]): Promise<readonly Quoting[]> {
  const found = await sql<Quoting>`select id, feedback, question, consent from learning_quoting
    where organisation = ${work.organisation} and feedback = any(${[...feedback]}::uuid[])
    order by question, id`.execute(work.db)
  return found.rows
}

/** Saves what the asker says of quoting one of their answers. */
export async function saveQuoting(
  work: Work,
  feedback: FeedbackId,
  { question, consent }: { question: string; consent: Consent },
): Promise<void> {
  await sql`insert into learning_quoting (organisation, id, feedback, question, consent, decided_at)
    values (${work.organisation}, ${work.newId()}, ${feedback}, ${question}, ${consent}, ${work.moment})
    on conflict (organisation, feedback, question) do update
    set consent = excluded.consent, decided_at = excluded.decided_at`.execute(work.db)
}

export type Quote = {
  readonly id: QuoteId
  readonly quoting: QuotingId
  readonly cohort: CohortId
  readonly words: string
  readonly person: PersonId | null
  readonly shownAt: Moment
}

/** What is shown of a programme, the newest first. */
export async function findQuotes(work: Work, programme: ProgrammeId): Promise<readonly Quote[]> {
  const found = await sql<Quote>`select id, quoting, cohort, words, person, shown_at as "shownAt" from learning_quote
    where organisation = ${work.organisation} and programme = ${programme} order by shown_at desc, id`.execute(work.db)
  return found.rows
}

/** Shows an answer to everybody; nothing happens when it is shown already. */
export async function insertQuote(
  work: Work,
  quote: Omit<Quote, 'shownAt'> & { readonly programme: ProgrammeId },
): Promise<void> {
  await sql`insert into learning_quote (organisation, id, programme, cohort, quoting, words, person, shown_by, shown_at)
    values (${work.organisation}, ${quote.id}, ${quote.programme}, ${quote.cohort}, ${quote.quoting}, ${quote.words},
      ${quote.person}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, quoting) do nothing`.execute(work.db)
}

/** Shows them no longer; answers how many there were. */
export async function deleteQuotes(work: Work, quoting: readonly QuotingId[]): Promise<number> {
  const gone = await sql`delete from learning_quote where organisation = ${work.organisation}
    and quoting = any(${[...quoting]}::uuid[])`.execute(work.db)
  return Number(gone.numAffectedRows)
}
