// Cancelling a session, and putting it back for a short while.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { peopleOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import type { SessionId } from '../session/session.ts'
import { shortWhen, whenWords } from '../session/session.view.ts'
import { dayAfter, type RebookingRule } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import { cancelSession, putBack } from './cancellation.changes.ts'
import { cancellationForm } from './cancellation.form.ts'
import { type CancelCause, mayCancel } from './cancellation.ts'
import { nextPlanned } from './taken-place.changes.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)

export const cancellationPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/cancellation',
    subject,
    access: peopleOfSession,
    answer: (work, { subject: session }) => cancelPage(work, session, cancellationForm.filled({ way: 'in addition' })),
  }),
  page({
    at: 'POST /sessions/:session/cancellation',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: session, form }) => {
      const reading = cancellationForm.read(form)
      if (!reading.ok) return cancelPage(work, session, reading)
      const instead = await postponedInstead(work, session, reading.value.cause)
      if (instead) return cancelPage(work, session, cancellationForm.refused(form, instead))
      const done = await cancelSession(work, session.id, {
        ...reading.value,
        version: Number(firstOf(form, '_version')),
      })
      if (!done.ok) return cancelPage(work, session, cancellationForm.refused(form, done))
      return seeOther(`/sessions/${session.id}`, 'Session cancelled. You can put it back for 10 minutes.')
    },
  }),
  page({
    at: 'POST /sessions/:session/cancellation/undoing',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: session }) => {
      const done = await putBack(work, session.id)
      return done.ok ? seeOther(`/sessions/${session.id}`, 'Session put back') : conflict(done.reason)
    },
  }),
]

/** Where preparation is a gate, the supervisor puts the session off, so that everybody learns what they have to. */
async function postponedInstead(work: Work, session: StoredSession, cause: CancelCause) {
  const gate = termsIn(await policyOn(work), session.type)?.preparation?.gate ?? false
  if (cause !== 'not prepared' || !gate || session.supervisor !== work.asker.person) return null
  return { reason: 'For want of preparation, put it off from the page “Who has prepared”', field: 'cause' }
}

async function cancelPage(work: Work, session: StoredSession, state: FormState) {
  const may = mayCancel(session, work.asker.person, work.moment)
  if (!may.ok) return conflict(may.reason)
  const next = await nextPlanned(work, session)
  const rule = termsIn(await policyOn(work), session.type)?.rebooking
  return html({
    title: titleWith(state, 'Cancel a session'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Cancel this session</h1>
        <p class="app-lede">{whenWords(session)}</p>
        {rule && <InsetText>{dutyWords(rule, session)}</InsetText>}
        <p>{next ? `The next planned session is on ${shortWhen(next)}.` : 'No other session is planned after it.'}</p>
        <PostForm action={`/sessions/${session.id}/cancellation`} version={session.version}>
          <FormFields form={cancellationForm} state={state} />
          <Button variant="warning">Cancel the session</Button>
        </PostForm>
        <p>
          <a href={`/sessions/${session.id}`}>Keep the session</a>
        </p>
      </>
    ),
  })
}

/** What cancelling asks of whom, before anybody decides. */
function dutyWords(rule: RebookingRule, session: StoredSession): string {
  const group = session.format === 'group' ? 'supervisor' : rule.who
  const who = group === 'whoever cancels' ? 'Whoever cancels finds a new date' : `The ${group} finds a new date`
  const by = rule.within ? ` by ${formatDay(dayAfter(londonDay(session.startsAt), rule.within))}` : ''
  return `${who}${by}${rule.highPriority ? ', with high priority' : ''}.`
}
