// The fields of passing a concern on, and of what comes after; each once.
import {
  choice,
  date,
  defineForm,
  type Form,
  longText,
  onlyWhen,
  person,
  text,
  timeOfDay,
} from '../../../design/index.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { londonMoment, type Moment } from '../../../platform/time/moment.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { type ConcernKind, goesToManager, tellsColleague } from './concern.ts'

const fields = {
  concern: longText({
    label: 'What worries you',
    hint: 'What you saw or heard, and what you think could happen. No more identities than are needed',
    missing: 'Say in a few words what worries you',
    max: 20_000,
    rows: 5,
  }),
  outcome: choice({
    label: 'What did you do?',
    missing: 'Select whether you told somebody, or decided not to',
    options: [
      { value: 'told', label: 'I have told somebody' },
      { value: 'not shared', label: 'I decided not to share it', hint: 'A safeguarding lead looks at it with you' },
    ],
  }),
  whom: onlyWhen('outcome', 'told', text({ label: 'Whom you told', hint: 'Name and role, or the service', max: 300 })),
  day: onlyWhen('outcome', 'told', date({ label: 'The day you told them', mustBe: 'past or today' })),
  time: onlyWhen('outcome', 'told', timeOfDay({ label: 'The time', hint: 'If you know it', optional: true })),
  how: onlyWhen(
    'outcome',
    'told',
    choice({
      label: 'How you told them',
      missing: 'Select how you told them',
      as: 'select',
      options: [
        { value: 'phone', label: 'By phone' },
        { value: 'in person', label: 'In person' },
        { value: 'video', label: 'By video' },
        { value: 'e-mail', label: 'By e-mail' },
        { value: 'form', label: 'With a referral form' },
        { value: 'other', label: 'Another way' },
      ],
    }),
  ),
  why: onlyWhen('outcome', 'not shared', longText({ label: 'Why you decided not to', rows: 3, max: 10_000 })),
  named: person({ label: 'The colleague it is about, if it is about one', optional: true }),
  telling: choice({
    label: 'If it is about a colleague: do they know?',
    optional: true,
    options: [
      { value: 'told', label: 'Yes, I have told them' },
      { value: 'told here', label: 'Tell them for me', hint: 'They see that a concern was passed on, not its words' },
      { value: 'not yet', label: 'Not yet: telling them would put somebody at risk' },
    ],
  }),
  risk: onlyWhen('telling', 'not yet', longText({ label: 'Who would be at risk, and how', rows: 3, max: 10_000 })),
}

const forManager = longText({
  label: 'What their line manager should know',
  hint: 'Goes to the line manager as a record of its own. They read these words and nothing else',
  optional: true,
  rows: 4,
  max: 10_000,
})

const check = (value: { named: string | null; telling: string | null }) =>
  value.named !== null && value.telling === null
    ? [{ field: 'telling', message: 'Select whether your colleague knows' }]
    : []

const plainForm = defineForm({ ...fields, forManager }, { check })

/** The form of passing on; the line manager has a part only where it is about practice or conduct. */
export const concernForm = plainForm
export const fieldsFor = (kind: ConcernKind): readonly string[] =>
  Object.keys(plainForm.fields).filter(
    (name) =>
      (name !== 'forManager' || goesToManager(kind)) &&
      ((name !== 'telling' && name !== 'risk') || tellsColleague(kind)),
  )

/** What was sent, for a kind about which nobody is told from here: the question is not put, so it is answered for them. */
export const asAsked = (kind: ConcernKind, form: Typed): Typed =>
  tellsColleague(kind) ? form : { ...form, telling: 'not yet', risk: 'See the policy' }

export const managerForm = defineForm({
  words: longText({
    label: 'What their line manager should know',
    hint: 'They read these words and nothing else, as a record of its own',
    missing: 'Write what their line manager should know',
    rows: 4,
    max: 10_000,
  }),
})

export type ConcernValue = typeof plainForm extends Form<infer V> ? V : never

/** When somebody was told: the day and, unless it was said, the time of now. */
export function toldMoment(value: { day: string | null; time: string | null }, now: Moment): Decision<Moment | null> {
  const day: Day | null = value.day === null ? null : parseDay(value.day)
  if (day === null) return yes(null)
  const noon = londonMoment(day, value.time ?? '12:00')
  if (noon === null) return no('The clocks leave that time out on that day', 'time')
  return yes(value.time === null && noon > now ? now : noon)
}

export const additionForm = defineForm({
  words: longText({ label: 'What you want to add', missing: 'Write what you want to add', max: 20_000, rows: 4 }),
})

export const closingForm = defineForm({
  came: longText({
    label: 'What came of it',
    hint: 'Who acted, what was decided, and whether the decision not to share was right',
    missing: 'Say what came of it',
    max: 20_000,
    rows: 4,
  }),
})

export const handingForm = defineForm({
  to: person({ label: 'The safeguarding lead who carries on', missing: 'Find and choose the colleague' }),
})
