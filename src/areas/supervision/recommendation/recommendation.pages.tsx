// Recommending something at a peer review, and one recommendation with what was reported on it (SPEC 5.8).
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostForm,
  searchIn,
  StateTag,
  SummaryList,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleFor, unitTree, whoSeesFoot } from '../../people/index.ts'
import { becauseTexts, type PointedOut, pointedState, PointedOutPart, pointOutIn } from '../../records/index.ts'
import { chairsOfForum, peopleOfForum } from '../peer-review/forum.access.ts'
import { forumAddress, reviewAddress } from '../peer-review/forum.view.ts'
import { type ReviewSubject, subjectReview } from '../reviewing/review.changes.ts'
import { namer } from '../supervision.changes.ts'
import { ownerOrChair, readersOfRecommendation } from './recommendation.access.ts'
import {
  openReports,
  type RecommendationSubject,
  recommend,
  reportOn,
  subjectRecommendation,
  theRecommendation,
  wordsOf,
} from './recommendation.changes.ts'
import { recommendationForm, recommendationReportForm } from './recommendation.form.ts'
import { isSettled, type Recommendation, recommendationStates } from './recommendation.ts'
import { recommendationAddress, standingOfRecommendation, stateWords } from './recommendation.view.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

export const recommendationPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/recommendations/new',
    ...chaired,
    answer: (work, { subject }) =>
      newPage(work, subject, {
        state: recommendationForm.filled({ due: addMonths(work.today, 3) }),
        form: {},
        pointed: null,
      }),
  }),
  page({
    at: 'POST /peer-reviews/:review/recommendations',
    ...chaired,
    answer: (work, { subject, form }) => recommendFrom(work, subject, form),
  }),
  page({
    at: 'GET /peer-reviews/recommendations/:recommendation',
    subject: subjectRecommendation,
    access: readersOfRecommendation,
    answer: (work, { subject }) => {
      const { state, due } = subject.recommendation
      return onePage(work, subject, { state: recommendationReportForm.filled({ state, due }), pointed: null })
    },
  }),
  page({
    at: 'POST /peer-reviews/recommendations/:recommendation/report',
    subject: subjectRecommendation,
    access: ownerOrChair,
    answer: (work, { subject, form }) => reportFrom(work, subject, form),
  }),
]

type Writing = { readonly state: FormState; readonly form: Typed; readonly pointed: PointedOut | null }

async function recommendFrom(work: Work, subject: ReviewSubject, form: Typed): Promise<Reply> {
  const again = (state: FormState, pointed: PointedOut | null = null) =>
    newPage(work, subject, { state, form, pointed })
  if (searchIn(form)) return again({ errors: [], typed: recommendationForm.typed(form) })
  const reading = recommendationForm.read(form, { today: work.today })
  if (!reading.ok) return again(reading)
  const { words, due } = reading.value
  const owner = parseId<'person'>(reading.value.owner)
  if (!owner)
    return again(recommendationForm.refused(form, { reason: 'Choose one of the people found', field: 'owner' }))
  const pointed = pointOutIn(form, { texts: { words }, today: work.today })
  if (pointed.asks) return again(pointedState(recommendationForm, form, pointed), pointed)
  const unit = parseId<'unit'>(reading.value.unit)
  const texts = { words, ...becauseTexts(pointed) }
  const done = await recommend(work, subject.review.id, { owner, unit, due: due as Day, texts, pointed })
  if (!done.ok) return again(recommendationForm.refused(form, done), pointed)
  return seeOther(reviewAddress(subject.review), 'Recommended. Whoever sees to it is told')
}

async function newPage(work: Work, { review }: ReviewSubject, { state, form, pointed }: Writing): Promise<Reply> {
  const units = (await unitTree(work, work.today)).map(({ unit, name, depth }) => ({
    value: unit as string,
    label: `${'– '.repeat(depth)}${name}`,
  }))
  const people = await peopleFor(work, 'owner', form)
  return html({
    title: titleWith(state, 'Recommend something'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: reviewAddress(review), label: 'Peer review' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Recommend something</h1>
        <p>It comes first at every following peer review, until it is everyday practice or the forum lets it go.</p>
        <PostForm action={`${reviewAddress(review)}/recommendations`}>
          <FormFields form={recommendationForm} state={state} options={{ unit: units, ...people }} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Recommend it</Button>
        </PostForm>
      </>
    ),
  })
}

