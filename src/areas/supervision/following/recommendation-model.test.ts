// Recommendations against a model as simple as can be: who facilitates recommends, whoever owns it reports, people leave, it is given
// on. 2,000 sequences; after every step each is somebody's or settled, and comes first next time until it is settled.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, day } from '../../../platform/time/day.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import {
  decideOwner,
  decideReport,
  inOrder,
  isSettled,
  ownerAfter,
  type Recommendation,
  type RecommendationId,
  type RecommendationState,
  recommendationStates,
} from '../recommendation/recommendation.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { countRecommendations } from './overview.ts'

const begin = day('2026-11-24')
const at = moment('2026-11-24T14:00:00Z')
const [noor, ben, dora] = ['noor', 'ben', 'dora'] as unknown as [PersonId, PersonId, PersonId]
const everybody = [noor, ben, dora]

type Step = {
  readonly what: 'recommend' | 'report' | 'give' | 'leave'
  readonly which: number
  readonly by: number
  readonly to: number
  readonly state: RecommendationState
  readonly words: boolean
  readonly stale: boolean
  readonly days: number
}
const anyStep = fc.record<Step>({
  what: fc.constantFrom('recommend', 'report', 'report', 'report', 'give', 'leave'),
  which: fc.nat(4),
  by: fc.nat(2),
  to: fc.nat(2),
  state: fc.constantFrom(...recommendationStates),
  words: fc.boolean(),
  stale: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  days: fc.constantFrom(0, 1, 20, 100),
})

/** Where each is, in the plainest words. */
type Model = { readonly owner: PersonId; readonly settled: boolean; readonly saves: number }

type World = {
  all: readonly Recommendation[]
  models: readonly Model[]
  gone: ReadonlySet<PersonId>
  today: ReturnType<typeof day>
}

function made(world: World, step: Step): World {
  const number = world.all.length
  const owner = everybody[step.to] as PersonId
  if (world.gone.has(owner)) return world
  const facts = { forum: 'f' as ForumId, review: 'r' as ReviewId, unit: null, due: addDays(world.today, 30) }
  const id = `r${number}` as RecommendationId
  const fresh: Recommendation = {
    id,
    ...facts,
    owner,
    state: 'proposed',
    madeBy: noor,
    madeAt: addMinutes(at, number),
    version: 1,
  }
  return { ...world, all: [...world.all, fresh], models: [...world.models, { owner, settled: false, saves: 1 }] }
}

function changed(world: World, index: number, one: Recommendation, model: Model): World {
  return { ...world, all: world.all.with(index, one), models: world.models.with(index, model) }
}

function reported(world: World, step: Step, index: number): World {
  const [one, model] = [world.all[index], world.models[index]]
  const by = everybody[step.by] as PersonId
  if (!one || !model || world.gone.has(by) || (by !== noor && by !== one.owner)) return world
  const due = addDays(world.today, step.days - 1)
  const what = {
    state: step.state,
    due,
    words: step.words ? 'An audit found it' : ' ',
    version: one.version - Number(step.stale),
  }
  const decision = decideReport(one, what, { isChair: by === noor, today: world.today })
  const settles = step.state === 'embedded' || step.state === 'not taken up'
  const may = !step.stale && (!model.settled || by === noor) && (settles ? step.words : step.days > 0)
  expect({ step, may: decision.ok }).toEqual({ step, may })
  if (!decision.ok) return world
  const owner = ownerAfter(one, { by, ownerIsHere: !world.gone.has(one.owner) })
  const next = { ...one, owner, state: step.state, due, version: one.version + 1 }
  const theirs = model.settled && world.gone.has(model.owner) ? by : model.owner
  return changed(world, index, next, { owner: theirs, settled: settles, saves: model.saves + 1 })
}

function given(world: World, step: Step, index: number): World {
  const [one, model] = [world.all[index], world.models[index]]
  const owner = everybody[step.to] as PersonId
  if (!one || !model) return world
  const isHere = !world.gone.has(owner)
  const decision = decideOwner(one, { owner, version: one.version - Number(step.stale), isHere })
  expect({ step, may: decision.ok }).toEqual({
    step,
    may: !step.stale && !model.settled && isHere && owner !== model.owner,
  })
  if (!decision.ok) return world
  return changed(world, index, { ...one, owner, version: one.version + 1 }, { ...model, owner, saves: model.saves + 1 })
}

/** Somebody leaves; whoever facilitates gives what was theirs to somebody who is here, as they are asked to. */
function left(world: World, step: Step): World {
  const who = everybody[step.by] as PersonId
  if (who === noor) return world
  const gone = new Set([...world.gone, who])
  return world.all.reduce<World>(
    (now, one, index) => {
      const model = now.models[index]
      if (one.owner !== who || isSettled(one) || !model) return now
      expect(decideOwner(one, { owner: noor, version: one.version, isHere: true }).ok).toBe(true)
      const next = { ...one, owner: noor, version: one.version + 1 }
      return changed(now, index, next, { ...model, owner: noor, saves: model.saves + 1 })
    },
    { ...world, gone },
  )
}

function holds({ all, models, gone, today }: World): void {
  const open = all.filter((one) => !isSettled(one))
  expect(all.map((one) => [one.owner, isSettled(one), one.version])).toEqual(
    models.map((model) => [model.owner, model.settled, model.saves]),
  )
  for (const one of open) expect(gone.has(one.owner)).toBe(false)
  const first = inOrder(all)
  expect(first).toHaveLength(all.length)
  expect(first.slice(0, open.length).every((one) => !isSettled(one))).toBe(true)
  const dues = first.slice(0, open.length).map((one) => one.due as string)
  expect(dues).toEqual([...dues].sort())
  expect(countRecommendations(all, today).reduce((sum, one) => sum + one.all, 0)).toBe(all.length)
}

describe('recommendations of peer review', () => {
  it('are always somebody’s or settled, and come first until they are, in whatever order things are done', () => {
    const walk = (steps: readonly Step[]) => {
      let world: World = { all: [], models: [], gone: new Set(), today: begin }
      for (const step of steps) {
        const index = world.all.length === 0 ? 0 : step.which % world.all.length
        if (step.what === 'recommend') world = made(world, step)
        if (step.what === 'report') world = reported(world, step, index)
        if (step.what === 'give') world = given(world, step, index)
        if (step.what === 'leave') world = left(world, step)
        world = { ...world, today: addDays(world.today, step.days % 7) }
        holds(world)
      }
    }
    fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), walk), { numRuns: 2000 })
  })
})
