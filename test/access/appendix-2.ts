// Who needs which supervision, how often, how strongly and from whom: the thirty rows of the source's Appendix 2, kept here
// by hand and compared with the shipped pack.
import type { PolicyPack } from '../../src/areas/policy/index.ts'

const advisers = 'safeguarding-advisor | senior-safeguarding-advisor'
const childrenAdvisers = 'safeguarding-advisor-children | senior-safeguarding-advisor-children'
export const caseWork = 'child-protection-case-work'
export const adults = 'safeguarding-adults-team'
const adultTeams = (groups: string) => [groups, adults, '3 months, recommended, as required', advisers]
/** Appendix 2 of the source, row by row: who, what, how often and how strongly, from whom. */
export const appendix2: readonly (readonly string[])[] = [
  ['health-visitors', caseWork, '3 months minimum, mandatory', childrenAdvisers],
  ['school-nurses', caseWork, '3 months minimum, mandatory', childrenAdvisers],
  ['children-looked-after-nurses', caseWork, '3 months minimum, mandatory', childrenAdvisers],
  ['continence-nurses', caseWork, '3 months minimum, mandatory', childrenAdvisers],
  ['paediatric-integrated-therapy', 'safeguarding-children-supervision', '3 months, mandatory', childrenAdvisers],
  ['paediatric-inpatient-unit', 'ad-hoc-safeguarding', 'as required', advisers],
  ['paediatric-community-nurses', caseWork, '3 months, mandatory', advisers],
  ['midwives', caseWork, '3 months minimum, mandatory', `named-midwife | senior-midwife | ${advisers}`],
  ['camhs', caseWork, '3 months minimum, mandatory', 'camhs-lead | senior-safeguarding-advisor-children'],
  ['paediatric-medical-staff', caseWork, 'peer review each month, and ad hoc', 'named-doctor | designated-doctor'],
  ['swish', caseWork, '3 months minimum, mandatory', 'senior-safeguarding-advisor-children'],
  ['diabetic-nurses', caseWork, '3 months, mandatory', advisers],
  ['emergency-department | minor-injury-units', 'ad-hoc-safeguarding', 'as required', advisers],
  adultTeams('community-mental-health-teams | home-treatment-teams'),
  adultTeams('learning-disabilities'),
  adultTeams('district-nursing'),
  adultTeams('irt'),
  adultTeams('opmht'),
  adultTeams('inpatient-mental-health-wards'),
  adultTeams('community-hospital-wards'),
  adultTeams('talking-therapies'),
  adultTeams('lads'),
  adultTeams('steps'),
  adultTeams('carers-assessment-service'),
  adultTeams('personality-disorders-service'),
  adultTeams('idds'),
  adultTeams('speech-and-language-therapy | podiatry'),
  adultTeams('dental'),
  adultTeams('childrens-services'),
  ['ts-teams', adults, 'as required', advisers],
]

export type Row = NonNullable<PolicyPack['matrix']>[number]

/** The same of a pack, as far as its rows come from the appendix. */
export const matrixOf = (pack: Pick<PolicyPack, 'matrix'>): readonly (readonly string[])[] =>
  (pack.matrix ?? [])
    .filter((row) => /^S4 Appendix 2, row \d+$/.test(row.source ?? ''))
    .map((row) => [groupsOf(row), listed(row.type), howOften(row), listed(row.supervisors)])

const groupsOf = (row: Row): string => listed((row.appliesTo as { staffGroups?: string[] }).staffGroups)

const listed = (value: unknown) => (Array.isArray(value) ? value.join(' | ') : String(value))
function howOften(row: Row): string {
  const [first, second] = row.streams ?? []
  if (first?.type === 'peer-review' && first.per === 'calendar month' && second?.strength === 'as required')
    return 'peer review each month, and ad hoc'
  const every = row.every === undefined ? [] : [`${row.every}${row.minimum ? ' minimum' : ''}`]
  return [...every, row.strength, ...(row.asRequired ? ['as required'] : [])].join(', ')
}
