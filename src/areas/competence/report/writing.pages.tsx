// Writing down what was seen: kept as it is typed, for its author alone, until it is sent to the supervisor.
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, data, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import {
  becauseTexts,
  draftVersion,
  noteJustified,
  openTexts,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
  type Texts,
  typedBecause,
} from '../../records/index.ts'
import { observerOf } from '../observation/observation.access.ts'
import { subjectObservation } from '../observation/observation.pages.tsx'
import { decideWriting, type Observation } from '../observation/observation.ts'
import { sessionWords } from '../observation/observation.view.ts'
import { aboutSeen, formFor, keepWriting, openDraft, sendSeen, staleWords } from './report.changes.ts'
import { actionsIn, answersIn, fieldsOf, planRows, typedIn, writingForm } from './report.form.ts'
import type { ReportForm } from './report.ts'

const own = { subject: subjectObservation, access: observerOf } as const

export const writingPages: readonly Page[] = [
  page({
    at: 'GET /observations/:observation/writing',
    ...own,
    answer: async (work, { subject: { one } }) => {
      const may = decideWriting(one, work.moment)
      if (!may.ok) return conflict(may.reason)
      return writingPage(work, one, { state: { errors: [], typed: await lastTyped(work, one) } })
    },
  }),
  page({
    at: 'POST /observations/:observation/writing/draft',
    ...own,
    quiet: true,
    answer: async (work, { subject: { one }, form }) => {
      const done = await keep(work, one, form)
      return done.ok ? data({ version: done.value }) : data({ reason: done.reason }, 409)
    },
  }),
  page({
    at: 'POST /observations/:observation/writing',
    ...own,
    answer: async (work, { subject: { one }, form }) => {
      const done = await keep(work, one, form)
      if (done.ok) return seeOther(`/observations/${one.id}/writing`, 'Saved. Only you can read it')
      return done.reason === staleWords ? stale(work, one, form) : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /observations/:observation/sending',
    ...own,
    answer: (work, { subject: { one }, form }) => send(work, one, form),
  }),
]

async function keep(work: Work, one: Observation, form: Typed) {
  const shape = writingForm(await formFor(work, one), false)
  const typed = { ...typedIn(shape, form), ...typedBecause(form) }
  return keepWriting(work, one.id, { typed, fromSave: Number(firstOf(form, '_version')) })
}

/** What was typed last, else what was last sent, by the names of the boxes. */
async function lastTyped(work: Work, one: Observation): Promise<Texts> {
  const draft = await openDraft(work, one)
  if (Object.keys(draft).length > 0 || one.version === 0) return draft
  const { texts } = await openTexts(work, { about: aboutSeen(one), version: one.version })
  return Object.fromEntries(Object.entries(texts).map(([key, words]) => [`seen--${key}`, words]))
}

async function send(work: Work, one: Observation, form: Typed): Promise<Reply> {
  const asked = await formFor(work, one)
  // Once sent, its actions stand; sent again, it may have further ones.
  const shape = writingForm(one.version > 0 ? { ...asked, actionsNeeded: false } : asked, true)
  const reading = shape.read(form, { today: work.today })
  if (!reading.ok) return writingPage(work, one, { state: reading, form })
  const answers = answersIn(asked, reading.value)
  const actions = actionsIn(reading.value)
  const looked = { ...answers, ...Object.fromEntries(actions.map((action, at) => [`action${at + 1}`, action.text])) }
  const names = await namesOf(work, [one.supervisor, one.observer])
  const texts = Object.fromEntries(
    Object.entries(looked).map(([key, words]) => [key in answers ? `seen--${key}` : key, words]),
  )
  const pointed = pointOutIn(form, { texts, today: work.today, colleagues: [...names.values()] })
  if (pointed.asks) return writingPage(work, one, { state: pointedState(shape, form, pointed), form, pointed })
  const fromSave = Number(firstOf(form, '_version'))
  const done = await sendSeen(work, one.id, { texts: { ...answers, ...becauseTexts(pointed) }, actions, fromSave })
  if (!done.ok) return done.reason === staleWords ? stale(work, one, form) : refused(work, one, { form, done })
  noteJustified(work, aboutSeen(one), pointed)
  return seeOther(`/observations/${one.id}`, 'Sent. The supervisor is asked to comment')
}

async function refused(
  work: Work,
  one: Observation,
  { form, done }: { form: Typed; done: { reason: string; field?: string } },
): Promise<Reply> {
  const shape = writingForm(await formFor(work, one), true)
  return writingPage(work, one, { state: shape.refused(form, done), form })
}

/** What was typed here, with what was saved elsewhere beside it; the next save takes the place of both. */
async function stale(work: Work, one: Observation, form: Typed): Promise<Reply> {
  const kept = await openTexts(work, { about: aboutSeen(one), version: draftVersion })
  const asked = await formFor(work, one)
  const shape = writingForm(asked, false)
  const state = { errors: shape.refused(form, { reason: staleWords }).errors, typed: shape.typed(form) }
  return writingPage(work, one, { state, form, elsewhere: kept.texts, status: 409 })
}

type Shown = {
  readonly state: FormState
  readonly form?: Typed
  readonly pointed?: PointedOut
  readonly elsewhere?: Texts
  readonly status?: 409
}

async function writingPage(work: Work, one: Observation, shown: Shown): Promise<Reply> {
  const { state, pointed = null, elsewhere } = shown
  const asked = await formFor(work, one)
  const names = await namesOf(work, [one.supervisor])
  const here = `/observations/${one.id}`
  return html({
    title: titleWith(state, 'What you saw'),
    status: shown.status ?? (state.errors.length > 0 ? 422 : 200),
    back: { href: here, label: 'Observation' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{names.get(one.supervisor) ?? 'Somebody who is no longer here'}</bdi>,{' '}
            {one.session ? sessionWords(one.session) : ''}
          </span>
          What you saw
        </h1>
        <p>
          Only you can read this until you send it. Write about the supervisor’s practice, and nothing about the
          families or the people who were supervised.
        </p>
        {elsewhere && <Elsewhere asked={asked} texts={elsewhere} />}
        <PostForm action={`${here}/sending`} version={one.save} autosave={`${here}/writing/draft`} id="observed">
          <Questions asked={asked} state={state} isAgain={one.version > 0} />
          <PointedOutPart pointed={pointed} state={state} />
          <ButtonGroup>
            <Button>{one.version > 0 ? 'Send it again' : 'Send to the supervisor'}</Button>
            <Button variant="secondary" formAction={`${here}/writing`} formNoValidate>
              Save and carry on later
            </Button>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

function Questions({ asked, state, isAgain }: { asked: ReportForm; state: FormState; isAgain: boolean }) {
  const form = writingForm(asked, false)
  const sections = [...new Set(asked.questions.map((one) => one.section))]
  const [first = 1, ...more] = planRows
  const filled = more.some((row) => (state.typed[`action${row}`] ?? '') !== '')
  return (
    <>
      {sections.map((section) => (
        <>
          {section !== '' && <h2>{section}</h2>}
          <FormFields
            form={form}
            state={state}
            only={asked.questions.filter((one) => one.section === section).flatMap(fieldsOf.asked)}
          />
        </>
      ))}
      <h2>Action plan</h2>
      <p>
        {isAgain
          ? 'What you sent before stands. Add what is new.'
          : 'It becomes part of what the supervisor has to do.'}
      </p>
      <FormFields form={form} state={state} only={fieldsOf.row(first)} />
      <Details summary="More actions" open={filled}>
        <FormFields form={form} state={state} only={more.flatMap(fieldsOf.row)} />
      </Details>
    </>
  )
}

const Elsewhere = ({ asked, texts }: { asked: ReportForm; texts: Texts }) => (
  <Details summary="What was saved elsewhere" open>
    {asked.questions
      .filter(({ key }) => (texts[`seen--${key}`] ?? '') !== '')
      .map(({ key, label }) => (
        <>
          <p>{label}</p>
          <Written>{texts[`seen--${key}`]}</Written>
        </>
      ))}
  </Details>
)
