// Warns two minutes before an idle visit ends, in every tab at once; "Stay signed in" or any saved draft starts the time anew.

import { timeLeftWords } from './words.ts'

const warnSeconds = 120
const channel = 'visit'

/** Starts the clock when the page holds the warning. */
export function startIdleWarning(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-idle-seconds]')
  if (!dialog) return
  const form = dialog.querySelector('form')
  const left = dialog.querySelector('[data-idle-left]')
  const allowed = Number(dialog.dataset.idleSeconds) * 1000
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(channel) : null
  let endsAt = Date.now() + allowed
  let said = ''

  const renewed = () => {
    endsAt = Date.now() + allowed
    if (dialog.open) dialog.close()
  }
  const renew = () => {
    renewed()
    tabs?.postMessage('renewed')
  }
  tabs?.addEventListener('message', renewed)
  document.addEventListener('visit:renewed', renew)
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as never),
      credentials: 'same-origin',
    })
      .then((answer) => (answer.ok && !answer.redirected ? renew() : form.submit()))
      .catch(() => form.submit())
  })
  setInterval(() => {
    const seconds = Math.ceil((endsAt - Date.now()) / 1000)
    if (seconds <= 0) return void location.assign(dialog.dataset.idleEnded ?? '/')
    if (seconds > warnSeconds) return
    if (!dialog.open) dialog.showModal()
    const words = timeLeftWords(seconds)
    if (left && words !== said) left.textContent = words
    said = words
  }, 1000)
  tabs?.postMessage('renewed')
}
