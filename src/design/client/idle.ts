// Warns two minutes before a visit ends, in every tab at once; "Stay signed in" or a saved draft starts the time anew.
// The server says how long is left, since a visit ends after some hours whatever one does.

import { timeLeftWords } from './words.ts'

const warnSeconds = 120

type Warning = {
  readonly dialog: HTMLDialogElement
  readonly form: HTMLFormElement
  readonly left: Element | null
  readonly tabs: BroadcastChannel | null
  endsAt: number
}

/** Starts the clock when the page holds the warning. */
export function startIdleWarning(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-idle-seconds]')
  const form = dialog?.querySelector('form')
  if (!dialog || !form) return
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('visit') : null
  const warning = { dialog, form, left: dialog.querySelector('[data-idle-left]'), tabs, endsAt: 0 }
  const seconds = Number(dialog.dataset.idleSeconds)
  goOn(warning, seconds)
  tabs?.addEventListener('message', ({ data }) => goOn(warning, Number(data)))
  tabs?.postMessage(seconds)
  document.addEventListener('visit:renewed', () => renewed(warning, seconds))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void extend(warning, seconds)
  })
  setInterval(() => tick(warning), 1000)
}

function goOn(warning: Warning, seconds: number): void {
  warning.endsAt = Date.now() + seconds * 1000
  if (warning.dialog.open && seconds > warnSeconds) warning.dialog.close()
}

function renewed(warning: Warning, seconds: number): void {
  goOn(warning, seconds)
  warning.tabs?.postMessage(seconds)
}

/** Asks for more time; the answer is {"seconds": 900} or nothing. Without an answer the form goes the plain way. */
async function extend(warning: Warning, otherwise: number): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(warning.form)) if (typeof value === 'string') body.append(name, value)
  try {
    const answer = await fetch(warning.form.action, { method: 'POST', body, credentials: 'same-origin' })
    if (!answer.ok || answer.redirected) return warning.form.submit()
    const seconds = /"seconds"\s*:\s*(\d+)/.exec(await answer.text())?.[1]
    renewed(warning, seconds === undefined ? otherwise : Number(seconds))
    if (warning.dialog.open) warning.dialog.close()
  } catch {
    warning.form.submit()
  }
}

function tick(warning: Warning): void {
  const { dialog, left, endsAt } = warning
  const seconds = Math.ceil((endsAt - Date.now()) / 1000)
  // A live page keeps itself alive, and the server says when it is over.
  if (document.querySelector('[data-live]:not([data-live=""])')) return
  if (seconds <= 0) return end(warning)
  if (seconds > warnSeconds) return
  if (!dialog.open) dialog.showModal()
  const words = timeLeftWords(seconds)
  if (left && words !== left.textContent) left.textContent = words
}

/** Leaves the page, unless a form still has something to send: then sending it leaves the page. */
function end(warning: Warning): void {
  warning.endsAt = Number.POSITIVE_INFINITY
  const left = document.dispatchEvent(new Event('visit:ended', { cancelable: true }))
  if (left) location.assign(warning.dialog.dataset.idleEnded ?? '/')
}
