// What came of a step of a plan of support: done with one button; another day, or not needed, on a page of the line manager's.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../lead.changes.ts'
import { readPlan } from './plan-parts.pages.tsx'
import { managerOfPractice, twoOfPractice } from './practice.access.ts'
import { reportStep } from './practice.changes.ts'
import { stepForm } from './practice.form.ts'
import { findPractice } from './practice.store.ts'
import type { PracticeConcern, PracticeId } from './practice.ts'

const subject = (work: Work, { practice }: { practice: PracticeId }) => findPractice(work, practice)

export const stepPages: readonly Page[] = [
  page({
    at: 'GET /practice-concerns/:practice/steps/:stepKey',
    subject,
    access: managerOfPractice,
    answer: (work, { subject: practice, params }) =>
      stepPage(work, practice, { step: Number(params.stepKey), state: stepForm.filled({}) }),
  }),
  page({
    at: 'POST /practice-concerns/:practice/steps/:stepKey',
    subject,
    access: twoOfPractice,
    answer: async (work, { subject: practice, params, form }) => {
      const step = Number(params.stepKey)
      const isManager = practice.manager === work.asker.person
      const reading = stepForm.read(form, { today: work.today })
      if (!reading.ok) return isManager ? stepPage(work, practice, { step, state: reading }) : conflict(missing)
      const { outcome, due } = reading.value
      const done = await reportStep(work, practice, { step, outcome, due: parseDay(due) })
      if (done.ok) return seeOther(`/practice-concerns/${practice.id}`, 'Kept. The two of you see it.')
      return done.field === undefined
        ? conflict(done.reason)
        : stepPage(work, practice, { step, state: stepForm.refused(form, done) })
    },
  }),
]

const missing = 'Go back and say that the step is done'

async function stepPage(
  work: Work,
  practice: PracticeConcern,
  { step: number, state }: { step: number; state: FormState },
): Promise<Reply> {
  const nameOf = await namer(work, [practice.person, practice.manager])
  const step = (await readPlan(work, practice, nameOf)).steps.find((one) => one.number === number)
  if (!step || step.state !== 'open') return notFound()
  const here = `/practice-concerns/${practice.id}`
  return html({
    title: titleWith(state, 'A step of the plan'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: here, label: 'Plan of support' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>A step of the plan</h1>
        <Written>{step.words}</Written>
        <p>
          {nameOf(practice[step.doer])}, by {formatDay(step.due)}
        </p>
        <PostForm action={`${here}/steps/${step.number}`}>
          <FormFields form={stepForm} state={state} />
          <Button>Keep it</Button>
        </PostForm>
      </>
    ),
  })
}
