// From the policy's data to what sessions need of it: one small shape, so that nothing else here knows a pack's keys.
import { type Policy, type RecordTemplate, readDuration, type SupervisionType, textOf } from '../../policy/index.ts'
import { preparationTermsOf } from './preparation-terms.view.ts'
import {
  type ContractTerms,
  type Length,
  type NamedChoice,
  plainPart,
  type RebookingRule,
  type RecordPart,
  type Terms,
} from './terms.ts'

/** The terms of a supervision type on the policy's day; null when no policy in force has it. */
export function termsIn(policy: Policy, key: string): Terms | null {
  const type = policy.type(key)
  return type ? termsOf(policy, type) : null
}

/** Every type whose sessions are planned here: not advice, not learning sets, which have areas of their own. */
export const plannedTerms = (policy: Policy): readonly Terms[] =>
  policy.types
    .filter((type) => type.format !== 'advice' && type.format !== 'learning set')
    .map((type) => termsOf(policy, type))

function termsOf(policy: Policy, type: SupervisionType): Terms {
  const goesTo: readonly string[] = type.record?.goesTo ?? ['supervisee', 'supervisor']
  return {
    key: type.key,
    name: type.name,
    format: formatOf(type),
    minutes: type.usualLength ?? 60,
    largestGroup: type.group?.largest ?? null,
    smallestGroup: type.group?.smallest ?? null,
    contract: contractOf(policy, type),
    caseWork: type.caseWork === true || type.caseWork === 'yes',
    validated: type.record?.validatedBy !== 'nobody',
    sharedWithGroup: goesTo.includes('those present') || goesTo.includes('supervisee'),
    casesForThosePresent: goesTo.includes('those present'),
    rebooking: rebookingOf(type),
    recordParts: type.record ? templateParts(policy, policy.template(type.record.template)) : plain,
    preparation: preparationTermsOf(policy, type, (template) => templateParts(policy, template)),
    evidenceParts: type.evidence ? evidenceParts(policy, type.evidence.template) : null,
    models: modelsOf(policy, type),
  }
}

/** Date, attendance and actions are known or kept apart; free words have no place in evidence for a team lead. */
const evidenceParts = (policy: Policy, template: string): readonly RecordPart[] =>
  templateParts(policy, policy.template(template)).filter((part) => part.choices.length > 0)

/** A key that no pack in force has a template for asks for nothing: nobody could sign it. */
function contractOf(policy: Policy, type: SupervisionType): ContractTerms | null {
  const template = policy.packs.flatMap((pack) => pack.agreements ?? []).find((one) => one.key === type.agreement)
  if (!template) return null
  return {
    template: template.key,
    name: template.name,
    groundRules: template.kind === 'ground rules',
    term: type.agreementTerm === undefined ? null : (readDuration(type.agreementTerm) satisfies Length),
  }
}

function formatOf(type: SupervisionType): Terms['format'] {
  if (type.format === 'one-to-one') return 'one-to-one'
  return type.format === 'one-to-one or group' ? 'either' : 'group'
}

/** Where the policy says nothing, whoever cancels rebooks, without a day. */
function rebookingOf({ rebooking }: SupervisionType): RebookingRule {
  if (!rebooking) return { who: 'whoever cancels', within: null, highPriority: false }
  return {
    who: rebooking.by === 'facilitator' ? 'supervisor' : rebooking.by,
    within: rebooking.within === undefined ? null : (readDuration(rebooking.within) satisfies Length),
    highPriority: rebooking.priority === 'high',
  }
}

/** The models that the type names, else all that the policy has. */
function modelsOf(policy: Policy, type: SupervisionType): readonly NamedChoice[] {
  const all = policy.packs.flatMap((pack) => pack.models ?? []).map(({ key, name }) => ({ key, name }))
  const named: readonly string[] = type.models ?? []
  return named.length === 0 ? all : all.filter((model) => named.includes(model.key))
}

const plain: readonly RecordPart[] = [
  plainPart('together', 'What we talked about', 'In your own words, as much as will be useful next time', 'always'),
  plainPart('learning', 'What was learned', 'New understanding, or something to try', 'no'),
  plainPart(
    'needs',
    'Development needs and signposts',
    'Learning or support that would help, and where to find it',
    'no',
  ),
]

/**
 * A template's questions as parts, without those that are answered elsewhere on the page (actions); plain ones without a
 * template. Each knows whether it is asked for each case or person at risk (`partsForCase`), and its bank's prompts.
 */
export function templateParts(policy: Policy, template: RecordTemplate | null): readonly RecordPart[] {
  if (!template) return plain
  return template.sections.flatMap((section) =>
    section.questions
      .filter((question) => question.answer !== 'actions')
      .map((question): RecordPart => {
        const required = question.required === true || question.required === 'yes'
        const forEach = section.forEach === 'case' || section.forEach === 'person at risk' ? section.forEach : null
        return {
          key: `${section.key}--${question.key}`,
          section: textOf(section.heading),
          label: textOf(question.label),
          prompt: question.hint === undefined ? '' : textOf(question.hint),
          ...answerOf(question.answer, question.choices ?? []),
          forEach,
          ...promptsOf(policy, question.prompts),
          means: question.means ?? null,
          needed: !required ? 'no' : section.forEach === undefined ? 'always' : 'once begun',
        }
      }),
  )
}

function promptsOf(policy: Policy, key: string | undefined): Pick<RecordPart, 'prompts' | 'promptsName'> {
  const bank = policy.packs.flatMap((pack) => pack.banks ?? []).find((one) => one.key === key)
  return { prompts: bank?.items.map((item) => textOf(item.text)) ?? [], promptsName: bank?.name ?? '' }
}

function answerOf(kind: string, choices: readonly string[]): Pick<RecordPart, 'answer' | 'choices'> {
  if (kind === 'yes or no') return { answer: 'one of', choices: ['Yes', 'No'] }
  if (kind === 'declaration') return { answer: 'one of', choices: ['Yes'] }
  if (kind === 'one of' || kind === 'several of') return { answer: kind, choices }
  const short = kind === 'short text' || kind === 'date' || kind === 'number' || kind === 'scale'
  return { answer: short ? 'short text' : 'long text', choices: [] }
}
