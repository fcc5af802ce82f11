// Writing what is to be told outside the set, and to whom; and writing it anew.
import {
  Button,
  ErrorSummary,
  FormField,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import type { Decision } from '../../../platform/decision.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleToTick } from '../../people/index.ts'
import { peopleOfSetItself } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { type LearningSet, peopleOn } from '../set/set.ts'
import { answeredBefore, type PointedOut, PointedOutPart, pointedState, pointOutIn } from '../../records/index.ts'
import { writersOfAnnouncement } from './announcement.access.ts'
import { propose, type Proposed, reword, subjectAnnouncement, textsOfAnnouncement } from './announcement.changes.ts'
import { announcementForm } from './announcement.form.ts'

const proposed = { subject: subjectAnnouncement, access: writersOfAnnouncement } as const

export const writingPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/announcements/new',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: (work, { subject: { set } }) => writingPage(work, newOne(set), announcementForm.filled({})),
  }),
  page({
    at: 'POST /action-learning/sets/:set/announcements',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: (work, { subject: { set }, form }) =>
      save(work, newOne(set), form, async (what) => {
        const done = await propose(work, set.id, what)
        return done.ok ? { ok: true, value: `/action-learning/announcements/${done.value}` } : done
      }),
  }),
  page({
    at: 'GET /action-learning/announcements/:announcement/text',
    ...proposed,
    answer: async (work, { subject }) => {
      const texts = await textsOfAnnouncement(work, subject)
      const { set, announcement } = subject
      const filled = announcementForm.filled({ text: texts.text ?? '', people: [...announcement.recipients] })
      return writingPage(work, again(set, announcement), filled, answeredBefore(texts, { today: work.today }))
    },
  }),
  page({
    at: 'POST /action-learning/announcements/:announcement/text',
    ...proposed,
    answer: (work, { subject: { set, announcement }, form }) =>
      save(work, again(set, announcement), form, async (what) => {
        const version = Number(firstOf(form, '_version'))
        const done = await reword(work, announcement.id, { ...what, version })
        return done.ok ? { ok: true, value: `/action-learning/announcements/${announcement.id}` } : done
      }),
  }),
]

type Writing = {
  readonly set: LearningSet
  readonly title: string
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly button: string
  readonly version?: number
}

const newOne = (set: LearningSet): Writing => ({
  set,
  title: 'Propose what may be told',
  action: `/action-learning/sets/${set.id}/announcements`,
  back: { href: `/action-learning/sets/${set.id}/announcements`, label: 'What may be told' },
  button: 'Ask the set',
})

const again = (set: LearningSet, { id, version }: { id: string; version: number }): Writing => ({
  set,
  title: 'Change what may be told',
  action: `/action-learning/announcements/${id}/text`,
  back: { href: `/action-learning/announcements/${id}`, label: 'What may be told' },
  button: 'Save, and ask the set again',
  version,
})

async function save(
  work: Work,
  writing: Writing,
  form: Typed,
  deed: (what: Proposed) => Promise<Decision<string>>,
): Promise<Reply> {
  const typed = announcementForm.typed(form)
  const pointed = pointOutIn(form, { texts: { text: textIn(typed.text) }, today: work.today })
  if (searchIn(form)) return writingPage(work, writing, { errors: [], typed }, pointed.because === '' ? null : pointed)
  const reading = announcementForm.read(form)
  if (!reading.ok) return writingPage(work, writing, reading, pointed)
  if (pointed.asks) return writingPage(work, writing, pointedState(announcementForm, form, pointed), pointed)
  const recipients = [...new Set(reading.value.people.flatMap((one) => parseId<'person'>(one) ?? []))]
  const done = await deed({ text: reading.value.text, recipients, pointed })
  return done.ok
    ? seeOther(done.value, 'Saved. Everybody in the set is asked')
    : writingPage(work, writing, announcementForm.refused(form, done), pointed)
}

const textIn = (typed: unknown): string => (typeof typed === 'string' ? typed : '')

async function writingPage(
  work: Work,
  writing: Writing,
  typed: FormState,
  pointed: PointedOut | null = null,
): Promise<Reply> {
  const inIt = new Set(peopleOn(writing.set, work.today).map((one) => one.person))
  const { options, state } = await peopleToTick(work, typed, inIt)
  return html({
    title: titleWith(state, writing.title),
    status: state.errors.length > 0 ? 422 : 200,
    back: writing.back,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{writing.title}</h1>
        <p>
          What is said in the set stays there. When something has to be told to others, such as a change of clinical
          policy, everybody in the set agrees first to the exact words and to whom they are told. When you change them,
          everybody is asked again.
        </p>
        <WritingForm {...{ writing, state, options, pointed }} />
      </>
    ),
  })
}

type Written = { writing: Writing; state: FormState; options: readonly Option[]; pointed: PointedOut | null }

function WritingForm({ writing, state, options, pointed }: Written) {
  const field = (name: string) => (
    <FormField form={announcementForm} state={state} name={name} options={{ people: options }} />
  )
  return (
    <PostForm action={writing.action} version={writing.version}>
      {field('text')}
      {field('people-search')}
      <p>
        <Button variant="secondary" small name="_find" value="people" formNoValidate>
          Find people
        </Button>
      </p>
      {options.length > 0 && field('people')}
      {options.length === 0 && String(state.typed['people-search'] ?? '').trim() !== '' && (
        <p>Nobody else was found. Try fewer letters, or the team.</p>
      )}
      <PointedOutPart pointed={pointed} state={state} />
      <Button>{writing.button}</Button>
    </PostForm>
  )
}
