// Who or what a rule is about, as data: fields compared with values, joined by any, all and not.
// The same language selects people (appliesTo), sessions (where) and supervisors. SPEC 2.3.
import { strict, z } from '../../../platform/schema.ts'

const word = z.union([z.string().min(1), z.number()])
const words = z.union([word, z.array(word).min(1)])
const range = strict({
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  moreThan: z.number().optional(),
  lessThan: z.number().optional(),
}).refine((keys) => Object.keys(keys).length > 0, {
  error: 'Give at least one of atLeast, atMost, moreThan or lessThan.',
})
/** A band or other rank: one or several words, or a range of numbers ("Band 6" counts as 6). */
const rank = z.union([word, z.array(word).min(1), range])
const size = z.union([z.number(), range])
/** true or false; yes and no are read as well. */
export const yesNo = z.union([z.boolean(), z.enum(['yes', 'no'])])
export const isYes = (text: boolean | 'yes' | 'no' | undefined): boolean => text === true || text === 'yes'

export type RangeText = z.infer<typeof range>
export type FieldText = string | number | (string | number)[] | RangeText | boolean
/** A condition as its author wrote it: words alone (supervisor roles), or fields that must all hold. */
export type ConditionText = string | string[] | ConditionKeys
export type ConditionKeys = { [field: string]: FieldText | ConditionText | ConditionText[] | undefined }

const whole = { any: 'any', all: 'all', not: 'not' }
const described = (schema: z.ZodType, description: string) => schema.meta({ description })

/** Both the singular and the plural of a field's name are read. */
function bothNumbers(fields: Record<string, string>): Record<string, z.ZodOptional<typeof words>> {
  return Object.fromEntries(
    Object.entries(fields)
      .flatMap(([one, many]) => [one, many])
      .map((key) => [key, words.optional()]),
  )
}

/** Singular and plural of the fields of a person that hold words. */
export const personWords = {
  staffGroup: 'staffGroups',
  profession: 'professions',
  unit: 'units',
  postKind: 'postKinds',
  trainingStage: 'trainingStages',
  role: 'roles',
  registration: 'registrations',
  accreditation: 'accreditations',
  competence: 'competences',
}
/** Singular and plural of the fields of a session that hold words. */
export const sessionWords = { type: 'types', kind: 'kinds', mode: 'modes' }

const personKeys = { ...bothNumbers(personWords), band: rank.optional(), grade: rank.optional() }

/** Which people a rule is for. A unit means everything below it, too. */
export const peopleCondition: z.ZodType<ConditionKeys> = condition('PeopleCondition', {
  ...personKeys,
  caseload: described(z.union([yesNo, range]), 'Whether the person carries a caseload, or how many cases').optional(),
  hours: described(range, 'Contracted hours a week').optional(),
}) as z.ZodType<ConditionKeys>

/** Who may supervise: keys of supervisor roles, or conditions. A plain list means any one of these roles. */
export const supervisorCondition: z.ZodType<ConditionText> = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  condition('SupervisorCondition', {
    ...personKeys,
    yearsQualified: described(size, 'Years since qualifying').optional(),
    bandsAbove: described(size, 'How many bands the supervisor is above the supervisee').optional(),
    moreSenior: described(yesNo, 'The supervisor’s band is above the supervisee’s').optional(),
    lineManager: described(yesNo, 'no: never the supervisee’s own line manager; yes: only the line manager').optional(),
  }),
]) as z.ZodType<ConditionText>

/** Which sessions a count, a cap or a quota is about. */
export const sessionCondition: z.ZodType<ConditionKeys> = condition('SessionCondition', {
  ...bothNumbers(sessionWords),
  part: z.enum(['receiving', 'delivering']).optional(),
  outside: described(yesNo, 'Held elsewhere, or known from paper').optional(),
  minutes: size.optional(),
  attendees: described(size, 'Supervisees present').optional(),
  supervisor: supervisorCondition.optional(),
}) as z.ZodType<ConditionKeys>

/** Fields that must all hold, with any, all and not to join conditions of the same kind. */
function condition(id: string, fields: z.core.$ZodLooseShape): z.ZodType<ConditionText> {
  const self: z.ZodType<ConditionText> = z.lazy(() => either) as z.ZodType<ConditionText>
  const keys = strict({
    ...fields,
    [whole.any]: z.array(self).min(1).optional(),
    [whole.all]: z.array(self).min(1).optional(),
    [whole.not]: self.optional(),
  }).refine((given) => Object.keys(given).length > 0, { error: 'This condition is empty, so it says nothing.' })
  const either = id === 'SupervisorCondition' ? z.union([z.string().min(1), keys]) : keys
  return keys.meta({ id }) as unknown as z.ZodType<ConditionText>
}
