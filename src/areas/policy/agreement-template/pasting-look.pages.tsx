// A pasted text as the clauses that it becomes, to be looked at before it is saved; what was pasted can still be changed.
import {
  Button,
  Details,
  type Form,
  FormFields,
  type FormState,
  PostForm,
  Quiet,
  Written,
} from '../../../design/index.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { WithText } from '../editing/draft.pages.tsx'
import type { Edits } from '../editing/editor.form.ts'
import { partyWords } from './agreement-template.ts'
import type { KeyedClause } from './pasted-text.ts'

type Became = {
  readonly clauses: readonly KeyedClause[]
  /** Lines that are no clauses. */
  readonly told: readonly string[]
  readonly edits: Edits
  readonly next: string
}

/** What is pasted, and where: a new template, or one that is there. */
export type Pasting = {
  readonly version: WithText
  readonly heading: string
  readonly form: Form<unknown>
  readonly action: string
  readonly lookAt: string
  readonly back: { readonly href: string; readonly label: string }
  readonly read: (body: Typed) => ({ readonly ok: true } & Became) | ({ readonly ok: false } & FormState)
}

export const PastingHeading = ({ pasting }: { pasting: Pasting }) => (
  <h1>
    <span class="nhsuk-caption-l">{pasting.version.packName}, draft</span>
    {pasting.heading}
  </h1>
)

/** The clauses, and the way to save them. */
export function lookPage(pasting: Pasting, { clauses, told }: Became, body: Typed): Reply {
  const state = { typed: pasting.form.typed(body), errors: [] }
  return html({
    title: `${pasting.heading}: look at it`,
    back: pasting.back,
    body: (
      <>
        <PastingHeading pasting={pasting} />
        <h2>It becomes {clauses.length === 1 ? 'one clause' : `${clauses.length} clauses`}</h2>
        <ol class="app-clauses">
          {clauses.map((clause) => (
            <li>
              {clause.heading && <h3 class="nhsuk-heading-s">{clause.heading}</h3>}
              <Written>{clause.text}</Written>
              <p>
                <Quiet>{partyWords[clause.party]}</Quiet>
              </p>
            </li>
          ))}
        </ol>
        {told.length > 0 && (
          <p>
            These lines say what follows and are no clauses themselves: {told.map((line) => `“${line}”`).join(', ')}.
          </p>
        )}
        <p>You can change each of them afterwards, move them and take them out.</p>
        <PostForm action={pasting.action} version={firstOf(body, '_version')}>
          <Details summary="Change what you pasted">
            <FormFields form={pasting.form} state={state} />
            <Button variant="secondary" formAction={pasting.lookAt}>
              See what it becomes
            </Button>
          </Details>
          <Button>Save in the draft</Button>
        </PostForm>
      </>
    ),
  })
}
