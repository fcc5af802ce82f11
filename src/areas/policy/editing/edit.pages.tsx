// Editing a part of a draft: the list of its things where it has several, and one form. Faults of the pack stand beside
// the field they are about; a save over somebody else's shows what it would change and loses nothing that was typed.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  Heading,
  LinkButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import type { PackFault } from '../check/pack-reading.ts'
import { DifferencesTable } from '../reading/differences.pages.tsx'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { clauseEditor, templateParticulars } from '../agreement-template/agreement-template.form.ts'
import { templateBlanks, templateReview } from '../agreement-template/template-lists.form.ts'
import { desk } from './desk.form.ts'
import { findDraft, type WithText } from './draft.pages.tsx'
import { saveEdits } from './edit.changes.ts'
import type { Editor, Opened } from './editor.form.ts'
import { escalation } from './escalation.form.ts'
import { kind } from './kind.form.ts'
import { matrixRow } from '../matrix/matrix-row.form.ts'
import { bankHolidays, particulars, targets } from './plain-parts.form.ts'
import { whoReads } from './who-reads.form.ts'

/** The parts that can be changed by form, by the word in their address. */
export const editors: Readonly<Record<string, Editor>> = {
  matrix: matrixRow,
  kinds: kind,
  targets,
  desk,
  escalation,
  holidays: bankHolidays,
  reading: whoReads,
  particulars,
  agreements: templateParticulars,
  clauses: clauseEditor,
  blanks: templateBlanks,
  reviews: templateReview,
}

const wholePart = '_all'
const at = '/set-up/policy/:version/parts/:partKey'
const findEditor = (partKey: string): Editor | null =>
  Object.hasOwn(editors, partKey) ? (editors[partKey] ?? null) : null

export const editPages: readonly Page[] = [
  page({
    at: `GET ${at}`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) => partPage(subject, params.partKey, wholePart),
  }),
  page({
    at: `GET ${at}/:itemKey`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) => partPage(subject, params.partKey, params.itemKey),
  }),
  page({
    at: `POST ${at}/:itemKey`,
    subject: findDraft,
    access: policyKeepers,
    answer: (work, { subject, params, form }) => savePart(work, subject, params, form),
  }),
]

function partPage(version: WithText, partKey: string, itemKey: string): Reply {
  const editor = findEditor(partKey)
  if (!editor) return notFound()
  if (version.status !== 'draft') return seeOther(`/set-up/policy/${version.id}`)
  const pack = packOf(version.text)
  if (editor.items && itemKey === wholePart) return itemsPage(version, partKey, editor)
  const form = editor.open(pack, itemKey)
  return form ? formPage(version, { partKey, itemKey }, form) : notFound()
}

type Params = { readonly partKey: string; readonly itemKey: string }

async function savePart(
  work: Work,
  version: WithText,
  { partKey, itemKey }: Params,
  body: Parameters<Opened['read']>[0] & Parameters<typeof firstOf>[0],
): Promise<Reply> {
  const form = findEditor(partKey)?.open(packOf(version.text), itemKey)
  if (!form) return notFound()
  if (version.status !== 'draft') return conflict('This version has been approved. Start a draft from it to change it.')
  const reading = form.read(body, work.today)
  if (!reading.ok) return formPage(version, { partKey, itemKey }, { ...form, state: reading })
  const saved = await saveEdits(work, version, { revision: Number(firstOf(body, '_version')), edits: reading.edits })
  if (saved.ok) return seeOther(backOf(version, { partKey, itemKey }).href, 'Saved in the draft.')
  const typed = form.typed(body)
  if ('stale' in saved) {
    const state = {
      typed,
      errors: [{ field: '', input: '', message: 'Somebody else saved this draft after you opened it' }],
    }
    return formPage(version, { partKey, itemKey }, { ...form, state }, <Stale theirs={saved.theirs} />)
  }
  return formPage(
    version,
    { partKey, itemKey },
    { ...form, state: { typed, errors: faultsBeside(form, saved.faults) } },
  )
}

const faultsBeside = (form: Opened, faults: readonly PackFault[]): FormState['errors'] =>
  faults.map(({ path, line, message }) => {
    const field = path && form.fieldAt(path)
    return field ? { ...field, message } : { field: '', input: '', message: `Line ${line}: ${message}` }
  })

/** Where a form came from, and where it goes when it is saved. */
function backOf(version: WithText, { partKey, itemKey }: Params): { readonly href: string; readonly label: string } {
  const base = `/set-up/policy/${version.id}`
  const editor = findEditor(partKey)
  const own = editor?.back?.(itemKey, packOf(version.text))
  if (own) return { href: `${base}/${own.path}`, label: own.label }
  return editor?.items
    ? { href: `${base}/parts/${partKey}`, label: editor.title }
    : { href: base, label: version.packName }
}

function formPage(
  version: WithText,
  { partKey, itemKey }: Params,
  form: Opened,
  above: ReturnType<typeof Stale> | null = null,
) {
  const back = backOf(version, { partKey, itemKey })
  return html({
    title: titleWith(form.state, form.heading),
    status: above ? 409 : form.state.errors.length > 0 ? 422 : 200,
    back,
    body: (
      <>
        <ErrorSummary state={form.state} />
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          {form.heading}
        </h1>
        {form.hint && <p>{form.hint}</p>}
        {above}
        <PostForm action={`/set-up/policy/${version.id}/parts/${partKey}/${itemKey}`} version={version.revision}>
          <GroupedFields form={form} />
          <ButtonGroup>
            <Button>Save in the draft</Button>
            <LinkButton href={back.href} variant="secondary">
              Leave it as it was
            </LinkButton>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

const GroupedFields = ({ form }: { form: Opened }) => {
  const fields = { form: { fields: form.fields }, state: form.state, options: form.options }
  if (!form.groups) return <FormFields {...fields} />
  return (
    <>
      {form.groups.map((group) => (
        <fieldset class="nhsuk-fieldset app-group">
          <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{group.heading}</legend>
          <div class="app-pair">
            <FormFields {...fields} only={group.fields} />
          </div>
        </fieldset>
      ))}
    </>
  )
}

const Stale = ({ theirs }: { theirs: Parameters<typeof DifferencesTable>[0]['lines'] }) => (
  <section>
    <Heading level={2} size="m">
      Somebody else saved meanwhile
    </Heading>
    <p>What you typed is still in the form below. Saving now would change their draft like this.</p>
    <DifferencesTable lines={theirs} caption="Their draft and yours" before="In the draft now" after="Yours" />
  </section>
)

function itemsPage(version: WithText, partKey: string, editor: Editor): Reply {
  if (editor.back) return seeOther(backOf(version, { partKey, itemKey: wholePart }).href)
  const items = editor.items?.(packOf(version.text)) ?? []
  return html({
    title: editor.title,
    back: { href: `/set-up/policy/${version.id}`, label: version.packName },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          {editor.title}
        </h1>
        <ul class="nhsuk-list nhsuk-list--border">
          {items.map((item) => (
            <li>
              <a href={`/set-up/policy/${version.id}/parts/${partKey}/${item.key}`}>{item.name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
