// Forms of a live page are sent without leaving it. What was typed is cleared only when the server has it; when the network is
// away it is sent again under the same key, so that nothing is done twice.

import { bringToServer } from './asking.ts'
import { isDirty } from './morph.ts'
import { liveIn, type Region } from './region.ts'
import { notSentWords, sendingAgainWords } from '../words.ts'

const underway = new Set<HTMLFormElement>()

export function startSending(region: Region): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isLive(region, form)) return
    event.preventDefault()
    if (!underway.has(form)) void send(region, form, event.submitter)
  })
  // The visit is over: sent as a whole page, what was typed is kept on the server until its author has signed in again.
  document.addEventListener('visit:ended', (event) => {
    const form = [...region.element.querySelectorAll('form')].find(
      (one) =>
        isLive(region, one) && [...one.elements].some((box) => box instanceof HTMLTextAreaElement && isDirty(box)),
    )
    if (!form) return
    event.preventDefault()
    HTMLFormElement.prototype.submit.call(form)
  })
}

const isLive = (region: Region, form: HTMLFormElement): boolean =>
  region.element.contains(form) &&
  form.getAttribute('method') === 'post' &&
  form.enctype !== 'multipart/form-data' &&
  !form.hasAttribute('data-autosave') &&
  !form.hasAttribute('data-live-off')

let answersExpected = 0

/** Whether something is being sent: the answer to it shows what is new as well. */
export const isSending = (): boolean => answersExpected > 0

async function send(region: Region, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const body = bodyOf(form, submitter)
  underway.add(form)
  answersExpected += 1
  form.setAttribute('aria-busy', 'true')
  form.setAttribute('data-live-unsure', '')
  const answer = await post(region, form.getAttribute('action') ?? location.href, body)
  underway.delete(form)
  form.removeAttribute('aria-busy')
  try {
    if (!answer) return region.note(notSentWords)
    form.removeAttribute('data-live-unsure')
    await takeAnswer(region, { form, submitter, body }, answer)
  } finally {
    answersExpected -= 1
    document.dispatchEvent(new Event('live:sent'))
  }
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value)
  return body
}

/** Without what the form itself carries along. */
const typedIn = (body: URLSearchParams): string =>
  JSON.stringify([...body].filter(([name]) => !name.startsWith('_') && name !== 'key'))

/** Null when it could not be brought to the server for a quarter of a minute. */
async function post(region: Region, action: string, body: URLSearchParams): Promise<Response | null> {
  const send = () =>
    fetch(action, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { accept: 'text/html', 'x-live': 'deed' },
    })
  const answer = await bringToServer(send, () => region.note(sendingAgainWords))
  if (answer) region.note('')
  return answer
}

type Sent = { readonly form: HTMLFormElement; readonly submitter: HTMLElement | null; readonly body: URLSearchParams }

async function takeAnswer(region: Region, { form, submitter, body }: Sent, answer: Response): Promise<void> {
  const { pathname, search } = new URL(answer.url)
  if (answer.redirected && pathname.startsWith('/sign-in')) return HTMLFormElement.prototype.submit.call(form)
  const text = await answer.text()
  const done = answer.ok && answer.redirected
  if (done && pathname !== location.pathname) return location.assign(answer.url)
  document.dispatchEvent(new Event('visit:renewed'))
  if (done && typedIn(bodyOf(form, submitter)) === typedIn(body)) form.reset()
  const fresh = liveIn(text)
  const before = region.element.dataset.announce
  if (fresh && (!done || search === location.search)) {
    region.take(fresh, done ? undefined : form)
    if (!done) showFaults(region)
    else if (region.element.dataset.announce !== before || document.activeElement === region.element)
      showWhatIsNow(region)
  } else if (done) await region.refresh()
  if (done || !fresh) region.note(saidIn(text, done))
}

/** What the page says of a deed: done, or refused. */
function saidIn(html: string, done: boolean): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const line = done ? '.nhsuk-notification-banner__heading' : '#maincontent p'
  return page.querySelector(line)?.textContent?.trim() ?? ''
}

/** Whoever brought on what is new sees its top, not where the button was that they pressed; also where that button has gone. */
function showWhatIsNow({ element }: Region): void {
  element.focus({ preventScroll: true })
  if (element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: 'start' })
}

/** As the browser does with a page that comes back with faults: they are heard first. */
function showFaults(region: Region): void {
  const summary = region.element.querySelector<HTMLElement>('.nhsuk-error-summary, [aria-invalid="true"]')
  summary?.setAttribute('tabindex', summary.getAttribute('tabindex') ?? '-1')
  summary?.focus()
}
