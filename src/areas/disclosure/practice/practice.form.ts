// The fields of a plan of support and development, and of what came of one of its steps; each once.
import { choice, date, defineForm, type Form, longText, onlyWhen, text } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { doers, type NewStep } from './step.ts'

const rows = [1, 2, 3] as const
const stepText = (row: number) =>
  text({ label: `Step ${row}`, hint: row === 1 ? 'What is done, in a few words' : undefined, max: 500, optional: true })
const stepWho = (row: number) => choice({ label: `Who does step ${row}`, as: 'select', optional: true })
const stepDue = (row: number) => date({ label: `Step ${row} by`, optional: true, mustBe: 'today or future' })

const fields = {
  what: choice({
    label: 'What you want to write down',
    missing: 'Select what you want to write down',
    options: [
      { value: 'plan', label: 'The plan of support and development that we agreed' },
      { value: 'looked again', label: 'We looked at it again, and carry on' },
      { value: 'closed', label: 'We looked at it again, and it is done' },
    ],
  }),
  words: longText({ label: 'In words that the two of you agree on', max: 20_000, rows: 5, missing: 'Write it down' }),
  step1: stepText(1),
  who1: stepWho(1),
  due1: stepDue(1),
  step2: stepText(2),
  who2: stepWho(2),
  due2: stepDue(2),
  step3: stepText(3),
  who3: stepWho(3),
  due3: stepDue(3),
  on: date({ label: 'The day you look at it again', hint: 'Leave empty when it is done', optional: true }),
}

/** A row that was begun says what, who and by when. */
const check = (value: Readonly<Record<string, unknown>>) =>
  rows.flatMap((row) => {
    const [what, who, due] = [value[`step${row}`], value[`who${row}`], value[`due${row}`]]
    if (what === null && who === null && due === null) return []
    if (what === null) return [{ field: `step${row}`, message: `Say what step ${row} is` }]
    if (!doers.some((one) => one === who)) return [{ field: `who${row}`, message: `Select who does step ${row}` }]
    return due === null ? [{ field: `due${row}`, message: `Enter by when step ${row} is done` }] : []
  })

export const planForm = defineForm(fields, { check })
/** The choices of who does a step, for every row. */
export const whoFields = rows.map((row) => `who${row}` as const)

type PlanValue = typeof planForm extends Form<infer V> ? V : never

/** The rows that were filled in. */
export function stepsIn(value: PlanValue): readonly NewStep[] {
  return rows.flatMap((row) => {
    const [words, who, due] = [value[`step${row}`], value[`who${row}`], value[`due${row}`]]
    const doer = doers.find((one) => one === who)
    return words !== null && doer && due !== null ? [{ words, doer, due: due as Day }] : []
  })
}

export const stepForm = defineForm({
  outcome: choice({
    label: 'What came of it?',
    missing: 'Select what came of it',
    options: [
      { value: 'done', label: 'It is done' },
      { value: 'new day', label: 'It needs longer' },
      { value: 'not needed', label: 'It is not needed any more' },
    ],
  }),
  due: onlyWhen('outcome', 'new day', date({ label: 'The new day', mustBe: 'today or future' })),
})
