// Changing supervisor without drama: who is next, from when, and whether the two have talked. The rest follows on the next page.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  LinkButton,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { type PersonId, parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, searchPeople } from '../../people/index.ts'
import { possibleSupervisors } from '../booking/eligibility.changes.ts'
import { findPair } from '../pair/pair.store.ts'
import type { Pair, PairId } from '../pair/pair.ts'
import { namer } from '../supervision.changes.ts'
import { supervisedInPair } from '../ending/ending.access.ts'
import { endableBetween, endSupervision } from '../ending/ending.changes.ts'
import { changeForms, saidOf } from '../ending/ending.form.ts'
import type { Endable } from '../ending/ending.ts'

const subject = (work: Work, { pair }: { pair: PairId }) => findPair(work, pair)

export const changeSupervisorPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:pair/change',
    subject,
    access: supervisedInPair,
    answer: async (work, { subject: pair }) => {
      const asked = await askedFor(work, pair)
      if (!asked.endable.some((one) => one.pair === pair.id)) return conflict('This has ended already.')
      return changePage(work, asked, asked.form.filled({ parts: [pair.type], when: 'today' }))
    },
  }),
  page({
    at: 'POST /supervisors/:pair/change',
    subject,
    access: supervisedInPair,
    answer: (work, { subject: pair, form }) => change(work, pair, form),
  }),
]

/** What the form asks of this pair: few who may supervise are shown, many are searched for. */
type Asked = {
  readonly pair: Pair
  readonly endable: readonly Endable[]
  /** Everybody who may supervise it; empty when the policy names nobody. */
  readonly may: readonly PersonId[]
  readonly possible: readonly Option[]
  readonly form: (typeof changeForms)[keyof typeof changeForms]
}

const FEW = 12
const MANY = 100

async function askedFor(work: Work, pair: Pair): Promise<Asked> {
  const all = await possibleSupervisors(work, pair.type, { day: work.today, supervisee: pair.supervisee })
  const others = all.filter((person) => person !== pair.supervisor && person !== pair.supervisee)
  const names = await namesOf(work, others.slice(0, MANY))
  const possible = [...names].map(([value, label]) => ({ value, label }))
  const endable = (await endableBetween(work, pair)).filter((one) => one.type !== null)
  return {
    pair,
    endable,
    may: others,
    possible: possible.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    form: formFor(others.length),
  }
}

function formFor(count: number): Asked['form'] {
  if (count === 0 || count > MANY) return changeForms.searched
  return count <= FEW ? changeForms.chosen : changeForms.listed
}

async function change(work: Work, pair: Pair, form: Typed): Promise<Reply> {
  const asked = await askedFor(work, pair)
  const sent = asked.endable.length === 1 ? { ...form, parts: pair.type } : form
  if (searchIn(sent)) return changePage(work, asked, { errors: [], typed: asked.form.typed(sent) })
  const reading = asked.form.read(sent, { today: work.today })
  if (!reading.ok) return changePage(work, asked, reading)
  const successor = parseId<'person'>(reading.value.with)
  if (!successor)
    return changePage(
      work,
      asked,
      asked.form.refused(sent, { reason: 'Choose one of the people found', field: 'with' }),
    )
  const { supervisee, supervisor } = pair
  const said = saidOf(reading.value, work.today)
  const what = {
    supervisee,
    supervisor,
    ...said,
    parts: reading.value.parts,
    kind: 'changed supervisor',
    successor,
  } as const
  const done = await endSupervision(work, what)
  if (!done.ok) return changePage(work, asked, asked.form.refused(sent, done))
  return seeOther(`/supervision/endings/${done.value.id}`, 'Your new supervisor is chosen. Here is what is still open.')
}

async function changePage(work: Work, asked: Asked, state: FormState): Promise<Reply> {
  const { pair, endable, possible, form } = asked
  const nameOf = await namer(work, [pair.supervisor])
  const only = Object.keys(form.fields).filter((name) => name !== 'parts' || endable.length > 1)
  const options = {
    with: form !== changeForms.searched ? possible : await found(work, asked, state),
    parts: endable.map(({ key, name }) => ({ value: key, label: name })),
  }
  return html({
    title: titleWith(state, 'Change supervisor'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/supervision/supervisors', label: 'Supervisors' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Change from {nameOf(pair.supervisor)} to somebody else</h1>
        <p>You choose your supervisor, and you may change. People do so for many good reasons.</p>
        <WhatFollows />
        <PostForm action={`/supervisors/${pair.id}/change`}>
          <FormFields form={form} state={state} only={only} options={options} />
          <ButtonGroup>
            <Button>Change supervisor</Button>
            <LinkButton href="/supervision/supervisors" variant="secondary">
              Go on as we are
            </LinkButton>
          </ButtonGroup>
        </PostForm>
        <p>
          To have a second supervisor as well, <a href="/supervision/supervisors">choose one more</a> instead.
        </p>
      </>
    ),
  })
}

const WhatFollows = () => (
  <InsetText>
    <ul>
      <li>A contract with your new supervisor is started, if this supervision needs one.</li>
      <li>Booked sessions stay until you say, one by one, what becomes of them.</li>
      <li>What you wrote with your present supervisor stays with the two of you.</li>
      <li>Nobody is asked why. You can take it back within 24 hours.</li>
    </ul>
  </InsetText>
)

async function found(work: Work, { pair, may }: Asked, state: FormState): Promise<readonly Option[]> {
  const text = String(state.typed['with-search'] ?? '').trim()
  if (text === '') return []
  const { people } = await searchPeople(work, { text, day: work.today, most: 50, skip: 0 })
  const not: readonly PersonId[] = [pair.supervisor, pair.supervisee]
  return people
    .filter((one) => !not.includes(one.id) && (may.length === 0 || may.includes(one.id)))
    .map((one) => ({
      value: one.id,
      label: one.name,
      hint: [one.staffGroup, one.unit].filter(Boolean).join(', ') || undefined,
    }))
}
