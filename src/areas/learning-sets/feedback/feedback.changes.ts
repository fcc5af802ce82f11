// Giving feedback, saying what may be quoted, reading it as the lead, showing quotes and hiding them. Answers are sealed for their
// author and whoever leads the programme when they are given.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  draftVersion,
  dropDraft,
  findReaders,
  letRead,
  openTexts,
  removeReader,
  sealTexts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import type { CohortSubject } from '../cohort/cohort.access.ts'
import { openSetsOf, subjectCohort } from '../cohort/cohort.changes.ts'
import type { CohortId } from '../cohort/cohort.ts'
import { findParticipants } from '../cohort/cohort.store.ts'
import { leadsProgramme } from '../programme/programme.access.ts'
import type { Answers } from '../questionnaire/question.ts'
import { setTermsIn } from '../set/set-terms.view.ts'
import type { FeedbackSubject } from './feedback.access.ts'
import {
  askedOf,
  type Consent,
  decideGiving,
  decideKeeping,
  decideShowing,
  fallen,
  type Feedback,
  type Quoting,
  type QuotingId,
} from './feedback.ts'
import {
  deleteQuotes,
  findFeedback,
  findOwnFeedback,
  findQuoting,
  holdFeedback,
  insertQuote,
  saveFeedback,
  saveFeedbackDraft,
  saveQuoting,
} from './feedback.store.ts'
import { type FeedbackAsked, feedbackAsked, type Given } from './feedback.view.ts'

const about = ({ id }: Pick<Feedback, 'id'>) => thing('programme feedback', id)

/** A cohort with who is asked how it was, as a page's subject; null when there is none of that id here. */
export async function subjectFeedback(work: Work, ids: { cohort: CohortId }): Promise<FeedbackSubject | null> {
  const subject = await subjectCohort(work, ids)
  if (!subject) return null
  const { cohort } = subject
  const asked = askedOf(cohort, await findParticipants(work, cohort.id), await openSetsOf(work, cohort.id))
  return { ...subject, asked, gave: (await findOwnFeedback(work, cohort.id)) !== null }
}

/** What the policy asks at the end of a cohort: by the kind of its first set, or the policy's first kind of set. */
export async function askedAtEnd(work: Work, cohort: CohortId): Promise<FeedbackAsked> {
  const policy = await policyOn(work)
  const [set] = await openSetsOf(work, cohort)
  return feedbackAsked(policy, set?.type ?? setTermsIn(policy)[0]?.key ?? '')
}

export type OwnFeedback = {
  readonly own: Feedback | null
  readonly answers: Answers
  readonly quoting: readonly Quoting[]
  /** What was typed since and not given; null when nothing was. */
  readonly typed: TypedFeedback | null
}

/** Answers as they are being written, and what may be quoted of them. */
export type TypedFeedback = { readonly answers: Answers; readonly consent: Readonly<Record<string, Consent>> }

/** The asker's own, as it stands. */
export async function openOwnFeedback(work: Work, cohort: CohortId): Promise<OwnFeedback> {
  const own = await findOwnFeedback(work, cohort)
  if (!own) return { own, answers: {}, quoting: [], typed: null }
  const typed = await openDraft(work, own)
  if (own.save === 0) return { own, answers: {}, quoting: [], typed }
  return { own, answers: await openAnswers(work, own), quoting: await findQuoting(work, [own.id]), typed }
}

async function openDraft(work: Work, own: Feedback): Promise<TypedFeedback | null> {
  const { texts } = await openTexts(work, { about: about(own), version: draftVersion })
  return texts.draft === undefined ? null : (JSON.parse(texts.draft) as TypedFeedback)
}

/** Keeps what is typed, for its author alone: it is given by `giveFeedback`. */
export async function keepFeedback(
  work: Work,
  subject: FeedbackSubject,
  what: TypedFeedback & { readonly fromSave: number },
): Promise<Decision<Feedback>> {
  if (!subject.asked.has(work.asker.person)) return no('You are not asked about this cohort')
  const decision = decideKeeping(await holdFeedback(work, subject.cohort.id), { ...subject, ...what }, work.today)
  if (!decision.ok) return decision
  await saveFeedbackDraft(work, decision.value)
  const { answers, consent } = what
  const texts = { draft: JSON.stringify({ answers, consent }) }
  await sealTexts(work, { kind: 'set', about: about(decision.value), version: draftVersion, texts })
  return decision
}

async function openAnswers(work: Work, feedback: Feedback): Promise<Answers> {
  const { texts } = await openTexts(work, { about: about(feedback), version: feedback.save })
  return texts.answers === undefined ? {} : (JSON.parse(texts.answers) as Answers)
}

type Said = { readonly answers: Answers; readonly consent: ReadonlyMap<string, Consent> }

