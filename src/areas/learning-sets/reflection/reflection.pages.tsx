// What I have learned: some time after a meeting, and over the whole life of the set (SPEC 7.9). One's own answers, and what the
// others share.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { type HeldSubject, readersOfHeld } from '../afterwards/held.access.ts'
import { subjectHeld } from '../afterwards/held.changes.ts'
import type { SetSubject } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { isGoingOn } from '../set/set.ts'
import { learnersOfSet } from './reflection.access.ts'
import {
  type Learned,
  learningQuestions,
  openMyLearning,
  openSharedLearning,
  saveLearning,
} from './reflection.changes.ts'
import { fieldOfLearning, reflectionForm } from './reflection.form.ts'
import { type LearningQuestion, mayReflect } from './reflection.ts'

const afterMeeting = { subject: subjectHeld, access: readersOfHeld } as const
const ofSet = { subject: subjectSet, access: learnersOfSet } as const

export const reflectionPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/learning',
    ...afterMeeting,
    answer: (work, { subject }) => shown(work, ofMeeting(subject)),
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/learning',
    ...afterMeeting,
    answer: (work, { subject, form }) => save(work, ofMeeting(subject), form),
  }),
  page({
    at: 'GET /action-learning/sets/:set/learning',
    ...ofSet,
    answer: (work, { subject }) => shown(work, ofWholeSet(subject)),
  }),
  page({
    at: 'POST /action-learning/sets/:set/learning',
    ...ofSet,
    answer: (work, { subject, form }) => save(work, ofWholeSet(subject), form),
  }),
]

type Asked = Learned & {
  readonly address: string
  readonly back: { readonly href: string; readonly label: string }
  readonly title: string
  readonly lede: string
}

const ofMeeting = ({ planned, set }: HeldSubject): Asked => ({
  set,
  meeting: planned.id,
  address: `/action-learning/meetings/${planned.id}/learning`,
  back: { href: `/action-learning/meetings/${planned.id}`, label: 'Meeting' },
  title: 'What I have learned since',
  lede: `Since the meeting on ${formatDay(londonDay(planned.startsAt))}: what came of it, and what did it teach you?`,
})

const ofWholeSet = ({ set, today }: SetSubject): Asked => ({
  set,
  meeting: null,
  address: `/action-learning/sets/${set.id}/learning`,
  back: isGoingOn(set, today)
    ? { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' }
    : { href: '/action-learning', label: 'Action learning' },
  title: 'What I learned in this set',
  lede: 'Over your whole time in the set: what did you learn, and which three things will you keep?',
})

async function shown(work: Work, asked: Asked): Promise<Reply> {
  const questions = await learningQuestions(work, asked.set)
  const mine = await openMyLearning(work, asked)
  const { form, sharing } = reflectionForm(questions)
  const answers = Object.fromEntries(questions.map((one) => [fieldOfLearning(one), mine.answers[one.key] ?? null]))
  const typed = { ...form.filled(answers).typed, ...sharing.filled({ shared: [...mine.shared] }).typed }
  return learningPage(work, asked, { questions, state: { errors: [], typed }, save: mine.save })
}

async function save(work: Work, asked: Asked, body: Typed): Promise<Reply> {
  const questions = await learningQuestions(work, asked.set)
  const { form, sharing } = reflectionForm(questions)
  const [answers, shared] = [form.read(body), sharing.read(body)]
  const typed = { ...form.typed(body), ...sharing.typed(body) }
  const saw = Number(firstOf(body, '_version'))
  const again = (errors: FormState['errors']) =>
    learningPage(work, asked, { questions, state: { errors, typed }, save: saw })
  if (!answers.ok || !shared.ok)
    return again([...(answers.ok ? [] : answers.errors), ...(shared.ok ? [] : shared.errors)])
  const given = questions.map((one) => [one.key, answers.value[fieldOfLearning(one)] ?? ''] as const)
  const done = await saveLearning(work, asked, {
    save: saw,
    answers: Object.fromEntries(given.filter(([, words]) => words !== '')),
    ticked: shared.value.shared,
  })
  if (done.ok) return seeOther(asked.address, 'Saved. What you ticked is shared with the set')
  return again([{ field: '', input: '', message: done.reason }])
}

async function learningPage(
  work: Work,
  asked: Asked,
  shows: { questions: readonly LearningQuestion[]; state: FormState; save: number },
): Promise<Reply> {
  const { form, sharing } = reflectionForm(shows.questions)
  const may = mayReflect(asked.set, work.today)
  return html({
    title: titleWith(shows.state, asked.title),
    status: shows.state.errors.length > 0 ? 422 : 200,
    back: asked.back,
    body: (
      <>
        <ErrorSummary state={shows.state} />
        <h1>{asked.title}</h1>
        <p class="app-lede">{asked.lede}</p>
        <p>Answer what you like. Nobody reads it but you, unless you share it with the set below.</p>
        {may.ok ? (
          <PostForm action={asked.address} version={shows.save}>
            <FormFields form={form} state={shows.state} />
            <FormFields form={sharing} state={shows.state} />
            <Button>Save</Button>
          </PostForm>
        ) : (
          <p>{may.reason}.</p>
        )}
        {await sharedPart(work, asked, shows.questions)}
      </>
    ),
  })
}

/** What the set shares, person by person; nothing as long as nobody does. */
async function sharedPart(work: Work, asked: Asked, questions: readonly LearningQuestion[]) {
  const all = await openSharedLearning(work, asked)
  if (all.length === 0) return null
  const names = await namesOf(
    work,
    all.map((one) => one.person),
  )
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">What people of the set share</h2>
      {all.map(({ person, answers }) => (
        <section>
          <h3>
            <bdi>{names.get(person) ?? 'Somebody'}</bdi>
          </h3>
          {questions
            .filter((one) => answers[one.key] !== undefined)
            .map((one) => (
              <>
                <h4 class="nhsuk-heading-xs">{one.label}</h4>
                <Written>{answers[one.key]}</Written>
              </>
            ))}
        </section>
      ))}
    </section>
  )
}
