// Starting a contract: choosing the other person and the template, or in one click from where both are known.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, searchPeople } from '../../people/index.ts'
import { policyHistory } from '../../policy/index.ts'
import { isOpen, type Party } from '../agreement/agreement.ts'
import { startAgreement } from '../agreement/agreement.changes.ts'
import { agreementsBetween } from '../agreement/agreement.store.ts'
import { hrefOf } from '../agreement/agreement.view.ts'
import { startingForm } from './starting.form.ts'
import { type AgreementTemplate, templatesOn } from '../agreement/template.view.ts'

export const startingPages: readonly Page[] = [
  page({
    at: 'GET /agreements/new',
    access: anyStaff,
    answer: async (work, { query }) => {
      const side = query('side') === 'me' ? ('me' as const) : query('side') === 'they' ? ('they' as const) : undefined
      const given = { with: query('with'), side, template: query('template') || (await onlyTemplate(work)) }
      return startingPage(work, startingForm.filled(given))
    },
  }),
  page({ at: 'POST /agreements', access: anyStaff, answer: (work, { form }) => takeStart(work, form) }),
]

async function takeStart(work: Work, form: Typed): Promise<Reply> {
  if (searchIn(form)) return startingPage(work, { errors: [], typed: startingForm.typed(form) })
  const reading = startingForm.read(form)
  if (!reading.ok) return startingPage(work, reading)
  const other = parseId<'person'>(reading.value.with)
  const refused = (refusal: { reason: string; field?: string }) =>
    startingPage(work, startingForm.refused(form, refusal))
  if (!other) return refused({ reason: 'Choose one of the people found', field: 'with' })
  if (other === work.asker.person)
    return refused({ reason: 'Choose somebody else: nobody signs with themselves', field: 'with' })
  const { template, side } = reading.value
  const open = (await agreementsBetween(work, [work.asker.person, other])).find(
    (one) => isOpen(one) && one.template === template && one.parties.length === 2,
  )
  if (open) return seeOther(hrefOf(open), 'This is the one that you are at work on already.')
  const done = await startAgreement(work, { template, parties: partiesOf(work.asker.person, other, side) })
  return done.ok ? seeOther(hrefOf({ id: done.value }), 'Begun. Both of you can adapt it now.') : refused(done)
}

const partiesOf = (asker: PersonId, other: PersonId, side: 'me' | 'they'): readonly Party[] => [
  { person: side === 'me' ? other : asker, as: 'supervisee' },
  { person: side === 'me' ? asker : other, as: 'supervisor' },
]

const templatesForTwo = async (work: Work): Promise<readonly AgreementTemplate[]> =>
  templatesOn(await policyHistory(work), work.today).filter((template) => template.kind !== 'ground rules')

async function onlyTemplate(work: Work): Promise<string> {
  const all = await templatesForTwo(work)
  return all.length === 1 ? (all[0]?.key ?? '') : ''
}

async function startingPage(work: Work, state: FormState): Promise<Reply> {
  const templates = await templatesForTwo(work)
  return html({
    title: titleWith(state, 'Start a contract'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/agreements', label: 'Contracts' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Start a contract</h1>
        <p>It begins with your organisation’s text. The two of you can adapt it before you both sign.</p>
        <PostForm action="/agreements">
          <FormFields
            form={startingForm}
            state={state}
            options={{
              ...(await peopleFound(work, state)),
              template: templates.map(({ key, name, summary }) => ({
                value: key,
                label: name,
                hint: summary || undefined,
              })),
            }}
          />
          <Button>Start</Button>
        </PostForm>
      </>
    ),
  })
}

async function peopleFound(work: Work, state: FormState): Promise<{ with?: readonly Option[] }> {
  const text = String(state.typed['with-search'] ?? '').trim()
  const chosen = parseId<'person'>(state.typed.with)
  if (text === '') {
    const known = chosen && (await findPerson(work, chosen))
    return known ? { with: [{ value: known.id, label: known.name }] } : {}
  }
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return { with: others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}