/** Gives feedback, or gives it again: the lead reads it from now on. SPEC 7.1. */
export async function giveFeedback(
  work: Work,
  subject: FeedbackSubject,
  what: Said & { readonly fromSave: number },
): Promise<Decision> {
  const { cohort, programme } = subject
  if (!subject.asked.has(work.asker.person)) return no('You are not asked about this cohort')
  const held = await holdFeedback(work, cohort.id)
  const before = await openOwnFeedback(work, cohort.id)
  // An autosave whose answer came too late leaves the same words behind: then nothing is stale.
  const isSame = before.typed !== null && sameAnswers(before.typed.answers, what.answers)
  const decision = decideGiving(held, { ...what, cohort, ...(isSame ? { fromSave: held.draft } : {}) }, work.today)
  if (!decision.ok) return decision
  const given = decision.value
  await saveFeedback(work, given)
  const texts = { answers: JSON.stringify(what.answers) }
  await sealTexts(work, { kind: 'set', about: about(given), version: given.save, texts })
  await dropDraft(work, about(given))
  for (const { person } of await findReaders(work, about(given)))
    if (person !== work.asker.person && person !== programme.lead) await removeReader(work, about(given), person)
  if (programme.lead !== work.asker.person)
    await letRead(work, about(given), [{ person: programme.lead, because: 'programme lead', until: null }])
  await keepConsent(work, given, { before, now: what })
  writeTrail(work, { deed: 'feedback given', about: about(given) })
  return yes()
}

const sameAnswers = (one: Answers, other: Answers): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? '') === (other[key] ?? ''))

/** Keeps what may be quoted, and takes down what may not be any more or says something else now. */
async function keepConsent(
  work: Work,
  own: Feedback,
  { before, now }: { before: OwnFeedback; now: Said },
): Promise<void> {
  for (const [question, consent] of now.consent) await saveQuoting(work, own.id, { question, consent })
  const gone = await deleteQuotes(work, fallen(before, now))
  if (gone > 0) writeTrail(work, { deed: 'quotes taken back', about: about(own), detail: { quotes: gone } })
}

/** Says anew what may be quoted, at any time; what may not is shown no longer from this moment. */
export async function changeConsent(
  work: Work,
  cohort: CohortId,
  what: { consent: ReadonlyMap<string, Consent> },
): Promise<Decision> {
  const before = await openOwnFeedback(work, cohort)
  if (!before.own || before.own.save === 0) return no('You have given no feedback yet')
  await keepConsent(work, before.own, { before, now: { answers: before.answers, consent: what.consent } })
  writeTrail(work, { deed: 'said what may be quoted', about: about(before.own) })
  return yes()
}

/** Everything that was given of a cohort, opened by whoever leads the programme; each opening leaves its line. */
export async function openFeedback(work: Work, { cohort, programme }: CohortSubject): Promise<readonly Given[]> {
  if (!leadsProgramme(work.asker, programme)) return []
  const all = await findFeedback(work, cohort.id)
  const quoting = await findQuoting(
    work,
    all.map((one) => one.id),
  )
  const given: Given[] = []
  for (const feedback of all) {
    const answers = await openAnswers(work, feedback)
    given.push({ feedback, answers, quoting: quoting.filter((one) => one.feedback === feedback.id) })
  }
  return given
}

/** Shows an answer to everybody as a quote, by its author's consent. */
export async function showQuote(work: Work, subject: CohortSubject, what: { quoting: QuotingId }): Promise<Decision> {
  const { cohort, programme } = subject
  if (!leadsProgramme(work.asker, programme)) return no('Whoever leads the programme shows quotes')
  const given = (await openFeedback(work, subject)).find((one) => one.quoting.some(({ id }) => id === what.quoting))
  const quoting = given?.quoting.find(({ id }) => id === what.quoting) ?? null
  const words = (quoting && given?.answers[quoting.question]) ?? ''
  const decision = decideShowing(quoting, words)
  if (!decision.ok) return decision
  const person = decision.value.named ? (given?.feedback.person ?? null) : null
  const shown = { id: work.newId<'quote'>(), programme: programme.id, cohort: cohort.id, quoting: what.quoting }
  await insertQuote(work, { ...shown, words, person })
  writeTrail(work, { deed: 'quote shown', about: thing('programme', programme.id) })
  return yes()
}

/** Shows a quote no longer. */
export async function hideQuote(work: Work, subject: CohortSubject, what: { quoting: QuotingId }): Promise<Decision> {
  if (!leadsProgramme(work.asker, subject.programme)) return no('Whoever leads the programme hides quotes')
  if ((await deleteQuotes(work, [what.quoting])) === 0) return no('This is not shown any more')
  writeTrail(work, { deed: 'quote hidden', about: thing('programme', subject.programme.id) })
  return yes()
}
