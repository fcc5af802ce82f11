// Making a set: a facilitator makes their own, administrators and programme leads make one for a facilitator. Members come after.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleFor } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { looksAfterSets, makersOfSets } from './set.access.ts'
import { makeSet } from './set.changes.ts'
import { setForm } from './set.form.ts'
import { setTermsIn } from './set-terms.view.ts'

export const newSetPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/new',
    access: makersOfSets,
    answer: async (work) => {
      const [only, ...others] = setTermsIn(await policyOn(work))
      const type = only && others.length === 0 ? { type: only.key } : {}
      return newPage(work, setForm.filled({ from: work.today, ...type }), {})
    },
  }),
  page({
    at: 'POST /action-learning/sets',
    access: makersOfSets,
    answer: async (work, { form }) => {
      if (searchIn(form)) return newPage(work, { errors: [], typed: setForm.typed(form) }, form)
      const reading = setForm.read(form, { today: work.today })
      if (!reading.ok) return newPage(work, reading, form)
      const { name, type, from } = reading.value
      const facilitator = facilitatorFrom(work, reading.value.facilitator)
      const deputy = parseId<'person'>(reading.value.deputy)
      if (!facilitator || (!deputy && reading.value.deputy !== null)) {
        const field = facilitator ? 'deputy' : 'facilitator'
        const reason = `Find the ${field}, then choose one of those found`
        return newPage(work, setForm.refused(form, { reason, field }), form)
      }
      const done = await makeSet(work, { name, type, from: parseDay(from) ?? work.today, facilitator, deputy })
      if (!done.ok) return newPage(work, setForm.refused(form, done), form)
      return seeOther(`/action-learning/sets/${done.value}/members`, 'Set made. Now say who joins.')
    },
  }),
]

/** Whoever is named; without a name the asker. Only those who look after sets name somebody else. */
const facilitatorFrom = (work: Work, typed: string | null) =>
  looksAfterSets(work.asker) && typed !== null ? parseId<'person'>(typed) : work.asker.person

async function newPage(work: Work, state: FormState, typed: Typed): Promise<Reply> {
  const types = setTermsIn(await policyOn(work))
  const others = looksAfterSets(work.asker)
  const options = {
    type: types.map((one) => ({ value: one.key, label: one.name })),
    ...(await peopleFor(work, 'facilitator', typed)),
    ...(await peopleFor(work, 'deputy', typed)),
  }
  return html({
    title: titleWith(state, 'Make a set'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Make a set</h1>
        {types.length === 0 && (
          <p>
            No policy in force has a kind of learning set. Whoever keeps the policy can adopt the one for action
            learning.
          </p>
        )}
        <p>{others ? 'The facilitator looks after the process.' : 'You facilitate it.'} Who joins comes next.</p>
        <PostForm action="/action-learning/sets">
          <FormFields
            form={setForm}
            state={state}
            options={options}
            only={['name', 'type', 'from', ...(others ? ['facilitator'] : []), 'deputy']}
          />
          <Button>Make the set</Button>
        </PostForm>
      </>
    ),
  })
}
