// The glass against a model as simple as can be: what several people try in any order, at any time. 2,000 sequences.
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import { decide, type Glass, type GlassId, open, review, stateOf, tellConcerned } from './glass.ts'

const people = ['sana', 'marek', 'noor', 'ruth'] as unknown as PersonId[]
const start = moment('2026-11-20T10:00:00Z')

type Step = {
  readonly what: 'agree' | 'refuse' | 'open' | 'tell' | 'review'
  readonly by: number
  /** Minutes that pass before it. */
  readonly after: number
}
const anyStep = fc.record<Step>({
  what: fc.constantFrom('agree', 'refuse', 'open', 'tell', 'review'),
  by: fc.integer({ min: 0, max: 3 }),
  after: fc.constantFrom(0, 1, 59, 60, 61, 239, 240, 700, 1_439, 1_440),
})

/** Everything that the rules are meant to keep, in the plainest words: minutes since it was asked for. */
type Model = {
  minute: number
  refusedBy: number[]
  agreed: { by: number; at: number } | null
  openedAt: number | null
  told: boolean
  reviewed: boolean
}

/** Whether the model allows a step, and what it makes of it. Person 0 asked. */
function stepOf(model: Model, { what, by }: Step): Model | null {
  const { minute, agreed, openedAt } = model
  const answeredBefore = model.refusedBy.includes(by) || agreed?.by === by
  const waits = agreed === null && model.refusedBy.length < 2 && minute < 1_440
  if (what === 'agree' && by !== 0 && !answeredBefore && waits) return { ...model, agreed: { by, at: minute } }
  if (what === 'refuse' && by !== 0 && !answeredBefore && waits)
    return { ...model, refusedBy: [...model.refusedBy, by] }
  if (what === 'open' && by === 0 && agreed !== null && minute < agreed.at + 240 && openedAt === null)
    return { ...model, openedAt: minute }
  if (what === 'tell' && by !== 0 && openedAt !== null && !model.told) return { ...model, told: true }
  const third = by !== 0 && by !== agreed?.by
  if (what === 'review' && third && openedAt !== null && minute >= openedAt + 60 && !model.reviewed)
    return { ...model, reviewed: true }
  return null
}

function take(glass: Glass, { what, by }: Step, minute: number): Glass | null {
  const now = addMinutes(start, minute)
  const person = people[by] as PersonId
  if (what === 'agree' || what === 'refuse') {
    const done = decide(glass, { by: person, answer: what === 'agree' ? 'agreed' : 'refused', tellOn: null }, now)
    return done.ok ? { ...glass, answers: [...glass.answers, done.value] } : null
  }
  if (what === 'open') {
    const done = open(glass, person, now)
    return done.ok ? { ...glass, opening: done.value } : null
  }
  if (what === 'tell') {
    const done = tellConcerned(glass, { by: person, decision: 'told', tellOn: null, mayReview: true }, now)
    return done.ok ? { ...glass, tellings: [...glass.tellings, done.value] } : null
  }
  const done = review(glass, { by: person, outcome: 'justified' }, now)
  return done.ok ? { ...glass, review: done.value } : null
}

/** Whether the record can be read at that minute, by the model alone. */
const readable = ({ openedAt, minute, reviewed }: Model) =>
  !reviewed && openedAt !== null && minute >= openedAt && minute < openedAt + 60

const fresh: Glass = {
  id: 'g' as GlassId,
  record: 'r' as Id<'session record'>,
  askedBy: people[0] as PersonId,
  askedAt: start,
  expiresAt: addMinutes(start, 1_440),
  cause: 'somebody at risk now',
  riskInTelling: false,
  answers: [],
  opening: null,
  tellings: [],
  review: null,
}

describe('the glass', () => {
  it('does what a simple model does, whoever tries what in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 14 }), (steps) => {
        let glass = fresh
        let model: Model = { minute: 0, refusedBy: [], agreed: null, openedAt: null, told: false, reviewed: false }
        for (const step of steps) {
          model = { ...model, minute: model.minute + step.after }
          const [next, wanted] = [take(glass, step, model.minute), stepOf(model, step)]
          if ((next === null) !== (wanted === null))
            throw new Error(`${step.what} by ${step.by} at minute ${model.minute}: ${next ? 'done' : 'refused'}`)
          glass = next ?? glass
          model = wanted ?? model
          if ((stateOf(glass, addMinutes(start, model.minute)) === 'open') !== readable(model))
            throw new Error(`open at minute ${model.minute}?`)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
