// Taking a clause, or a whole template, out of a draft: asked once, with what it says.
import { Button, ErrorSummary, type FormState, PostForm, Written } from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findDraft, type WithText } from '../editing/draft.pages.tsx'
import { saveEdits } from '../editing/edit.changes.ts'
import type { Edits } from '../editing/editor.form.ts'
import { textOf } from '../pack/wording.ts'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { findTemplate, withoutClause, withoutTemplate } from './agreement-template.ts'

const at = '/set-up/policy/:version/agreements/:agreementKey'

export const removalPages: readonly Page[] = [
  page({
    at: `GET ${at}/removal`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) => removalPage(subject, whatGoes(subject, params)),
  }),
  page({
    at: `POST ${at}/removal`,
    subject: findDraft,
    access: policyKeepers,
    answer: (work, { subject, params, form }) => takeOut(work, subject, whatGoes(subject, params), form),
  }),
  page({
    at: `GET ${at}/clauses/:clauseKey/removal`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) => removalPage(subject, whatGoes(subject, params)),
  }),
  page({
    at: `POST ${at}/clauses/:clauseKey/removal`,
    subject: findDraft,
    access: policyKeepers,
    answer: (work, { subject, params, form }) => takeOut(work, subject, whatGoes(subject, params), form),
  }),
]

type Going = {
  readonly what: 'clause' | 'template'
  readonly heading: string | null
  readonly text: string
  readonly edits: Edits
  readonly action: string
  readonly back: string
  readonly next: string
}

function whatGoes(
  version: WithText,
  { agreementKey, clauseKey }: { readonly agreementKey: string; readonly clauseKey?: string },
): Going | null {
  const pack = packOf(version.text)
  const found = findTemplate(pack, agreementKey)
  if (!found) return null
  const base = `/set-up/policy/${version.id}/agreements`
  const own = `${base}/${agreementKey}`
  if (clauseKey === undefined) {
    const { name, summary } = found.template
    const edits = withoutTemplate(pack, found.at)
    const text = summary ? textOf(summary) : ''
    return { what: 'template', heading: name, text, edits, action: `${own}/removal`, back: own, next: base }
  }
  const clause = found.template.clauses.find((one) => one.key === clauseKey)
  if (!clause) return null
  return {
    what: 'clause',
    heading: clause.heading ?? null,
    text: textOf(clause.text),
    edits: withoutClause(found.template, found.at, clause),
    action: `${own}/clauses/${clauseKey}/removal`,
    back: own,
    next: own,
  }
}

async function takeOut(work: Work, version: WithText, going: Going | null, form: Typed): Promise<Reply> {
  if (!going) return notFound()
  if (version.status !== 'draft') return conflict('This version has been approved. Start a draft from it to change it.')
  const revision = Number(firstOf(form, '_version'))
  const saved = await saveEdits(work, version, { revision, edits: going.edits })
  if (saved.ok)
    return seeOther(
      going.next,
      going.what === 'clause' ? 'Clause taken out of the draft.' : 'Template taken out of the draft.',
    )
  if ('stale' in saved) return conflict('Somebody else saved this draft after you opened it. Look at it again first.')
  return removalPage(version, going, {
    typed: {},
    errors: saved.faults.map(({ message }) => ({
      field: '',
      input: '',
      message: `It cannot be taken out yet. ${message}`,
    })),
  })
}

function removalPage(version: WithText, going: Going | null, state?: FormState): Reply {
  if (!going) return notFound()
  if (version.status !== 'draft') return seeOther(`/set-up/policy/${version.id}`)
  const title = `Take out this ${going.what}`
  return html({
    title,
    status: state ? 422 : 200,
    back: { href: going.back, label: 'Back' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{title}?</h1>
        {going.heading && <h2 class="nhsuk-heading-s">{going.heading}</h2>}
        <Written>{going.text}</Written>
        <p>It is taken out of the draft only. The version in force, and what people have signed, stay as they are.</p>
        <PostForm action={going.action} version={version.revision}>
          <Button variant="warning">Take it out</Button>
        </PostForm>
        <p>
          <a href={going.back}>Keep it</a>
        </p>
      </>
    ),
  })
}
