// Plans the one-to-one sessions of two years: of the safeguarding professionals with each other, and clinical supervision of
// those who have chosen a supervisor. Ahead of today some are agreed and some wait for an answer.
import { addDays, type Day, daysBetween, earliest, latest } from '../../platform/time/day.ts'
import { clinicalFrom, isThere, type PlannedPerson } from '../trust/staff.ts'
import { cancelledBy, type Planning } from './plan-groups.ts'
import type { Outcome, PlannedSession } from './planned-session.ts'

export type PlannedPair = {
  readonly supervisee: string
  readonly supervisor: string
  readonly type: string
  readonly from: Day
  readonly every: number
  readonly minutes: number
  /** Never cancelled and never late: who supervises others keeps their own supervision. */
  readonly steady?: boolean
}

const professionals: readonly (readonly [string, string, string])[] = [
  ['tom', 'marcus', 'safeguarding-professionals-planned'],
  ['advisor1', 'marcus', 'safeguarding-professionals-planned'],
  ['advisor2', 'marcus', 'safeguarding-professionals-planned'],
  ['advisor3', 'senior1', 'safeguarding-professionals-planned'],
  ['adults1', 'adultsLead', 'safeguarding-professionals-planned'],
  ['adults2', 'adultsLead', 'safeguarding-professionals-planned'],
  ['adults3', 'adultsLead', 'safeguarding-professionals-planned'],
  ['namedMidwife', 'amina', 'safeguarding-professionals-planned'],
  ['marcus', 'amina', 'safeguarding-professionals-planned'],
  ['senior1', 'amina', 'safeguarding-professionals-planned'],
  ['amina', 'designatedNurse', 'named-professionals-supervision'],
  ['namedMidwife', 'designatedNurse', 'named-professionals-supervision'],
  ['adultsLead', 'designatedNurse', 'named-professionals-supervision'],
  ['namedDoctor', 'designatedDoctor', 'named-professionals-supervision'],
]

const chosen: readonly (readonly [string, string])[] = [
  ['ben', 'tom'],
  ['dora', 'advisor2'],
  ['femi', 'advisor3'],
  ['chloe', 'marcus'],
  ['grace', 'amina'],
]

/** Who supervises whom one to one: the safeguarding service by the policy, others as they chose. */
export function planPairs({ chance, span }: Planning, staff: readonly PlannedPerson[]): readonly PlannedPair[] {
  const pair = (supervisee: string, supervisor: string): PlannedPair => {
    const from = latest(addDays(span.today, -chance.between(280, 440)), addDays(clinicalFrom(span), 3))
    return { supervisee, supervisor, type: 'one-to-one-clinical', from, every: 44, minutes: 60 }
  }
  const first = addDays(span.first, 20)
  const own = professionals.map(([supervisee, supervisor, type]) => ({
    supervisee,
    supervisor,
    type,
    from: first,
    every: 76,
    minutes: 90,
    steady: true,
  }))
  const supervisors = staff.filter(
    (one) => one.may.includes('clinical-supervisor') && one.lastDay === null && one.team !== null,
  )
  const settled = staff.filter(
    (one) => one.team !== null && one.team.way !== 'peer review' && one.lastDay === null && one.absences.length === 0,
  )
  const more = settled.flatMap((one) => {
    const others = supervisors.filter(
      (other) => other.key !== one.key && other.key !== one.manager && other.unit !== one.unit,
    )
    const named = chosen.some(([supervisee]) => supervisee === one.key)
    if (named || one.leads || others.length === 0 || !chance.is(0.13)) return []
    const begun = pair(one.key, chance.oneOf(others).key)
    return [{ ...begun, from: latest(begun.from, addDays(one.from, 30)) }]
  })
  return [...own, ...chosen.map(([supervisee, supervisor]) => pair(supervisee, supervisor)), ...more].filter(
    (one) => one.from < addDays(span.today, -20),
  )
}

/** The sessions of one pair, from its beginning to the next one ahead. */
export function planPair(plan: Planning, pair: PlannedPair): readonly PlannedSession[] {
  const { chance, span } = plan
  const found: PlannedSession[] = []
  let day = addDays(pair.from, chance.between(5, 25))
  const until = lapsed.has(pair.supervisee) ? addDays(span.today, -LAPSED_DAYS) : span.today
  while (day < until) {
    found.push(...planHeld(plan, pair, day))
    day = addDays(day, pair.every + chance.between(-5, 6) + (!pair.steady && chance.is(0.08) ? pair.every : 0))
  }
  return [
    ...found,
    ...planAhead(plan, pair, day > addDays(span.today, 3) ? day : addDays(span.today, chance.between(3, 12))),
  ]
}

const times = ['13:00', '16:30', '11:45', '08:15', '17:45'] as const

