// Giving a set another name, handing it over to another facilitator, ending it.
import {
  Button,
  ErrorSummary,
  type Form,
  FormFields,
  type FormState,
  type OptionsByField,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleFor } from '../../people/index.ts'
import { handOver } from '../membership/membership.changes.ts'
import { keepersOfSet } from './set.access.ts'
import { endSet, renameSet, subjectSet } from './set.changes.ts'
import { handoverForm, nameForm } from './set.form.ts'
import type { LearningSet } from './set.ts'

const kept = { subject: subjectSet, access: keepersOfSet } as const

export const changingPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/name',
    ...kept,
    answer: (_work, { subject: { set } }) => namePage(set, nameForm.filled({ name: set.name })),
  }),
  page({
    at: 'POST /action-learning/sets/:set/name',
    ...kept,
    answer: async (work, { subject: { set }, form }) => {
      const reading = nameForm.read(form)
      if (!reading.ok) return namePage(set, reading)
      const done = await renameSet(work, set.id, {
        name: reading.value.name,
        version: Number(firstOf(form, '_version')),
      })
      return done.ok ? seeOther(addressOf(set), 'Name changed') : namePage(set, nameForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /action-learning/sets/:set/handover',
    ...kept,
    answer: (work, { subject: { set } }) => handoverPage(work, set, handoverForm.filled({}), {}),
  }),
  page({
    at: 'POST /action-learning/sets/:set/handover',
    ...kept,
    answer: async (work, { subject: { set }, form }) => {
      if (searchIn(form)) return handoverPage(work, set, { errors: [], typed: handoverForm.typed(form) }, form)
      const reading = handoverForm.read(form)
      if (!reading.ok) return handoverPage(work, set, reading, form)
      const to = parseId<'person'>(reading.value.to)
      const done = to ? await handOver(work, set.id, { to }) : { ok: false as const, reason: foundWords, field: 'to' }
      if (!done.ok) return handoverPage(work, set, handoverForm.refused(form, done), form)
      return seeOther(keepersOfSetAfter(work) ? addressOf(set) : '/action-learning', 'Handed over from today')
    },
  }),
  page({
    at: 'GET /action-learning/sets/:set/end',
    ...kept,
    answer: (_work, { subject: { set } }) => endPage(set),
  }),
  page({
    at: 'POST /action-learning/sets/:set/end',
    ...kept,
    answer: async (work, { subject: { set } }) => {
      const done = await endSet(work, set.id)
      return done.ok ? seeOther('/action-learning', 'The set has ended') : conflict(done.reason)
    },
  }),
]

const foundWords = 'Choose one of the people found'
const addressOf = (set: LearningSet): string => `/action-learning/sets/${set.id}`
/** Whoever hands over their own set is no longer in it; those who look after sets still see it. */
const keepersOfSetAfter = (work: Work): boolean =>
  work.asker.roles.has('administrator') || work.asker.roles.has('programme lead')

type Asked<V> = { set: LearningSet; title: string; deed: string; form: Form<V>; state: FormState; button: string }

const formPage = <V,>(
  { set, title, deed, form, state, button }: Asked<V>,
  intro: string,
  options: OptionsByField = {},
): Reply =>
  html({
    title: titleWith(state, title),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: addressOf(set), label: 'Action learning set' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{title}</h1>
        <p>{intro}</p>
        <PostForm action={`${addressOf(set)}/${deed}`} version={set.version}>
          <FormFields form={form} state={state} options={options} />
          <Button>{button}</Button>
        </PostForm>
      </>
    ),
  })

const namePage = (set: LearningSet, state: FormState): Reply =>
  formPage(
    { set, title: 'Change the name of the set', deed: 'name', form: nameForm, state, button: 'Save the name' },
    'Everybody in the set sees it.',
  )

async function handoverPage(work: Work, set: LearningSet, state: FormState, typed: Typed): Promise<Reply> {
  return formPage(
    { set, title: 'Hand the set over', deed: 'handover', form: handoverForm, state, button: 'Hand it over' },
    'Whoever takes over is the facilitator from today on. Whoever was until now leaves the set, and keeps what they signed.',
    await peopleFor(work, 'to', typed),
  )
}

const endPage = (set: LearningSet): Reply =>
  html({
    title: 'End the set',
    back: { href: addressOf(set), label: 'Action learning set' },
    body: (
      <>
        <h1>End the set</h1>
        <p>
          <bdi>{set.name}</bdi> is no more from today on. Everybody keeps what they signed and wrote themselves. A set
          that ended does not begin again; you can make another one.
        </p>
        <PostForm action={`${addressOf(set)}/end`}>
          <Button variant="warning">End the set today</Button>
        </PostForm>
      </>
    ),
  })
