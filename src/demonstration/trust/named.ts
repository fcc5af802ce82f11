// The named people of the demonstration: those whom a visitor can be, and those who lead supervision. All fictitious.
import type { Role } from '../../areas/people/index.ts'

export type Named = {
  /** By which the plan knows them. */
  readonly key: string
  readonly name: string
  /** The unit's name. */
  readonly unit: string
  readonly group: string | null
  readonly profession: string
  readonly band: string
  readonly hours?: number
  readonly manager: string | null
  /** Supervisor roles of the policies. */
  readonly may?: readonly string[]
  readonly roles?: readonly Role[]
  readonly leads?: boolean
}

const safeguarding = { unit: 'Safeguarding service', group: null, profession: 'Nurse' }
const advisor = { ...safeguarding, band: '7', manager: 'marcus', roles: ['safeguarding advisor'] as const }
const forChildren = ['safeguarding-advisor-children', 'clinical-supervisor']
const forAdults = ['safeguarding-adults-worker', 'clinical-supervisor']

export const named: readonly Named[] = [
  {
    key: 'helen',
    name: 'Helen Marsh',
    unit: 'Corporate',
    group: 'administrative-and-clerical',
    profession: 'Director of safeguarding',
    band: '9',
    manager: null,
    roles: ['director'],
    may: ['director-of-safeguarding'],
  },
  {
    ...safeguarding,
    key: 'designatedNurse',
    name: 'Ruth Abernethy',
    band: '8c',
    manager: 'helen',
    roles: ['designated professional'],
    may: ['designated-nurse'],
  },
  {
    ...safeguarding,
    key: 'designatedDoctor',
    name: 'Iain Colquhoun',
    profession: 'Doctor',
    band: 'Consultant',
    manager: 'helen',
    roles: ['designated professional'],
    may: ['designated-doctor'],
  },
  {
    ...safeguarding,
    key: 'amina',
    name: 'Amina Yusuf',
    band: '8a',
    manager: 'helen',
    roles: ['named professional'],
    may: ['named-nurse', 'clinical-supervisor'],
    leads: true,
  },
  {
    ...safeguarding,
    key: 'namedDoctor',
    name: 'Priya Raman',
    profession: 'Doctor',
    band: 'Consultant',
    manager: 'helen',
    roles: ['named professional'],
    may: ['named-doctor'],
  },
  {
    ...safeguarding,
    key: 'namedMidwife',
    name: 'Siobhan Kelly',
    profession: 'Midwife',
    band: '8a',
    manager: 'amina',
    roles: ['named professional'],
    may: ['named-midwife', 'safeguarding-advisor-children', 'clinical-supervisor'],
  },
  {
    ...safeguarding,
    key: 'adultsLead',
    name: 'George Okonkwo',
    profession: 'Social worker',
    band: '8a',
    manager: 'helen',
    roles: ['named professional'],
    may: ['safeguarding-adults-lead'],
  },
  {
    ...safeguarding,
    key: 'marcus',
    name: 'Marcus Bell',
    band: '8a',
    manager: 'amina',
    roles: ['senior advisor'],
    may: ['senior-safeguarding-advisor-children', 'camhs-lead', 'clinical-supervisor'],
  },
  {
    ...safeguarding,
    key: 'senior1',
    name: 'Bronwen Price',
    band: '8a',
    manager: 'amina',
    roles: ['senior advisor'],
    may: ['senior-safeguarding-advisor-children', 'camhs-lead'],
  },
  { ...advisor, key: 'tom', name: 'Tom Whitfield', may: forChildren },
  { ...advisor, key: 'advisor1', name: 'Nadia Rahman', may: forChildren },
  { ...advisor, key: 'advisor2', name: 'Catriona Reid', may: forChildren },
  { ...advisor, key: 'advisor3', name: 'Joseph Adeyemi', may: [...forChildren, 'senior-midwife'] },
  {
    ...advisor,
    key: 'adults1',
    name: 'Leanne Hughes',
    profession: 'Social worker',
    manager: 'adultsLead',
    may: forAdults,
  },
  { ...advisor, key: 'adults2', name: 'Kwame Boateng', manager: 'adultsLead', may: forAdults },
  {
    ...advisor,
    key: 'adults3',
    name: 'Fiona Drummond',
    profession: 'Social worker',
    manager: 'adultsLead',
    may: forAdults,
  },
  {
    ...safeguarding,
    key: 'desk',
    name: 'Sandra Pike',
    group: 'administrative-and-clerical',
    profession: 'Administrator',
    band: '4',
    manager: 'amina',
    roles: ['SPOA administrator'],
    may: ['spoa-administrator'],
  },
  {
    key: 'dilys',
    name: 'Dilys Morgan',
    unit: 'Workforce',
    group: 'administrative-and-clerical',
    profession: 'Workforce officer',
    band: '5',
    manager: 'helen',
    roles: ['administrator'],
  },
  {
    key: 'secondAdministrator',
    name: 'Peter Nowak',
    unit: 'Workforce',
    group: 'administrative-and-clerical',
    profession: 'Workforce officer',
    band: '4',
    manager: 'dilys',
    roles: ['administrator'],
  },
  {
    key: 'ewan',
    name: 'Ewan Fraser',
    unit: 'Corporate',
    group: 'administrative-and-clerical',
    profession: 'Clinical auditor',
    band: '7',
    manager: 'helen',
    roles: ['auditor'],
  },
  {
    key: 'learning',
    name: 'Miriam Cohen',
    unit: 'Workforce',
    group: 'administrative-and-clerical',
    profession: 'Learning lead',
    band: '7',
    manager: 'helen',
    roles: ['learning lead', 'programme lead'],
    may: ['set-facilitator'],
  },
  {
    key: 'grace',
    name: 'Grace Okafor',
    unit: 'Elm Park team',
    group: 'health-visitors',
    profession: 'Health visitor',
    band: '7',
    manager: null,
    may: ['clinical-supervisor', 'team-lead'],
    leads: true,
  },
  {
    key: 'lowri',
    name: 'Lowri Bevan',
    unit: 'Talking therapies',
    group: 'talking-therapies',
    profession: 'Psychological therapist',
    band: '7',
    manager: null,
    may: ['team-lead', 'set-facilitator'],
    leads: true,
  },
  {
    key: 'ben',
    name: 'Ben Carter',
    unit: 'Elm Park team',
    group: 'health-visitors',
    profession: 'Health visitor',
    band: '6',
    manager: 'grace',
  },
  {
    key: 'dora',
    name: 'Dora Evans',
    unit: 'Elm Park team',
    group: 'health-visitors',
    profession: 'Health visitor',
    band: '6',
    manager: 'grace',
  },
  {
    key: 'femi',
    name: 'Femi Ade',
    unit: 'Community midwives west',
    group: 'midwives',
    profession: 'Midwife',
    band: '6',
    hours: 22.5,
    manager: null,
  },
  {
    key: 'chloe',
    name: 'Chloe Nguyen',
    unit: 'CAMHS east',
    group: 'camhs',
    profession: 'Mental health nurse',
    band: '6',
    manager: null,
  },
]

export const emailOf = (name: string): string =>
  `${name.toLowerCase().replaceAll('’', '').replaceAll(' ', '.')}@fairwater.example`
