// The file behind "try this rule": one or several rules, one person, what was held, and the days to ask about.
// Its keys are told, with an example for each thing a rule can say, in docs/how-to/write-a-rule.md.
import { strict, z } from '../../../platform/schema.ts'
import { supervisorCondition, yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { isoDay } from '../rule/period.ts'
import { obligationStates } from '../obligation/reckoning.ts'
import { groupText, ruleText } from '../rule/rule.ts'

const few = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)])
const word = z.union([z.string().min(1), z.number()])
const name = z.string().min(1)
const minutes = z.union([
  z.number().nonnegative(),
  z.string().regex(/^\d+(\.\d+)?\s*(m|min|mins|minutes?|h|hours?)$/, {
    error: 'Say minutes as 60, “60 minutes” or “1.5 hours”.',
  }),
])
/** An end that is left open may be said so. */
const end = z.union([isoDay, z.null(), z.literal('open')])

const postKeys = {
  from: isoDay.optional(),
  to: end.optional(),
  started: isoDay.optional(),
  staffGroup: few(word).optional(),
  staffGroups: few(word).optional(),
  profession: few(word).optional(),
  professions: few(word).optional(),
  unit: few(word).optional().meta({ description: 'The unit, or the path to it: “Trust > Children > Team”' }),
  units: few(word).optional(),
  kind: name.optional(),
  postKind: name.optional(),
  band: word.optional(),
  grade: word.optional(),
  trainingStage: few(word).optional(),
  trainingStages: few(word).optional(),
  caseload: z.union([yesNo, z.number().min(0)]).optional(),
  hours: z.number().min(0).max(168).optional(),
  fte: z.number().min(0).max(1).optional().meta({ description: 'Whole-time equivalent, instead of hours' }),
  wte: z.number().min(0).max(1).optional(),
}
const postWords = {
  start: 'from',
  startDate: 'from',
  since: 'from',
  end: 'to',
  endDate: 'to',
  group: 'staffGroup',
  team: 'unit',
  service: 'unit',
  type: 'postKind',
  contractedHours: 'hours',
  hoursPerWeek: 'hours',
  weeklyHours: 'hours',
}
const post = strict(postKeys, postWords)
const absence = strict({
  kind: name.optional(),
  from: isoDay,
  to: end.optional(),
  until: end.optional(),
  reason: name.optional().meta({ description: 'Also the kind, when no kind is given' }),
  approvedBy: name.optional(),
  approver: name.optional(),
}).refine((given) => given.kind !== undefined || given.reason !== undefined, {
  error: 'Say what kind of absence this is.',
})
const holding = few(
  z.union([name, strict({ key: name.optional(), name: name.optional(), from: isoDay.optional(), to: end.optional() })]),
)

const holdingKeys = {
  role: holding.optional(),
  roles: holding.optional(),
  registration: holding.optional(),
  registrations: holding.optional(),
  accreditation: holding.optional(),
  accreditations: holding.optional(),
  competence: holding.optional(),
  competences: holding.optional(),
}
const person = strict(
  {
    name: name.optional(),
    lineManager: name.optional(),
    ...postKeys,
    ...holdingKeys,
    posts: z.array(post).min(1).optional(),
    absences: z.array(absence).optional(),
    absence: absence.optional(),
  },
  postWords,
)

const supervisorWords = {
  role: few(name),
  roles: few(name),
  registration: few(name),
  registrations: few(name),
  accreditation: few(name),
  accreditations: few(name),
  competence: few(name),
  competences: few(name),
  profession: few(name),
  professions: few(name),
  staffGroup: few(name),
  staffGroups: few(name),
  unit: few(name),
  units: few(name),
}
const supervisor = z.union([
  name,
  strict({
    name: name.optional(),
    ...(Object.fromEntries(Object.entries(supervisorWords).map(([key, schema]) => [key, schema.optional()])) as {
      [key in keyof typeof supervisorWords]: z.ZodOptional<(typeof supervisorWords)[key]>
    }),
    band: word.optional(),
    grade: word.optional(),
    yearsQualified: z.number().min(0).optional(),
    lineManager: yesNo.optional(),
    moreSenior: yesNo.optional(),
  }),
])

