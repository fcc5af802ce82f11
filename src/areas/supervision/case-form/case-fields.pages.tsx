// The form of a case on its page: a row for each person at risk, with buttons that add one or take one off.
import { Button, ButtonGroup, FormFields, type FormState, PostForm } from '../../../design/index.ts'
import { type PointedOut, PointedOutPart } from '../../records/index.ts'
import { type CaseId, MOST_PEOPLE } from '../case/case.ts'
import { type CaseForm, type RowId, rowFields, sinceField } from './case.form.ts'
import type { Criterion } from './criteria.ts'

/** A form as it is about to be shown. */
export type CaseFormShown = {
  readonly shape: CaseForm
  readonly criteria: readonly Criterion[]
  readonly rows: readonly RowId[]
  readonly state: FormState
  readonly pointed: PointedOut | null
  /** The case that is changed; null for a new one. */
  readonly of: { readonly id: CaseId; readonly save: number } | null
}

/** The whole form with its buttons; `save` names the green one. */
export function CaseFields({ shown, save }: { shown: CaseFormShown; save: string }) {
  const { shape, rows, state, of } = shown
  const base = of ? `/cases/${of.id}` : '/cases'
  return (
    <PostForm action={of ? `${base}/details` : base} version={of?.save}>
      <FormFields form={shape} state={state} only={['reference']} />
      <h2>Who is at risk</h2>
      {rows.map((id, at) => (
        <PersonRow id={id} number={at + 1} shown={shown} href={`${base}/rows`} />
      ))}
      {rows.length < MOST_PEOPLE && (
        <Button variant="secondary" formAction={`${base}/rows`} formNoValidate>
          Add another person
        </Button>
      )}
      <FormFields form={shape} state={state} only={['connections']} />
      <FormFields form={shape} state={state} only={['criteria', ...shown.criteria.map((one) => sinceField(one.key))]} />
      <PointedOutPart pointed={shown.pointed} state={state} />
      <ButtonGroup>
        <Button>{save}</Button>
      </ButtonGroup>
    </PostForm>
  )
}

function PersonRow({ id, number, shown, href }: { id: RowId; number: number; shown: CaseFormShown; href: string }) {
  const names = rowFields(id)
  return (
    <div class="app-row">
      <input type="hidden" name="people" value={id} />
      <FormFields form={shown.shape} state={shown.state} only={[names.kind, names.initials, names.relation]} />
      {shown.rows.length > 1 && (
        <Button variant="secondary" small formAction={href} formNoValidate name="off" value={id}>
          Take person {number} off
        </Button>
      )}
    </div>
  )
}
