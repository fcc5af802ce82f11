import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay, anyExcuse, anyFacts, anyRule, anySession, held, length, start } from '../../../../test/any-person.ts'
import { dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import type { Facts } from '../facts/person-facts.ts'
import type { Requirement } from '../rule/requirement.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import { noDefaults } from '../rule/rule-defaults.ts'
import type { RuleText } from '../rule/rule.ts'
import { answer, timeline } from './answer.ts'

const requirementOf = (text: RuleText): Requirement => readRequirements(text, noDefaults)[0]!

/** The worse, the higher; whatever is not counted is never worse. */
const rank = (state: string): number =>
  state === 'due soon' ? 1 : state === 'overdue' || state === 'never had' ? 2 : 0
const rolling = fc.tuple(
  fc.constantFrom<Partial<RuleText>>(
    { every: '3 months' },
    { every: '1 month', need: 2 },
    { every: '2 weeks' },
    { steps: [{ until: '6 weeks', every: '1 week' }, { every: '1 month' }] },
    { steps: [{ until: '3 months', every: '2 months' }, { every: '1 month' }] },
  ),
  anyExcuse,
  fc.constantFrom<Partial<RuleText>>({}, { starters: { firstDue: '6 weeks' } }, { returners: { firstDue: '2 weeks' } }),
)

describe('answers', () => {
  it('are the same, day by day, as the timeline says', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (text, person) => {
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
      fc.property(anyRule, anyFacts, anyDay, (text, person, day) => {
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
      fc.property(anyRule, anyFacts, anyDay, (text, person, day) => {
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
      fc.property(anyRule, anyFacts, anyDay, (text, person, day) => {
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
    fc.assert(
      fc.property(rolling, anyFacts, anySession, anyDay, ([one, two, three], person, extra, day) => {
        const requirement = requirementOf({ key: 'r', type: 't', ...one, ...two, ...three })
        const more: Facts = { ...person, sessions: [...person.sessions, held(extra, 99)] }
        const [before, after] = [
          answer(requirement, person, dayOfNumber(day)),
          answer(requirement, more, dayOfNumber(day)),
        ]
        expect(rank(after.state)).toBeLessThanOrEqual(rank(before.state))
        if (before.dueOn && after.dueOn) expect(after.dueOn >= before.dueOn).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
