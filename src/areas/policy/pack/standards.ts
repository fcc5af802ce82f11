// What is asked of supervisors and staff before and while they supervise (SPEC 9.1, 9.3), which training a role needs,
// how long things are kept and why, what is aimed at, and what a quality audit asks (SPEC 2.2).
import { strict, z } from '../../../platform/schema.ts'
import { peopleCondition, yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { key, line, source, wording } from './wording.ts'

/** Who is asked to say that they have read each version of this policy, and how soon (SPEC 1.5). */
export const reading = strict({
  by: z.enum(['everyone', 'those with a row', 'nobody']),
  within: durationText.optional(),
  source: source.optional(),
})

/** The way to being allowed to supervise, and what keeps it in date (SPEC 9.1, 9.3). */
export const pathway = strict({
  key,
  name: line,
  summary: wording.optional(),
  for: z.array(key).min(1).optional().meta({ description: 'Keys of supervisor roles' }),
  steps: z
    .array(
      strict({
        key,
        name: line,
        text: wording,
        times: z.int().min(1).optional(),
        with: line.optional(),
        signedOffBy: z.array(key).min(1).optional(),
        source: source.optional(),
      }),
    )
    .min(1),
  gives: key.optional().meta({ description: 'The key of the competence it leads to' }),
  lasts: durationText.optional(),
  observation: strict({
    every: durationText,
    by: z.array(key).min(1),
    reportTo: z.array(key).min(1).optional(),
    template: key.optional(),
    source,
  }).optional(),
  ownSupervision: strict({ every: durationText, by: z.array(key).min(1).optional(), source }).optional(),
  source,
})

export const trainingLevel = strict({
  key,
  name: line,
  subject: line.optional().meta({ description: 'The subject under which this training is recorded for a person' }),
  level: z.int().min(1).max(9).optional(),
  summary: wording.optional(),
  neededBy: peopleCondition.optional(),
  renew: durationText.optional(),
  source,
})

export const keptKinds = [
  'session record',
  'preparation',
  'agreement',
  'case work',
  'advice',
  'learning set capture',
  'private reflection',
  'concern',
  'audit',
  'observation',
  'attendance',
  'trail',
  'feedback',
  'learning point',
] as const
export const retention = strict({
  key,
  kind: z.enum(keptKinds),
  keep: z.union([durationText, z.literal('for ever')]),
  after: z.enum([
    'it was written',
    'the session',
    'the agreement ended',
    'the person left',
    'the case closed',
    'the set ended',
  ]),
  why: wording.optional(),
  source,
})

export const target = strict({
  key,
  name: line,
  measure: z.enum([
    'coverage',
    'agreements in date',
    'preparation done',
    'actions done in time',
    'rebooked in time',
    'observed in date',
    'trained',
    'answered in time',
    'recorded within',
  ]),
  types: z.array(key).min(1).optional(),
  atLeast: z.union([z.string().regex(/^\d+(\.\d+)?\s*%$/, { error: 'Say a target as “95%”.' }), durationText]),
  source,
})

/** Questions and standards of the yearly quality audit (SPEC 10.1). */
export const auditPlan = strict({
  key,
  name: line,
  every: durationText.optional(),
  questions: z
    .array(
      strict({
        key,
        text: wording,
        standard: z
          .string()
          .regex(/^\d+(\.\d+)?\s*%$/, { error: 'Say a standard as “100%”.' })
          .optional(),
        source: source.optional(),
      }),
    )
    .min(1),
  targeted: yesNo.optional(),
  source,
})
