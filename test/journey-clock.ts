// The clock of the journeys: in every story it is about ten in the morning in London when the service begins, today, so
// that a session in ten minutes and one that began two hours ago are always on the same day. The service of the journeys
// is started with this file before it (`--import`), and the stories ask `journeyNow` for the time.
const TEN = 10 * 3_600_000

/** How far the clock must be moved so that it says ten in the morning in London, in milliseconds. */
export function shiftToTen(now: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return TEN - (part('hour') * 3600 + part('minute') * 60 + part('second')) * 1000
}

const RealDate = Date
const shift = (): number => Number(process.env.JOURNEY_SHIFT ?? 0)

/** What the service of the journeys takes the time to be. */
export const journeyNow = (): Date => new RealDate(RealDate.now() + shift())

/** Moves this process's clock; the service of the journeys alone asks for it. */
export function moveClock(): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(RealDate.now() + shift())
      else super(...(given as [number]))
    }

    static override now(): number {
      return RealDate.now() + shift()
    }
  } as DateConstructor
}
