// Types of supervision, templates and agreements must refer to things that exist and not contradict themselves: no
// group in a one-to-one, no gate that only its author can see, no agreement before advice (SPEC 2.2, 4.4).
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { isYes } from '../rule/condition.ts'
import { doubled, type Keys, type Path, unknown, unknownIn, unknownUnder } from './known-keys.ts'

/** Faults of every type of supervision. */
export function typeFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  return pack.types.flatMap((type, at) => [
    ...typeReferences(type, keys, ['types', at]),
    ...typeContradictions(pack, type, ['types', at]),
  ])
}

type SupervisionType = PolicyPack['types'][number]

function typeReferences(type: SupervisionType, keys: Keys, path: Path): ShapeFault[] {
  return [
    ...(type.agreement === 'none' ? [] : unknown(keys.agreements, type.agreement, [...path, 'agreement'])),
    ...unknown(keys.preparation, type.preparation?.template, [...path, 'preparation', 'template']),
    ...unknown(keys.record, type.record?.template, [...path, 'record', 'template']),
    ...unknown(keys.evidence, type.evidence?.template, [...path, 'evidence', 'template']),
    ...unknown(keys.pathways, type.supervisorInDate?.competence, [...path, 'supervisorInDate', 'competence']),
    ...unknownIn(keys.formats, type.meetingFormats, [...path, 'meetingFormats']),
    ...unknownIn(keys.models, type.models, [...path, 'models']),
    ...unknownUnder(keys.roles, type.supervisors, 'role', [...path, 'supervisors']),
    ...unknownUnder(keys.competences, type.supervisors, 'competence', [...path, 'supervisors']),
    ...doubled(type.agenda, [...path, 'agenda']),
  ]
}

function typeContradictions(pack: PolicyPack, type: SupervisionType, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (message: string, ...keys: string[]) => void faults.push({ path: [...path, ...keys], message })
  const { group, preparation } = type
  if (group?.smallest !== undefined && group.largest !== undefined && group.smallest > group.largest)
    say('The smallest group is larger than the largest.', 'group', 'smallest')
  if (type.format === 'one-to-one' && group !== undefined)
    say('A one-to-one type has no group; take this out or choose another format.', 'group')
  if (type.format === 'one-to-one' && type.preferred === 'group')
    say('A one-to-one type cannot prefer groups.', 'preferred')
  if (type.agreement === 'none' && type.agreementTerm !== undefined)
    say('There is a term but no agreement.', 'agreementTerm')
  if (type.format !== 'learning set' && type.closesAfterHours !== undefined)
    say('Only the meeting of a learning set is closed by itself; take this out.', 'closesAfterHours')
  if (preparation && isYes(preparation.gate) && isYes(preparation.private))
    say(
      'A preparation that only its author may see cannot be a gate: nobody else would know that it is done.',
      'preparation',
      'gate',
    )
  if (type.ledBy === 'advice desk' && !pack.adviceDesk)
    say('This is led by an advice desk, but the pack has none.', 'ledBy')
  if (type.format === 'advice' && type.agreement !== 'none')
    say('Advice is never held up by an agreement; this should be none.', 'agreement')
  return faults
}

/** Faults of agreements and of templates. */
export function paperFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  const agreements = (pack.agreements ?? []).flatMap((one, at) => [
    ...doubled(one.clauses, ['agreements', at, 'clauses']),
    ...doubled(one.review, ['agreements', at, 'review']),
    ...doubled(one.blanks, ['agreements', at, 'blanks']),
    ...(one.opensBefore !== undefined && one.term === undefined
      ? [{ path: ['agreements', at, 'opensBefore'], message: 'This can be renewed early, but it has no term.' }]
      : []),
  ])
  const templates = (pack.templates ?? []).flatMap((one, at) => [
    ...doubled(one.sections, ['templates', at, 'sections']),
    ...one.sections.flatMap((section, inner) => sectionFaults(section, keys, ['templates', at, 'sections', inner])),
  ])
  return [...agreements, ...templates]
}

type Section = NonNullable<PolicyPack['templates']>[number]['sections'][number]

function sectionFaults(section: Section, keys: Keys, path: Path): ShapeFault[] {
  return [
    ...doubled(section.questions, [...path, 'questions']),
    ...section.questions.flatMap((question, at) => {
      const here = [...path, 'questions', at]
      const chosen = question.answer === 'one of' || question.answer === 'several of'
      return [
        ...unknown(keys.banks, question.prompts, [...here, 'prompts']),
        ...(chosen && !question.choices
          ? [{ path: [...here, 'answer'], message: `A question answered by “${question.answer}” needs “choices”.` }]
          : []),
        ...(!chosen && question.choices && question.answer !== 'scale'
          ? [{ path: [...here, 'choices'], message: `A question answered by “${question.answer}” has no choices.` }]
          : []),
      ]
    }),
  ]
}
