// Forums of peer review: those that invite the asker, one forum with its dates and what it recommended (SPEC 5.8).
import { ButtonGroup, EmptyState, LinkButton, PostButton, StateTag, Table } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { unitTree } from '../../people/index.ts'
import { recommendationTable } from '../recommendation/recommendation-table.pages.tsx'
import { findReviewsOf } from '../reviewing/review.store.ts'
import type { PeerReview } from '../reviewing/review.ts'
import { namer } from '../supervision.changes.ts'
import { chairsOfForum, type ForumSubject, leadersOfForum, peopleOfForum } from './forum.access.ts'
import { closeForum, joinForum, leaveForum, subjectForum } from './forum.changes.ts'
import { findForums } from './forum.store.ts'
import type { Forum } from './forum.ts'
import { forumAddress, invitedWords, reviewAddress, reviewTones } from './forum.view.ts'
import { forumsInviting, kindsToLead } from './invited.changes.ts'

const chaired = { subject: subjectForum, access: chairsOfForum } as const

export const forumPages: readonly Page[] = [
  page({ at: 'GET /peer-reviews', access: anyStaff, answer: (work) => listPage(work) }),
  page({
    at: 'GET /peer-reviews/forums/:forum',
    subject: subjectForum,
    access: peopleOfForum,
    answer: (work, { subject }) => forumPage(work, subject),
  }),
  page({
    at: 'POST /peer-reviews/forums/:forum/facilitation',
    subject: subjectForum,
    access: leadersOfForum,
    answer: async (work, { subject: { forum } }) => {
      const done = await joinForum(work, forum.id)
      return done.ok ? seeOther(forumAddress(forum), 'You facilitate this forum from now on') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /peer-reviews/forums/:forum/leaving',
    ...chaired,
    answer: async (work, { subject: { forum } }) => {
      const done = await leaveForum(work, forum.id)
      return done.ok ? seeOther('/peer-reviews', 'You no longer facilitate this forum') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /peer-reviews/forums/:forum/closing',
    ...chaired,
    answer: async (work, { subject: { forum } }) => {
      const done = await closeForum(work, forum.id)
      return done.ok ? seeOther('/peer-reviews', 'The forum has ended') : conflict(done.reason)
    },
  }),
]

async function listPage(work: Work): Promise<Reply> {
  const kinds = await kindsToLead(work)
  const all = await findForums(work)
  const inviting = new Set((await forumsInviting(work, work.asker.person, all)).map((forum) => forum.id))
  const leads = (forum: Forum) => kinds.some((kind) => kind.key === forum.type)
  const mine = all.filter((forum) => inviting.has(forum.id) || isChair(work, forum) || leads(forum))
  const reviews = await findReviewsOf(
    work,
    mine.map((forum) => forum.id),
  )
  const rows = mine.map((forum) => ({
    forum,
    next: reviews.find((one) => one.forum === forum.id && isAhead(one, work)),
    you: standingWords(isChair(work, forum), inviting.has(forum.id)),
  }))
  return html({
    title: 'Forums of peer review',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Peer review</h1>
        <p class="app-lede">
          Colleagues look at recent cases together, and at what serious case reviews teach. If you are invited you may
          simply come.
        </p>
        {kinds.length > 0 && (
          <LinkButton href="/peer-reviews/forums/new" variant={mine.length > 0 ? 'secondary' : undefined}>
            Begin a forum
          </LinkButton>
        )}
        {(kinds.length > 0 || mine.some((forum) => isChair(work, forum))) && (
          <p>
            <a href="/peer-reviews/recommendations">What peer review recommended, and how it stands</a>
          </p>
        )}
        <Forums rows={rows} />
      </>
    ),
  })
}

type ForumRow = { readonly forum: Forum; readonly next: PeerReview | undefined; readonly you: string }

const Forums = ({ rows }: { rows: readonly ForumRow[] }) => (
  <Table
    caption="Forums, by name"
    captionHidden
    rows={rows}
    columns={[
      {
        heading: 'Forum',
        cell: ({ forum }) => (
          <a href={forumAddress(forum)}>
            <bdi>{forum.name}</bdi>
          </a>
        ),
      },
      { heading: 'Next', cell: ({ next }) => <NextDate review={next} /> },
      { heading: 'You', cell: ({ you }) => you },
    ]}
    empty={
      <EmptyState heading="No forum invites you" level={2}>
        <p>Peer review is for the staff groups and teams that a forum invites. Those who lead one begin it.</p>
      </EmptyState>
    }
  />
)

const isChair = (work: Work, forum: Forum): boolean => forum.chairs.includes(work.asker.person)
const isAhead = (review: PeerReview, work: Work): boolean =>
  review.state === 'open' || (review.state === 'planned' && review.startsAt > work.moment)
const standingWords = (chair: boolean, invited: boolean): string =>
  chair ? 'You facilitate it' : invited ? 'You are invited' : 'You may lead this kind'

const NextDate = ({ review }: { review: PeerReview | undefined }) =>
  review ? <a href={reviewAddress(review)}>{formatMoment(review.startsAt)}</a> : <>No date yet</>

async function forumPage(work: Work, subject: ForumSubject): Promise<Reply> {
  const { forum } = subject
  const chair = isChair(work, forum)
  const reviews = await findReviewsOf(work, [forum.id])
  const past = (one: PeerReview) => one.state === 'held' || (one.state !== 'open' && one.startsAt <= work.moment)
  const nameOf = await namer(work, forum.chairs)
  const units = new Map((await unitTree(work, work.today)).map((unit) => [unit.unit, unit.name]))
  return html({
    title: 'Peer review forum',
    back: { href: '/peer-reviews', label: 'Peer review' },
    body: (
      <>
        <h1>
          <bdi>{forum.name}</bdi>
        </h1>
        <p>
          {invitedWords(forum, (unit) => units.get(unit) ?? 'a team that has ended')} Facilitated by{' '}
          <bdi>{forum.chairs.map(nameOf).join(', ')}</bdi>. {forum.closedAt !== null && 'It has ended.'}
        </p>
        {chair && forum.closedAt === null && <Ways forum={forum} planned={reviews.some((one) => isAhead(one, work))} />}
        <h2>Dates</h2>
        <Dates rows={reviews.filter((one) => !past(one))} empty="None are planned." caption="Dates ahead" />
        {reviews.some((one) => isAhead(one, work)) && (
          <p>
            <a href={`${forumAddress(forum)}/calendar`}>Add them all to your calendar</a>
          </p>
        )}
        {await recommendationTable(work, forum)}
        {reviews.some(past) && (
          <>
            <h2>Held before</h2>
            <Dates rows={reviews.filter(past).toReversed()} empty="" caption="Dates before" />
          </>
        )}
        <Facilitating subject={subject} chair={chair} />
      </>
    ),
  })
}

const Ways = ({ forum, planned }: { forum: Forum; planned: boolean }) => (
  <ButtonGroup>
    <LinkButton href={`${forumAddress(forum)}/dates`} variant={planned ? 'secondary' : undefined}>
      {planned ? 'Plan more dates' : 'Plan dates'}
    </LinkButton>
    <LinkButton href={`${forumAddress(forum)}/details`} variant="secondary">
      Change the forum
    </LinkButton>
  </ButtonGroup>
)

const Dates = ({ rows, empty, caption }: { rows: readonly PeerReview[]; empty: string; caption: string }) =>
  rows.length === 0 ? (
    <p>{empty}</p>
  ) : (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { heading: 'When', cell: (one) => <a href={reviewAddress(one)}>{formatMoment(one.startsAt)}</a> },
        {
          heading: 'State',
          cell: (one) => <StateTag tone={reviewTones[one.state].tone}>{reviewTones[one.state].words}</StateTag>,
        },
      ]}
    />
  )

function Facilitating({ subject: { forum, leads }, chair }: { subject: ForumSubject; chair: boolean }) {
  if (forum.closedAt !== null || (!leads && !chair)) return null
  return (
    <>
      <h2>Facilitating</h2>
      {!chair && (
        <>
          <p>You may facilitate it beside the others. What was said before stays with those who were there.</p>
          <PostButton action={`${forumAddress(forum)}/facilitation`} variant="secondary">
            Facilitate it, too
          </PostButton>
        </>
      )}
      {chair && (
        <ButtonGroup>
          {forum.chairs.length > 1 && (
            <PostButton action={`${forumAddress(forum)}/leaving`} variant="secondary">
              Facilitate it no longer
            </PostButton>
          )}
          <PostButton action={`${forumAddress(forum)}/closing`} variant="secondary">
            End the forum
          </PostButton>
        </ButtonGroup>
      )}
    </>
  )
}
