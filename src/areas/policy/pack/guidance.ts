// Words that help in the moment: banks of questions and prompts, models of supervision and reflection, signposts,
// escalation routes, and the pages of a programme.
import { strict, z } from '../../../platform/schema.ts'
import { yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { contact, key, line, source, wording } from './wording.ts'

const audiences = [
  'presenter',
  'member',
  'facilitator',
  'supervisor',
  'supervisee',
  'everyone',
  'line manager',
] as const

export const bank = strict({
  key,
  name: line,
  for: z.enum(audiences),
  summary: wording.optional(),
  items: z.array(strict({ key: key.optional(), text: wording, source: source.optional() })).min(1),
  source,
})

export const model = strict({
  key,
  name: line,
  kind: z.enum(['supervision', 'reflection']),
  summary: wording,
  stages: z.array(strict({ key, name: line, prompt: wording })).min(1),
  source,
})

/** Where to turn for what. */
export const signpost = strict({
  key,
  need: wording,
  turnTo: wording,
  contact: contact.optional(),
  urgent: yesNo.optional(),
  source,
})

/** Which way a concern goes, step by step. */
export const escalationRoute = strict({
  key,
  name: line,
  concern: z.enum([
    'safeguarding children',
    'safeguarding adults',
    'misconduct',
    'practice',
    'whistle-blowing',
    'dignity at work',
    'fraud',
    'immediate danger',
    'disagreement',
    'wellbeing',
  ]),
  policy: line.optional().meta({ description: 'The policy that governs it' }),
  guidance: wording,
  steps: z
    .array(strict({ who: line, does: wording, contact: contact.optional(), within: durationText.optional() }))
    .min(1),
  source,
})

export const programmePage = strict({ key, name: line, for: z.enum(audiences), text: wording, source })
