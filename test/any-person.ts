// Any rule and any person, for laws that must hold of all of them (fast-check). One year and a bit of sessions,
// absences, shifts, a change of hours and perhaps a leaving.
import fc from 'fast-check'
import type { EngineFacts as Facts, HeldSession, RuleText } from '../src/areas/policy/index.ts'
import { type Day, numberOfDay } from '../src/platform/time/day.ts'

export const start = numberOfDay('2026-01-01' as Day)
export const length = 420
export const anyDay = fc.integer({ min: start, max: start + length })
const open = Number.POSITIVE_INFINITY

export const anySession = fc.record({
  day: anyDay,
  minutes: fc.constantFrom(20, 45, 60, 90, 150),
  attendees: fc.constantFrom(1, 1, 4, 7),
  remote: fc.boolean(),
  observed: fc.boolean(),
})
export const held = (
  one: { day: number; minutes: number; attendees: number; remote: boolean; observed: boolean },
  at: number,
): HeldSession => ({
  day: one.day,
  ref: String(at),
  type: 't',
  kinds: one.observed ? ['live observation'] : [],
  modes: [one.attendees > 1 ? 'group' : 'individual', one.remote ? 'remote' : 'face-to-face'],
  minutes: one.minutes,
  minutesAttended: null,
  attendees: one.attendees,
  supervisors: [],
  attendance: 'present',
  part: 'receiving',
  outside: false,
  vouchedBy: null,
})

const post = {
  staffGroups: ['nurses'],
  professions: [],
  units: [],
  kind: 'permanent',
  band: null,
  grade: null,
  trainingStages: [],
  caseload: null,
  started: null,
}
const absenceKinds = fc.constantFrom('sickness', 'maternity', 'leave')
export const anyFacts = fc
  .record({
    sessions: fc.array(anySession, { maxLength: 14 }),
    absences: fc.array(
      fc.record({ from: anyDay, days: fc.option(fc.integer({ min: 0, max: 120 })), kind: absenceKinds }),
      { maxLength: 3 },
    ),
    shifts: fc.uniqueArray(anyDay, { maxLength: 40 }),
    change: anyDay,
    gap: fc.constantFrom(0, 0, 0, 20),
    hours: fc.constantFrom(37.5, 30, 18.75, 7.5),
    leaves: fc.option(anyDay),
  })
  .map((given): Facts => {
    const end = given.leaves === null ? open : Math.max(given.change, given.leaves)
    return {
      posts: [
        { ...post, from: start + 10, to: given.change - 1 - given.gap, hours: 37.5 },
        { ...post, from: given.change, to: end, hours: given.hours },
      ].filter((one) => one.from <= one.to),
      absences: given.absences.map((one) => ({
        from: one.from,
        to: one.days === null ? open : one.from + one.days,
        kind: one.kind,
        reason: null,
        approvedBy: null,
      })),
      holdings: [],
      work: given.shifts.map((day) => ({ day, shifts: 1, hours: 8 })),
      sessions: given.sessions.map(held),
    }
  })

export const rhythm = fc.constantFrom<Partial<RuleText>>(
  { every: '3 months' },
  { every: '1 week' },
  { every: '2 months', need: '120 minutes' },
  { every: '12 months', need: '4 sessions' },
  { every: '5 shifts' },
  { every: ['10 shifts', '1 month'] },
  { every: '10 shifts', within: '1 week', lead: '2 shifts' },
  { per: 'month', need: '90 minutes' },
  { per: 'quarter', need: '2 sessions' },
  { per: 'month', need: '60 minutes', averagedOver: '3 months' },
  { per: 'month', need: '60 minutes', carryOver: 'both' },
  { per: 'quarter', need: '2 different months' },
  { per: { length: '6 weeks', from: 'start' }, need: '90 minutes' },
  { steps: [{ until: '6 weeks', every: '1 week' }, { until: '6 months', every: '2 weeks' }, { every: '1 month' }] },
  {
    steps: [
      { until: '3 months', every: '2 months' },
      { every: '1 month', need: '60 minutes' },
    ],
  },
  {
    steps: [
      { until: '3 months', every: '2 weeks' },
      { per: 'month', need: '60 minutes' },
    ],
  },
  { per: 'month', need: '60 minutes for every 40 practice hours' },
)
const quotas = fc.constantFrom<Partial<RuleText>>(
  {},
  { including: { where: { mode: 'individual' }, ofEvery: 3 } },
  { including: { where: { kind: 'live observation' }, per: { length: '6 months', from: 'start' } } },
  { including: { where: { mode: 'individual' }, every: '2 months' } },
  { atMost: [{ share: '50%', where: { mode: 'group' } }] },
  { atMost: [{ amount: '2 sessions', per: 'year', where: { mode: 'remote' } }] },
)
export const anyExcuse = fc.constantFrom<Partial<RuleText>>(
  {},
  { excused: { for: ['sickness', 'maternity'], how: 'extend' } },
  { excused: { for: ['sickness', 'maternity'], how: 'skip' } },
  {
    excused: [
      { for: 'leave', how: 'reduce' },
      { for: 'maternity', how: 'excuse', moreThan: '2 weeks' },
    ],
  },
)
const others = fc.constantFrom<Partial<RuleText>>(
  {},
  { starters: { firstDue: '6 weeks' } },
  { returners: { firstDue: '2 weeks' } },
  { from: '2026-03-10' },
  { from: '2026-03-10', until: '2026-11-20', introduction: { firstDue: '1 month' } },
  { partTime: { fullTime: 37.5, floor: 30, round: 'up', to: '15 minutes' } },
  { partTime: { of: 'interval', fullTime: 37.5, longest: '6 months' } },
  { counts: { atLeast: 30, before: 'does not count' } },
  { group: { credit: 'minutes * 2 / attendees', largest: 6 } },
  { strength: 'recommended' },
  { missed: 'lapses' },
  { partPeriods: 'pro rata' },
)
export const anyRule = fc
  .tuple(rhythm, quotas, anyExcuse, others)
  .map(([one, two, three, four]): RuleText => ({ key: 'r', type: 't', ...one, ...two, ...three, ...four }))
