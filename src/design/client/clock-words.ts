// What clocks of live pages say: whole minutes as the server draws them, minutes and seconds once the script runs.

export type ClockTimes = {
  /** When the time is up: counted down to, and on past it. */
  readonly endsAt?: string
  /** When it began: counted up from, when there is no end. */
  readonly runsSince?: string
  /** It stands still since then. */
  readonly pausedAt?: string | null
  /** The moment at which the page was made, by the server's clock. All are ISO texts in UTC. */
  readonly now: string
}

/** "12 minutes left", "3 minutes over", "7 minutes so far"; paused, it says so. */
export function clockWords({ endsAt, runsSince, pausedAt, now }: ClockTimes): string {
  const at = Date.parse(pausedAt ?? now)
  const paused = pausedAt ? ', paused' : ''
  if (endsAt === undefined)
    return `${minutesInWords(Math.floor((at - Date.parse(runsSince ?? now)) / 60_000))} so far${paused}`
  const left = (Date.parse(endsAt) - at) / 60_000
  if (left < 0) return `${minutesInWords(Math.floor(-left))} over${paused}`
  return `${left < 1 ? 'less than a minute' : minutesInWords(Math.ceil(left))} left${paused}`
}

const minutesInWords = (minutes: number): string => {
  const whole = Math.max(0, minutes)
  return whole === 0 ? 'less than a minute' : whole === 1 ? '1 minute' : `${whole} minutes`
}

/** 125 seconds → "2:05 left"; what has run over → "2:05 over". */
export function clockLeftWords(seconds: number, which: 'left' | 'so far'): string {
  const whole = Math.abs(seconds)
  const time = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
  if (which === 'so far') return `${time} so far`
  return seconds < 0 ? `${time} over` : `${time} left`
}
