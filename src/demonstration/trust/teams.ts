// The demonstration trust: its directorates and teams, with the staff groups of the safeguarding policy. All fictitious.

/** How a team has its safeguarding supervision. */
export type Way = 'case work' | 'children' | 'adults' | 'peer review' | 'none'

export type Team = {
  readonly name: string
  /** From the directorate down to the unit above the team. */
  readonly under: readonly string[]
  /** A key of the policy's staff groups; null for staff whom no row of the matrix names. */
  readonly group: string | null
  readonly profession: string
  readonly band: string
  readonly people: number
  readonly way: Way
  /** How much of its supervision takes place when it should, from 0 to 1. */
  readonly kept: number
  /** The key of who leads its supervision. */
  readonly supervisor?: string
}

const children = ['Children and families']
const visiting = [...children, 'Health visiting']
const school = [...children, 'School nursing']
const paediatrics = [...children, 'Paediatrics']
const maternity = ['Women’s and maternity']
const mental = ['Mental health']
const community = ['Community hospitals and district nursing']
const urgent = ['Urgent care']
const therapies = ['Dental and therapies']
const disabilities = ['Learning disabilities']

type Given = Partial<Pick<Team, 'supervisor' | 'kept' | 'band'>>

const team = (
  under: readonly string[],
  name: string,
  [group, profession, people]: readonly [string | null, string, number],
  way: Way,
  given: Given = {},
): Team => ({ under, name, group, profession, people, way, band: '6', kept: 0.9, ...given })

