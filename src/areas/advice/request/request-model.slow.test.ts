// The hand-over against a model as simple as can be: what callers, administrators and advisers try in any order, at any time,
// while people leave and come back. 2,000 sequences; after every step somebody who works here answers, or hears of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import {
  type AdviceRequest,
  advise,
  askAgain,
  type Doer,
  giveBack,
  handOn,
  hear,
  isOver,
  open,
  type RequestId,
  see,
  sendElsewhere,
  take,
  withdraw,
} from './request.ts'
import { correct } from '../recording/writing.ts'
import { close } from './ending.ts'
import { type DeskPeople, isFinished, owedTelling, standingOf } from './standing.ts'

const start = moment('2026-11-20T10:00:00Z')
const named = (name: string) => name as PersonId
const [caller, pip, tom] = [named('caller'), named('pip'), named('tom')]
const [nadia, noor, ada] = [named('nadia'), named('noor'), named('ada')]
const everybody = [caller, pip, tom, nadia, noor, ada]
const doer = (person: PersonId): Doer => ({
  person,
  advises: [tom, nadia, noor].includes(person),
  administers: person === pip,
  leads: person === noor,
})

const deeds = [
  'take',
  'hand on',
  'give back',
  'elsewhere',
  'see',
  'ask again',
  'withdraw',
  'advise',
  'hear',
  'close',
  'correct advice',
  'correct account',
  'leave',
  'return',
  'wait',
] as const
type Step = { readonly what: (typeof deeds)[number]; readonly by: number; readonly to: number; readonly after: number }
const anyStep = fc.record<Step>({
  what: fc.constantFrom(...deeds),
  by: fc.nat(5),
  to: fc.nat(5),
  after: fc.constantFrom(0, 1, 14, 15, 16, 59, 60, 500, 3000, 20_000),
})

/** The plainest words for where a request is: whose turn it is, and since when that has been so. */
type Model = {
  /** Whoever asked is not in the register: the adviser writes what they heard. */
  outside: boolean
  adviser: PersonId | null
  at: 'desk' | 'somebody' | 'caller' | 'over'
  who: PersonId | null
  taken: boolean
  since: number
  heard: boolean
  advised: boolean
}

type Around = { readonly minute: number; readonly gone: ReadonlySet<PersonId> }
const due = (minute: number) => ({ dueAt: addMinutes(start, minute + 60), leadsAt: addMinutes(start, minute + 120) })

function tryStep(request: AdviceRequest, { what, by, to }: Step, { minute, gone }: Around) {
  const who = doer(everybody[by] as PersonId)
  const at = addMinutes(start, minute)
  const later = due(minute)
  switch (what) {
    case 'take':
      return take(request, who, { due: later, hasLeft: request.has !== null && gone.has(request.has) })
    case 'hand on':
      return handOn(request, who, { to: doer(everybody[to] as PersonId), due: later })
    case 'give back':
      return giveBack(request, who, later)
    case 'elsewhere':
      return sendElsewhere(request, who, later)
    case 'see':
      return see(request, who)
    case 'ask again':
      return askAgain(request, who, later)
    case 'withdraw':
      return withdraw(request, who)
    case 'advise':
      return advise(request, who, { at, due: later, differs: request.heardAt === null ? null : [] })
    case 'hear':
      return hear(request, who, { at, differs: request.state === 'advised' ? [] : null })
    case 'close':
      return close(request, who, 'the caller has left')
    case 'correct advice':
    case 'correct account': {
      const part = what === 'correct advice' ? 'advice' : 'account'
      return correct(request, who, { part, differs: request.differs === null ? null : [] })
    }
    default:
      return null
  }
}

/** What the model makes of a step; null when it does not allow it. */
function modelled(model: Model, { what, by, to }: Step, { minute, gone }: Around): Model | null {
  const who = everybody[by] as PersonId
  const { advises, administers } = doer(who)
  const mine = model.who === who
  const withDesk = model.at === 'desk' || model.at === 'somebody'
  const moved = { ...model, since: minute }
  const ended: Model = { ...moved, at: 'over', who: null, taken: false }
  const hasLeft = model.who !== null && gone.has(model.who)
  if (what === 'take' && advises && withDesk && (!model.taken || (hasLeft && !mine)))
    return { ...moved, at: 'somebody', who, taken: true }
  if (
    what === 'hand on' &&
    (advises || administers) &&
    withDesk &&
    doer(everybody[to] as PersonId).advises &&
    everybody[to] !== model.who
  )
    return { ...moved, at: 'somebody', who: everybody[to] as PersonId, taken: false }
  if (what === 'give back' && model.at === 'somebody' && mine) return { ...moved, at: 'desk', who: null, taken: false }
  if (
    what === 'elsewhere' &&
    withDesk &&
    who !== caller &&
    ((model.at === 'somebody' && mine) || (administers && !model.taken))
  )
    return model.outside ? ended : { ...moved, at: 'caller', who: caller, taken: false }
  return modelledAfter(model, { what, who }, { moved, ended })
}

