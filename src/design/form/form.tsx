// A form on a page: `<FormFields>` draws all its fields, `<FormField>` one, `<ErrorSummary>` lists what to mend,
// `<PostForm>` sends it with the tokens that every change needs.

import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { ErrorSummaryBox } from '../nhs/controls.tsx'
import { htmlOf } from '../nhs/macro.ts'
import type { Form, FormState } from './define-form.ts'
import type { Field, Option } from './field.ts'

/** What the web layer gives every page, so that no page author handles a token. `newKey` makes an idempotency key. */
export type FormTokens = { readonly csrf: string; readonly newKey: () => string }

export const FormTokensContext = createContext<FormTokens>({ csrf: '', newKey: () => '' })

export type OptionsByField = Readonly<Record<string, readonly Option[]>>

export type FieldsProps = {
  form: Pick<Form<unknown>, 'fields'>
  state: FormState
  /** Options known only now, by field. */
  options?: OptionsByField
  /** Only these fields, in this order. */
  only?: readonly string[]
}

/** Every field of the form in order; a field that depends on a choice is drawn under its option. */
export function FormFields({ form, state, options, only }: FieldsProps) {
  const names = (only ?? Object.keys(form.fields)).filter((name) => !isRevealed(form, form.fields[name]))
  return (
    <>
      {names.map((name) => (
        <FormField form={form} state={state} name={name} options={options} />
      ))}
    </>
  )
}

/** One field; `asHeading` makes its label the heading of a page that asks one thing. */
export function FormField(props: Omit<FieldsProps, 'only'> & { name: string; asHeading?: boolean }) {
  const { form, state, name, options, asHeading } = props
  const field = form.fields[name]
  if (!field) throw new Error(`The form has no field "${name}"`)
  return field.draw({
    name,
    typed: state.typed,
    error: state.errors.find((error) => error.field === name),
    options: options?.[name],
    reveals: revealsOf(props),
    asHeading,
  })
}

/** Fields drawn under an option of a choice, by the option's value. */
function revealsOf({ form, state, name, options }: Omit<FieldsProps, 'only'> & { name: string }) {
  const html = new Map<string, string>()
  for (const [other, field] of Object.entries(form.fields)) {
    if (field.when?.field !== name) continue
    const drawn = htmlOf(<FormField form={form} state={state} name={other} options={options} />)
    html.set(field.when.is, (html.get(field.when.is) ?? '') + drawn)
  }
  return html
}

const isRevealed = (form: FieldsProps['form'], field: Field<unknown> | undefined) =>
  field?.when !== undefined && field.when.field in form.fields

/** "There is a problem", with a link to each box. Nothing when there is none. Stands above the heading. */
export function ErrorSummary({ state }: { state: FormState | undefined }) {
  if (!state || state.errors.length === 0) return null
  return (
    <ErrorSummaryBox
      heading={{ text: 'There is a problem' }}
      errorList={state.errors.map(({ input, field, message }) =>
        field === '' ? { text: message } : { text: message, href: `#${input}` },
      )}
    />
  )
}

/** The title of a page that shows faults starts with "Error: ", so that it is heard first. */
export const titleWith = (state: FormState | undefined, title: string): string =>
  state && state.errors.length > 0 ? `Error: ${title}` : title

export type PostFormProps = {
  action: string
  children: ComponentChildren
  /** The form, when it has a file field and must be sent as multipart. */
  form?: Pick<Form<unknown>, 'fields'>
  /** The version of the row that this form changes; a stale save is answered with both texts. */
  version?: number | string
  /** The idempotency key to use again when the form comes back with faults. */
  idempotencyKey?: string
  /** Where drafts are saved as they are typed. */
  autosave?: string
  id?: string
  classes?: string
}

/** A form that changes something: POST, with the token against forgery and the key against doing it twice. */
export function PostForm(props: PostFormProps) {
  const tokens = useContext(FormTokensContext)
  const multipart = props.form && Object.values(props.form.fields).some((field) => field.multipart)
  return (
    <form
      method="post"
      action={props.action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      id={props.id}
      class={props.classes}
      data-autosave={props.autosave}
    >
      <input type="hidden" name="_csrf" value={tokens.csrf} />
      <input type="hidden" name="_key" value={props.idempotencyKey ?? tokens.newKey()} />
      {props.version !== undefined && <input type="hidden" name="_version" value={String(props.version)} />}
      {props.children}
      {props.autosave !== undefined && <p class="app-saved" data-saved role="status" />}
    </form>
  )
}

/** A deed with nothing to fill in, as a button of its own: "Sign out", "Accept". */
export const PostButton = (props: {
  action: string
  children: ComponentChildren
  variant?: 'secondary' | 'warning'
  small?: boolean
  version?: number | string
  fields?: Readonly<Record<string, string>>
}) => (
  <PostForm action={props.action} version={props.version} classes="app-post-button">
    {Object.entries(props.fields ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button variant={props.variant} small={props.small} preventDoubleClick>
      {props.children}
    </Button>
  </PostForm>
)
