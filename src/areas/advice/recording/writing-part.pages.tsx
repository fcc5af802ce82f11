// The forms of both records, and of the case that a request becomes; each for its writer alone.
import {
  Button,
  ButtonGroup,
  Details,
  FormFields,
  type FormState,
  PostButton,
  PostForm,
  type VNode,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { PointedOutPart } from '../../records/index.ts'
import type { AdviceRequest } from '../request/request.ts'
import type { Shown } from '../showing/request-page.pages.tsx'
import type { Kept } from './drafting.changes.ts'
import { accountForm, adviceForm, caseForm, withoutAction } from './recording.form.ts'

/** For whoever has taken the request. */
export function WriteAdvice({ shown: { request, states, kept, outsider }, asker }: { shown: Shown; asker: PersonId }) {
  if (request.state !== 'taken' || request.has !== asker) return null
  const state = states.advice ?? keptState(kept) ?? adviceForm.filled({ minutes: 20 })
  const here = `/advice/requests/${request.id}/record`
  return (
    <section>
      <h2>Write down what you advised</h2>
      <p>
        {outsider === null
          ? 'Whoever asked writes theirs, too; the two are compared.'
          : 'Then read it back to them, and write down what they heard; the two are compared.'}{' '}
        Safeguarding leads may read both.
      </p>
      <SavedElsewhere words={states.advice && states.savedElsewhere} />
      <PostForm action={here} version={kept.save} autosave={`${here}/draft`} id="record">
        <FormFields form={adviceForm} state={state} only={outsider === null ? undefined : withoutAction} />
        <PointedOutPart pointed={states.advice ? (states.pointed ?? null) : null} state={state} />
        <SaveButtons here={here}>Save what I advised</SaveButtons>
      </PostForm>
    </section>
  )
}

/** For whoever asked, once somebody has talked with them. */
export function HeardBox({ shown: { request, states, kept } }: { shown: Shown }) {
  if (request.heardAt !== null || (request.state !== 'taken' && request.state !== 'advised')) return null
  const state = states.heard ?? keptState(kept) ?? accountForm(request.caller === null).filled({})
  const here = `/advice/requests/${request.id}/account`
  const form = (
    <PostForm action={here} version={kept.save} autosave={`${here}/draft`} id="account">
      <SavedElsewhere words={states.heard && states.savedElsewhere} />
      <FormFields form={accountForm(request.caller === null)} state={state} />
      <PointedOutPart pointed={states.heard ? (states.pointed ?? null) : null} state={state} />
      <SaveButtons here={here}>{request.caller === null ? 'Save what they heard' : 'Save what I heard'}</SaveButtons>
    </PostForm>
  )
  if (request.state === 'taken')
    return (
      <Details
        summary="We have talked: write down what I heard"
        open={states.heard !== undefined || kept.typed !== null}
      >
        {form}
      </Details>
    )
  return request.caller === null ? <ReadBack form={form} /> : <OwnAccount request={request} form={form} />
}

const ReadBack = ({ form }: { form: VNode }) => (
  <section>
    <h2>Read it back</h2>
    <p>Ask them what they take from it, and what they will do. Write down what they say, not what you meant.</p>
    {form}
  </section>
)

const OwnAccount = ({ request, form }: { request: AdviceRequest; form: VNode }) => (
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

/** Saves the record, or keeps what was typed for another time. */
const SaveButtons = ({ here, children }: { here: string; children: string }) => (
  <ButtonGroup>
    <Button>{children}</Button>
    <Button variant="secondary" formAction={`${here}/draft`} formNoValidate name="later" value="yes">
      Save and carry on later
    </Button>
  </ButtonGroup>
)

/** What was saved from another window, above what was typed in this one. */
export const SavedElsewhere = ({ words }: { words: string | undefined }) =>
  words === undefined || words === '' ? null : (
    <Details summary="What was saved elsewhere" open>
      <Written>{words}</Written>
    </Details>
  )

const keptState = ({ typed }: Kept): FormState | null => (typed === null ? null : { errors: [], typed })

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