/** What comes once the desk has it, or has answered. */
function modelledAfter(
  model: Model,
  { what, who }: { what: Step['what']; who: PersonId },
  { moved, ended }: { moved: Model; ended: Model },
): Model | null {
  const { advises, administers, leads } = doer(who)
  const mine = model.who === who
  const withDesk = model.at === 'desk' || model.at === 'somebody'
  const asks = model.outside ? null : caller
  const hears = model.outside ? model.adviser : caller
  const told = model.at === 'caller' && !model.advised
  if (what === 'see' && told && who === asks) return ended
  if (what === 'ask again' && told && who === asks) return { ...moved, at: 'desk', who: null, taken: false }
  const withdraws = model.outside ? advises || administers : who === caller
  if (what === 'withdraw' && withdraws && withDesk && !model.taken) return ended
  if (what === 'advise' && model.taken && mine)
    return model.heard
      ? { ...ended, advised: true, adviser: who }
      : { ...moved, at: 'caller', who: asks ?? who, advised: true, taken: false, adviser: who }
  if (what === 'hear' && who === hears && !model.heard && (model.advised ? model.at === 'caller' : model.taken))
    return model.advised ? { ...ended, heard: true } : { ...model, heard: true }
  if (what === 'close' && who !== asks && (model.taken || model.at === 'caller'))
    return mine || leads || who === model.adviser ? ended : null
  if (what === 'correct advice') return model.advised && who === model.adviser ? model : null
  if (what === 'correct account') return model.heard && who === hears ? model : null
  return null
}

const fresh = (outside: boolean) => {
  const opened = open(
    { id: 'r' as RequestId, caller: outside ? null : caller, openedBy: pip, openedAt: start, urgency: 'today' },
    doer(pip),
    due(0),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

describe('the hand-over of a request', () => {
  it('goes as the model says, and never leaves a request without somebody who answers or hears of it', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 30 }), fc.boolean(), (steps, outside) => {
        let request = fresh(outside)
        let model: Model = {
          outside,
          at: 'desk',
          who: null,
          taken: false,
          since: 0,
          heard: false,
          advised: false,
          adviser: null,
        }
        const gone = new Set<PersonId>()
        let minute = 0
        for (const step of steps) {
          minute += step.after
          const who = everybody[step.by] as PersonId
          // The administrator of the service stays: somebody must be there to hear of it.
          if (step.what === 'leave' && who !== ada) gone.add(who)
          if (step.what === 'return') gone.delete(who)
          if (!gone.has(who)) {
            const done = tryStep(request, step, { minute, gone })
            const expected = modelled(model, step, { minute, gone })
            expect([step, done?.ok ?? false]).toEqual([step, expected !== null])
            if (done?.ok && expected) {
              request = done.value
              model = expected
            }
          }
          holdsAt(request, model, gone, minute)
          // However long nothing happens.
          for (const wait of [59, 60, 119, 120, 100_000])
            holdsAt(request, model, gone, Math.max(minute, model.since) + wait)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

function holdsAt(request: AdviceRequest, model: Model, gone: ReadonlySet<PersonId>, minute: number) {
  const works = (person: PersonId) => !gone.has(person)
  const people: DeskPeople = { works, desk: [pip, tom, nadia, noor], leads: [noor], administrators: [ada] }
  const now = addMinutes(start, minute)
  const standing = standingOf(request, people, now)
  expect(isOver(request)).toBe(model.at === 'over')
  if (isFinished(request, people)) {
    expect(model.at === 'over' || (model.at === 'caller' && model.who !== null && gone.has(model.who))).toBe(true)
    return
  }
  // Whose it is works here; otherwise all of the desk who work here hear of it, and if there are none, an administrator.
  expect(standing.hears.length).toBeGreaterThan(0)
  for (const one of standing.hears) expect(works(one)).toBe(true)
  if (standing.has !== null) expect([standing.has, works(standing.has)]).toEqual([model.who, true])
  const deskHere = people.desk.filter(works)
  const late = minute >= model.since + 60
  if (model.at !== 'caller' && (standing.has === null || late))
    expect(standing.hears).toEqual(expect.arrayContaining(deskHere))
  if (minute >= model.since + 120 && works(noor)) expect(standing.hears).toContain(noor)
  if (late) expect(standing.alarm).not.toBe('on time')
  if (minute >= model.since + 120) expect(owedTelling(request, { desk: true, leads: false }, now)).toBe('leads told')
}
