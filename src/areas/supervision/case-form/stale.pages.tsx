// A save from a page that is out of date: the case was saved elsewhere, or is a colleague's by now. Everything typed is shown.
import { Written } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../supervision.changes.ts'
import type { Around } from '../handover/around.changes.ts'
import { openCase } from '../case/case.changes.ts'
import { CaseFields, type CaseFormShown } from './case-fields.pages.tsx'
import { personWords } from '../case/case.view.ts'

type Stale = { around: Around; shown: CaseFormShown }

/** Both texts: what was saved elsewhere, and the form with what was typed here, to be put together and saved. */
export async function stalePage(work: Work, { around, shown }: Stale): Promise<Reply> {
  const kept = await openCase(work, around.facts.id)
  if (!kept) return notFound()
  const criteria = new Map(shown.criteria.map((one) => [one.key, one.words]))
  return html({
    title: 'Saved elsewhere meanwhile',
    status: 409,
    back: { href: `/cases/${kept.id}`, label: 'Case' },
    body: (
      <>
        <h1>Saved elsewhere meanwhile</h1>
        <p>
          This case was saved from another window or phone after you opened the page. Both are here. Put together what
          should stay, then save.
        </p>
        <h2>As it was saved elsewhere</h2>
        <p>Local reference: {kept.reference}</p>
        <ul>
          {kept.people.map((one) => (
            <li>{personWords(one)}</li>
          ))}
        </ul>
        <Written>{kept.connections || 'Nothing on how they are connected'}</Written>
        <ul>
          {kept.criteria.map((one) => (
            <li>
              {criteria.get(one.key) ?? one.key}, since {formatDay(one.since)}
            </li>
          ))}
        </ul>
        <h2>As you typed it here</h2>
        <CaseFields shown={{ ...shown, of: { id: kept.id, save: kept.save } }} save="Save this" />
      </>
    ),
  })
}

/** The case is a colleague's by now. Nothing was saved; what was typed is shown to be taken along. */
export async function movedPage(work: Work, { around, shown }: Stale): Promise<Reply> {
  const nameOf = await namer(work, [around.facts.holder])
  const typed = Object.entries(shown.state.typed).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : value.join(', ')
    return text.trim() === '' ? [] : [{ label: shown.shape.fields[name]?.label ?? 'Since when', text }]
  })
  return html({
    title: 'This case has been handed over',
    status: 409,
    back: { href: '/cases', label: 'My cases' },
    body: (
      <>
        <h1>This case has been handed over</h1>
        <p>
          {nameOf(around.facts.holder)} holds it now and changes it from now on. Nothing of yours was saved. What you
          typed is here, so that you can tell them.
        </p>
        {typed.map((one) => (
          <>
            <h2 class="nhsuk-heading-s">{one.label}</h2>
            <Written>{one.text}</Written>
          </>
        ))}
      </>
    ),
  })
}
