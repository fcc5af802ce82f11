// The register of a peer review against a model as simple as can be: who facilitates and who comes, in any order, at any time. 2,000
// sequences; after every step each person counts once or not at all, and only for a peer review that was held.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import {
  cameOf,
  decideCallingOff,
  decideClosing,
  decideOpening,
  decidePuttingBack,
  decideRegister,
  decideTakingOff,
  type PeerReview,
  type Registered,
  type ReviewId,
  type Stands,
  stands,
} from '../reviewing/review.ts'
import { decideCorrection } from './correction.ts'

const start = moment('2026-11-24T14:00:00Z')
const people = ['noor', 'uma', 'ben', 'dora', 'otto'] as unknown as readonly PersonId[]
/** Otto is not invited. */
const isInvited = (at: number): boolean => at < 4

const deeds = [
  'open',
  'say',
  'enter',
  'take off',
  'close',
  'call off',
  'put back',
  'put on later',
  'take off later',
] as const
type Step = {
  readonly what: (typeof deeds)[number]
  readonly who: number
  readonly says: Stands
  readonly after: number
}
const anyStep = fc.record<Step>({
  what: fc.oneof(fc.constantFrom(...deeds), fc.constantFrom('open', 'say', 'enter')),
  who: fc.nat(4),
  says: fc.constantFrom(...stands),
  after: fc.constantFrom(0, 0, 5, 30, 60),
})

type Here = { readonly review: PeerReview; readonly register: readonly Registered[] }
const stood = ({ register }: Here, person: PersonId, how: Stands): readonly Registered[] => [
  ...register.filter((one) => one.person !== person),
  { person, stands: how, saidBy: person },
]

/** What the rules make of a step; null when they refuse it. */
function tried(here: Here, { what, who, says }: Step, now: ReturnType<typeof moment>): Here | null {
  const { review, register } = here
  const person = people[who] as PersonId
  const chair = people[who % 2] as PersonId
  const invited = isInvited(who)
  const known = register.some((one) => one.person === person)
  if (what === 'open')
    return decideOpening(review, now).ok
      ? { review: { ...review, state: 'open', ledBy: chair, beganAt: now }, register: stood(here, chair, 'here') }
      : null
  if (what === 'say')
    return invited && decideRegister(review, says).ok ? { review, register: stood(here, person, says) } : null
  if (what === 'enter')
    return (invited || known) && decideRegister(review, 'here').ok
      ? { review, register: stood(here, person, 'here') }
      : null
  if (what === 'take off')
    return (invited || known) && review.ledBy !== person && decideTakingOff(review).ok
      ? { review, register: stood(here, person, 'not coming') }
      : null
  if (what === 'close')
    return decideClosing(review, { came: cameOf(register, review.ledBy ?? chair).length }).ok
      ? { review: { ...review, state: 'held', finishedAt: now }, register }
      : null
  if (what === 'call off')
    return decideCallingOff(review).ok
      ? { review: { ...review, state: 'called off', ledBy: null, beganAt: null }, register }
      : null
  if (what === 'put back')
    return decidePuttingBack(review, now).ok ? { review: { ...review, state: 'planned' }, register } : null
  const nowOn = what === 'put on later'
  return decideCorrection(review, register, { person, nowOn, invited: invited || known }).ok
    ? { review, register: stood(here, person, nowOn ? 'here' : 'not coming') }
    : null
}

/** The plainest words for the same. */
type Model = { at: PeerReview['state']; leads: number | null; here: ReadonlySet<number>; known: ReadonlySet<number> }

function modelled(model: Model, { what, who, says }: Step, minute: number): Model | null {
  const { at, leads, here } = model
  const known = new Set([...model.known, who])
  const on = { ...model, here: new Set([...here, who]), known }
  const off = { ...model, here: new Set([...here].filter((one) => one !== who)), known }
  const others = [...here].filter((one) => one !== leads)
  const mayBeOn = isInvited(who) || model.known.has(who)
  if (what === 'open')
    return at === 'planned' && minute >= -30
      ? { at: 'open', leads: who % 2, here: new Set([...here, who % 2]), known: new Set([...model.known, who % 2]) }
      : null
  if (what === 'say' && isInvited(who)) {
    if (at === 'open') return says === 'here' ? on : null
    return at === 'planned' && says !== 'here' ? off : null
  }
  if (what === 'enter') return at === 'open' && mayBeOn ? on : null
  if (what === 'take off') return at === 'open' && mayBeOn && who !== leads ? off : null
  if (what === 'close') return at === 'open' && others.length > 0 ? { ...model, at: 'held' } : null
  if (what === 'call off') return at === 'planned' || at === 'open' ? { ...model, at: 'called off', leads: null } : null
  if (what === 'put back') return at === 'called off' && minute < 0 ? { ...model, at: 'planned' } : null
  if (what === 'put on later') return at === 'held' && mayBeOn && who !== leads && !here.has(who) ? on : null
  if (what === 'take off later')
    return at === 'held' && who !== leads && here.has(who) && others.length > 1 ? off : null
  return null
}

const follows: Readonly<Record<PeerReview['state'], readonly PeerReview['state'][]>> = {
  planned: ['planned', 'open', 'called off'],
  open: ['open', 'held', 'called off'],
  held: ['held'],
  'called off': ['called off', 'planned'],
}

function walk(steps: readonly Step[], from: number): void {
  const none = { ledBy: null, beganAt: null, finishedAt: null, session: null, record: 0, sequence: 0 }
  const where = { minutes: 90, placeKind: 'in person' as const, place: '' }
  const review: PeerReview = {
    id: 'r' as ReviewId,
    forum: 'f' as ForumId,
    startsAt: start,
    ...where,
    state: 'planned',
    ...none,
  }
  let here: Here = { review, register: [] }
  let model: Model = { at: 'planned', leads: null, here: new Set(), known: new Set() }
  let minute = from
  for (const step of steps) {
    minute += step.after
    const [next, wanted] = [tried(here, step, addMinutes(start, minute)), modelled(model, step, minute)]
    expect({ step, minute, may: next !== null }).toEqual({ step, minute, may: wanted !== null })
    if (!next || !wanted) continue
    expect(follows[here.review.state]).toContain(next.review.state)
    here = next
    model = wanted
    expect(here.review.state).toBe(model.at)
    const counted = here.review.state === 'held' && here.review.ledBy ? cameOf(here.register, here.review.ledBy) : []
    expect(new Set(counted).size).toBe(counted.length)
    const ought =
      model.at === 'held' ? [...model.here].filter((one) => one !== model.leads).map((at) => people[at]) : []
    expect([...counted].sort()).toEqual([...ought].sort())
    if (model.at === 'held') expect(counted.length).toBeGreaterThan(0)
    expect(counted).not.toContain(people[4])
  }
}

describe('the register of a peer review', () => {
  it('counts everybody once or not at all, in whatever order things are done', () => {
    const begins = fc.constantFrom(-200, -40, -30, -5, 0, 10)
    fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), begins, walk), { numRuns: 2000 })
  })
})
