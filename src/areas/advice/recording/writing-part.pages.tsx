// The forms of both records, and of the case that a request becomes; each for its writer alone.
import { Button, Details, FormFields, PostButton, PostForm } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { PointedOutPart } from '../../records/index.ts'
import type { Shown } from '../showing/request-page.pages.tsx'
import { adviceForm, caseForm, heardForm } from './recording.form.ts'

/** For whoever has taken the request. */
export function WriteAdvice({ shown: { request, states }, asker }: { shown: Shown; asker: PersonId }) {
  if (request.state !== 'taken' || request.has !== asker) return null
  const state = states.advice ?? adviceForm.filled({ minutes: 20 })
  return (
    <section>
      <h2>Write down what you advised</h2>
      <p>Whoever asked writes theirs, too; the two are compared. Safeguarding leads of their service may read both.</p>
      <PostForm action={`/advice/requests/${request.id}/record`} version={request.version}>
        <FormFields form={adviceForm} state={state} />
        <PointedOutPart pointed={states.advice ? (states.pointed ?? null) : null} state={state} />
        <Button>Save what I advised</Button>
      </PostForm>
    </section>
  )
}

/** For whoever asked, once somebody has talked with them. */
export function HeardBox({ shown: { request, states } }: { shown: Shown }) {
  if (request.heardAt !== null || (request.state !== 'taken' && request.state !== 'advised')) return null
  const state = states.heard ?? heardForm.filled({})
  const form = (
    <PostForm action={`/advice/requests/${request.id}/account`} version={request.version}>
      <FormFields form={heardForm} state={state} />
      <PointedOutPart pointed={states.heard ? (states.pointed ?? null) : null} state={state} />
      <Button>Save what I heard</Button>
    </PostForm>
  )
  if (request.state === 'taken')
    return (
      <Details summary="We have talked: write down what I heard" open={states.heard !== undefined}>
        {form}
      </Details>
    )
  return (
    <section>
      <h2>Write down what you heard</h2>
      {form}
      {!request.readFirst && (
        <Details summary="I need to read what the adviser wrote first">
          <p>You can. It is said beside the comparison that you read theirs before you wrote yours.</p>
          <PostButton action={`/advice/requests/${request.id}/reading`} variant="secondary">
            Show me what they wrote
          </PostButton>
        </Details>
      )}
    </section>
  )
}

/** What was asked about becomes a case on the list of whoever asked. */
export function CaseBox({ shown: { request, states, entries } }: { shown: Shown }) {
  if (request.advisedAt === null || request.state === 'withdrawn') return null
  if (entries.some(({ kind }) => kind === 'case made'))
    return (
      <p>
        You put it on <a href="/cases">your list of cases</a>. It comes with you to planned supervision.
      </p>
    )
  return (
    <Details summary="Bring it to planned supervision" open={states.case !== undefined}>
      <p>It becomes a case on your list. You can add who else is in it, and the criteria, afterwards.</p>
      <PostForm action={`/advice/requests/${request.id}/case`}>
        <FormFields form={caseForm} state={states.case ?? caseForm.filled({})} />
        <PointedOutPart
          pointed={states.case ? (states.pointed ?? null) : null}
          state={states.case ?? caseForm.filled({})}
        />
        <Button variant="secondary">Put it on my list of cases</Button>
      </PostForm>
    </Details>
  )
}
