// A kind of supervision: how it is held, who may lead it, what must be agreed, prepared and recorded, and what
// happens when it is cancelled (SPEC 2.2).
import { strict, z } from '../../../platform/schema.ts'
import { supervisorCondition, yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { groupText } from '../rule/rule.ts'
import { key, line, source, wording } from './wording.ts'

export const supervisionFormats = [
  'one-to-one',
  'group',
  'one-to-one or group',
  'peer review',
  'advice',
  'learning set',
] as const
const readers = [
  'supervisee',
  'supervisor',
  'those present',
  'team lead',
  'set members',
  'facilitator',
  'nobody else',
] as const

const preparation = strict({
  template: key.meta({ description: 'The key of a template for preparation' }),
  gate: yesNo.optional().meta({ description: 'The session may be postponed when it is not done' }),
  private: yesNo.optional().meta({ description: 'Seen by its author alone' }),
  dueBefore: durationText.optional(),
  recordsReviewed: yesNo.optional().meta({ description: 'The supervisee declares that the records were reviewed' }),
  tellManager: yesNo
    .optional()
    .meta({ description: 'The line manager is told (without content) when a session is postponed for it' }),
  goesTo: z
    .array(z.enum(['supervisor', 'those present']))
    .min(1)
    .optional()
    .meta({ description: 'Who reads it once it is ready; the supervisor alone when not said' }),
  source: source.optional(),
})

const record = strict({
  template: key.meta({ description: 'The key of a template for a record' }),
  writtenBy: z
    .array(z.enum(['supervisor', 'supervisee', 'facilitator']))
    .min(1)
    .optional(),
  signedOffBy: z.enum(['supervisor', 'facilitator', 'nobody']).optional(),
  validatedBy: z.enum(['supervisee', 'nobody']).optional(),
  goesTo: z.array(z.enum(readers)).min(1),
  capture: yesNo.optional().meta({ description: 'Whether a set keeps suggestions and actions' }),
  source: source.optional(),
})

/** A page of its own for somebody who may not read the record: that it was held and what was agreed, never a case. */
const evidence = strict({
  template: key.meta({ description: 'The key of a template for evidence' }),
  goesTo: z.array(z.enum(['team lead', 'line manager'])).min(1),
  source: source.optional(),
})

const rebooking = strict({
  by: z.enum(['whoever cancels', 'supervisor', 'supervisee', 'facilitator']),
  within: durationText.optional().meta({ description: 'Counted from the cancelled date' }),
  priority: z.enum(['high', 'normal']).optional(),
  notice: durationText.optional().meta({ description: 'Shortest notice that is expected' }),
  source: source.optional(),
})

export const supervisionType = strict({
  key,
  name: line,
  summary: wording,
  purpose: wording.optional(),
  format: z.enum(supervisionFormats),
  preferred: z.enum(['one-to-one', 'group']).optional(),
  ledBy: z.enum(['supervisor', 'facilitator', 'peers', 'advice desk']),
  planned: yesNo.optional().meta({ description: 'no for advice asked for when it is needed' }),
  agreement: z.union([z.literal('none'), key]).meta({ description: 'none, or the key of an agreement template' }),
  agreementTerm: durationText.optional(),
  usualLength: durationMinutes(),
  closesAfterHours: z.int().min(1).max(72).optional().meta({
    description: 'Hours after its planned end at which a meeting that nobody finished is closed; 12 when left out',
  }),
  preparation: preparation.optional(),
  record: record.optional(),
  evidence: evidence.optional(),
  rebooking: rebooking.optional(),
  group: groupText.optional(),
  sameTeam: yesNo.optional(),
  supervisors: supervisorCondition.optional(),
  supervisorInDate: strict({
    competence: key.optional().meta({ description: 'The key of a competence pathway that must be complete' }),
    observation: durationText.optional().meta({ description: 'Observed within this time' }),
    ownSupervision: durationText.optional().meta({ description: 'Supervised within this time' }),
    source: source.optional(),
  }).optional(),
  questionnaire: key.optional().meta({ description: 'The key of a template answered once, before the first session' }),
  feedback: key.optional().meta({ description: 'The key of a template for feedback on each session' }),
  feedbackAtEnd: key.optional().meta({ description: 'The key of a template for feedback when all is over' }),
  reflection: key.optional().meta({ description: 'The key of a template for what one has learned, its author’s own' }),
  caseWork: yesNo.optional().meta({ description: 'Cases that meet the criteria are discussed' }),
  meetingFormats: z.array(key).min(1).optional(),
  models: z.array(key).min(1).optional(),
  agenda: z
    .array(strict({ key, text: wording, source: source.optional() }))
    .min(1)
    .optional(),
  source,
})

function durationMinutes() {
  return z.int().min(5).max(1440).optional().meta({ description: 'Minutes' })
}