export const teams: readonly Team[] = [
  team(visiting, 'Elm Park team', ['health-visitors', 'Health visitor', 11], 'case work', {
    supervisor: 'tom',
    kept: 0.85,
  }),
  team(visiting, 'Riverside team', ['health-visitors', 'Health visitor', 9], 'case work', { supervisor: 'tom' }),
  team(visiting, 'Hillside team', ['health-visitors', 'Health visitor', 8], 'case work', { supervisor: 'advisor1' }),
  team(visiting, 'Harbour team', ['health-visitors', 'Health visitor', 7], 'case work', {
    supervisor: 'advisor1',
    kept: 0.55,
  }),
  team(school, 'School nurses north', ['school-nurses', 'School nurse', 7], 'case work', {
    supervisor: 'tom',
    kept: 0.95,
  }),
  team(school, 'School nurses south', ['school-nurses', 'School nurse', 6], 'case work', {
    supervisor: 'advisor1',
    kept: 0.8,
  }),
  team(children, 'Children looked after nurses', ['children-looked-after-nurses', 'Nurse', 5], 'case work', {
    supervisor: 'advisor2',
  }),
  team(children, 'Continence nurses', ['continence-nurses', 'Nurse', 4], 'case work', {
    supervisor: 'advisor2',
    kept: 0.95,
  }),
  team(
    children,
    'Children’s integrated therapy',
    ['paediatric-integrated-therapy', 'Occupational therapist', 10],
    'children',
    { supervisor: 'advisor2' },
  ),
  team(children, 'Children’s services team', ['childrens-services', 'Family support practitioner', 6], 'adults', {
    supervisor: 'adults1',
    band: '4',
  }),
  team(
    paediatrics,
    'Paediatric community nurses',
    ['paediatric-community-nurses', 'Children’s nurse', 6],
    'case work',
    { supervisor: 'advisor2', kept: 0.85 },
  ),
  team(paediatrics, 'Paediatric inpatient unit', ['paediatric-inpatient-unit', 'Children’s nurse', 12], 'none', {
    band: '5',
  }),
  team(paediatrics, 'Paediatric medical staff', ['paediatric-medical-staff', 'Doctor', 8], 'peer review', {
    supervisor: 'namedDoctor',
    band: 'Consultant',
    kept: 0.93,
  }),
  team(paediatrics, 'Children’s diabetes nurses', ['diabetic-nurses', 'Nurse', 4], 'case work', {
    supervisor: 'advisor2',
  }),
  team(maternity, 'Community midwives east', ['midwives', 'Midwife', 9], 'case work', { supervisor: 'namedMidwife' }),
  team(maternity, 'Community midwives west', ['midwives', 'Midwife', 8], 'case work', {
    supervisor: 'namedMidwife',
    kept: 0.8,
  }),
  team(maternity, 'Hospital midwives', ['midwives', 'Midwife', 10], 'case work', {
    supervisor: 'advisor3',
    kept: 0.75,
  }),
  team(maternity, 'Sexual health service', ['swish', 'Nurse', 6], 'case work', { supervisor: 'senior1', kept: 0.95 }),
  team(mental, 'CAMHS east', ['camhs', 'Mental health nurse', 8], 'case work', { supervisor: 'marcus' }),
  team(mental, 'CAMHS west', ['camhs', 'Mental health nurse', 7], 'case work', { supervisor: 'senior1', kept: 0.8 }),
  team(
    mental,
    'Community mental health north',
    ['community-mental-health-teams', 'Mental health nurse', 11],
    'adults',
    { supervisor: 'adults1' },
  ),
  team(mental, 'Community mental health south', ['community-mental-health-teams', 'Social worker', 10], 'adults', {
    supervisor: 'adults1',
    kept: 0.7,
  }),
  team(mental, 'Home treatment team', ['home-treatment-teams', 'Mental health nurse', 9], 'adults', {
    supervisor: 'adults1',
    kept: 0.75,
  }),
  team(mental, 'Older people’s mental health', ['opmht', 'Mental health nurse', 9], 'adults', {
    supervisor: 'adults2',
  }),
  team(mental, 'Rowan ward', ['inpatient-mental-health-wards', 'Mental health nurse', 13], 'adults', {
    supervisor: 'adults2',
    band: '5',
    kept: 0.7,
  }),
  team(mental, 'Ash ward', ['inpatient-mental-health-wards', 'Mental health nurse', 12], 'adults', {
    supervisor: 'adults2',
    band: '5',
  }),
  team(mental, 'Talking therapies', ['talking-therapies', 'Psychological therapist', 9], 'adults', {
    supervisor: 'adults1',
  }),
  team(mental, 'LADS', ['lads', 'Nurse', 5], 'adults', { supervisor: 'adults2' }),
  team(mental, 'STEPS', ['steps', 'Psychologist', 5], 'adults', { supervisor: 'adults2', band: '7' }),
  team(mental, 'Personality disorders service', ['personality-disorders-service', 'Psychologist', 5], 'adults', {
    supervisor: 'adults1',
    band: '7',
  }),
  team(mental, 'IDDS service', ['idds', 'Nurse', 5], 'adults', { supervisor: 'adults2', kept: 0.6 }),
  team(
    disabilities,
    'Learning disabilities east',
    ['learning-disabilities', 'Learning disability nurse', 7],
    'adults',
    { supervisor: 'adults1' },
  ),
  team(
    disabilities,
    'Learning disabilities west',
    ['learning-disabilities', 'Learning disability nurse', 6],
    'adults',
    { supervisor: 'adults1', kept: 0.7 },
  ),
  team(disabilities, 'Carers assessment service', ['carers-assessment-service', 'Support worker', 5], 'adults', {
    supervisor: 'adults2',
    band: '4',
  }),
  team(
    [...community, 'District nursing'],
    'District nurses north',
    ['district-nursing', 'District nurse', 11],
    'adults',
    { supervisor: 'adults3' },
  ),
  team(
    [...community, 'District nursing'],
    'District nurses mid',
    ['district-nursing', 'District nurse', 10],
    'adults',
    { supervisor: 'adults3', kept: 0.65 },
  ),
  team(
    [...community, 'District nursing'],
    'District nurses south',
    ['district-nursing', 'District nurse', 9],
    'adults',
    { supervisor: 'adults3' },
  ),
  team([...community, 'Community hospitals'], 'Willow ward', ['community-hospital-wards', 'Nurse', 12], 'adults', {
    supervisor: 'adults3',
    band: '5',
  }),
  team([...community, 'Community hospitals'], 'Larch ward', ['community-hospital-wards', 'Nurse', 11], 'adults', {
    supervisor: 'adults3',
    band: '5',
    kept: 0.75,
  }),
  team(community, 'IRT', ['irt', 'Nurse', 7], 'adults', { supervisor: 'adults3' }),
  team(urgent, 'Accident and emergency', ['emergency-department', 'Nurse', 15], 'none', { band: '5' }),
  team(urgent, 'Minor injury units', ['minor-injury-units', 'Nurse', 9], 'none'),
  team(urgent, 'T&S link team', ['ts-teams', 'Nurse', 6], 'none'),
  team(therapies, 'Dental', ['dental', 'Dental nurse', 9], 'adults', { supervisor: 'adults3', band: '4' }),
  team(
    therapies,
    'Speech and language therapy',
    ['speech-and-language-therapy', 'Speech and language therapist', 9],
    'adults',
    { supervisor: 'adults2' },
  ),
  team(therapies, 'Podiatry', ['podiatry', 'Podiatrist', 7], 'adults', { supervisor: 'adults3', kept: 0.8 }),
]

/** Units without a team of the matrix. */
export const otherUnits: readonly (readonly string[])[] = [
  ['Safeguarding service'],
  ['Corporate'],
  ['Corporate', 'Workforce'],
]
