// Saying how a programme was, at its end: one's own page, which stays open for taking back what may be quoted.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  StateTag,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { data, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { feedbackDays } from '../cohort/cohort.ts'
import { answersFrom, answersShown, answersTyped } from '../questionnaire/question.form.ts'
import { answered } from '../questionnaire/question.ts'
import { type FeedbackSubject, peopleOfCohort } from './feedback.access.ts'
import {
  askedAtEnd,
  changeConsent,
  giveFeedback,
  keepFeedback,
  openOwnFeedback,
  type OwnFeedback,
  subjectFeedback,
} from './feedback.changes.ts'
import { consentForm, consentFrom, consentTyped, feedbackForm, fieldOfConsent, orderOf } from './feedback.form.ts'
import { type Feedback, FEWEST, isAsked, quotable } from './feedback.ts'
import type { FeedbackAsked } from './feedback.view.ts'

const own = { subject: subjectFeedback, access: peopleOfCohort } as const
const hrefOf = ({ cohort }: Pick<FeedbackSubject, 'cohort'>): string => `/action-learning/cohorts/${cohort.id}/feedback`

export const feedbackPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort/feedback',
    ...own,
    answer: (work, { subject }) => ownPage(work, subject, null),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/feedback',
    ...own,
    answer: (work, { subject, form }) => give(work, subject, form),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/feedback/draft',
    ...own,
    quiet: true,
    answer: async (work, { subject, form }) => {
      const { questions } = await askedAtEnd(work, subject.cohort.id)
      const typed = { answers: answersTyped(questions, form), consent: consentTyped(questions, form) }
      const done = await keepFeedback(work, subject, { ...typed, fromSave: Number(firstOf(form, '_version')) })
      return done.ok ? data({ version: done.value.draft }) : data({ reason: done.reason }, 409)
    },
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/feedback/consent',
    ...own,
    answer: async (work, { subject, form }) => {
      const asked = await askedAtEnd(work, subject.cohort.id)
      const shape = consentForm(asked.questions, asked.asksConsent)
      const reading = shape.read(form)
      if (!reading.ok) return ownPage(work, subject, reading)
      const done = await changeConsent(work, subject.cohort.id, {
        consent: consentFrom(asked.questions, reading.value),
      })
      if (!done.ok) return ownPage(work, subject, shape.refused(form, done))
      return seeOther(hrefOf(subject), 'Saved. What may not be quoted is shown no longer')
    },
  }),
]

async function give(work: Work, subject: FeedbackSubject, form: Typed): Promise<Reply> {
  const asked = await askedAtEnd(work, subject.cohort.id)
  const shape = feedbackForm(asked.questions, asked.asksConsent)
  const reading = shape.read(form)
  if (!reading.ok) return ownPage(work, subject, reading)
  const done = await giveFeedback(work, subject, {
    answers: answersFrom(asked.questions, reading.value),
    consent: consentFrom(asked.questions, reading.value),
    fromSave: Number(firstOf(form, '_version')),
  })
  return done.ok
    ? seeOther(hrefOf(subject), 'Thank you. Whoever leads the programme can read it')
    : ownPage(work, subject, shape.refused(form, done))
}

/** One's own feedback: to be given, given, or closed with only the consent to change. */
async function ownPage(work: Work, subject: FeedbackSubject, state: FormState | null): Promise<Reply> {
  const { cohort, programme } = subject
  const asked = await askedAtEnd(work, cohort.id)
  const opened = await openOwnFeedback(work, cohort.id)
  const lead = (await namesOf(work, [programme.lead])).get(programme.lead) ?? 'whoever leads the programme'
  const open = isAsked(cohort, work.today) && subject.asked.has(work.asker.person)
  return html({
    title: titleWith(state ?? undefined, 'How was it for you?'),
    status: state && state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/programmes/${programme.id}`, label: 'Programme' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{programme.name}</bdi>, <bdi>{cohort.name}</bdi>
          </span>
          {asked.name || 'How was it for you?'}
        </h1>
        {isGiven(opened.own) && (
          <p>
            <StateTag tone="good">Given</StateTag> on {formatMoment(opened.own.givenAt)}
          </p>
        )}
        <p>
          <bdi>{lead}</bdi>, who leads the programme, reads your answers, without your name and once {FEWEST} people
          have written. In a small cohort somebody may still guess. Nobody else reads them. An answer is quoted only if
          you say so, and you can change your mind at any time.
        </p>
        {asked.questions.length === 0 && <p>Your policy asks nothing at the end of a programme.</p>}
        {open && <Asking asked={asked} opened={opened} state={state} href={hrefOf(subject)} />}
        {!open && <Closed subject={subject} asked={asked} opened={opened} state={state} today={work.today} />}
      </>
    ),
  })
}

const isGiven = (own: Feedback | null): own is Feedback => own !== null && own.save > 0

type Parts = { asked: FeedbackAsked; opened: OwnFeedback; state: FormState | null }

const consentShown = ({ asked, opened }: Parts): Record<string, string> =>
  Object.fromEntries(
    quotable(asked.questions).map((one) => [
      fieldOfConsent(one),
      opened.typed?.consent[one.key] ?? opened.quoting.find(({ question }) => question === one.key)?.consent ?? 'no',
    ]),
  )

function Asking(parts: Parts & { href: string }) {
  const { asked, opened, state, href } = parts
  const form = feedbackForm(asked.questions, asked.asksConsent)
  const { answers } = opened.typed ?? opened
  const values = { ...answersShown(asked.questions, answers), ...consentShown(parts) }
  if (asked.questions.length === 0) return null
  return (
    <PostForm action={href} version={opened.own?.draft ?? 0} autosave={`${href}/draft`} id="feedback">
      {opened.typed !== null && isGiven(opened.own) && (
        <p>You have written on since you gave it. What you wrote is yours alone until you save it.</p>
      )}
      <FormFields form={form} state={state ?? form.filled(values)} only={orderOf(asked.questions, asked.asksConsent)} />
      <Button>{isGiven(opened.own) ? 'Save' : 'Give feedback'}</Button>
    </PostForm>
  )
}

/** Before and after: what was written is read, and what may be quoted can still be changed. */
function Closed(parts: Parts & { subject: FeedbackSubject; today: FeedbackSubject['cohort']['from'] }) {
  const { subject, asked, opened, state, today } = parts
  const { from, until } = feedbackDays(subject.cohort)
  const words = answered(asked.questions, opened.answers)
  const form = consentForm(words, asked.asksConsent)
  return (
    <>
      <p>
        {today < from ? `You are asked from ${formatDay(from)} on.` : `Answers were taken until ${formatDay(until)}.`}
      </p>
      {words.map((question) => (
        <>
          <h2 class="nhsuk-heading-s">{question.label}</h2>
          <Written>{opened.answers[question.key]}</Written>
        </>
      ))}
      {words.length > 0 && asked.asksConsent && quotable(words).length > 0 && (
        <PostForm action={`${hrefOf(subject)}/consent`}>
          <FormFields form={form} state={state ?? form.filled(consentShown(parts))} />
          <Button>Save what may be quoted</Button>
        </PostForm>
      )}
    </>
  )
}
