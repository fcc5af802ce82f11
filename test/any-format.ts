// Any format of a meeting as somebody might write it in a policy: parts, stages, breaks, groups, rounds, silence and turns in
// every mixture, also those that make little sense. What the policy's check refuses is for the test to leave out.
import fc from 'fast-check'
import { contributions, speakers } from '../src/areas/policy/pack/meeting-format.ts'

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const shape = fc.record({
  speaks: fc.oneof(
    fc.constantFrom(...speakers),
    fc.uniqueArray(fc.constantFrom(...speakers), { minLength: 1, maxLength: 3 }),
  ),
  order: some(fc.constantFrom('free', 'round robin', 'by bid', 'chosen by facilitator')),
  presenter: some(fc.constantFrom('speaking', 'listening', 'turned away', 'answering', 'taking part')),
  contributions: fc.uniqueArray(fc.constantFrom(...contributions.filter((kind) => kind !== 'nothing')), {
    minLength: 1,
    maxLength: 4,
  }),
  closedQuestions: some(fc.constantFrom('allowed', 'pointed out to their author')),
  minutes: some(fc.constantFrom(0.5, 1, 5, 40)),
  minutesEach: some(fc.constantFrom(0.5, 2)),
  perPerson: some(fc.integer({ min: 1, max: 3 })),
  shown: some(fc.constantFrom('at once', 'after the stage', 'to the presenter alone')),
  recalls: some(fc.constant('ground rules')),
  rotates: some(fc.boolean()),
})

const stage = fc.record({ shape, isSilent: fc.integer({ max: 9, min: 0 }), isQuiet: fc.integer({ max: 9, min: 0 }) })

type Stage = typeof stage extends fc.Arbitrary<infer T> ? T : never

/** A stage by its number: in silence, with nothing to write, or as it fell. */
function written({ shape: fallen, isSilent, isQuiet }: Stage, at: number) {
  const own = { key: `stage-${at}`, name: `Stage ${at}`, guidance: 'Go on.', ...clean(fallen) }
  if (isSilent === 0)
    return {
      ...clean({ ...own, perPerson: undefined, order: undefined }),
      speaks: 'nobody',
      contributions: ['nothing'],
      silence: true,
    }
  if (isQuiet === 0) return { ...clean({ ...own, perPerson: undefined }), contributions: ['nothing'] }
  const quiet = fallen.presenter === 'listening' || fallen.presenter === 'turned away'
  return quiet && [fallen.speaks].flat().includes('presenter') ? { ...own, presenter: 'answering' } : own
}

const clean = <T extends object>(of: T): T =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T

const part = fc.record({
  stages: fc.array(stage, { minLength: 1, maxLength: 4 }),
  repeats: some(fc.constantFrom('once', 'for each topic', 'for each member', 'for each group')),
  topics: some(fc.constantFrom(1, 2)),
  times: some(fc.constantFrom(2, 3)),
  minutes: some(fc.constantFrom(5, 30, 200)),
  groupsOf: some(fc.constantFrom(2, 3, 5)),
  isAfterBreak: fc.boolean(),
})

type Part = typeof part extends fc.Arbitrary<infer T> ? T : never

function partsOf(parts: readonly Part[]) {
  return parts.flatMap((one, at) => {
    const groups = one.groupsOf ?? (one.repeats === 'for each group' ? 3 : undefined)
    const { stages, isAfterBreak, topics, times, groupsOf: _groups, ...rest } = one
    const whole = clean({
      key: `part-${at}`,
      name: `Part ${at}`,
      ...rest,
      topics: one.repeats === 'for each topic' ? topics : undefined,
      times: one.repeats === undefined || one.repeats === 'once' ? times : undefined,
      stages: stages.map((each, inner) => clean({ ...written(each, at * 10 + inner), groupsOf: groups })),
    })
    return isAfterBreak && at > 0 ? [{ break: 3 }, whole] : [whole]
  })
}

/** A format as it would stand in a pack. */
export const anyFormat = fc
  .record({
    parts: fc.array(part, { minLength: 1, maxLength: 4 }),
    topics: some(fc.constantFrom({ from: 1, to: 1 }, { from: 1, to: 3 }, { from: 2, to: 4 })),
    usualMinutes: some(fc.constantFrom(10, 45, 200)),
  })
  .map(({ parts, ...rest }) =>
    clean({
      key: 'any-format',
      name: 'Any format',
      summary: 'Nobody thought of it.',
      ...rest,
      parts: partsOf(parts),
      source: 'own',
    }),
  )
