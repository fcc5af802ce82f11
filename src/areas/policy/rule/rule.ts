// A rule as its author writes it: who needs which supervision, how much, how often, what counts and what excuses.
// Data only (SPEC 2.3). What the keys mean is told, with examples, in docs/how-to/write-a-rule.md.
import { strict, z } from '../../../platform/schema.ts'
import { amountText } from './amount.ts'
import { peopleCondition, sessionCondition, supervisorCondition, yesNo } from './condition.ts'
import { readFormula } from './formula.ts'
import { durationText, intervalText } from './interval.ts'
import { isoDay, periodText, sinceText } from './period.ts'

const few = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)])
const sentence = z.string().trim().min(1).max(2000)
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: (issue) => `“${String(issue.input)}” is no key: use small letters, digits and single hyphens.`,
})
const share = z
  .union([
    z.string().regex(/^\d+(\.\d+)?\s*%$/, { error: 'Say a share as “50%”.' }),
    z.number().min(0).max(1, { error: 'Say a share as “50%”, or as a number up to 1.' }),
  ])
  .meta({ description: 'A share of what is needed, such as “50%”' })

const strengths = ['mandatory', 'recommended', 'as required', 'voluntary'] as const
export type Strength = (typeof strengths)[number]

/** Part of what is needed must be of one kind: in the same window, in a window of its own, or in every so many sessions. */
const quota = strict({
  name: sentence.optional(),
  need: amountText.optional(),
  share: share.optional(),
  where: sessionCondition.optional(),
  every: intervalText.optional(),
  per: periodText.optional(),
  ofEvery: z
    .union([z.int().min(2), z.string().regex(/^\d+ sessions$/, { error: 'Say for example “4 sessions”.' })])
    .optional(),
  source: sentence.optional(),
}).meta({ id: 'Quota' })

/** No more than this counts: of the need in its window, or in a window of the cap's own. */
const cap = strict({
  name: sentence.optional(),
  amount: amountText.optional(),
  share: share.optional(),
  where: sessionCondition,
  every: durationText.optional(),
  per: periodText.optional(),
  source: sentence.optional(),
}).meta({ id: 'Cap' })

const rhythm = {
  need: amountText.optional(),
  every: z.union([intervalText, z.array(intervalText).min(2)]).optional(),
  whichever: z.enum(['first', 'last']).optional(),
  within: durationText.optional(),
  per: periodText.optional(),
  including: few(quota).optional(),
  atMost: few(cap).optional(),
  lead: intervalText.optional(),
}

const step = strict({ for: durationText.optional(), until: durationText.optional(), ...rhythm })

const formula = z
  .string()
  .refine((text) => text === 'full' || text === 'divided' || readFormula(text).ok, {
    error: (issue) => {
      const reading = readFormula(String(issue.input))
      return reading.ok ? 'full' : reading.reason
    },
  })
  .meta({ id: 'Step' })

export const groupText = strict(
  {
    smallest: z.int().min(1).optional(),
    largest: z.int().min(1).optional(),
    credit: formula.optional().meta({
      description: 'full, divided (by the number of supervisees), or a formula such as “minutes * 2 / attendees”',
    }),
    creditAtMost: z.number().positive().optional(),
  },
  { max: 'largest', maximum: 'largest', size: 'largest', min: 'smallest', minimum: 'smallest' },
).meta({ id: 'Group' })

const attendance = strict({
  late: z.enum(['counts', 'minutes attended', 'half', 'does not count']).optional(),
  partial: z.enum(['counts', 'minutes attended', 'half', 'does not count']).optional(),
  observing: z.enum(['counts', 'half', 'does not count']).optional(),
})

export const countingText = strict({
  atLeast: z
    .union([z.number().positive(), amountText])
    .optional()
    .meta({ description: 'A shorter session does not count: “30 minutes”' }),
  atMost: z
    .union([z.number().positive(), amountText])
    .optional()
    .meta({ description: 'No session is credited with more than this' }),
  part: z.enum(['receiving', 'delivering', 'either']).optional(),
  outside: z.enum(['counts', 'counts when vouched for', 'does not count']).optional(),
  attendance: attendance.optional(),
  apart: durationText
    .optional()
    .meta({ description: 'A session sooner than this after the last one that counts does not count' }),
  where: sessionCondition.optional(),
  before: z
    .enum(['counts', 'does not count'])
    .optional()
    .meta({ description: 'Whether sessions held before the obligation began count' }),
}).meta({ id: 'Counting' })

