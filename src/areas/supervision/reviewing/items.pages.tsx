// What people bring to a peer review: cases by their local reference, serious case reviews and other learning.
import {
  Button,
  Card,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostButton,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { becauseTexts, type PointedOut, pointedState, PointedOutPart, pointOutIn } from '../../records/index.ts'
import { invitedToForum } from '../peer-review/forum.access.ts'
import { standingTo } from '../peer-review/forum.changes.ts'
import { findForum } from '../peer-review/forum.store.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import { namer } from '../supervision.changes.ts'
import { bringersOfItem } from './item.access.ts'
import { bringItem, itemOf, openItems, takeBack } from './bringing.changes.ts'
import { type ReviewSubject, subjectReview } from './review.changes.ts'
import { itemForm } from './review.form.ts'
import type { Item, ItemId, PeerReview } from './review.ts'

const invited = { subject: subjectReview, access: invitedToForum } as const

export const itemPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/items/new',
    ...invited,
    answer: (_work, { subject: { review } }) => bringPage(review, itemForm.filled({}), null),
  }),
  page({
    at: 'POST /peer-reviews/:review/items',
    ...invited,
    answer: (work, { subject: { review }, form }) => bringFrom(work, review, form),
  }),
  page({
    at: 'POST /peer-reviews/items/:item/withdrawal',
    subject: async (work, { item: id }: { item: ItemId }) => {
      const found = await itemOf(work, id)
      const forum = found && (await findForum(work, found.review.forum))
      return forum && { ...(await standingTo(work, forum)), ...found }
    },
    access: bringersOfItem,
    answer: async (work, { subject: { item, review } }) => {
      const done = await takeBack(work, item.id)
      return done.ok ? seeOther(reviewAddress(review), 'Taken back') : conflict(done.reason)
    },
  }),
]

async function bringFrom(work: Work, review: PeerReview, form: Typed): Promise<Reply> {
  const reading = itemForm.read(form)
  if (!reading.ok) return bringPage(review, reading, null)
  const { reference, why, kind } = reading.value
  const words = { reference, why: why ?? '' }
  const pointed = pointOutIn(form, { texts: words, today: work.today })
  if (pointed.asks) return bringPage(review, pointedState(itemForm, form, pointed), pointed)
  const texts = { ...words, ...becauseTexts(pointed) }
  const done = await bringItem(work, review.id, { kind: kind === 'case' ? 'case' : 'learning', texts, pointed })
  if (!done.ok) return bringPage(review, itemForm.refused(form, done), pointed)
  return seeOther(reviewAddress(review), 'It is on the list')
}

const bringPage = (review: PeerReview, state: FormState, pointed: PointedOut | null): Reply =>
  html({
    title: titleWith(state, 'Bring something to peer review'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: reviewAddress(review), label: 'Peer review' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Bring something to peer review</h1>
        <PostForm action={`${reviewAddress(review)}/items`}>
          <FormFields form={itemForm} state={state} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Bring it</Button>
        </PostForm>
      </>
    ),
  })

/** The part of the page of a peer review; words for those who may read them. */
export async function itemsPart(work: Work, { review, forum, invited: isInvited }: ReviewSubject) {
  const items = await openItems(work, review)
  const nameOf = await namer(
    work,
    items.map((one) => one.broughtBy),
  )
  const chair = forum.chairs.includes(work.asker.person)
  const open = review.state === 'planned' || review.state === 'open'
  return (
    <>
      <h2>{review.state === 'held' ? 'What we looked at' : 'What we look at'}</h2>
      {items.length === 0 && <p>Nothing has been brought yet.</p>}
      {items.map((item, at) => (
        <Card heading={item.texts.reference ?? `${kindWords[item.kind]} ${at + 1}`} level={3}>
          <p class="app-quiet">
            {kindWords[item.kind]}, brought by <bdi>{nameOf(item.broughtBy)}</bdi>
          </p>
          {item.texts.why !== undefined && item.texts.why !== '' && <Written>{item.texts.why}</Written>}
          {open && (chair || item.broughtBy === work.asker.person) && (
            <PostButton action={`/peer-reviews/items/${item.id}/withdrawal`} variant="secondary" small>
              Take it back
              <span class="nhsuk-u-visually-hidden">
                : {kindWords[item.kind]} {at + 1}
              </span>
            </PostButton>
          )}
        </Card>
      ))}
      {open && (isInvited || chair) && (
        <LinkButton href={`${reviewAddress(review)}/items/new`} variant="secondary">
          Bring a case, or something to learn from
        </LinkButton>
      )}
    </>
  )
}

const kindWords: Readonly<Record<Item['kind'], string>> = { case: 'Case', learning: 'Review or other learning' }
