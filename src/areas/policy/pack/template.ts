// Templates: what two people or a set agree (clauses, each with its source), and what is filled in before, during and
// after a session (sections of questions). SPEC 2.2, 4.1, 5.4, 5.6.
import { strict, z } from '../../../platform/schema.ts'
import { yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { key, line, source, wording } from './wording.ts'

const parties = ['both', 'supervisee', 'supervisor', 'everyone', 'member', 'facilitator', 'organisation'] as const

/** A contract or ground rules, clause by clause, each with its source (SPEC 4.1). */
export const agreementTemplate = strict({
  key,
  kind: z.enum(['one-to-one contract', 'safeguarding contract', 'ground rules']),
  name: line,
  summary: wording.optional(),
  opening: wording.optional(),
  term: durationText.optional(),
  opensBefore: durationText.optional().meta({ description: 'How long before its end it can be renewed' }),
  signedBy: z.array(z.enum(['supervisee', 'supervisor', 'member', 'facilitator'])).min(1),
  adaptable: yesNo.optional(),
  blanks: z
    .array(strict({ key, label: line, hint: line.optional(), required: yesNo.optional() }))
    .min(1)
    .optional(),
  clauses: z.array(strict({ key, party: z.enum(parties), heading: line.optional(), text: wording, source })).min(1),
  review: z
    .array(strict({ key, question: wording, source: source.optional() }))
    .min(1)
    .optional(),
  reviewTemplate: key.optional().meta({ description: 'The key of a template filled in by both before renewal' }),
  endingTemplate: key.optional().meta({ description: 'The key of a template filled in before it is ended' }),
  source,
})

const answers = [
  'short text',
  'long text',
  'yes or no',
  'one of',
  'several of',
  'date',
  'number',
  'scale',
  'declaration',
  'list',
  'cases',
  'people',
  'actions',
] as const

const question = strict({
  key,
  label: wording,
  hint: wording.optional(),
  answer: z.enum(answers),
  choices: z.array(line).min(2).optional(),
  required: yesNo.optional(),
  lines: z.int().min(1).max(200).optional().meta({ description: 'At most so many lines' }),
  prompts: key.optional().meta({ description: 'The key of a bank of prompts shown beside it' }),
  private: yesNo.optional(),
  means: z.enum(['plan', 'earlier plan', 'who is told', 'clinical record']).optional().meta({
    description:
      'What the answer stands for in the discussion of a case: the plan that the next discussion begins with, what came of the earlier one, who else is told and how, whether it is in the clinical record',
  }),
  source: source.optional(),
})

/** What is filled in before a session (preparation), of a session (record), or of the working together (feedback). */
export const template = strict({
  key,
  for: z.enum(['preparation', 'record', 'evidence', 'questionnaire', 'feedback', 'observation', 'review']),
  name: line,
  summary: wording.optional(),
  sections: z
    .array(
      strict({
        key,
        heading: wording,
        forEach: z.enum(['case', 'person at risk', 'topic', 'member']).optional(),
        hint: wording.optional(),
        questions: z.array(question).min(1),
        source: source.optional(),
      }),
    )
    .min(1),
  source,
})