const excusal = strict(
  {
    for: few(sentence),
    how: z.enum(['extend', 'skip', 'reduce', 'excuse']),
    moreThan: z.union([durationText, share]).optional(),
    approved: yesNo.optional(),
    source: sentence.optional(),
  },
  { reason: 'for', reasons: 'for', kind: 'for', type: 'for', action: 'how', effect: 'how', over: 'moreThan' },
).meta({ id: 'Excusal' })

/** What excuses, and how: for one rule, or for all rules of a pack that say nothing themselves. */
export const excusedText = z.union([z.literal('never'), few(excusal)])

const partTime = strict({
  fullTime: z.number().positive().max(168).optional(),
  of: z.enum(['need', 'interval']).optional(),
  floor: amountText.optional(),
  longest: durationText.optional(),
  round: z.enum(['up', 'down', 'nearest', 'not at all']).optional(),
  to: amountText.optional(),
}).meta({ id: 'PartTime' })

/** "4 weeks", or { firstDue: 4 weeks }. */
const firstDue = z.union([durationText, strict({ firstDue: durationText })])

const main = {
  type: few(z.string().min(1)).optional(),
  types: few(z.string().min(1)).optional(),
  stream: sentence.optional(),
  strength: z.enum(strengths).optional(),
  minimum: yesNo
    .optional()
    .meta({ description: 'The interval is the longest gap allowed (“3 monthly minimum”), and more often when needed' }),
  asRequired: yesNo.optional().meta({ description: 'Recommended so often, and whenever it is needed' }),
  supervisors: supervisorCondition.optional(),
  supervisor: supervisorCondition.optional(),
  since: sinceText.optional(),
  ...rhythm,
  averagedOver: durationText.optional(),
  carryOver: z
    .union([
      z.enum(['surplus', 'shortfall', 'both', 'none']),
      strict({ surplus: amountText.optional(), shortfall: yesNo.optional(), for: z.int().min(1).optional() }),
    ])
    .optional(),
  missed: z.enum(['stays overdue', 'lapses']).optional(),
  partPeriods: z.enum(['counted when mostly in post', 'not counted', 'pro rata', 'in full']).optional(),
  steps: z.array(step).min(1).optional(),
  counts: countingText.optional(),
  group: groupText.optional(),
  partTime: z.union([z.literal('no difference'), partTime]).optional(),
  excused: excusedText.optional(),
  starters: firstDue.optional(),
  returners: z
    .union([durationText, strict({ firstDue: durationText, afterAbsenceOf: durationText.optional() })])
    .optional(),
}

const stream = strict({ name: sentence, source: sentence.optional(), ...main })

/** Other words for the keys of a rule, for "did you mean". */
const otherWords = {
  frequency: 'every',
  interval: 'every',
  cycle: 'per',
  period: 'per',
  amount: 'need',
  minutes: 'need',
  sessions: 'need',
  staffGroup: 'appliesTo',
  staffGroups: 'appliesTo',
  profession: 'appliesTo',
  who: 'appliesTo',
  for: 'appliesTo',
  cap: 'atMost',
  caps: 'atMost',
  limits: 'atMost',
  quota: 'including',
  quotas: 'including',
  grace: 'starters',
  proRata: 'partTime',
  excusals: 'excused',
  excuses: 'excused',
  supervisorRoles: 'supervisors',
  leadTime: 'lead',
  average: 'averagedOver',
  credit: 'group',
}

/** One requirement: a row of the matrix, or a rule to try. */
export const ruleText = strict(
  {
    key: key.optional(),
    name: sentence.optional(),
    appliesTo: z.union([z.literal('everyone'), peopleCondition]).optional(),
    from: isoDay.optional(),
    until: isoDay.optional(),
    introduction: firstDue.optional(),
    overrides: few(z.string().min(1)).optional(),
    because: sentence.optional(),
    priority: z.int().optional(),
    source: sentence.optional(),
    note: sentence.optional(),
    ...main,
    streams: z.array(stream).min(1).optional(),
  },
  otherWords,
)
export type RuleText = z.infer<typeof ruleText>
export type StreamText = z.infer<typeof stream>
export type StepText = z.infer<typeof step>
export type QuotaText = z.infer<typeof quota>
export type CapText = z.infer<typeof cap>
export type RhythmText = Pick<RuleText, keyof typeof rhythm>
