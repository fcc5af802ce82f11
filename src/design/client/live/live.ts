// A page that stays open: <div data-live="/address of its stream" data-live-version="17">. The stream brings the page as its
// own reader sees it now, or only says that there is something new; then it is asked for. What changed is put in its place.
// Loaded by main.ts on pages that have such a part, and by no others.

import { askUntilAnswered, oneAtATime } from './asking.ts'
import { millisecondsUntil, startClocks, syncClock, tickClocks } from './clock.ts'
import { morphRegion } from './morph.ts'
import { isSending, startSending } from './send.ts'
import { liveIn, type Region, versionOf } from './region.ts'
import { openStream } from './stream.ts'
import { connectionLostWords } from '../words.ts'

const signEvery = 20_000
const askEvery = 5_000
const longestDeed = 1_000

function start(element: HTMLElement): void {
  startClocks(element)
  if (!element.dataset.live) return
  const region = regionOf(element)
  const heard = { version: 0 }
  const catchUp = () => {
    if (heard.version > versionOf(element)) void region.refresh()
  }
  document.addEventListener('live:sent', catchUp)
  const shown = encodeURIComponent(location.pathname + location.search)
  const stream = openStream(`${element.dataset.live}?page=${shown}`, {
    onPage: (html) => {
      const fresh = liveIn(html)
      if (!fresh) return void region.refresh()
      heard.version = Math.max(heard.version, versionOf(fresh))
      syncClock(Date.parse(fresh.dataset.liveAt ?? ''))
      region.take(fresh)
    },
    onVersion: (version) => {
      heard.version = Math.max(heard.version, version)
      // What is being sent is answered with the page as it is then: asked for now as well, it would come twice.
      if (isSending()) setTimeout(catchUp, longestDeed)
      else catchUp()
    },
    onTime: syncClock,
    onOver: () => void region.refresh(),
    onState: (state) => region.note(state === 'lost' ? connectionLostWords : ''),
  })
  startSending(region)
  keepSigns(element, region, stream)
  keepMoment(element, region)
}

/** What changes by itself at a moment, such as an offer that runs out, is asked for again then. */
function keepMoment(element: HTMLElement, region: Region): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    const left = millisecondsUntil(element.dataset.liveUntil ?? '')
    if (left !== null) timer = setTimeout(() => void region.refresh(), Math.max(left, 0) + longestDeed)
  }
  document.addEventListener('live:changed', wait)
  wait()
}

/** Tells the server that somebody is here; and asks by the way, for where no stream comes through. */
function keepSigns(element: HTMLElement, region: Region, stream: ReturnType<typeof openStream>): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isOver = () => element.dataset.live === ''
  const sign = async () => {
    clearTimeout(timer)
    if (isOver()) return
    if (document.visibilityState === 'visible') {
      const told = await askOnce(element.dataset.live ?? '')
      if (told === 'gone') await region.refresh()
      else if (told) {
        syncClock(told.now)
        if (told.version > versionOf(element)) await region.refresh()
      }
    }
    timer = setTimeout(() => void sign(), (stream.isOpen() ? signEvery : askEvery) * (0.8 + Math.random() * 0.4))
  }
  const appear = () => {
    if (isOver() || document.visibilityState === 'hidden') return stream.close()
    stream.open()
    void sign()
  }
  document.addEventListener('visibilitychange', appear)
  // Nothing more will change: the page lets its stream go.
  document.addEventListener('live:changed', () => isOver() && stream.close())
  addEventListener('pagehide', () => stream.close())
  addEventListener('pageshow', ({ persisted }) => persisted && appear())
  addEventListener('online', appear)
  appear()
}

async function askOnce(address: string): Promise<{ version: number; now: number } | 'gone' | null> {
  const csrf = document.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf }),
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    })
    if (answer.status >= 400 && answer.status < 500) return 'gone'
    return answer.ok ? ((await answer.json()) as { version: number; now: number }) : null
  } catch {
    return null
  }
}

function regionOf(element: HTMLElement): Region {
  const status = document.querySelector('[data-live-status]')
  const note = document.querySelector('[data-live-note]')
  const say = (line: Element | null, words: string) => {
    if (line && line.textContent !== words) line.textContent = words
  }
  const region: Region = {
    element,
    refresh: () => asking(),
    take: (fresh, settled) => {
      if (versionOf(fresh) < versionOf(element) && !settled) return
      const before = element.dataset.announce ?? ''
      // A page that waited may have become another one, with its own width.
      document.body.classList.toggle('app-wide', fresh.ownerDocument.body.classList.contains('app-wide'))
      morphRegion(element, fresh, settled)
      tickClocks(element)
      document.dispatchEvent(new Event('live:changed'))
      const now = element.dataset.announce ?? ''
      if (now !== before) say(status, now)
    },
    note: (words) => say(note, words),
  }
  const asking = oneAtATime(() => ask(region))
  return region
}

/** Fetches the person's own page. Whoever may no longer see it is shown that, and nothing stays on the screen. */
const ask = async (region: Region): Promise<void> => takeAnswer(region, await askUntilAnswered(fetchOwn))

/** Null while the network or the service is away. */
async function fetchOwn(): Promise<Answer | null> {
  const answer = await fetch(location.href, {
    credentials: 'same-origin',
    headers: { accept: 'text/html', 'x-live': 'page' },
  })
  const { ok, redirected, url, status } = answer
  return status < 500 ? { ok, redirected, url, html: await answer.text() } : null
}

type Answer = { readonly ok: boolean; readonly redirected: boolean; readonly url: string; readonly html: string }

function takeAnswer(region: Region, answer: Answer): void {
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return leaveFor(answer.url)
  const fresh = liveIn(answer.html)
  if (!answer.ok || !fresh) return location.reload()
  region.take(fresh)
}

/** Goes to another page, unless a form still has something to send: then sending it leaves this one. */
function leaveFor(address: string): void {
  const stays = !document.dispatchEvent(new Event('visit:ended', { cancelable: true }))
  if (!stays) location.assign(address)
}

const found = document.querySelector<HTMLElement>('[data-live]')
if (found) {
  // A page that is only being prepared is nobody's presence.
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', () => start(found), { once: true })
  else start(found)
}
