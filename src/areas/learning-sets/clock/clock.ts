// The one clock of a stage (SPEC 7.5): it runs from the server's moment for so many seconds, can be lengthened, paused and
// gone on with. It never ends anything: when the time is over it gives a quiet signal, and the facilitator moves on when the
// set is ready. Every screen draws it from `endsAt`; while it stands still it has none.
import { addSeconds, type Moment, secondsBegun } from '../../../platform/time/moment.ts'

export type Clock = {
  readonly startedAt: Moment
  /** How long the stage is to last, longer when it was lengthened. */
  readonly seconds: number
  readonly pausedAt: Moment | null
  /** Seconds that it has stood still before. */
  readonly stood: number
}

/** How the time stands: running, in its last minute, over (the quiet signal), or standing still. */
export type ClockSignal = 'running' | 'nearly over' | 'over' | 'paused'
export type ClockReading = {
  readonly signal: ClockSignal
  /** When the time is over; null while it stands still. */
  readonly endsAt: Moment | null
  /** Negative when the time is over. */
  readonly secondsLeft: number
  /** When the last stretch begins, in which the signal is "nearly over"; null while it stands still. */
  readonly signalAt: Moment | null
}

/** A clock that starts. */
export const startClock = (at: Moment, seconds: number): Clock => ({ startedAt: at, seconds, pausedAt: null, stood: 0 })

/** A clock that has so many seconds in all. */
export const lastingFor = (clock: Clock, seconds: number): Clock => ({ ...clock, seconds })

/** The clock standing still from a moment; as it is when it does so already. */
export const pauseClock = (clock: Clock, at: Moment): Clock => (clock.pausedAt ? clock : { ...clock, pausedAt: at })

/** The clock going on; what it stood still is added on, in whole seconds rounded up. */
export function resumeClock(clock: Clock, at: Moment): Clock {
  if (!clock.pausedAt) return clock
  return { ...clock, pausedAt: null, stood: clock.stood + secondsBegun(clock.pausedAt, at) }
}

/** Seconds that the stage has run by a moment, pauses apart. */
export const secondsRun = (clock: Clock, at: Moment): number =>
  Math.max(0, secondsBegun(clock.startedAt, clock.pausedAt ?? at) - clock.stood)

const SIGNAL_SECONDS = 60
const SIGNAL_PART = 5

/** The clock at a moment. The quiet signal comes a minute before the end, or a fifth of a stage shorter than five minutes. */
export function readClock(clock: Clock, at: Moment): ClockReading {
  const secondsLeft = clock.seconds - secondsRun(clock, at)
  if (clock.pausedAt) return { signal: 'paused', endsAt: null, secondsLeft, signalAt: null }
  const endsAt = addSeconds(clock.startedAt, clock.seconds + clock.stood)
  const last = Math.min(SIGNAL_SECONDS, Math.floor(clock.seconds / SIGNAL_PART))
  const signal = at >= endsAt ? 'over' : secondsLeft <= last ? 'nearly over' : 'running'
  return { signal, endsAt, secondsLeft, signalAt: addSeconds(endsAt, -last) }
}
