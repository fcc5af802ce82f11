// The whole text of a draft: everything that no form holds. Every fault is listed with its line and shown where it
// stands; what was typed stays in the box whatever happens (SPEC 2.1, 14.5).
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { type PackFault, readPack } from '../check/pack-reading.ts'
import { comparePacks } from '../reading/compare.ts'
import { DifferencesTable } from '../reading/differences.pages.tsx'
import { FaultyLines, lineErrors } from '../reading/lines.pages.tsx'
import { policyKeepers } from '../version/version.access.ts'
import { saveDraft } from '../version/version.changes.ts'
import { textForm } from '../version/version.form.ts'
import { packOf } from '../version/version.store.ts'
import { findDraft, type WithText } from './draft.pages.tsx'

export const textPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/:version/text',
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject: version }) =>
      version.status === 'draft'
        ? textPage(version, textForm.filled({ text: version.text, note: version.note }))
        : seeOther(`/set-up/policy/${version.id}`),
  }),
  page({
    at: 'POST /set-up/policy/:version/text',
    subject: findDraft,
    access: policyKeepers,
    answer: (work, { subject, form }) => saveText(work, subject, form),
  }),
]

async function saveText(work: Work, version: WithText, form: Typed): Promise<Reply> {
  if (version.status !== 'draft') return conflict('This version has been approved. Start a draft from it to change it.')
  const reading = textForm.read(form)
  if (!reading.ok) return textPage(version, reading)
  const { text, note } = { text: `${reading.value.text}\n`, note: reading.value.note ?? '' }
  const saved = await saveDraft(work, version.id, { revision: Number(firstOf(form, '_version')), text, note })
  if (saved.ok) return seeOther(`/set-up/policy/${version.id}`, 'Saved in the draft.')
  const typed = textForm.typed(form)
  if ('stale' in saved) {
    const message = 'Somebody else saved this draft after you opened it'
    return textPage(version, { typed, errors: [{ field: '', input: '', message }] }, { stale: text })
  }
  return textPage(version, { typed, errors: lineErrors('text', saved.faults) }, { faults: saved.faults, text })
}

type Trouble = { readonly faults?: readonly PackFault[]; readonly text?: string; readonly stale?: string }

function textPage(version: WithText, state: FormState, trouble: Trouble = {}): Reply {
  return html({
    title: titleWith(state, 'Text of the policy'),
    status: trouble.stale !== undefined ? 409 : state.errors.length > 0 ? 422 : 200,
    back: { href: `/set-up/policy/${version.id}`, label: version.packName },
    wide: true,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          The whole text
        </h1>
        {trouble.stale !== undefined && <Theirs version={version} mine={trouble.stale} />}
        {trouble.faults && <FaultyLines text={trouble.text ?? ''} faults={trouble.faults} />}
        <PostForm action={`/set-up/policy/${version.id}/text`} version={version.revision} classes="app-code">
          <FormFields form={textForm} state={state} />
          <ButtonGroup>
            <Button>Save in the draft</Button>
            <LinkButton href={`/set-up/policy/${version.id}`} variant="secondary">
              Leave it as it was
            </LinkButton>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

function Theirs({ version, mine }: { version: WithText; mine: string }) {
  const reading = readPack(mine)
  return (
    <section>
      <h2>Somebody else saved meanwhile</h2>
      <p>Your text is still in the box below. Saving now would put it in place of theirs.</p>
      {reading.ok ? (
        <DifferencesTable
          lines={comparePacks(packOf(version.text), reading.pack)}
          caption="Their draft and yours"
          before="In the draft now"
          after="Yours"
        />
      ) : (
        <p>Your text has faults, so the two cannot be compared line by line yet.</p>
      )}
      <Details summary="Their text">
        <pre class="app-lines" tabindex={0}>
          {version.text}
        </pre>
      </Details>
    </section>
  )
}
