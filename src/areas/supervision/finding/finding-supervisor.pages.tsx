// A line manager helps somebody of theirs to find a supervisor: who may supervise the kind, and the question to one of them.
// It stands once the person agrees. Nothing here says why one is needed (SPEC 4.5, 5.10).
import {
  Button,
  choice,
  defineForm,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { access, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, isLineManagerOf, namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { possibleSupervisors } from '../booking/eligibility.changes.ts'
import { choosePair } from '../pair/pair.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'

type Helped = { readonly person: PersonId; readonly name: string; readonly manages: boolean }

const theirManager = access<Helped>('The line manager of the person', (_asker, helped) => helped.manages)

async function subject(work: Work, { person }: { person: PersonId }): Promise<Helped | null> {
  const found = await findPerson(work, person)
  if (!found || found.leftOn !== null) return null
  return { person, name: found.name, manages: await isLineManagerOf(work, work.asker.person, person, work.today) }
}

export const findingPages: readonly Page[] = [
  page({
    at: 'GET /people/:person/supervisor',
    subject,
    access: theirManager,
    answer: (work, { subject: helped, query }) =>
      findingPage(work, helped, { type: query('type'), state: form.filled() }),
  }),
  page({
    at: 'POST /people/:person/supervisor',
    subject,
    access: theirManager,
    answer: (work, { subject: helped, form: sent }) => ask(work, helped, sent),
  }),
]

const whom = { label: 'Whom would you like to ask?', missing: 'Select whom to ask' }
const form = defineForm({ with: choice(whom) })
/** The same as a list, when there are many. */
const longForm = defineForm({ with: choice({ ...whom, as: 'select' }) })
const FEW = 12

async function ask(work: Work, helped: Helped, sent: Typed): Promise<Reply> {
  const type = firstOf(sent, 'type')
  const reading = form.read(sent)
  if (!reading.ok) return findingPage(work, helped, { type, state: reading })
  const supervisor = parseId<'person'>(reading.value.with)
  const possible = supervisor ? await possibleFor(work, helped, type) : []
  if (!supervisor || !possible.includes(supervisor))
    return findingPage(work, helped, {
      type,
      state: form.refused(sent, { reason: 'Choose one of the people shown', field: 'with' }),
    })
  const done = await choosePair(work, { supervisee: helped.person, supervisor, type })
  if (!done.ok)
    return findingPage(work, helped, { type, state: form.refused(sent, { reason: done.reason, field: 'with' }) })
  return seeOther(`/people/${helped.person}`, 'Suggested. It stands once they agree.')
}

const possibleFor = async (work: Work, helped: Helped, type: string): Promise<readonly PersonId[]> =>
  (await possibleSupervisors(work, type, { day: work.today, supervisee: helped.person })).filter(
    (person) => person !== helped.person && person !== work.asker.person,
  )

async function findingPage(
  work: Work,
  helped: Helped,
  { type, state }: { type: string; state: FormState },
): Promise<Reply> {
  const terms = plannedTerms(await policyOn(work)).find((one) => one.key === type)
  if (!terms) return notFound()
  const names = await namesOf(work, await possibleFor(work, helped, type))
  const options = [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
  return html({
    title: titleWith(state, 'Find a supervisor'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Help {helped.name} to find a supervisor</h1>
        <p class="app-lede">{terms.name}</p>
        <p>{helped.name} may also choose somebody without you. Talk with them first about who would suit.</p>
        {options.length === 0 ? (
          <EmptyState heading="Nobody here may supervise this yet">
            <p>Ask whoever looks after your supervision policy.</p>
          </EmptyState>
        ) : (
          <PostForm action={`/people/${helped.person}/supervisor`}>
            <input type="hidden" name="type" value={type} />
            <FormFields form={options.length > FEW ? longForm : form} state={state} options={{ with: options }} />
            <Button>Suggest this person</Button>
          </PostForm>
        )}
      </>
    ),
  })
}
