// From the policy's template for preparation to the few things that preparing needs of it.
import { type Policy, readDuration, type RecordTemplate, type SupervisionType, textOf } from '../../policy/index.ts'
import type { PreparationPart, PreparationTerms } from './preparation-terms.ts'
import { plainPart, type RecordPart } from './terms.ts'

type Question = RecordTemplate['sections'][number]['questions'][number]

const isYes = (text: boolean | 'yes' | 'no' | undefined): boolean => text === true || text === 'yes'

/** What a type says about preparation; null when it asks for none. `partsOf` reads a template's questions as a record does. */
export function preparationTermsOf(
  policy: Policy,
  type: SupervisionType,
  partsOf: (template: RecordTemplate) => readonly RecordPart[],
): PreparationTerms | null {
  const { preparation } = type
  const template = preparation ? policy.template(preparation.template) : null
  if (!preparation || !template) return null
  const parts = preparationParts(template, partsOf)
  const asksToDeclare = isYes(preparation.recordsReviewed) && !parts.some((part) => part.declared)
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

function preparationParts(
  template: RecordTemplate,
  partsOf: (template: RecordTemplate) => readonly RecordPart[],
): readonly PreparationPart[] {
  const questions = new Map(
    template.sections.flatMap((section) =>
      section.questions.map((question): [string, Question] => [`${section.key}--${question.key}`, question]),
    ),
  )
  return partsOf(template).flatMap((part) => {
    const question = questions.get(part.key)
    if (!question || !isTyped(question)) return []
    return [{ ...part, declared: question.answer === 'declaration', private: isYes(question.private) }]
  })
}

const recordsReviewed: PreparationPart = {
  ...plainPart(
    'declaration--records-reviewed',
    'I have gone through the clinical records and the earlier supervision records that matter',
    '',
    'always',
  ),
  section: 'Your declaration',
  declared: true,
  private: false,
}

/** Actions, the cases themselves, who belongs to a case and its criteria have places of their own and are shown from there. */
const isTyped = ({ answer }: Question): boolean => !['actions', 'cases', 'people', 'list'].includes(answer)

function askedFor(template: RecordTemplate, answer: 'actions' | 'cases'): 'needed' | 'offered' | 'no' {
  const asked = template.sections.flatMap((section) => section.questions).filter((one) => one.answer === answer)
  return asked.length === 0 ? 'no' : asked.some((one) => isYes(one.required)) ? 'needed' : 'offered'
}
