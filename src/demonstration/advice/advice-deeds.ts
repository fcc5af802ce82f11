// The advice desk of the last months: some heard as it was advised, one heard differently, one still to be written down, one that
// nobody has taken yet.
import {
  askForAdvice,
  askFromOutside,
  handRequestOn,
  type RequestId,
  takeRequest,
  type Urgency,
  writeAdvice,
  writeHeard,
} from '../../areas/advice/index.ts'
import type { AdviceWritten, Written } from '../../areas/advice/index.ts'
import { addDays, type Day, weekdayOf } from '../../platform/time/day.ts'
import { addMinutes, type Moment } from '../../platform/time/moment.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { bruise, feeding, firstShift, missedVisits, sharing, waitingNow } from './advice-words.ts'

type Told = {
  readonly caller: string
  readonly adviser: string
  readonly ago: number
  readonly urgency: Urgency
  readonly details: string
  /** The administrator who took the details on the phone. */
  readonly byPhone?: string
  readonly advised: AdviceWritten
  readonly heard?: Written
}

const told: readonly Told[] = [
  { caller: 'dora', adviser: 'tom', ago: 16, urgency: 'today', ...missedVisits },
  { caller: 'femi', adviser: 'advisor1', ago: 9, urgency: 'now', byPhone: 'desk', ...bruise },
  { caller: 'chloe', adviser: 'advisor2', ago: 1, urgency: 'this week', ...sharing },
  { caller: 'grace', adviser: 'tom', ago: 95, urgency: 'this week', ...feeding },
]

/** Everything of the above whose people work in this demonstration; `now` is when it is made. */
export function adviceDeeds(
  making: Making,
  staff: readonly PlannedPerson[],
  { span, now }: { span: Span; now: Moment },
): readonly Deed[] {
  const works = (...keys: readonly (string | undefined)[]) =>
    keys.every((key) => key === undefined || staff.some((one) => one.key === key))
  return [
    ...told
      .filter((one) => works(one.caller, one.adviser, one.byPhone) && addDays(span.today, -one.ago) > span.first)
      .flatMap((one) => advice(making, one, span.today)),
    ...(works('desk', 'tom') ? fromOutside(making, span.today) : []),
    ...(works('ben') ? [waiting(making, addMinutes(now, -25))] : []),
  ]
}

const waiting = (making: Making, when: Moment): Deed => ({
  at: when,
  by: 'ben',
  run: async (work) => {
    const asked = {
      caller: idOf(making.people, 'ben'),
      urgency: 'today',
      details: waitingNow,
      phone: '01632 960 412',
    } as const
    sure(await askForAdvice(work, asked))
  },
})

/** Somebody rings who is not in the register: taken down, advised, and read back to her. */
function fromOutside(making: Making, today: Day): readonly Deed[] {
  const known: { id: RequestId | null } = { id: null }
  const day = workingDay(addDays(today, -5))
  const { advised, heard, ...rung } = firstShift
  const about = (time: string, by: string, run: DeedOf): Deed => deedAbout(known, { at: at(day, time), by, run })
  const asking: Deed = {
    at: at(day, '13:40'),
    by: 'desk',
    run: async (work) => {
      known.id = sure(await askFromOutside(work, { ...rung, urgency: 'now', phone: '01632 960 207' }))
      sure(await handRequestOn(work, known.id, { to: idOf(making.people, 'tom') }))
    },
  }
  return [
    asking,
    about('13:46', 'tom', async (work, id) => sure(await takeRequest(work, id))),
    about('14:05', 'tom', async (work, id) => sure(await writeAdvice(work, id, advised))),
    about('14:09', 'tom', async (work, id) => sure(await writeHeard(work, id, heard))),
  ]
}

type DeedOf = (work: Parameters<Deed['run']>[0], id: RequestId) => Promise<unknown>

/** A deed about the request that an earlier one made. */
const deedAbout = (
  known: { id: RequestId | null },
  { run, ...when }: { at: Moment; by: string; run: DeedOf },
): Deed => ({
  ...when,
  run: async (work) => (known.id === null ? null : run(work, known.id)),
})

/** The last working day on or before one. */
const workingDay = (day: Day): Day => (weekdayOf(day) > 5 ? addDays(day, 5 - weekdayOf(day)) : day)

function advice(making: Making, one: Told, today: Day): readonly Deed[] {
  const known: { id: RequestId | null } = { id: null }
  const day = workingDay(addDays(today, -one.ago))
  const about = (time: string, by: string, run: DeedOf): Deed => deedAbout(known, { at: at(day, time), by, run })
  const asking: Deed = {
    at: at(day, '10:12'),
    by: one.byPhone ?? one.caller,
    run: async (work) => {
      const { urgency, details } = one
      const caller = idOf(making.people, one.caller)
      known.id = sure(await askForAdvice(work, { caller, urgency, details, phone: '01632 960 188' }))
      if (one.byPhone) sure(await handRequestOn(work, known.id, { to: idOf(making.people, one.adviser) }))
    },
  }
  const { heard } = one
  return [
    asking,
    about('10:20', one.adviser, async (work, id) => sure(await takeRequest(work, id))),
    about('10:55', one.adviser, async (work, id) => sure(await writeAdvice(work, id, one.advised))),
    ...(heard ? [about('12:05', one.caller, async (work, id) => sure(await writeHeard(work, id, heard)))] : []),
  ]
}
