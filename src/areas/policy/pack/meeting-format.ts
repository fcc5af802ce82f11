// The stages of a meeting as data: who speaks, what may be contributed, which share of the time. New protocols
// (bidding, silence, round robin, threes, client turned away, halves, process review) need no code (SPEC 7.10). In a part
// where a stage works in groups, all its stages do.
import { strict, z } from '../../../platform/schema.ts'
import { yesNo } from '../rule/condition.ts'
import { key, line, source, wording } from './wording.ts'

export const speakers = [
  'presenter',
  'members',
  'everyone',
  'facilitator',
  'one at a time',
  'each group',
  'client',
  'coach',
  'supervisor',
  'observer',
  'timekeeper',
  'scribe',
  'nobody',
] as const
export const contributions = [
  'question',
  'suggestion',
  'experience',
  'feedback',
  'bid',
  'vote',
  'topic',
  'report',
  'action',
  'learning',
  'reflection',
  'process observation',
  'client voice',
  'nothing',
] as const

const stage = strict({
  key,
  name: line,
  guidance: wording,
  speaks: z.union([z.enum(speakers), z.array(z.enum(speakers)).min(1)]),
  order: z.enum(['free', 'round robin', 'by bid', 'chosen by facilitator']).optional(),
  presenter: z.enum(['speaking', 'listening', 'turned away', 'answering', 'taking part']).optional(),
  contributions: z.array(z.enum(contributions)).min(1),
  closedQuestions: z.enum(['allowed', 'pointed out to their author']).optional(),
  share: z.number().positive().max(100).optional().meta({ description: 'Percent of the time of this part' }),
  minutes: z.number().positive().max(600).optional().meta({ description: 'Fixed minutes instead of a share' }),
  minutesEach: z.number().positive().max(60).optional(),
  perPerson: z.int().min(1).max(20).optional().meta({ description: 'At most so many contributions of each person' }),
  shown: z
    .enum(['at once', 'after the stage', 'to the presenter alone'])
    .optional()
    .meta({ description: 'When what is contributed shows to the others; at once when it does not say' }),
  recalls: z.enum(['ground rules']).optional().meta({ description: 'What is read again in this stage' }),
  silence: yesNo.optional(),
  groupsOf: z.int().min(2).max(12).optional().meta({ description: '3 for three-person rounds' }),
  roles: z
    .array(z.enum(['presenter', 'client', 'coach', 'supervisor', 'observer', 'timekeeper', 'scribe', 'facilitator']))
    .min(1)
    .optional(),
  rotates: yesNo.optional().meta({ description: 'Everyone takes each role in turn' }),
  prompts: key.optional(),
  captures: z
    .array(
      z.enum([
        'attendance',
        'topics',
        'order and minutes',
        'suggestions',
        'questions',
        'actions',
        'learning',
        'next date',
        'nothing',
      ]),
    )
    .min(1)
    .optional(),
  source: source.optional(),
})

const part = z.union([
  strict({
    key,
    name: line,
    share: z.number().positive().max(100).optional().meta({ description: 'Percent of the meeting, breaks apart' }),
    minutes: z.number().positive().max(600).optional(),
    repeats: z
      .enum(['once', 'for each topic', 'for each member', 'for each group'])
      .optional()
      .meta({ description: 'For each member with groups: as many rounds as a group has people, side by side' }),
    topics: z
      .int()
      .min(1)
      .max(12)
      .optional()
      .meta({ description: 'So many of the chosen topics; a later part takes the others' }),
    times: z.int().min(2).max(12).optional().meta({ description: 'The stages come round so many times' }),
    stages: z.array(stage).min(1),
  }),
  strict({ break: z.number().positive().max(120).meta({ description: 'Minutes' }), name: line.optional() }),
])

export const meetingFormat = strict({
  key,
  name: line,
  summary: wording,
  members: strict({ from: z.int().min(2), to: z.int().min(2) }).optional(),
  topics: strict({ from: z.int().min(1), to: z.int().min(1) }).optional(),
  usualMinutes: z.int().min(10).max(600).optional(),
  advice: z.enum(['offered', 'not given']).optional(),
  roles: z
    .array(z.enum(['facilitator', 'deputy', 'timekeeper', 'scribe', 'observer', 'presenter', 'client', 'coach']))
    .min(1)
    .optional(),
  parts: z.array(part).min(1),
  source,
})