async function reportFrom(work: Work, subject: RecommendationSubject, form: Typed): Promise<Reply> {
  const again = (state: FormState, pointed: PointedOut | null = null) => onePage(work, subject, { state, pointed })
  const reading = recommendationReportForm.read(form, { today: work.today })
  if (!reading.ok) return again(reading)
  const words = reading.value.words ?? ''
  const pointed = pointOutIn(form, { texts: { words }, today: work.today })
  if (pointed.asks) return again(pointedState(recommendationReportForm, form, pointed), pointed)
  const state = recommendationStates.find((one) => one === reading.value.state) ?? 'proposed'
  const version = Number(firstOf(form, '_version'))
  const texts = { words, ...becauseTexts(pointed) }
  const done = await reportOn(work, subject.recommendation.id, {
    state,
    due: reading.value.due as Day,
    texts,
    version,
    pointed,
  })
  if (!done.ok) return again(recommendationReportForm.refused(form, done), pointed)
  return seeOther(recommendationAddress(subject.recommendation), 'Thank you. It is on record')
}

/** Whoever sees to it may have nothing to do with the forum itself. */
const backTo = (work: Work, subject: RecommendationSubject) =>
  peopleOfForum.may(work.asker, subject)
    ? { href: forumAddress(subject.forum), label: 'Peer review forum' }
    : { href: '/', label: 'Home' }

async function onePage(
  work: Work,
  subject: RecommendationSubject,
  { state, pointed }: Omit<Writing, 'form'>,
): Promise<Reply> {
  const { recommendation: one, forum } = subject
  const words = await wordsOf(work, one.id)
  const reports = await openReports(work, one.id)
  const nameOf = await namer(work, [one.owner, one.madeBy, ...reports.map((report) => report.reportedBy)])
  const isChair = forum.chairs.includes(work.asker.person)
  const mayReport = (isChair || one.owner === work.asker.person) && (isChair || !isSettled(one))
  return html({
    title: titleWith(state, 'Recommendation'),
    status: state.errors.length > 0 ? 422 : 200,
    back: backTo(work, subject),
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Recommendation</h1>
        <InsetText>{words === '' ? <p>{unreadWords}</p> : <Written>{words}</Written>}</InsetText>
        {await facts(work, subject, nameOf)}
        {isChair && !isSettled(one) && (
          <p>
            <a href={`${recommendationAddress(one)}/owner`}>Give it to somebody else</a>
          </p>
        )}
        <Reports reports={reports} nameOf={nameOf} />
        {mayReport && <ReportPart subject={subject} state={state} pointed={pointed} />}
        {
          await whoSeesFoot(work, theRecommendation(one.id), {
            what: 'this recommendation',
            called: { owner: 'sees to it', facilitator: 'facilitates the forum' },
          })
        }
      </>
    ),
  })
}

type ReportsProps = {
  reports: Awaited<ReturnType<typeof openReports>>
  nameOf: (id: Recommendation['owner']) => string
}

const Reports = ({ reports, nameOf }: ReportsProps) => (
  <>
    {reports.length > 0 && <h2>What came of it</h2>}
    {reports.map((report) => (
      <>
        <h3>
          {stateWords(report.state)}, {formatMoment(report.reportedAt)}
        </h3>
        <p class="app-quiet">
          By <bdi>{nameOf(report.reportedBy)}</bdi>
        </p>
        {report.words !== '' && <Written>{report.words}</Written>}
      </>
    ))}
  </>
)

const unreadWords =
  'You were not there when it was recommended. It is read out at the next peer review that you come to.'

async function facts(
  work: Work,
  { recommendation: one }: RecommendationSubject,
  nameOf: (id: typeof one.owner) => string,
) {
  const { tone, words } = standingOfRecommendation(one, work.today)
  const unit = (await unitTree(work, work.today)).find((node) => node.unit === one.unit)?.name
  return (
    <SummaryList
      rows={[
        { name: 'How it stands', value: <StateTag tone={tone}>{words}</StateTag> },
        { name: 'Who sees to it', value: <bdi>{nameOf(one.owner)}</bdi> },
        { name: 'For', value: one.unit === null ? 'Everybody' : <bdi>{unit ?? 'A team that has ended'}</bdi> },
        { name: 'By when', value: formatDay(one.due) },
        { name: 'Recommended', value: `${formatMoment(one.madeAt)}, ${nameOf(one.madeBy)}` },
      ]}
    />
  )
}

const ReportPart = ({
  subject: { recommendation: one },
  state,
  pointed,
}: Omit<Writing, 'form'> & { subject: RecommendationSubject }) => (
  <>
    <h2>Say how it stands</h2>
    <PostForm action={`${recommendationAddress(one)}/report`} version={one.version}>
      <FormFields form={recommendationReportForm} state={state} />
      <PointedOutPart pointed={pointed} state={state} />
      <Button>Save</Button>
    </PostForm>
  </>
)
