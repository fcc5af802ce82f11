import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import type { Requirement } from '../rule/requirement.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import { noDefaults } from '../rule/rule-defaults.ts'
import type { RuleText } from '../rule/rule.ts'
import { answer, timeline } from './answer.ts'
import type { Facts, HeldSession } from '../facts/person-facts.ts'

const start = numberOfDay('2026-01-01' as Day)
const length = 420
const dayNumber = fc.integer({ min: start, max: start + length })
const open = Number.POSITIVE_INFINITY

const session = fc.record({
  day: dayNumber,
  minutes: fc.constantFrom(20, 45, 60, 90, 150),
  attendees: fc.constantFrom(1, 1, 4, 7),
  remote: fc.boolean(),
  observed: fc.boolean(),
})
const held = (
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
const facts = fc
  .record({
    sessions: fc.array(session, { maxLength: 14 }),
    absences: fc.array(
      fc.record({ from: dayNumber, days: fc.option(fc.integer({ min: 0, max: 120 })), kind: absenceKinds }),
      { maxLength: 3 },
    ),
    shifts: fc.uniqueArray(dayNumber, { maxLength: 40 }),
    change: dayNumber,
    gap: fc.constantFrom(0, 0, 0, 20),
    hours: fc.constantFrom(37.5, 30, 18.75, 7.5),
    leaves: fc.option(dayNumber),
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

const rhythm = fc.constantFrom<Partial<RuleText>>(
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
const excuses = fc.constantFrom<Partial<RuleText>>(
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
const rule = fc
  .tuple(rhythm, quotas, excuses, others)
  .map(([one, two, three, four]): RuleText => ({ key: 'r', type: 't', ...one, ...two, ...three, ...four }))
const requirementOf = (text: RuleText): Requirement => readRequirements(text, noDefaults)[0]!

describe('answers', () => {
  it('are the same, day by day, as the timeline says', () => {
    fc.assert(
      fc.property(rule, facts, (text, person) => {
        const requirement = requirementOf(text)
        const spans = timeline(requirement, person, dayOfNumber(start), dayOfNumber(start + length + 200))
        expect(spans[0]?.from).toBe(dayOfNumber(start))
        for (const span of spans) {
          for (let day = numberOfDay(span.from); day <= numberOfDay(span.to); day++) {
            const { state, suggested, compliant, dueOn, dueSoonFrom, lastOn } = answer(
              requirement,
              person,
              dayOfNumber(day),
            )
            expect({ day: dayOfNumber(day), state, suggested, compliant, dueOn, dueSoonFrom, lastOn }).toEqual({
              ...span,
              from: undefined,
              to: undefined,
              day: dayOfNumber(day),
            })
          }
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it('do not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(rule, facts, dayNumber, (text, person, day) => {
        const turned: Facts = {
          posts: [...person.posts].reverse(),
          absences: [...person.absences].reverse(),
          holdings: [],
          work: [...person.work].reverse(),
          sessions: [...person.sessions].reverse(),
        }
        const requirement = requirementOf(text)
        expect(answer(requirement, turned, dayOfNumber(day), { explain: true })).toEqual(
          answer(requirement, person, dayOfNumber(day), { explain: true }),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('look at nothing that happened after the day', () => {
    fc.assert(
      fc.property(rule, facts, dayNumber, (text, person, day) => {
        const known = <T extends { from: number }>(list: readonly T[]) => list.filter((one) => one.from <= day)
        const past: Facts = {
          posts: known(person.posts),
          absences: known(person.absences),
          holdings: [],
          work: person.work.filter((one) => one.day <= day),
          sessions: person.sessions.filter((one) => one.day <= day),
        }
        const requirement = requirementOf(text)
        expect(answer(requirement, person, dayOfNumber(day), { explain: true })).toEqual(
          answer(requirement, past, dayOfNumber(day), { explain: true }),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('hold until the day they say, when nothing else happens', () => {
    fc.assert(
      fc.property(rule, facts, dayNumber, (text, person, day) => {
        const requirement = requirementOf(text)
        const past: Facts = {
          ...person,
          posts: person.posts.filter((one) => one.from <= day),
          absences: person.absences.filter((one) => one.from <= day),
          work: person.work.filter((one) => one.day <= day),
          sessions: person.sessions.filter((one) => one.day <= day),
        }
        const now = answer(requirement, past, dayOfNumber(day))
        const last = now.until === null ? day + 150 : Math.min(numberOfDay(now.until) - 1, day + 150)
        const compared = (at: number) => {
          const { state, dueOn, dueSoonFrom, lastOn } = answer(requirement, past, dayOfNumber(at))
          return { state, dueOn, dueSoonFrom, lastOn }
        }
        const first = compared(day)
        for (let at = day + 1; at <= last; at++) expect(compared(at)).toEqual(first)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('of a rolling interval never get worse by one more session', () => {
    const rank = {
      met: 0,
      'due soon': 1,
      overdue: 2,
      'never had': 2,
      excused: 0,
      recommended: 0,
      'as required': 0,
      voluntary: 0,
      'not applicable': 0,
    }
    const rolling = fc.tuple(
      fc.constantFrom<Partial<RuleText>>(
        { every: '3 months' },
        { every: '1 month', need: 2 },
        { every: '2 weeks' },
        { steps: [{ until: '6 weeks', every: '1 week' }, { every: '1 month' }] },
        { steps: [{ until: '3 months', every: '2 months' }, { every: '1 month' }] },
      ),
      excuses,
      fc.constantFrom<Partial<RuleText>>(
        {},
        { starters: { firstDue: '6 weeks' } },
        { returners: { firstDue: '2 weeks' } },
      ),
    )
    fc.assert(
      fc.property(rolling, facts, session, dayNumber, ([one, two, three], person, extra, day) => {
        const requirement = requirementOf({ key: 'r', type: 't', ...one, ...two, ...three })
        const more: Facts = { ...person, sessions: [...person.sessions, held(extra, 99)] }
        const [before, after] = [
          answer(requirement, person, dayOfNumber(day)),
          answer(requirement, more, dayOfNumber(day)),
        ]
        expect(rank[after.state]).toBeLessThanOrEqual(rank[before.state])
        if (before.dueOn && after.dueOn) expect(after.dueOn >= before.dueOn).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
