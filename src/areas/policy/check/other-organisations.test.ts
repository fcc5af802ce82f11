// That the format reaches beyond the shipped packs: five policies as quite different organisations have them, each
// asked about one person as its author would (SPEC 2.3). The packs are in policy-packs/examples.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tryRule } from '../trial/trial.ts'
import { readPack } from './pack-reading.ts'

type Story = { pack: string; told: string; person: object; evidence?: object[]; shifts?: object[]; expect: object[] }
const sessions = (type: string, more: object, ...dates: string[]) => dates.map((date) => ({ date, type, ...more }))

const stories: Story[] = [
  {
    pack: 'mental-health-trust',
    told: 'a newly registered nurse is seen weekly, and the rule for everybody waits',
    person: { from: '2026-01-05', staffGroup: 'ward-staff', trainingStage: 'preceptee' },
    evidence: sessions('clinical', { minutes: 60, supervisor: { accreditation: 'BABCP' } }, '2026-01-09'),
    expect: [
      { day: '2026-01-17', requirement: 'clinical-newcomers', state: 'overdue', dueOn: '2026-01-16' },
      { day: '2026-01-17', requirement: 'clinical-everybody', state: 'not applicable' },
    ],
  },
  {
    pack: 'mental-health-trust',
    told: 'a therapist needs 90 minutes in each month, half of them alone with a more senior supervisor',
    person: { from: '2026-01-01', staffGroup: 'psychological-therapists' },
    evidence: [
      ...sessions(
        'clinical',
        { minutes: 90, mode: 'group', supervisor: { accreditation: 'UKCP', moreSenior: true } },
        '2026-01-10',
      ),
      ...sessions(
        'clinical',
        { minutes: 45, mode: 'individual', supervisor: { accreditation: 'UKCP', moreSenior: true } },
        '2026-02-10',
      ),
      ...sessions(
        'clinical',
        { minutes: 45, mode: 'group', supervisor: { accreditation: 'UKCP', moreSenior: true } },
        '2026-02-17',
      ),
    ],
    expect: [
      { day: '2026-01-31', requirement: 'therapists', state: 'due soon' },
      { day: '2026-02-18', requirement: 'therapists', state: 'met' },
    ],
  },
  {
    pack: 'mental-health-trust',
    told: 'a wellbeing practitioner has three streams at once, each with its own answer',
    person: { from: '2026-01-05', staffGroup: 'wellbeing-practitioners', caseload: true, lineManager: 'Kay Ford' },
    evidence: [
      ...sessions('case-management', { minutes: 60, supervisor: 'supervisor' }, '2026-01-07', '2026-01-14'),
      ...sessions('management', { supervisor: 'Kay Ford' }, '2026-01-15'),
    ],
    expect: [
      { day: '2026-01-20', requirement: 'wellbeing-practitioners-streams/case-management', dueOn: '2026-01-25' },
      { day: '2026-01-20', requirement: 'wellbeing-practitioners-streams/clinical-skills', state: 'never had' },
      {
        day: '2026-01-20',
        requirement: 'wellbeing-practitioners-streams/management',
        state: 'met',
        dueOn: '2026-02-26',
      },
    ],
  },
  {
    pack: 'gp-federation',
    told: 'a pharmacist steps from weekly to monthly, with the supervising GP',
    person: {
      from: '2026-01-05',
      staffGroup: 'clinical-pharmacists',
      role: [{ key: 'pharmacist', from: '2026-01-05' }],
    },
    evidence: sessions('clinical', { minutes: 60, supervisor: 'gp-supervisor' }, '2026-01-08', '2026-04-20'),
    expect: [
      { day: '2026-01-16', requirement: 'pharmacists', state: 'overdue' },
      { day: '2026-04-21', requirement: 'pharmacists', state: 'met', dueOn: '2026-05-20' },
    ],
  },
  {
    pack: 'gp-federation',
    told: 'a practice nurse needs six hours in a financial year, not all of them in groups',
    person: { from: '2025-04-01', staffGroup: 'practice-nurses', hours: 37.5 },
    evidence: [
      ...sessions('group', { minutes: 600, attendees: 2, mode: 'group', supervisor: 'nurse-supervisor' }, '2026-05-10'),
      ...sessions(
        'clinical',
        { minutes: 60, mode: 'individual', supervisor: 'gp-supervisor' },
        '2026-06-10',
        '2026-09-10',
      ),
    ],
    expect: [
      { day: '2026-06-01', requirement: 'practice-nurses', state: 'overdue' },
      { day: '2027-03-30', requirement: 'practice-nurses', state: 'met' },
    ],
  },
  {
    pack: 'midwifery',
    told: 'a community midwife with a caseload is due quarterly, one without yearly',
    person: {
      posts: [
        { from: '2026-01-05', to: '2026-06-30', staffGroup: 'midwives', band: 6, caseload: true },
        { from: '2026-07-01', staffGroup: 'midwives', band: 6, caseload: false },
      ],
    },
    evidence: sessions('safeguarding', { supervisor: 'named-midwife-safeguarding' }, '2026-02-02'),
    expect: [
      { day: '2026-05-03', requirement: 'community-caseload', state: 'overdue', dueOn: '2026-05-02' },
      { day: '2026-07-02', requirement: 'community-caseload', state: 'not applicable' },
      { day: '2026-07-02', requirement: 'all-safeguarding', state: 'met', dueOn: '2027-07-01' },
    ],
  },
  {
    pack: 'midwifery',
    told: 'an advocate gives sessions and receives her own',
    person: { from: '2026-01-01', role: 'pma' },
    evidence: [
      ...sessions('restorative', { part: 'delivering' }, '2026-01-10', '2026-01-20'),
      ...sessions('restorative', { supervisor: 'lead-pma' }, '2026-02-01'),
    ],
    expect: [{ day: '2026-02-02', requirement: 'advocates-receive', state: 'met', dueOn: '2026-05-01' }],
  },
  {
    pack: 'ambulance',
    told: 'a crew member is due within a week of the twelfth shift',
    person: { from: '2026-01-01', staffGroup: 'paramedics', hours: 40 },
    evidence: sessions('reflective', { supervisor: 'clinical-team-educator' }, '2026-02-01'),
    shifts: [{ from: '2026-02-02', to: '2026-02-24', everyDays: 2 }],
    expect: [
      { day: '2026-02-24', requirement: 'crews', state: 'due soon', dueOn: '2026-03-03' },
      { day: '2026-03-04', requirement: 'crews', state: 'overdue' },
      { day: '2026-03-04', requirement: 'bank-crews', state: 'not applicable' },
    ],
  },
  {
    pack: 'hospice',
    told: 'a counsellor follows the professional body, part of it alone with a senior accredited supervisor',
    person: { from: '2026-01-01', profession: 'counsellor', staffGroup: 'counsellors' },
    evidence: [
      ...sessions(
        'individual',
        { minutes: 120, mode: 'individual', outside: true, supervisor: { accreditation: 'BACP senior' } },
        '2026-01-12',
      ),
      ...sessions(
        'closed-group',
        { minutes: 90, attendees: 5, mode: 'group', supervisor: { accreditation: 'BACP senior' } },
        '2026-02-12',
      ),
    ],
    expect: [
      { day: '2026-01-13', requirement: 'counsellors', state: 'met' },
      { day: '2026-03-01', requirement: 'counsellors', state: 'overdue', dueOn: '2026-02-28' },
    ],
  },
  {
    pack: 'hospice',
    told: 'the pilot for night staff holds for its year only',
    person: { from: '2026-01-01', unit: 'Night team', staffGroup: 'nurses' },
    expect: [
      { day: '2026-09-30', requirement: 'pilot', state: 'not applicable' },
      { day: '2026-10-02', requirement: 'pilot', state: 'recommended' },
      { day: '2026-10-02', requirement: 'after-a-death', state: 'as required' },
    ],
  },
]

test.each(stories)('$pack: $told', ({ pack, told: _told, ...trial }) => {
  const path = join(import.meta.dirname, '../../../../policy-packs/examples', `${pack}.yaml`)
  const reading = readPack(readFileSync(path, 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  const { types, matrix, excused, fullTimeHours } = reading.pack
  const requirements = matrix?.map((row) => ({ ...(excused ? { excused } : {}), ...row }))
  const known = types.map(({ key, supervisors, group }) => ({
    key,
    ...(supervisors ? { supervisors } : {}),
    ...(group ? { group } : {}),
  }))
  const tried = tryRule(JSON.stringify({ types: known, requirements, fullTimeHours, ...trial }))
  expect(tried.ok ? [] : tried.faults).toEqual([])
  if (tried.ok) expect(tried.trial.surprises).toEqual([])
})