const sessionWords = {
  when: 'date',
  on: 'date',
  size: 'attendees',
  participants: 'attendees',
  format: 'mode',
  delivery: 'mode',
  supervisee: 'part',
  status: 'attendance',
}
const session = strict(
  {
    date: isoDay.optional(),
    day: isoDay.optional(),
    type: name.optional(),
    kind: few(name).optional(),
    kinds: few(name).optional(),
    mode: few(name).optional(),
    modes: few(name).optional(),
    minutes: minutes.optional(),
    duration: minutes.optional(),
    length: minutes.optional(),
    minutesAttended: minutes.optional(),
    attendees: z.int().min(1).max(1000).optional(),
    groupSize: z.int().min(1).max(1000).optional(),
    supervisor: few(supervisor).optional(),
    supervisors: few(supervisor).optional(),
    attendance: z.enum(['present', 'late', 'partial', 'observing', 'absent']).optional(),
    part: z.enum(['receiving', 'delivering']).optional(),
    outside: yesNo.optional(),
    vouchedBy: name.optional(),
    ref: name.optional(),
  },
  sessionWords,
).refine((given) => given.date !== undefined || given.day !== undefined, { error: 'Say on which date this was held.' })

const work = z.union([
  isoDay,
  strict({
    date: isoDay.optional(),
    from: isoDay.optional(),
    to: isoDay.optional(),
    everyDays: z.int().min(1).max(366).optional(),
    shifts: z.number().min(0).optional(),
    hours: z.number().min(0).optional(),
  }).refine((given) => given.date !== undefined || (given.from !== undefined && given.to !== undefined), {
    error: 'Say a date, or from and to.',
  }),
])
const days = z.union([
  isoDay,
  z.array(isoDay).min(1).max(750),
  strict({ from: isoDay, to: isoDay, every: durationText.optional() }),
])

/** What the author expects on a day; the trial says where the answer differs. */
const expectation = strict({
  day: isoDay,
  requirement: name.optional().meta({ description: 'The key of the rule, where there are several' }),
  state: z.enum(obligationStates).optional(),
  dueOn: z.union([isoDay, z.null()]).optional(),
  lastOn: z.union([isoDay, z.null()]).optional(),
  suggested: z.enum(obligationStates).optional(),
})

/** Everything a trial may say. */
export const trialFile = strict({
  requirement: ruleText.optional(),
  requirements: z.array(ruleText).min(1).optional(),
  rule: ruleText.optional(),
  rules: z.array(ruleText).min(1).optional(),
  types: z
    .array(
      strict({
        key: name,
        name: name.optional(),
        supervisors: supervisorCondition.optional(),
        group: groupText.optional(),
      }),
    )
    .optional(),
  lead: durationText.optional(),
  fullTimeHours: z.number().positive().max(168).optional(),
  person,
  absences: z.array(absence).optional(),
  excusals: z.array(absence).optional(),
  evidence: z.array(session).max(5000).optional(),
  sessions: z.array(session).max(5000).optional(),
  shifts: few(work).optional(),
  work: few(work).optional(),
  days: days.optional(),
  day: isoDay.optional(),
  timeline: strict({ from: isoDay, to: isoDay }).optional(),
  expect: z.array(expectation).min(1).optional(),
}).refine(
  (file) =>
    file.expect !== undefined || file.days !== undefined || file.day !== undefined || file.timeline !== undefined,
  { error: 'Say which days to ask about: “days”.' },
)
export type TrialFile = z.infer<typeof trialFile>
export type ExpectationText = z.infer<typeof expectation>
export type PostText = z.infer<typeof post>
export type AbsenceText = z.infer<typeof absence>
export type HoldingText = z.infer<typeof holding>
export type SupervisorText = z.infer<typeof supervisor>
export type SessionText = z.infer<typeof session>
export type WorkText = z.infer<typeof work>
export type MinutesText = z.infer<typeof minutes>
