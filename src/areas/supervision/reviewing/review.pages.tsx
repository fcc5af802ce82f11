// One peer review on one page: its whole life can be followed here, and the green button is the next step (SPEC 5.8, DESIGN 3).
import { ButtonGroup, LinkButton, PostButton, StateTag, SummaryList } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatMinutes, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { chairsOfForum, invitedToForum, peopleOfForum } from '../peer-review/forum.access.ts'
import { forumAddress, reviewAddress, reviewTones } from '../peer-review/forum.view.ts'
import { recommendationTable } from '../recommendation/recommendation-table.pages.tsx'
import { placeWords } from '../session/session.view.ts'
import { theReview } from './readers.changes.ts'
import { correctionPart } from '../register/correction.pages.tsx'
import { registerPart } from './register.pages.tsx'
import {
  callReviewOff,
  closeReview,
  openReview,
  putReviewBack,
  register,
  registerOther,
  type ReviewSubject,
  subjectReview,
} from './review.changes.ts'
import { itemsPart } from './items.pages.tsx'
import { recordPart } from '../peer-record/peer-record-part.pages.tsx'
import { type PeerReview, stands } from './review.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

/** A deed of those who facilitate, without a form: its noun in the address, what it does, and what is said when it is done. */
const deed = (at: `POST /peer-reviews/:review/${string}`, does: typeof openReview, said: string): Page =>
  page({
    at: at as 'POST /peer-reviews/:review/opening',
    ...chaired,
    answer: async (work, { subject: { review } }) => {
      const done = await does(work, review.id)
      return done.ok ? seeOther(reviewAddress(review), said) : conflict(done.reason)
    },
  })

export const reviewPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review',
    subject: subjectReview,
    access: peopleOfForum,
    answer: (work, { subject }) => reviewPage(work, subject),
  }),
  page({
    at: 'POST /peer-reviews/:review/register',
    subject: subjectReview,
    access: invitedToForum,
    answer: async (work, { subject: { review }, form }) => {
      const wish = stands.find((one) => one === firstOf(form, 'stands'))
      if (!wish) return conflict('Say whether you come')
      const done = await register(work, review.id, { stands: wish })
      return done.ok ? seeOther(reviewAddress(review), saidWords[wish]) : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /peer-reviews/:review/taking-off',
    ...chaired,
    answer: async (work, { subject: { review }, form }) => {
      const person = parseId<'person'>(firstOf(form, 'person'))
      if (!person) return notFound()
      const done = await registerOther(work, review.id, { person, here: false })
      return done.ok ? seeOther(reviewAddress(review), 'Taken off the register') : conflict(done.reason)
    },
  }),
  deed('POST /peer-reviews/:review/opening', openReview, 'The register is open'),
  deed('POST /peer-reviews/:review/closing', closeReview, 'Held. It counts for everybody on the register'),
  deed('POST /peer-reviews/:review/cancellation', callReviewOff, 'Called off. You can put it back'),
  deed('POST /peer-reviews/:review/reinstatement', putReviewBack, 'It is planned again'),
]

const saidWords = {
  coming: 'Thank you. See you there',
  'not coming': 'Thank you for saying so',
  here: 'You are on the register',
} as const

async function reviewPage(work: Work, subject: ReviewSubject): Promise<Reply> {
  const { review, forum } = subject
  const chair = forum.chairs.includes(work.asker.person)
  const { tone, words } = reviewTones[review.state]
  return html({
    title: 'Peer review',
    back: { href: forumAddress(forum), label: 'Forum' },
    body: (
      <>
        <h1>
          Peer review <StateTag tone={tone}>{words}</StateTag>
        </h1>
        <SummaryList rows={factRows(subject)} />
        <CalendarWay review={review} now={work.moment} />
        {await registerPart(work, subject)}
        {await correctionPart(work, subject)}
        {chair && <NextStep review={review} now={work.moment} />}
        {await recommendationTable(work, forum)}
        {chair && (review.state === 'open' || review.state === 'held') && (
          <LinkButton href={`${reviewAddress(review)}/recommendations/new`} variant="secondary">
            Recommend something
          </LinkButton>
        )}
        {await itemsPart(work, subject)}
        {await recordPart(work, subject)}
        {await work.panels('peer review', review.id)}
        {chair && <Ending review={review} now={work.moment} />}
        {review.record > 0 && (await whoSeesFoot(work, theReview(review.id), { what: 'the record' }))}
        <p class="app-quiet">
          Cases and the record are read by those who were there and whoever facilitates. Managers see that it was held,
          and who came.
        </p>
      </>
    ),
  })
}

/** Into the calendar while it is ahead, and out of it again once it was called off. */
function CalendarWay({ review, now }: { review: PeerReview; now: Work['moment'] }) {
  if (review.startsAt <= now || review.state === 'held') return null
  return (
    <p>
      <a href={`${reviewAddress(review)}/calendar`}>
        {review.state === 'called off' ? 'Take it out of your calendar' : 'Add it to your calendar'}
      </a>
    </p>
  )
}

function factRows({ review, forum }: ReviewSubject) {
  const place = review.place === '' ? placeWords[review.placeKind] : `${placeWords[review.placeKind]}: ${review.place}`
  return [
    { name: 'Forum', value: <bdi>{forum.name}</bdi> },
    { name: 'When', value: `${formatMoment(review.startsAt)}, ${formatMinutes(review.minutes)}` },
    { name: 'Where', value: <bdi>{place}</bdi> },
  ]
}

/** Opened from half an hour before; closed when people go. */
function NextStep({ review, now }: { review: PeerReview; now: Work['moment'] }) {
  if (review.state === 'open')
    return (
      <ButtonGroup>
        <LinkButton href={`${reviewAddress(review)}/record`}>Write the record</LinkButton>
        <PostButton action={`${reviewAddress(review)}/closing`} variant="secondary">
          Close it: it counts for those on the register
        </PostButton>
      </ButtonGroup>
    )
  if (review.state !== 'planned' || addMinutes(review.startsAt, -30) > now) return null
  return <PostButton action={`${reviewAddress(review)}/opening`}>Open the register</PostButton>
}

function Ending({ review, now }: { review: PeerReview; now: Work['moment'] }) {
  if (review.state === 'called off' && review.startsAt > now)
    return (
      <PostButton action={`${reviewAddress(review)}/reinstatement`} variant="secondary">
        Put it back
      </PostButton>
    )
  if (review.state !== 'planned' && review.state !== 'open') return null
  return (
    <PostButton action={`${reviewAddress(review)}/cancellation`} variant="secondary">
      Call it off
    </PostButton>
  )
}
