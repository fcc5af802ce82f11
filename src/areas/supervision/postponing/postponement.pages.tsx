// Putting a session off that was not prepared, taking that back for a while, and the person's own comment on it.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  type Option,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type PersonId, parseId } from '../../../platform/ids.ts'
import { page, type Page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { becauseField, type PointedOut, PointedOutPart, pointedState, pointOutIn } from '../../records/index.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { within } from '../preparation/preparation.pages.tsx'
import { supervisorOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { shortWhen } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import { commentOnPostponing, postponeSession, takeBackPostponement, unpreparedOf } from './postponement.changes.ts'
import { commentForm, postponementForm } from './postponement.form.ts'
import { findPostponements } from './postponement.store.ts'
import { mayPostpone, type Postponement, type Whom } from './postponement.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const bySupervisor = { subject, access: supervisorOfSession }
const bySupervisee = { subject, access: supervisedInSession }

export const postponementPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/postponement',
    ...bySupervisor,
    answer: (work, { subject: session }) =>
      within(work, session, (of) => postponementPage(work, of, postponementForm.filled({ way: 'in addition' }))),
  }),
  page({
    at: 'POST /sessions/:session/postponement',
    ...bySupervisor,
    answer: (work, { subject: session, form }) => within(work, session, (of) => postpone(work, of, form)),
  }),
  page({
    at: 'POST /sessions/:session/postponement/undoing',
    ...bySupervisor,
    answer: (work, { subject: session, form }) =>
      within(work, session, async (of) => {
        const person = parseId<'person'>(firstOf(form, 'person'))
        if (!person) return notFound()
        const done = await takeBackPostponement(work, of, { person })
        return done.ok ? seeOther(`/sessions/${session.id}`, 'Taken back') : conflict(done.reason)
      }),
  }),
  page({
    at: 'GET /sessions/:session/postponement/comment',
    ...bySupervisee,
    answer: (work, { subject: session }) =>
      within(work, session, (of) => commentPage(work, of, { state: commentForm.filled({}), pointed: null })),
  }),
  page({
    at: 'POST /sessions/:session/postponement/comment',
    ...bySupervisee,
    answer: (work, { subject: session, form }) => within(work, session, (of) => comment(work, of, form)),
  }),
]

async function postpone(work: Work, of: PreparationOf, form: Typed): Promise<Reply> {
  const one = of.session.supervisees.length === 1
  const reading = postponementForm.read(one ? { ...form, whom: 'everybody' } : form)
  if (!reading.ok) return postponementPage(work, of, reading)
  const { whom, way } = reading.value
  const done = await postponeSession(work, of, {
    whom: whom === 'everybody' ? whom : (whom as Whom),
    way,
    version: Number(firstOf(form, '_version')),
  })
  if (!done.ok) return postponementPage(work, of, postponementForm.refused(form, done))
  return seeOther(`/sessions/${of.session.id}`, 'Put off. You can take it back for 10 minutes.')
}

async function postponementPage(work: Work, of: PreparationOf, state: FormState): Promise<Reply> {
  const { session, terms } = of
  const unprepared = await unpreparedOf(work, of)
  const may = mayPostpone(session, { by: work.asker.person, unprepared }, work.moment)
  if (!may.ok) return conflict(may.reason)
  const nameOf = await namer(work, unprepared.people)
  const group = session.supervisees.length > 1
  return html({
    title: titleWith(state, 'Put a session off'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/sessions/${session.id}/preparations`, label: 'Who has prepared' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Put it off because it was not prepared</h1>
        <p class="app-lede">
          {terms.name}, {shortWhen(session)}
        </p>
        <ToldWords of={of} names={unprepared.people.map(nameOf)} />
        <PostForm action={`/sessions/${session.id}/postponement`} version={session.version}>
          <FormFields
            form={postponementForm}
            state={state}
            options={{ whom: whomOptions(unprepared.people, nameOf) }}
            only={group ? ['whom', 'way'] : ['way']}
          />
          <Button variant="warning">Put it off</Button>
        </PostForm>
        <p>
          <a href={`/sessions/${session.id}`}>Keep the session</a>
        </p>
      </>
    ),
  })
}

const whomOptions = (people: readonly PersonId[], nameOf: (person: PersonId) => string): readonly Option[] => [
  ...people.map((person) => ({
    value: person,
    label: `Only the cases of ${nameOf(person)}`,
    hint: 'The session takes place with the others; they may come and listen',
  })),
  { value: 'everybody', label: 'The whole session', divider: 'or' },
]

/** What is told to whom, before anybody decides. */
const ToldWords = ({ of, names }: { of: PreparationOf; names: readonly string[] }) => (
  <InsetText>
    <p>Not ready yet: {names.join(', ')}.</p>
    <p>
      {of.terms.preparation.tellManager
        ? 'Their line manager is told that it was put off and by when a new date is due: no case, no reason beyond that, nothing that was written.'
        : 'Nobody else is told.'}{' '}
      They can see what was told, and comment.
    </p>
  </InsetText>
)

const ownOf = async (work: Work, { session }: PreparationOf): Promise<Postponement | null> =>
  (await findPostponements(work, session.id)).find((one) => one.person === work.asker.person) ?? null

async function comment(work: Work, of: PreparationOf, form: Typed): Promise<Reply> {
  const one = await ownOf(work, of)
  if (!one) return notFound()
  const reading = commentForm.read(form)
  if (!reading.ok) return commentPage(work, of, { state: reading, pointed: null })
  const said = { comment: reading.value.comment, [becauseField]: reading.value.identifiesNobody ?? '' }
  const pointed = pointOutIn(form, { texts: said, today: work.today })
  if (pointed.asks) return commentPage(work, of, { state: pointedState(commentForm, form, pointed), pointed })
  const done = await commentOnPostponing(work, of, {
    one,
    comment: reading.value.comment,
    because: pointed.because,
    pointed,
  })
  if (!done.ok) return commentPage(work, of, { state: commentForm.refused(form, done), pointed })
  return seeOther(`/sessions/${of.session.id}`, 'Your comment is kept')
}

type Again = { readonly state: FormState; readonly pointed: PointedOut | null }

async function commentPage(work: Work, of: PreparationOf, { state, pointed }: Again): Promise<Reply> {
  const one = await ownOf(work, of)
  if (!one) return notFound()
  if (one.commentedAt !== null && state.errors.length === 0) return seeOther(`/sessions/${of.session.id}`)
  const here = `/sessions/${of.session.id}`
  return html({
    title: titleWith(state, 'Comment'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: here, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Comment on its being put off</h1>
        <p>You and your supervisor read this. Nobody else, your manager neither.</p>
        <PostForm action={`${here}/postponement/comment`}>
          <FormFields form={commentForm} state={state} only={['comment']} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Keep comment</Button>
        </PostForm>
      </>
    ),
  })
}
