// What whoever asked may do with their request while it is with the desk, or when it belongs elsewhere.
import { Button, ButtonGroup, Details, FormFields, PostButton, PostForm } from '../../../design/index.ts'
import { addForm } from '../asking/asking.form.ts'
import { isOver } from '../request/request.ts'
import type { Shown } from './request-page.pages.tsx'

/** Buttons for the caller, where there are any. */
export function CallerDeeds({ shown: { request } }: { shown: Shown }) {
  const here = `/advice/requests/${request.id}`
  if (request.state === 'elsewhere')
    return (
      <ButtonGroup>
        <PostButton action={`${here}/receipt`}>I have read where to turn</PostButton>
        <PostButton action={`${here}/renewal`} variant="secondary">
          I still need the desk
        </PostButton>
      </ButtonGroup>
    )
  if (request.state !== 'waiting' && request.state !== 'handed on') return null
  return (
    <PostButton action={`${here}/withdrawal`} variant="secondary" small>
      I need it no longer
    </PostButton>
  )
}

/** A further word to the desk, for everybody who reads the intake part. */
export function AddBox({ shown: { request, states } }: { shown: Shown }) {
  if (isOver(request)) return null
  return (
    <Details summary="Add something" open={states.added !== undefined}>
      <PostForm action={`/advice/requests/${request.id}/words`}>
        <FormFields form={addForm} state={states.added ?? addForm.filled({})} />
        <Button variant="secondary">Add it</Button>
      </PostForm>
    </Details>
  )
}
