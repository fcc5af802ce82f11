// The parts that every sheet's page shares: its questions, what was written, and both texts of one that was saved elsewhere.
import { Button, Details, FormFields, type FormState, PostForm, Written } from '../../../design/index.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { PreparationPart } from '../terms/preparation-terms.ts'
import type { RecordPart } from '../terms/terms.ts'
import { DECLARATIONS, sheetForm, sheetValues } from './preparation.form.ts'
import type { SheetTexts } from './preparation.ts'

/** The questions of a sheet under the headings of the template, with the bank's prompts beside those that have one. */
export function SheetFields({
  parts,
  form,
  state,
}: {
  parts: readonly (RecordPart & { declared?: boolean })[]
  form: ReturnType<typeof sheetForm>
  state: FormState
}) {
  const sections = [...new Set(parts.map((part) => part.section))]
  return (
    <>
      {sections.map((section) => {
        const here = parts.filter((part) => part.section === section)
        const declared = here.some((part) => part.declared)
        return (
          <>
            {!declared && section !== '' && <h2>{section}</h2>}
            {here
              .filter((part) => !part.declared)
              .map((part) => (
                <>
                  <FormFields form={form} state={state} only={[part.key]} />
                  <Prompts part={part} />
                </>
              ))}
            {declared && <FormFields form={form} state={state} only={[DECLARATIONS]} />}
          </>
        )
      })}
    </>
  )
}

/** Questions to think with, for whoever wants them; the hidden words tell one from another. */
function Prompts({ part }: { part: RecordPart }) {
  if (part.prompts.length === 0) return null
  const summary = (
    <>
      {part.promptsName}
      <span class="nhsuk-u-visually-hidden">: {part.label}</span>
    </>
  )
  return (
    <Details summary={summary}>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {part.prompts.map((prompt) => (
          <li>{prompt}</li>
        ))}
      </ul>
    </Details>
  )
}

/** What was written, question by question; nothing for what was left empty. */
export function Answers({
  parts,
  texts,
}: {
  parts: readonly (RecordPart & { declared?: boolean })[]
  texts: SheetTexts
}) {
  const written = parts.filter((part) => (texts[part.key] ?? '') !== '')
  if (written.length === 0) return <p>Nothing was written here.</p>
  return (
    <>
      {written.map((part) => (
        <>
          <h3 class="nhsuk-heading-s">{part.label}</h3>
          {part.declared ? <p>Declared.</p> : <Written>{texts[part.key]}</Written>}
        </>
      ))}
    </>
  )
}

/** Both texts of a sheet that was saved elsewhere meanwhile, with the way to keep what should stay. */
export function bothTexts(what: {
  parts: readonly PreparationPart[]
  kept: SheetTexts
  typed: SheetTexts
  save: number
  to: { save: string; back: string }
}): Reply {
  const { parts, kept, typed } = what
  const form = sheetForm(parts)
  return html({
    title: 'Saved elsewhere meanwhile',
    status: 409,
    back: { href: what.to.save, label: what.to.back },
    body: (
      <>
        <h1>Saved elsewhere meanwhile</h1>
        <p>
          This was saved from another window or phone after you opened this page. Both texts are here. Put together what
          should stay, then save.
        </p>
        {parts
          .filter((part) => !part.declared && (kept[part.key] ?? '') !== (typed[part.key] ?? ''))
          .map((part) => (
            <>
              <h2>{part.label}: saved elsewhere</h2>
              <Written>{kept[part.key] || 'Nothing'}</Written>
            </>
          ))}
        <h2>What you typed here</h2>
        <PostForm action={what.to.save} version={what.save}>
          <FormFields form={form} state={form.filled(sheetValues(parts, typed))} />
          <Button>Save this</Button>
        </PostForm>
      </>
    ),
  })
}
