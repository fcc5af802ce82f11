import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day, numberOfDay } from '../../../platform/time/day.ts'
import { type Facts, type HeldSession, noFacts, type Post, type SessionSupervisor } from '../facts/person-facts.ts'
import { answer } from '../obligation/answer.ts'
import { readYaml } from '../../../platform/yaml/yaml.ts'
import { policyPack } from './pack.ts'
import { requirementsOf, rolesFulfilling } from './requirements.ts'

const shipped = policyPack.parse(yamlOf('safeguarding'))
const requirements = requirementsOf(shipped)
const requirement = (key: string) => requirements.find((one) => one.key === key)!

function yamlOf(name: string): unknown {
  const text = readFileSync(join(import.meta.dirname, '../../../../policy-packs', `${name}.yaml`), 'utf8')
  const yaml = readYaml(text)
  return yaml.ok ? yaml.value : null
}

const on = (text: string) => numberOfDay(day(text))
const post = (staffGroup: string): Post => ({
  from: on('2026-01-05'),
  to: Number.POSITIVE_INFINITY,
  staffGroups: [staffGroup],
  professions: [],
  units: [],
  kind: 'permanent',
  band: null,
  grade: null,
  trainingStages: [],
  caseload: null,
  hours: null,
  started: null,
})
const ledBy = (...roles: string[]): SessionSupervisor => ({
  name: null,
  roles,
  registrations: [],
  accreditations: [],
  competences: [],
  professions: [],
  staffGroups: [],
  units: [],
  band: null,
  grade: null,
  lineManager: null,
  moreSenior: null,
})
const session = (date: string, type: string, role: string): HeldSession => ({
  day: on(date),
  ref: date,
  type,
  kinds: [],
  modes: ['group'],
  minutes: 120,
  minutesAttended: null,
  attendees: 5,
  supervisors: [ledBy(role)],
  attendance: 'present',
  part: 'receiving',
  outside: false,
  vouchedBy: null,
})
const factsOf = (staffGroup: string, ...sessions: HeldSession[]): Facts => ({
  ...noFacts,
  posts: [post(staffGroup)],
  sessions,
})
const asked = (key: string, facts: Facts, date: string) =>
  answer(requirement(key), facts, day(date), { explain: true, among: requirements })

test('every row of the matrix becomes a requirement, a row with streams one for each', () => {
  expect(requirements).toHaveLength((shipped.matrix ?? []).length + 1)
  expect(requirements.filter((one) => one.key.startsWith('paediatric-medical')).map((one) => one.stream)).toEqual([
    'Monthly peer review',
    'Ad hoc supervision',
  ])
})

test('a health visitor is due three months after the last case work supervision by a children’s advisor', () => {
  const facts = factsOf(
    'Health visitors',
    session('2027-02-03', 'child-protection-case-work', 'safeguarding-advisor-children'),
  )
  expect(asked('health-visitors-case-work', facts, '2027-02-04')).toMatchObject({ state: 'met', dueOn: '2027-05-03' })
  expect(asked('health-visitors-case-work', facts, '2027-04-10')).toMatchObject({ state: 'due soon' })
  expect(asked('health-visitors-case-work', facts, '2027-05-04')).toMatchObject({ state: 'overdue' })
})

test('what an advisor for adults held does not count as case work supervision of a health visitor', () => {
  const facts = factsOf('health-visitors', session('2026-02-03', 'child-protection-case-work', 'safeguarding-advisor'))
  expect(asked('health-visitors-case-work', facts, '2026-05-01')).toMatchObject({ state: 'never had' })
})

test('where any safeguarding advisor may supervise, one for children may, too', () => {
  const facts = factsOf(
    'diabetic-nurses',
    session('2026-02-03', 'child-protection-case-work', 'senior safeguarding advisor children'),
  )
  expect(asked('diabetic-nurses-case-work', facts, '2026-02-04')).toMatchObject({ state: 'met' })
})

test('only a senior advisor for children supervises the sexual health service', () => {
  const junior = factsOf('swish', session('2026-02-03', 'child-protection-case-work', 'safeguarding-advisor-children'))
  const senior = factsOf(
    'swish',
    session('2026-02-03', 'child-protection-case-work', 'senior-safeguarding-advisor-children'),
  )
  expect(asked('swish-case-work', junior, '2026-05-01')).toMatchObject({ state: 'never had' })
  expect(asked('swish-case-work', senior, '2026-03-01')).toMatchObject({ state: 'met' })
})

test('a recommended row is never overdue, and advice on demand is due on no day', () => {
  expect(asked('dental-adults', factsOf('dental'), '2027-01-01').state).toBe('recommended')
  expect(asked('paediatric-inpatient-unit-ad-hoc', factsOf('paediatric-inpatient-unit'), '2027-01-01')).toMatchObject({
    state: 'as required',
    dueOn: null,
  })
})

test('a long sickness moves the due date by its days, because the pack says so for all rows', () => {
  const held = session('2026-02-03', 'child-protection-case-work', 'safeguarding-advisor-children')
  const ill = { from: on('2026-03-01'), to: on('2026-04-30'), kind: 'sickness', reason: null, approvedBy: null }
  const facts = { ...factsOf('school-nurses', held), absences: [ill] }
  expect(asked('school-nurses-case-work', facts, '2026-05-05')).toMatchObject({ state: 'met', dueOn: '2026-07-03' })
})

test('roles count as others by way of others, and in a ring without end', () => {
  const roles = [
    { key: 'a', name: 'A', countsAs: ['b'] },
    { key: 'b', name: 'B', countsAs: ['c'] },
    { key: 'c', name: 'C', countsAs: ['a'] },
    { key: 'd', name: 'D' },
  ]
  const fulfilling = rolesFulfilling({ ...shipped, roles })
  expect([...fulfilling('C')].sort()).toEqual(['a', 'b', 'c'])
  expect(fulfilling('d')).toEqual(['d'])
})
