// What people said of a programme, for whoever leads it: counted, and in words without names; from here an answer whose author
// agreed is shown as a quote. And the quotes, for everybody.
import { EmptyState, InsetText, PostButton, StateTag, Table, Written } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { parseId } from '../../../platform/ids.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { CohortSubject } from '../cohort/cohort.access.ts'
import { subjectProgramme } from '../programme/programme.changes.ts'
import type { Programme } from '../programme/programme.ts'
import { leadOfCohort } from './feedback.access.ts'
import { askedAtEnd, hideQuote, openFeedback, showQuote, subjectFeedback } from './feedback.changes.ts'
import { findQuotes } from './feedback.store.ts'
import { FEWEST, heldBack } from './feedback.ts'
import { type AnswerRead, countsOf, consentWords, type FeedbackAsked, readAnswers } from './feedback.view.ts'

const led = { subject: subjectFeedback, access: leadOfCohort } as const
const hrefOf = ({ cohort }: Pick<CohortSubject, 'cohort'>): string => `/action-learning/cohorts/${cohort.id}`

export const readingPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort/answers',
    ...led,
    answer: (work, { subject }) => answersPage(work, { ...subject, count: subject.asked.size }),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/quotes',
    ...led,
    answer: async (work, { subject, form }) => {
      const quoting = parseId<'quoting'>(firstOf(form, 'quoting'))
      const done = quoting ? await showQuote(work, subject, { quoting }) : notThere
      if (!done.ok) return conflict(done.reason)
      return seeOther(`${hrefOf(subject)}/answers`, 'Shown. Everybody in the organisation can read it')
    },
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/quotes/removal',
    ...led,
    answer: async (work, { subject, form }) => {
      const quoting = parseId<'quoting'>(firstOf(form, 'quoting'))
      const done = quoting ? await hideQuote(work, subject, { quoting }) : notThere
      return done.ok ? seeOther(`${hrefOf(subject)}/answers`, 'Shown no longer') : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /action-learning/programmes/:programme/quotes',
    subject: subjectProgramme,
    access: anyStaff,
    answer: (work, { subject }) => quotesPage(work, subject),
  }),
]

const notThere = { ok: false, reason: 'There is no such answer' } as const

/** The answers of a cohort; those that are held back are counted and nothing more. */
async function answersPage(work: Work, subject: CohortSubject & { readonly count: number }) {
  const { cohort, programme } = subject
  const asked = await askedAtEnd(work, cohort.id)
  const given = await openFeedback(work, subject)
  const shown = new Set((await findQuotes(work, programme.id)).map((one) => one.quoting))
  const names = await namesOf(
    work,
    given.map((one) => one.feedback.person),
  )
  const held = heldBack(given.length)
  return html({
    title: 'Feedback',
    back: { href: hrefOf(subject), label: 'Cohort' },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{programme.name}</bdi>, <bdi>{cohort.name}</bdi>
          </span>
          Feedback
        </h1>
        <HowMany given={given.length} of={subject.count} />
        {asked.questions.map((question) => (
          <Question
            asked={question}
            answers={readAnswers(question, given, { held, shown, names })}
            action={`${hrefOf(subject)}/quotes`}
          />
        ))}
        <p>
          <a href={`/action-learning/programmes/${programme.id}/quotes`}>What everybody can read of it</a>
        </p>
      </>
    ),
  })
}

const HowMany = ({ given, of }: { given: number; of: number }) => (
  <>
    <p>
      {given} of {of} have written. Only you read this, as the lead of the programme. Answers are sorted so that nothing
      tells who wrote what.
    </p>
    {heldBack(given) && (
      <InsetText>
        <p>
          Answers open once {FEWEST} people have written, so that nobody is known by theirs.
          {given > 0 && ' Those that may be quoted are here already.'}
        </p>
      </InsetText>
    )}
  </>
)

function Question(props: {
  asked: FeedbackAsked['questions'][number]
  answers: readonly AnswerRead[]
  action: string
}) {
  const { asked, answers, action } = props
  if (answers.length === 0) return null
  return (
    <section>
      <h2>{asked.label}</h2>
      {asked.answer === 'words' ? (
        <ul class="nhsuk-list">
          {answers.map((one, index) => (
            <li>
              <Answer answer={one} action={action} number={index + 1} question={asked.label} />
            </li>
          ))}
        </ul>
      ) : (
        <Table
          caption={asked.label}
          captionHidden
          columns={[
            { heading: 'Answer', cell: (one) => one.choice },
            { heading: 'How many', numeric: true, cell: (one) => one.count },
          ]}
          rows={countsOf(
            asked,
            answers.map((one) => one.words),
          )}
        />
      )}
    </section>
  )
}

function Answer(props: { answer: AnswerRead; action: string; number: number; question: string }) {
  const { answer, action, number, question } = props
  const which = (
    <span class="nhsuk-u-visually-hidden">
      : answer {number} to “{question}”
    </span>
  )
  return (
    <>
      <Written>{answer.words}</Written>
      {answer.consent !== 'no' && (
        <p>
          <StateTag tone="good">{consentWords[answer.consent]}</StateTag>{' '}
          {answer.name !== null && <bdi>{answer.name}</bdi>}
        </p>
      )}
      {answer.consent !== 'no' && answer.quoting !== null && (
        <PostButton
          action={answer.shown ? `${action}/removal` : action}
          variant="secondary"
          small
          fields={{ quoting: answer.quoting }}
        >
          {answer.shown ? 'Show it no longer' : 'Show it to everybody'}
          {which}
        </PostButton>
      )}
    </>
  )
}

/** What may be read by everybody: words, and a name only where its owner agreed. */
async function quotesPage(work: Work, programme: Programme) {
  const quotes = await findQuotes(work, programme.id)
  const people = quotes.flatMap((one): PersonId[] => (one.person === null ? [] : [one.person]))
  const names = await namesOf(work, people)
  return html({
    title: 'What people say of it',
    back: { href: `/action-learning/programmes/${programme.id}`, label: 'Programme' },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{programme.name}</bdi>
          </span>
          What people say of it
        </h1>
        {quotes.length === 0 && <EmptyState heading="Nothing yet" level={2} />}
        {quotes.map((one) => (
          <blockquote>
            <Written>{one.words}</Written>
            <p class="app-quiet">
              <bdi>{(one.person !== null && names.get(one.person)) || 'Somebody who took part'}</bdi>
            </p>
          </blockquote>
        ))}
        <p class="app-quiet">Each of these is here because its author agreed. They can take it back at any time.</p>
      </>
    ),
  })
}
