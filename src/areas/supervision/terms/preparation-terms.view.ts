// From the policy's template for preparation to the few things that preparing needs of it.
import { type Policy, readDuration, type RecordTemplate, type SupervisionType, textOf } from '../../policy/index.ts'
import type { PreparationPart, PreparationTerms } from './preparation-terms.ts'

type Section = RecordTemplate['sections'][number]
type Question = Section['questions'][number]

const isYes = (text: boolean | 'yes' | 'no' | undefined): boolean => text === true || text === 'yes'

/** What a type says about preparation; null when it asks for none. */
export function preparationTermsOf(policy: Policy, type: SupervisionType): PreparationTerms | null {
  const { preparation } = type
  const template = preparation ? policy.template(preparation.template) : null
  if (!preparation || !template) return null
  const parts = template.sections.flatMap((section) =>
    section.questions.filter(isTyped).map((question) => partOf(policy, section, question)),
  )
  const asksToDeclare = isYes(preparation.recordsReviewed) && !parts.some((part) => part.answer === 'declaration')
  return {
    name: template.name,
    summary: template.summary === undefined ? '' : textOf(template.summary),
    gate: isYes(preparation.gate),
    private: isYes(preparation.private),
    dueBefore: preparation.dueBefore === undefined ? null : readDuration(preparation.dueBefore),
    tellManager: isYes(preparation.tellManager),
    sharedWithGroup: (preparation.goesTo ?? []).includes('those present'),
    parts: asksToDeclare ? [...parts, recordsReviewed] : parts,
    actions: askedFor(template, 'actions'),
    cases: isYes(type.caseWork) ? askedFor(template, 'cases') : 'no',
  }
}

const recordsReviewed: PreparationPart = {
  key: 'declaration--records-reviewed',
  section: 'Your declaration',
  label: 'I have gone through the clinical records and the earlier supervision records that matter',
  prompt: '',
  answer: 'declaration',
  choices: [],
  needed: 'always',
  forEach: null,
  prompts: [],
  private: false,
}

/** Actions, the cases themselves, who belongs to a case and its criteria have places of their own and are shown from there. */
const isTyped = ({ answer }: Question): boolean => !['actions', 'cases', 'people', 'list'].includes(answer)

function askedFor(template: RecordTemplate, answer: 'actions' | 'cases'): 'needed' | 'offered' | 'no' {
  const asked = template.sections.flatMap((section) => section.questions).filter((one) => one.answer === answer)
  return asked.length === 0 ? 'no' : asked.some((one) => isYes(one.required)) ? 'needed' : 'offered'
}

function partOf(policy: Policy, section: Section, question: Question): PreparationPart {
  const forEach = section.forEach === 'case' || section.forEach === 'person at risk' ? section.forEach : null
  return {
    key: `${section.key}--${question.key}`,
    section: textOf(section.heading),
    label: textOf(question.label),
    prompt: question.hint === undefined ? '' : textOf(question.hint),
    ...answerOf(question),
    needed: isYes(question.required) ? 'always' : 'no',
    forEach,
    prompts: promptsOf(policy, question.prompts),
    private: isYes(question.private),
  }
}

function answerOf({ answer, choices = [] }: Question): Pick<PreparationPart, 'answer' | 'choices'> {
  if (answer === 'declaration') return { answer, choices: [] }
  if (answer === 'yes or no') return { answer: 'one of', choices: ['Yes', 'No'] }
  if (answer === 'one of' || answer === 'several of') return { answer, choices }
  const short = ['short text', 'date', 'number', 'scale'].includes(answer)
  return { answer: short ? 'short text' : 'long text', choices: [] }
}

function promptsOf(policy: Policy, key: string | undefined): readonly string[] {
  const bank = policy.packs.flatMap((pack) => pack.banks ?? []).find((one) => one.key === key)
  return bank ? bank.items.map((item) => textOf(item.text)) : []
}
