// Whom a visitor of the demonstration can choose to be, and why it is worth being them.
import { searchPeople } from '../../areas/people/index.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { newcomer } from '../knowing/newcomer.ts'
import { emailOf, named } from './named.ts'

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
    why: 'She sees that supervision of each of her people happened, who is overdue and why: never what was said.',
  },
  {
    key: 'lowri',
    what: 'Team lead, talking therapies',
    why: 'An adults team: she gets the evidence of its supervision, never a case. And she facilitates a set that is agreeing its ground rules.',
  },
  {
    key: 'zofia',
    what: 'Health visitor in her first week, Elm Park team',
    why: 'Her induction: the policy in short, what it asks of her, and who will supervise her.',
  },
  {
    key: 'tom',
    what: 'Safeguarding advisor for children',
    why: 'A diary full of groups: one today, a record to write, a cancelled session to rebook.',
  },
  {
    key: 'desk',
    what: 'Administrator of the advice desk',
    why: 'She takes the details of calls, hands requests on, and never reads what was advised.',
  },
  {
    key: 'advisor2',
    what: 'Safeguarding advisor for children',
    why: 'She asked to open a record whose author cannot be reached. A second person has to agree before it opens for an hour.',
  },
  {
    key: 'marcus',
    what: 'Senior safeguarding advisor',
    why: 'He supervises the advisors and the child and adolescent mental health teams, and has proposals to answer.',
  },
  {
    key: 'namedDoctor',
    what: 'Named doctor, safeguarding service',
    why: 'She facilitates the paediatric peer review: the next date, what was recommended, and learning that may be shared.',
  },
  {
    key: 'amina',
    what: 'Named nurse, safeguarding children',
    why: 'She owns the policy and sees the whole service. A concern waits for her, and a colleague needs a second person now.',
  },
  {
    key: 'designatedNurse',
    what: 'Designated nurse, safeguarding children',
    why: 'She watches each supervisor of case work once a year: one group is being asked, one supervisor has what she saw to answer.',
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
  {
    key: 'learning',
    what: 'Learning lead',
    why: 'She leads a programme of action learning: two cohorts, who has no set yet, and what people say at the end. And she facilitates a set.',
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
    const name = [...named, newcomer].find((one) => one.key === key)?.name ?? ''
    const search = { text: emailOf(name), day: work.today, most: 1, skip: 0 }
    const person = (await searchPeople(work, search)).people[0]
    if (person) found.push({ person: person.id, name: person.name, what, why })
  }
  return found
}
