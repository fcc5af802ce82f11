// Clocks of a live page: <span data-clock data-clock-ends="…">. They show the server's time, which each page and each event of
// the stream brings along; a phone whose own clock is wrong shows the same minutes as everybody. Nothing ends here: the
// server alone says when something is over.

import { clockLeftWords } from '../clock-words.ts'

/** The server's clock less this page's running time: the latest of all tellings was the least delayed. */
let ahead = Number.NEGATIVE_INFINITY

export function syncClock(serverMilliseconds: number): void {
  if (serverMilliseconds > 0) ahead = Math.max(ahead, serverMilliseconds - performance.now())
}

const serverNow = (): number => ahead + performance.now()

/** How long it is to a moment by the server's time; null when there is none. */
export function millisecondsUntil(moment: string): number | null {
  const at = Date.parse(moment)
  return Number.isNaN(at) ? null : at - serverNow()
}

/** Begins with what the page says of the time it was made at. */
export function startClocks(region: HTMLElement): void {
  syncClock(Date.parse(region.dataset.liveAt ?? ''))
  setInterval(() => tickClocks(region), 250)
  tickClocks(region)
}

export function tickClocks(region: HTMLElement): void {
  for (const clock of region.querySelectorAll<HTMLElement>('[data-clock]')) tick(clock)
}

function tick(clock: HTMLElement): void {
  const { clockEnds, clockSince, clockAtEnd } = clock.dataset
  const at = Date.parse(clockEnds ?? clockSince ?? '')
  if (Number.isNaN(at) || 'clockPaused' in clock.dataset) return
  const seconds = clockEnds ? Math.ceil((at - serverNow()) / 1000) : Math.floor((serverNow() - at) / 1000)
  const words = clockLeftWords(seconds, clockEnds ? 'left' : 'so far')
  if (clock.textContent !== words) clock.textContent = words
  const over = clockEnds !== undefined && seconds <= 0
  clock.classList.toggle('app-clock--over', over)
  if (over && clockAtEnd) tellOnce(clock, clockAtEnd)
}

const told = new Set<string>()

/** A quiet word at the end, once for each end, however often the page was shown anew. */
function tellOnce(clock: HTMLElement, words: string): void {
  const which = `${clock.dataset.clockEnds} ${words}`
  if (told.has(which)) return
  told.add(which)
  const status = document.querySelector('[data-live-status]')
  if (status) status.textContent = words
}
