// A text of one's own: pasted, looked at as the clauses that it becomes, and only then saved in the draft; as a new
// template, or in one that is there. Nothing that was pasted is lost when something is wrong (SPEC 4.1, 14.5).
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findDraft, type WithText } from '../editing/draft.pages.tsx'
import { saveEdits } from '../editing/edit.changes.ts'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { newTemplateForm, pasteForm } from './agreement-template.form.ts'
import { addedTemplate, findTemplate, fresh, pastedEdits, plainClause, sharedBy } from './agreement-template.ts'
import { lookPage, type Pasting, PastingHeading } from './pasting-look.pages.tsx'
import { readPasted, withKeys } from './pasted-text.ts'

const at = '/set-up/policy/:version/agreements'
const rest = { subject: findDraft, access: policyKeepers } as const

export const pastingPages: readonly Page[] = [
  page({
    ...rest,
    at: `GET ${at}/${fresh}`,
    answer: (_work, { subject }) => openForm(pastingAt(subject, null), newTemplateForm.filled({ source: 'own' })),
  }),
  page({
    ...rest,
    at: `POST ${at}/${fresh}/look`,
    quiet: true,
    answer: (_work, { subject, form }) => look(pastingAt(subject, null), form),
  }),
  page({
    ...rest,
    at: `POST ${at}`,
    answer: (work, { subject, form }) => save(work, pastingAt(subject, null), form),
  }),
  page({
    ...rest,
    at: `GET ${at}/:agreementKey/pasting`,
    answer: (_work, { subject, params }) =>
      openForm(pastingAt(subject, params.agreementKey), pasteForm.filled({ source: 'own' })),
  }),
  page({
    ...rest,
    at: `POST ${at}/:agreementKey/pasting/look`,
    quiet: true,
    answer: (_work, { subject, params, form }) => look(pastingAt(subject, params.agreementKey), form),
  }),
  page({
    ...rest,
    at: `POST ${at}/:agreementKey/pasting`,
    answer: (work, { subject, params, form }) => save(work, pastingAt(subject, params.agreementKey), form),
  }),
]

function pastingAt(version: WithText, key: string | null): Pasting | null {
  const base = `/set-up/policy/${version.id}/agreements`
  if (key === null) {
    return {
      version,
      heading: 'Add your own text',
      form: newTemplateForm,
      action: base,
      lookAt: `${base}/${fresh}/look`,
      back: { href: base, label: 'Contracts and ground rules' },
      read: (body) => readNew(version, body),
    }
  }
  const found = findTemplate(packOf(version.text), key)
  if (!found) return null
  return {
    version,
    heading: 'Paste your own text',
    form: pasteForm,
    action: `${base}/${key}/pasting`,
    lookAt: `${base}/${key}/pasting/look`,
    back: { href: `${base}/${key}`, label: found.template.name },
    read: (body) => readInto(found, body),
  }
}

const noWords = { reason: 'There are no words in this that could become a clause', field: 'text' } as const

function readNew(version: WithText, body: Typed): ReturnType<Pasting['read']> {
  const reading = newTemplateForm.read(body)
  if (!reading.ok) return reading
  const pasted = readPasted(reading.value.text, sharedBy(reading.value.kind))
  const clauses = withKeys(pasted.clauses, [])
  if (clauses.length === 0) return newTemplateForm.refused(body, noWords)
  const { key, edits } = addedTemplate(packOf(version.text), { ...reading.value, clauses })
  return { ok: true, clauses, told: pasted.told, edits, next: key }
}

function readInto(
  { template, at: place }: NonNullable<ReturnType<typeof findTemplate>>,
  body: Typed,
): ReturnType<Pasting['read']> {
  const reading = pasteForm.read(body)
  if (!reading.ok) return reading
  const instead = reading.value.how === 'instead'
  const before = template.clauses.map(plainClause)
  const { clauses: pasted, told } = readPasted(reading.value.text, sharedBy(template.kind))
  if (pasted.length === 0) return pasteForm.refused(body, noWords)
  const clauses = instead
    ? withKeys(pasted, before)
    : withKeys(
        pasted,
        [],
        before.map((one) => one.key),
      )
  const edits = pastedEdits(template, place, { clauses, instead, source: reading.value.source })
  return { ok: true, clauses, told, edits, next: template.key }
}

function openForm(pasting: Pasting | null, state: FormState): Reply {
  if (!pasting) return notFound()
  if (pasting.version.status !== 'draft') return seeOther(`/set-up/policy/${pasting.version.id}`)
  return formPage(pasting, state)
}

function look(pasting: Pasting | null, body: Typed): Reply {
  if (!pasting) return notFound()
  const reading = pasting.read(body)
  return reading.ok ? lookPage(pasting, reading, body) : formPage(pasting, reading)
}

async function save(work: Work, pasting: Pasting | null, body: Typed): Promise<Reply> {
  if (!pasting) return notFound()
  const { version } = pasting
  if (version.status !== 'draft') return conflict('This version has been approved. Start a draft from it to change it.')
  const reading = pasting.read(body)
  if (!reading.ok) return formPage(pasting, reading)
  const revision = Number(firstOf(body, '_version'))
  const saved = await saveEdits(work, version, { revision, edits: reading.edits })
  if (saved.ok) return seeOther(`/set-up/policy/${version.id}/agreements/${reading.next}`, 'Saved in the draft.')
  const message = (text: string) => ({ field: '', input: '', message: text })
  const errors =
    'stale' in saved
      ? [
          message(
            'Somebody else saved this draft after you opened it. Your text is still here: save again to add it to theirs.',
          ),
        ]
      : saved.faults.map((fault) => message(fault.message))
  return formPage(pasting, { typed: pasting.form.typed(body), errors }, 'stale' in saved ? 409 : 422)
}

function formPage(pasting: Pasting, state: FormState, status: 409 | 422 = 422): Reply {
  return html({
    title: titleWith(state, pasting.heading),
    status: state.errors.length > 0 ? status : 200,
    back: pasting.back,
    body: (
      <>
        <ErrorSummary state={state} />
        <PastingHeading pasting={pasting} />
        <PostForm action={pasting.action} version={pasting.version.revision}>
          <FormFields form={pasting.form} state={state} />
          <ButtonGroup>
            <Button formAction={pasting.lookAt}>See what it becomes</Button>
            <LinkButton href={pasting.back.href} variant="secondary">
              Leave it as it was
            </LinkButton>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}
