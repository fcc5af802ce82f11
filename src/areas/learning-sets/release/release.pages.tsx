// Giving something of one's own topic to somebody outside the set, and the page on which they read it (SPEC 7.8).
import {
  Button,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostButton,
  PostForm,
  searchIn,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, peopleFor } from '../../people/index.ts'
import { type PointedOut, PointedOutPart, pointedState, pointOutIn } from '../../records/index.ts'
import { type HeldSubject, readersOfHeld } from '../afterwards/held.access.ts'
import { subjectHeld } from '../afterwards/held.changes.ts'
import { giverOfRelease, peopleOfRelease, recipientOfRelease } from './release.access.ts'
import {
  giveAway,
  readRelease,
  releasableIn,
  subjectRelease,
  takeBackRelease,
  textOfRelease,
} from './release.changes.ts'
import { releaseForm } from './release.form.ts'
import { type Release, standingOfRelease } from './release.ts'

const held = { subject: subjectHeld, access: readersOfHeld } as const

export const releasePages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/releases/new',
    ...held,
    answer: (work, { subject }) => givingPage(work, subject, { state: releaseForm.filled({}), typed: {} }),
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/releases',
    ...held,
    answer: (work, { subject, form }) => give(work, subject, form),
  }),
  page({
    at: 'GET /action-learning/releases/:release',
    subject: subjectRelease,
    access: peopleOfRelease,
    answer: (work, { subject }) => releasePage(work, subject),
  }),
  page({
    at: 'POST /action-learning/releases/:release/reading',
    subject: subjectRelease,
    access: recipientOfRelease,
    answer: async (work, { subject }) => {
      const done = await readRelease(work, subject)
      return done.ok ? seeOther(addressOf(subject)) : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/releases/:release/taking-back',
    subject: subjectRelease,
    access: giverOfRelease,
    answer: async (work, { subject }) => {
      const done = await takeBackRelease(work, subject)
      return done.ok ? seeOther(addressOf(subject), 'Taken back. Nobody has read it') : conflict(done.reason)
    },
  }),
]

const addressOf = ({ id }: Pick<Release, 'id'>): string => `/action-learning/releases/${id}`

async function give(work: Work, subject: HeldSubject, form: Typed): Promise<Reply> {
  const { planned, meeting } = subject
  if (!meeting) return conflict('There is no such meeting')
  const chosen = (await releasableIn(work, planned.id, meeting)).find((one) => one.item === firstOf(form, 'item'))
  const pointed = pointOutIn(form, { texts: { item: chosen?.words ?? '' }, today: work.today })
  if (searchIn(form)) {
    const state = { errors: [], typed: releaseForm.typed(form) }
    return givingPage(work, subject, { state, typed: form, pointed: pointed.because === '' ? null : pointed })
  }
  const reading = releaseForm.read(form)
  if (!reading.ok) return givingPage(work, subject, { state: reading, typed: form, pointed })
  if (pointed.asks) {
    const state = pointedState(releaseForm, form, pointed, 'Choose something else')
    return givingPage(work, subject, { state, typed: form, pointed })
  }
  const recipient = parseId<'person'>(reading.value.recipient)
  const done = recipient
    ? await giveAway(work, { id: planned.id, meeting }, { item: reading.value.item, recipient, pointed })
    : { ok: false as const, reason: 'Choose one of the people found', field: 'recipient' }
  if (done.ok) return seeOther(addressOf({ id: done.value }), 'Given. You can take it back until it is read')
  return givingPage(work, subject, { state: releaseForm.refused(form, done), typed: form, pointed })
}

async function givingPage(
  work: Work,
  { planned, meeting }: HeldSubject,
  { state, typed, pointed = null }: { state: FormState; typed: Typed; pointed?: PointedOut | null },
): Promise<Reply> {
  const items = meeting ? await releasableIn(work, planned.id, meeting) : []
  const options = {
    ...(await peopleFor(work, 'recipient', typed)),
    item: items.map((one) => ({
      value: one.item,
      label: one.words,
      hint: one.isPromise ? 'What you promised' : undefined,
    })),
  }
  return html({
    title: titleWith(state, 'Give something to somebody outside'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/meetings/${planned.id}`, label: 'Meeting' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Give something to somebody outside</h1>
        <WhatGivingIs />
        {items.length === 0 ? (
          <EmptyState heading="There is nothing that you could give" level={2}>
            <p>You can give what was offered to you when you presented, and what you promised, if the set kept it.</p>
          </EmptyState>
        ) : (
          <PostForm action={`/action-learning/meetings/${planned.id}/releases`}>
            <FormFields form={releaseForm} state={state} options={options} />
            <PointedOutPart pointed={pointed} state={state} />
            <Button>Give it</Button>
          </PostForm>
        )}
      </>
    ),
  })
}

const WhatGivingIs = () => (
  <p>
    What is said in the set stays in the set, unless whoever brought the topic says otherwise. You can give one thing of
    your own topic to one person: exactly these words, and not who said them. Those who were in the meeting see that you
    gave it, and to whom.
  </p>
)

async function releasePage(work: Work, release: Release): Promise<Reply> {
  const isMine = release.presenter === work.asker.person
  const standing = standingOfRelease(release)
  const names = await namesOf(work, [release.presenter, release.recipient])
  const giver = names.get(release.presenter) ?? 'Somebody'
  const text = isMine || standing === 'read' ? await textOfRelease(work, release) : null
  return html({
    title: 'From a learning set',
    back: isMine ? { href: `/action-learning/meetings/${release.meeting}`, label: 'Meeting' } : undefined,
    body: (
      <>
        <h1>From a learning set</h1>
        <p class="app-lede">
          {isMine ? 'You gave' : <bdi>{giver}</bdi>} {isMine ? 'this to' : 'gave you this'}
          {isMine && (
            <>
              {' '}
              <bdi>{names.get(release.recipient) ?? 'somebody'}</bdi>
            </>
          )}
          , {formatMoment(release.releasedAt)}.
        </p>
        {text !== null && (
          <InsetText>
            <Written>{text}</Written>
          </InsetText>
        )}
        <ReleaseWays release={release} isMine={isMine} />
      </>
    ),
  })
}

function ReleaseWays({ release, isMine }: { release: Release; isMine: boolean }) {
  const standing = standingOfRelease(release)
  if (!isMine && standing === 'waits')
    return (
      <>
        <p>
          It comes from a set in which people speak in confidence, and was given to you alone. Please do not pass it on
          without asking. Once you have read it, it cannot be taken back.
        </p>
        <PostButton action={`${addressOf(release)}/reading`}>Read it</PostButton>
      </>
    )
  if (!isMine) return <p>It was given to you alone. Please do not pass it on without asking.</p>
  if (standing === 'taken back') return <p>You took it back. It was never read.</p>
  if (standing === 'read') return <p>It has been read, so it cannot be taken back.</p>
  return (
    <>
      <p>It has not been read yet.</p>
      <PostButton action={`${addressOf(release)}/taking-back`} variant="secondary">
        Take it back
      </PostButton>
    </>
  )
}
