// What can be done on the page of a concern: add to it, tell the colleague, hand it on, close it.
import {
  Button,
  Details,
  FormFields,
  type FormState,
  type Option,
  PostButton,
  PostForm,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { additionForm, closingForm, handingForm, managerForm } from './concern.form.ts'
import { add, close, type Concern, tell, writeForManager } from './concern.ts'

export type FormStates = { addition?: FormState; closing?: FormState; handing?: FormState; manager?: FormState }
/** `written`: whether the line manager of the colleague it is about was written to. */
type Shown = { concern: Concern; leads: readonly PersonId[]; written: boolean; states: FormStates }

/** The forms that this reader may use, quiet ones behind a line. */
export async function ConcernForms(work: Work, { concern, leads, written, states }: Shown) {
  const asker = work.asker.person
  const here = `/concerns/${concern.id}`
  const mayClose = close(concern, asker, leads).ok
  return (
    <>
      {tell(concern, asker, leads).ok && (
        <PostButton action={`${here}/telling`} variant="secondary">
          Tell the colleague it is about
        </PostButton>
      )}
      {writeForManager(concern, asker, { leads, written }).ok && <ManagerPart here={here} state={states.manager} />}
      {add(concern, asker, leads).ok && (
        <>
          <h2>Add to it</h2>
          <PostForm action={`${here}/entries`}>
            <FormFields form={additionForm} state={states.addition ?? additionForm.filled({})} />
            <Button variant={mayClose ? 'secondary' : undefined}>Add</Button>
          </PostForm>
        </>
      )}
      {mayClose && <ClosingPart here={here} state={states.closing} />}
      {leads.includes(asker) && (
        <Details summary="Hand it on to another safeguarding lead" open={states.handing !== undefined}>
          <PostForm action={`${here}/hand-over`}>
            <FormFields
              form={handingForm}
              state={states.handing ?? handingForm.filled({})}
              options={await found(work, states.handing)}
            />
            <Button variant="secondary">Hand it on</Button>
          </PostForm>
        </Details>
      )}
    </>
  )
}

const ManagerPart = ({ here, state }: { here: string; state: FormState | undefined }) => (
  <>
    <h2>Write for their line manager</h2>
    <p>Their line manager has not been written to. A plan of support and development starts from what you write.</p>
    <PostForm action={`${here}/manager`}>
      <FormFields form={managerForm} state={state ?? managerForm.filled({})} />
      <Button variant="secondary">Send it to their line manager</Button>
    </PostForm>
  </>
)

const ClosingPart = ({ here, state }: { here: string; state: FormState | undefined }) => (
  <>
    <h2>Close it</h2>
    <PostForm action={`${here}/closing`}>
      <FormFields form={closingForm} state={state ?? closingForm.filled({})} />
      <Button>Close it</Button>
    </PostForm>
  </>
)

async function found(work: Work, state: FormState | undefined): Promise<{ to?: readonly Option[] }> {
  const text = String(state?.typed['to-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  return { to: people.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}
