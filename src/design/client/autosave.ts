// Saves what is typed as a draft, a moment after the last key: <form data-autosave="/address">. Nothing is kept in the browser,
// which others may use. Says quietly when it was saved, and plainly when it could not be.

import { changedElsewhereWords, clockWords, notSavedWords, savedWords } from './words.ts'

const pause = 1500
const slowest = 30_000

/** Starts saving for every form that asks for it. */
export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form)
}

function watch(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let dirty = false
  let stopped = false

  const save = async (leaving = false): Promise<void> => {
    if (!dirty || stopped) return
    dirty = false
    const outcome = await send(form, leaving)
    if (outcome === 'refused') stopped = true
    // The visit has ended: sent as a whole page, what was typed is kept there until its author has signed in again.
    if (outcome === 'ended') return leave()
    if (outcome === 'failed') {
      dirty = true
      failures += 1
      timer = setTimeout(() => void save(), Math.min(slowest, pause * 2 ** failures))
    } else failures = 0
    say(form, outcome)
  }
  const leave = (): void => {
    stopped = true
    sendWhole(form)
  }
  const changed = () => {
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }
  for (const kind of ['input', 'change']) form.addEventListener(kind, changed)
  form.addEventListener('submit', () => {
    stopped = true
    clearTimeout(timer)
  })
  whenLeft(save, (event) => {
    if (!dirty || stopped) return
    event.preventDefault()
    leave()
  })
}

/** When the page is put away, when the network is back, and when the visit ends. */
function whenLeft(save: (leaving?: boolean) => Promise<void>, ended: (event: Event) => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true)
  })
  addEventListener('online', () => void save())
  document.addEventListener('visit:ended', ended)
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
