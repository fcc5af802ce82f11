// A policy pack: an organisation's rules as one file of data (SPEC 2.1, 2.2). Every key, with examples, is told in
// docs/how-to/write-a-pack.md; the same shape is published as policy-packs/policy-pack.schema.json.
import { strict, z } from '../../../platform/schema.ts'
import { yesNo } from '../rule/condition.ts'
import { durationText } from '../rule/interval.ts'
import { isoDay } from '../rule/period.ts'
import { excusedText, ruleText } from '../rule/rule.ts'
import { adviceDesk, calendar } from './advice-desk.ts'
import { bank, escalationRoute, model, programmePage, signpost } from './guidance.ts'
import { meetingFormat } from './meeting-format.ts'
import { auditPlan, pathway, reading, retention, target, trainingLevel } from './standards.ts'
import { supervisionType } from './supervision-type.ts'
import { agreementTemplate, template } from './template.ts'
import { item, key, line, named, source, wording } from './wording.ts'

const staffGroup = named
const role = strict({
  key,
  name: line,
  summary: wording.optional(),
  supervises: yesNo.optional(),
  seniority: z.int().min(1).max(20).optional(),
  countsAs: z
    .array(key)
    .min(1)
    .optional()
    .meta({ description: 'Whoever holds this role may do whatever those roles may' }),
  source: source.optional(),
})

const identity = {
  format: z.literal(1).meta({ description: 'The version of this file format' }),
  key,
  name: line,
  version: z.union([z.string().min(1).max(40), z.number()]),
  summary: wording.optional(),
  owner: line,
  approvedBy: line.optional(),
  approverRole: line.optional().meta({ description: 'The role that may put a version in force' }),
  contact: line.optional(),
  issued: isoDay,
  review: isoDay,
  reviewWarning: durationText.optional(),
  language: z.string().optional(),
  sources: z
    .array(
      strict({
        key: z.string().regex(/^\S{1,40}$/, { error: 'A source’s key is one short word, such as S4.' }),
        title: line,
        note: wording.optional(),
      }),
    )
    .min(1),
  related: z.array(line).optional().meta({ description: 'Policies to be read together with this one' }),
  reading: reading.optional().meta({
    description: 'Who says that they have read each version, and how soon; everyone within 4 weeks when left out',
  }),
}

/** The order of keys is the order in which a pack is written out. */
export const policyPack = strict({
  ...identity,
  lead: durationText
    .optional()
    .meta({ description: 'How long before a due date it is due soon, unless a rule says otherwise' }),
  excused: excusedText
    .optional()
    .meta({ description: 'What excuses, and how, in every row that says nothing about it itself' }),
  fullTimeHours: z.number().positive().max(168).optional(),
  staffGroups: z.array(staffGroup).optional(),
  roles: z.array(role).optional(),
  competences: z.array(named).optional(),
  types: z.array(supervisionType).min(1),
  matrix: z.array(ruleText).optional(),
  criteria: z.array(item).optional(),
  agreements: z.array(agreementTemplate).optional(),
  templates: z.array(template).optional(),
  meetingFormats: z.array(meetingFormat).optional(),
  banks: z.array(bank).optional(),
  models: z.array(model).optional(),
  adviceDesk: adviceDesk.optional(),
  escalation: z.array(escalationRoute).optional(),
  signposts: z.array(signpost).optional(),
  pathways: z.array(pathway).optional(),
  trainingLevels: z.array(trainingLevel).optional(),
  retention: z.array(retention).optional(),
  targets: z.array(target).optional(),
  audits: z.array(auditPlan).optional(),
  pages: z.array(programmePage).optional(),
  calendar: calendar.optional(),
})
/** A pack as its author wrote it, its shape checked. */
export type PolicyPack = z.infer<typeof policyPack>
