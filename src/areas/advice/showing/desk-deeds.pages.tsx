// What the desk may do with a request: take it, hand it on, give it back, say where to turn instead, close it. One green button.
import { Button, Details, FormFields, PostButton, PostForm } from '../../../design/index.ts'
import type { Asker, Work } from '../../../platform/work.ts'
import { closingForm, closingOutsideForm, elsewhereForm, handForm } from '../asking/asking.form.ts'
import { advisersToChoose } from '../request/advisers.changes.ts'
import { doerOf } from '../request/request.access.ts'
import { isWithDesk } from '../request/request.ts'
import type { Shown } from './request-page.pages.tsx'

/** The green button, for a professional while nobody who works here has taken it. */
export function TakeButton({ shown: { request, has }, asker }: { shown: Shown; asker: Asker }) {
  const mayTake = doerOf(asker).advises && isWithDesk(request) && !(request.state === 'taken' && has !== null)
  return mayTake ? <PostButton action={`/advice/requests/${request.id}/taking`}>Take it</PostButton> : null
}

/** The desk's other deeds that the asker may do now; what needs words is behind a line. */
export async function DeskDeeds(work: Work, shown: Shown) {
  const { request, has } = shown
  const doer = doerOf(work.asker)
  const here = `/advice/requests/${request.id}`
  const isMine = has === doer.person
  const mayClose =
    (isMine || request.adviser === doer.person || doer.leads) &&
    ['taken', 'advised', 'elsewhere'].includes(request.state)
  return (
    <>
      {isWithDesk(request) && (
        <Details summary="Hand it to a colleague" open={shown.states.hand !== undefined}>
          <PostForm action={`${here}/hand-over`}>
            <FormFields
              form={handForm}
              state={shown.states.hand ?? handForm.filled({})}
              options={{ to: await advisersToChoose(work, [request.caller, request.has]) }}
            />
            <Button variant="secondary">Hand it on</Button>
          </PostForm>
        </Details>
      )}
      {isWithDesk(request) && isMine && (
        <PostButton action={`${here}/return`} variant="secondary" small>
          Give it back to the desk
        </PostButton>
      )}
      {isWithDesk(request) && shown.readsIntake && <ElsewhereBox shown={shown} />}
      {mayClose && <ClosingBox shown={shown} />}
      {request.caller === null && (request.state === 'waiting' || request.state === 'handed on') && (
        <PostButton action={`${here}/withdrawal`} variant="secondary" small>
          They need it no longer
        </PostButton>
      )}
    </>
  )
}

const ElsewhereBox = ({ shown: { request, states, outsider } }: { shown: Shown }) => (
  <Details summary="It belongs elsewhere" open={states.elsewhere !== undefined}>
    {outsider !== null && <p>They are not in the register: tell them on the phone, too. The request is over then.</p>}
    <PostForm action={`/advice/requests/${request.id}/elsewhere`}>
      <FormFields form={elsewhereForm} state={states.elsewhere ?? elsewhereForm.filled({})} />
      <Button variant="secondary">Tell them where to turn</Button>
    </PostForm>
  </Details>
)

const ClosingBox = ({ shown: { request, states, outsider } }: { shown: Shown }) => (
  <Details summary="Close it" open={states.closing !== undefined}>
    <PostForm action={`/advice/requests/${request.id}/closing`}>
      <FormFields
        form={outsider === null ? closingForm : closingOutsideForm}
        state={states.closing ?? closingForm.filled({})}
      />
      <Button variant="secondary">Close it</Button>
    </PostForm>
  </Details>
)
