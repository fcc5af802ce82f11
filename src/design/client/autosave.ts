// Saves what is typed as a draft, a moment after the last key: <form data-autosave="/address">. Nothing is kept in the browser,
// which others may use. Says quietly when it was saved, and plainly when it could not be.

import { changedElsewhereWords, clockWords, notSavedWords, savedWords } from './words.ts'

const pause = 1500
const slowest = 30_000

/** Starts saving for every form that asks for it. */
export function startAutosave(within: ParentNode): void {
  for (const form of within.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    if (watched.has(form)) continue
    watched.add(form)
    watch(form)
  }
}

const watched = new WeakSet<HTMLFormElement>()

/** How saving one form stands. */
type Saving = {
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  dirty: boolean
  stopped: boolean
  underway: Promise<Outcome> | null
}

function watch(form: HTMLFormElement): void {
  const saving: Saving = { timer: undefined, failures: 0, dirty: false, stopped: false, underway: null }
  const changed = () => {
    saving.dirty = true
    clearTimeout(saving.timer)
    saving.timer = setTimeout(() => void save(form, saving), pause)
  }
  for (const kind of ['input', 'change']) form.addEventListener(kind, changed)
  form.addEventListener('submit', (event) => {
    saving.stopped = true
    clearTimeout(saving.timer)
    sendAfter(form, event, saving.underway)
    saving.underway = null
  })
  whenLeft(
    (leaving) => save(form, saving, leaving),
    (event) => {
      if (!saving.dirty || saving.stopped) return
      event.preventDefault()
      sendWhole(form)
    },
  )
}

async function save(form: HTMLFormElement, saving: Saving, leaving = false): Promise<void> {
  if (!saving.dirty || saving.stopped) return
  saving.dirty = false
  saving.underway = send(form, leaving)
  const outcome = await saving.underway
  if (saving.stopped) return
  saving.underway = null
  if (outcome === 'refused') saving.stopped = true
  // The visit has ended: sent as a whole page, what was typed is kept there until its author has signed in again.
  if (outcome === 'ended') return sendWhole(form)
  if (outcome === 'failed') {
    saving.dirty = true
    saving.failures += 1
    saving.timer = setTimeout(() => void save(form, saving), Math.min(slowest, pause * 2 ** saving.failures))
  } else saving.failures = 0
  say(form, outcome)
}

/** When the page is put away, when the network is back, and when the visit ends. */
function whenLeft(save: (leaving?: boolean) => Promise<void>, ended: (event: Event) => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true)
  })
  addEventListener('online', () => void save())
  document.addEventListener('visit:ended', ended)
}

/** A save that is under way comes first: the form is sent with the version that it leads to. */
function sendAfter(form: HTMLFormElement, event: SubmitEvent, underway: Promise<Outcome> | null): void {
  if (!underway) return
  event.preventDefault()
  void underway.then(() => form.requestSubmit(event.submitter))
}

/** As the button that keeps a draft would, where there is one. */
const sendWhole = (form: HTMLFormElement): void =>
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[formnovalidate]'))

type Outcome = 'saved' | 'refused' | 'ended' | 'failed'

async function send(form: HTMLFormElement, leaving: boolean): Promise<Outcome> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const keepalive = leaving && body.toString().length < 60_000
    const answer = await fetch(form.dataset.autosave ?? '', {
      method: 'POST',
      body,
      keepalive,
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    })
    if (answer.status === 409) return 'refused'
    if (answer.status === 401) return 'ended'
    if (!answer.ok || answer.redirected) return 'failed'
    takeVersion(form, await answer.text())
    document.dispatchEvent(new Event('visit:renewed'))
    return 'saved'
  } catch {
    return 'failed'
  }
}

/** The draft's new version, so that the next save is not taken for a stale one. Answer: {"version": 3} or nothing. */
function takeVersion(form: HTMLFormElement, text: string): void {
  const version = /"version"\s*:\s*"?(\w+)/.exec(text)?.[1]
  const input = form.querySelector<HTMLInputElement>('input[name="_version"]')
  if (version && input) input.value = version
}

function say(form: HTMLFormElement, outcome: Exclude<Outcome, 'ended'>): void {
  const line = form.querySelector('[data-saved]')
  if (!line) return
  const now = new Date()
  const words = {
    saved: savedWords(clockWords(now.getHours(), now.getMinutes())),
    refused: changedElsewhereWords,
    failed: notSavedWords,
  }
  if (line.textContent !== words[outcome]) line.textContent = words[outcome]
  line.classList.toggle('app-saved--failed', outcome !== 'saved')
}