function planHeld(plan: Planning, pair: PlannedPair, day: Day): readonly PlannedSession[] {
  const { chance, diary, span, people } = plan
  const slot = diary.take([pair.supervisor, pair.supervisee], day, times, pair.minutes)
  if (!slot || slot.day >= span.today || !bothThere(people, pair, slot.day)) return []
  const ago = daysBetween(slot.day, span.today)
  const lapses = !pair.steady && ago > 8 && chance.is(0.06)
  const outcome: Outcome = lapses ? cancelledBy(chance) : heldBy(plan, pair, ago)
  // Cancelled sessions had been booked; of the others some were only recorded afterwards.
  const bookedOn = lapses || ago < 70 ? latest(pair.from, addDays(slot.day, -chance.between(10, 20))) : null
  const planned = { ...slot, ...factsOf(pair), key: keyOf(pair, slot.day), bookedOn, rebooks: null, outcome }
  return lapses ? [planned, ...madeGood(plan, pair, planned)] : [planned]
}

/** Another date for a cancelled session, agreed the day after; of the latest ones some still wait for it. */
function madeGood(plan: Planning, pair: PlannedPair, cancelled: PlannedSession): readonly PlannedSession[] {
  const { chance, diary, span, people } = plan
  const again = addDays(cancelled.day, chance.between(8, 20))
  const slot = diary.take([pair.supervisor, pair.supervisee], again, times, pair.minutes)
  if (!slot || slot.day >= span.today || !bothThere(people, pair, slot.day)) return []
  const outcome = heldBy(plan, pair, daysBetween(slot.day, span.today))
  const key = keyOf(pair, slot.day)
  return [{ ...slot, ...factsOf(pair), key, bookedOn: addDays(cancelled.day, 1), rebooks: cancelled.key, outcome }]
}

function heldBy({ chance }: Planning, pair: PlannedPair, ago: number): Outcome {
  const came = [{ person: pair.supervisee, presence: 'present', cause: null }] as const
  const record = ago < 3 && chance.is(0.6) ? null : Math.min(Math.max(ago - 1, 0), chance.oneOf([0, 0, 0, 1, 2]))
  return {
    kind: 'held',
    came,
    record,
    unanswered: ago < 21 && (pair.supervisee === 'grace' || chance.is(0.5)) ? [pair.supervisee] : [],
  }
}

function planAhead(plan: Planning, pair: PlannedPair, wanted: Day): readonly PlannedSession[] {
  const { chance, diary, people, span } = plan
  const story = ahead[pair.supervisee]
  if (ranOut.has(pair.supervisee) || lapsed.has(pair.supervisee)) return []
  const day = endsSoon.has(pair.supervisee) ? earliest(wanted, addDays(span.today, 9)) : wanted
  if (daysBetween(span.today, day) > 60 || (story === undefined && chance.is(0.25))) return []
  const slot = diary.take([pair.supervisor, pair.supervisee], day, times, pair.minutes)
  if (!slot || !bothThere(people, pair, slot.day)) return []
  const asked = story ?? (chance.is(0.3) ? 'supervisor' : 'booked')
  const by = asked === 'supervisor' ? pair.supervisor : pair.supervisee
  const outcome: Outcome = asked === 'booked' ? { kind: 'booked' } : { kind: 'proposed', by }
  const bookedOn = addDays(span.today, -chance.between(1, 6))
  return [{ ...slot, ...factsOf(pair), key: keyOf(pair, slot.day), bookedOn, rebooks: null, outcome }]
}

/** Who has put the next time forward, where it matters for a person to be. */
const ahead: Readonly<Record<string, 'supervisor' | 'supervisee' | 'booked'>> = {
  ben: 'booked',
  dora: 'supervisor',
  femi: 'booked',
  chloe: 'booked',
  tom: 'supervisee',
  advisor2: 'supervisee',
  marcus: 'supervisor',
  amina: 'booked',
  grace: 'supervisee',
}

/** Whose contract ends within weeks: the next session is before that. Whose ran out: there is none. */
const endsSoon: ReadonlySet<string> = new Set(['ben', 'dora', 'femi', 'chloe'])
const ranOut: ReadonlySet<string> = new Set(['advisor1'])
/** Whose own supervision lapsed: a break in the chain, of one who leads nothing that asks for it. */
const lapsed: ReadonlySet<string> = new Set(['namedDoctor'])
const LAPSED_DAYS = 105

const bothThere = (people: Planning['people'], pair: PlannedPair, day: Day): boolean =>
  [pair.supervisee, pair.supervisor].every((key) => {
    const one = people.get(key)
    return one !== undefined && isThere(one, day)
  })

const keyOf = (pair: PlannedPair, day: Day): string => `${pair.supervisee} with ${pair.supervisor} ${day}`

const factsOf = (pair: PlannedPair) => ({
  type: pair.type,
  group: false,
  supervisor: pair.supervisor,
  people: [pair.supervisee],
  minutes: pair.minutes,
  unit: null,
  place: 'A quiet room, to be agreed',
})
