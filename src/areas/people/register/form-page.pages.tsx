// A page that asks one form: errors on top, the heading, the fields, one green button.
import {
  Button,
  type ComponentChildren,
  ErrorSummary,
  type Form,
  FormFields,
  type FormState,
  type OptionsByField,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, searchPeople } from './person.store.ts'

export type FormPage<V> = {
  readonly title: string
  /** A name above the heading: whom or what the form is about. Never in the title. */
  readonly about?: string
  readonly form: Form<V>
  readonly state: FormState
  readonly action: string
  readonly button: string
  readonly back: { readonly href: string; readonly label: string }
  readonly version?: number
  readonly options?: OptionsByField
  readonly intro?: ComponentChildren
}

/** The form's page; 422 when it shows faults. */
export const formPage = <V,>(what: FormPage<V>): Reply =>
  html({
    title: titleWith(what.state, what.title),
    status: what.state.errors.length > 0 ? 422 : 200,
    back: what.back,
    body: (
      <>
        <ErrorSummary state={what.state} />
        <h1>
          {what.about !== undefined && (
            <span class="nhsuk-caption-l">
              <bdi>{what.about}</bdi>
            </span>
          )}
          {what.title}
        </h1>
        {what.intro}
        <PostForm action={what.action} version={what.version} form={what.form}>
          <FormFields form={what.form} state={what.state} options={what.options} />
          <Button>{what.button}</Button>
        </PostForm>
      </>
    ),
  })

/** People to choose from in a field: found by what was typed in its search box, or the one who is chosen already. */
export async function peopleFor(
  work: Work,
  field: string,
  form: Typed | null,
  chosen: PersonId | null = null,
): Promise<OptionsByField> {
  const typed = form?.[`${field}-search`]
  const words = (typeof typed === 'string' ? typed : '').trim().slice(0, 100)
  if (words === '' && chosen === null) return {}
  if (words === '')
    return {
      [field]: [...(await namesOf(work, [chosen ?? ('' as PersonId)]))].map(([value, label]) => ({ value, label })),
    }
  const { people } = await searchPeople(work, { text: words, day: work.today, most: 20, skip: 0 })
  return { [field]: people.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? 'No team' })) }
}
