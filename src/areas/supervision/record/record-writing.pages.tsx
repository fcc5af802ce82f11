// The form of a record while it is drafted: the policy's questions in their sections, its prompts beside them behind a quiet
// line, room for actions; and both texts side by side when it was saved elsewhere meanwhile.
import { Button, ButtonGroup, Details, FormField, FormFields, PostForm, Written } from '../../../design/index.ts'
import type { FormState } from '../../../design/index.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { answeredBefore, isBecause, PointedOutPart } from '../../records/index.ts'
import { keysToShow } from '../discussion/sharing.ts'
import { namer } from '../supervision.changes.ts'
import type { RecordPart } from '../terms/terms.ts'
import { lookAtOwn } from './record.changes.ts'
import { actionFields, actionRows, newActionsForm, type RecordForm, recordForm, valuesFrom } from './record.form.ts'
import { readDraft } from './reading.changes.ts'
import type { RecordTexts } from './record.ts'
import type { StoredRecord } from './record.store.ts'
import { actionSourceOf, ownersOf, partsOf, type RecordOf } from './record-of.ts'
import type { Again } from './record-page.pages.tsx'
import { Spoiled } from './record-parts.pages.tsx'
import { headings, hrefOf } from './record.view.ts'

/** The form of a draft, with what was kept of it or what was just typed. */
export async function draftPart(
  work: Work,
  of: RecordOf,
  { record, again }: { record: StoredRecord; again: Again | null },
) {
  const kept = again ? { texts: {}, spoiled: [] } : await readDraft(work, record)
  const parts = partsOf(of, again ? Object.keys(again.typed) : keysToShow(kept.texts))
  const form = recordForm(parts, record.version > 0)
  const state = again?.state ?? form.filled(valuesFrom(parts, kept.texts))
  const pointed = again ? (again.pointed ?? null) : answeredBefore(wordsOf(parts, kept.texts), { today: work.today })
  const sign = of.kind === 'own part' || of.kind === 'feedback' ? 'Share' : 'Sign off'
  return (
    <PostForm action={`${hrefOf(of)}/signature`} version={record.save} autosave={`${hrefOf(of)}/draft`}>
      <Spoiled fields={kept.spoiled} parts={parts} />
      <Sections form={form} state={state} parts={parts} />
      {record.version > 0 && <FormFields form={form} state={state} only={['why']} />}
      {actionSourceOf(of, record.id) && (await actionsToAgree(work, of, again?.state ?? typedActions(kept.texts)))}
      <PointedOutPart pointed={pointed} state={state} />
      <ButtonGroup>
        <Button>{sign}</Button>
        <Button variant="secondary" formAction={hrefOf(of)} formNoValidate>
          Save draft
        </Button>
      </ButtonGroup>
    </PostForm>
  )
}

/** The words of the parts, with the reason that was kept for what was pointed out in them. */
const wordsOf = (parts: readonly RecordPart[], texts: RecordTexts): RecordTexts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => isBecause(key) || parts.some((part) => part.key === key)))

/** Actions that were typed and kept with the draft, not yet agreed. */
const typedActions = (texts: RecordTexts): FormState => ({ errors: [], typed: texts })

type SectionsProps = { form: RecordForm; state: FormState; parts: readonly RecordPart[] }

/** The questions in their sections, each with its prompts behind a line. */
function Sections({ form, state, parts }: SectionsProps) {
  const sections = [...new Set(parts.map((part) => part.section))]
  return (
    <>
      {sections.map((section) => (
        <>
          {section !== '' && <h2>{section}</h2>}
          {parts
            .filter((part) => part.section === section)
            .map((part) => (
              <>
                <FormField form={form} state={state} name={part.key} />
                <Prompts part={part} />
              </>
            ))}
        </>
      ))}
    </>
  )
}

/** Questions to think with, for whoever wants them. */
function Prompts({ part }: { part: RecordPart }) {
  if (part.prompts.length === 0) return null
  return (
    <Details summary={part.promptsName}>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {part.prompts.map((prompt) => (
          <li>{prompt}</li>
        ))}
      </ul>
    </Details>
  )
}

async function actionsToAgree(work: Work, of: RecordOf, state: FormState) {
  const people = ownersOf(of)
  const nameOf = await namer(work, people)
  const owners = people.map((value) => ({ value, label: nameOf(value) }))
  const [first, ...more] = actionRows
  const options = Object.fromEntries(actionRows.map((row) => [actionFields(row)[1], owners]))
  const typed = { ...newActionsForm.typed(state.typed), errors: undefined }
  const filled = more.some((row) => (state.typed[actionFields(row)[0]] ?? '') !== '')
  const fields = {
    form: newActionsForm,
    state: { errors: state.errors, typed: withOwners(typed, people[0] ?? '') },
    options,
  }
  return (
    <>
      <h2>{of.kind === 'evidence' ? 'Actions for the team' : 'Actions, if you agreed any'}</h2>
      <p>Without a day an action is due before the next planned session.</p>
      <FormFields {...fields} only={actionFields(first)} />
      <Details summary="More actions" open={filled}>
        {more.map((row) => (
          <FormFields {...fields} only={actionFields(row)} />
        ))}
      </Details>
    </>
  )
}

/** Whoever is likeliest owns an action until somebody else is chosen. */
function withOwners(typed: Readonly<Record<string, unknown>>, owner: string): FormState['typed'] {
  const owners = actionRows.map((row) => actionFields(row)[1]).map((name) => [name, typed[name] || owner] as const)
  return { ...typed, ...Object.fromEntries(owners) } as FormState['typed']
}

/** A save from an old page: what was typed here and what was saved elsewhere, both whole, side by side. */
export async function stalePage(work: Work, of: RecordOf, typed: RecordTexts): Promise<Reply> {
  const mine = await lookAtOwn(work, of)
  if (!mine.ok) return notFound()
  const kept = await readDraft(work, mine.value)
  const parts = partsOf(of, [...Object.keys(typed), ...keysToShow(kept.texts)])
  const form = recordForm(parts, mine.value.version > 0)
  return html({
    title: 'Saved elsewhere meanwhile',
    status: 409,
    back: { href: hrefOf(of), label: headings[of.kind] },
    body: (
      <>
        <h1>Saved elsewhere meanwhile</h1>
        <p>
          This record was saved from another window or phone after you opened this page. Both texts are here. Put
          together what should stay, then save.
        </p>
        <Spoiled fields={kept.spoiled} parts={parts} />
        {parts
          .filter((part) => (kept.texts[part.key] ?? '') !== (typed[part.key] ?? ''))
          .map((part) => (
            <>
              <h2>{part.label}: saved elsewhere</h2>
              <Written>{kept.texts[part.key] || 'Nothing'}</Written>
            </>
          ))}
        <h2>What you typed here</h2>
        <PostForm action={`${hrefOf(of)}/signature`} version={mine.value.save}>
          <FormFields form={form} state={form.filled(valuesFrom(parts, typed))} />
          <Button variant="secondary" formAction={hrefOf(of)} formNoValidate>
            Save this draft
          </Button>
        </PostForm>
      </>
    ),
  })
}
