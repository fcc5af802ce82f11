// The named people of the demonstration: whom a visitor can choose to be, and those who lead supervision. All fictitious.
import type { PersonId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { searchPeople, type Role } from '../../areas/people/index.ts'

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
    group: null,
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
    group: null,
    profession: 'Workforce officer',
    band: '5',
    manager: 'helen',
    roles: ['administrator'],
  },
  {
    key: 'secondAdministrator',
    name: 'Peter Nowak',
    unit: 'Workforce',
    group: null,
    profession: 'Workforce officer',
    band: '4',
    manager: 'dilys',
    roles: ['administrator'],
  },
  {
    key: 'ewan',
    name: 'Ewan Fraser',
    unit: 'Corporate',
    group: null,
    profession: 'Clinical auditor',
    band: '7',
    manager: 'helen',
    roles: ['auditor'],
  },
  {
    key: 'learning',
    name: 'Miriam Cohen',
    unit: 'Workforce',
    group: null,
    profession: 'Learning lead',
    band: '7',
    manager: 'helen',
    roles: ['learning lead', 'programme lead'],
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

const toBe: readonly { key: string; what: string; why: string }[] = [
  {
    key: 'ben',
    what: 'Health visitor, Elm Park team',
    why: 'His supervision is overdue, and his group’s last session was cancelled. See what he is told, and why.',
  },
  {
    key: 'dora',
    what: 'Health visitor, Elm Park team',
    why: 'She has a group session at 2pm today, a proposal to answer and something she agreed to do.',
  },
  {
    key: 'femi',
    what: 'Midwife, part time, community midwives west',
    why: 'Four mornings a week with a caseload: what is due, what is booked, and a record to agree with.',
  },
  {
    key: 'chloe',
    what: 'Mental health nurse, CAMHS east',
    why: 'She had supervision elsewhere that a colleague is asked to vouch for, and meets a clinical supervisor of her own choice.',
  },
  {
    key: 'grace',
    what: 'Team lead, Elm Park team',
    why: 'She sees that supervision of her eleven people happened, who is overdue and why: never what was said.',
  },
  {
    key: 'tom',
    what: 'Safeguarding advisor for children',
    why: 'A diary full of groups: one today, a record to write, a cancelled session to rebook.',
  },
  {
    key: 'marcus',
    what: 'Senior safeguarding advisor',
    why: 'He supervises the advisors and the child and adolescent mental health teams, and has proposals to answer.',
  },
  {
    key: 'amina',
    what: 'Named nurse, safeguarding children',
    why: 'She owns the policy and sees the whole service: coverage, breaches, what was set aside and why.',
  },
  {
    key: 'helen',
    what: 'Director of safeguarding',
    why: 'Totals for the board, as at any day of two years, with their denominators: no names, no content.',
  },
  {
    key: 'dilys',
    what: 'Administrator',
    why: 'She keeps people, posts and roles, and imports staff. She sees no supervision content.',
  },
  { key: 'ewan', what: 'Clinical auditor', why: 'He looks at facts and at how they came about, for quality audits.' },
]

export type PersonToBe = {
  readonly person: PersonId
  readonly name: string
  readonly what: string
  readonly why: string
}

/** Whom a visitor of the demonstration may be; those who are not there, or have left since, are left out. */
export async function findPeopleToBe(work: Work): Promise<readonly PersonToBe[]> {
  const found: PersonToBe[] = []
  for (const { key, what, why } of toBe) {
    const name = named.find((one) => one.key === key)?.name ?? ''
    const search = { text: emailOf(name), day: work.today, most: 1, skip: 0 }
    const person = (await searchPeople(work, search)).people[0]
    if (person) found.push({ person: person.id, name: person.name, what, why })
  }
  return found
}
