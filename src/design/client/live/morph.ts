// Puts what is new into a live page without touching what its reader is doing: the box they type in, words that are not sent
// yet, what they have opened, where they are. Words whose box is no longer there are kept on the page to be copied.

import { Idiomorph } from 'idiomorph'
import { keptWords } from '../words.ts'

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** `settled` is a form that the server has answered: its boxes are shown as they came. */
export function morphRegion(region: HTMLElement, fresh: HTMLElement, settled?: HTMLFormElement): void {
  for (const part of [region, fresh]) nameForms(part)
  const settledId = settled?.id
  const written = [...region.querySelectorAll<Box>('textarea, input[type="text"]')]
    .filter((box) => isDirty(box) && box.form?.id !== settledId)
    .map((box) => ({ box, words: box.value, label: labelOf(box) }))
  const focusWasHere = region.contains(document.activeElement)
  void Idiomorph.morph(region, fresh, {
    morphStyle: 'outerHTML',
    callbacks: {
      beforeNodeMorphed: (old, next) => !isTheirs(old, settledId) && !takeClock(old, next),
      beforeAttributeUpdated: (name, element) => !isOfTheBrowser(name, element),
    },
  })
  keepWords(region, written)
  if (focusWasHere && !region.contains(document.activeElement)) region.focus({ preventScroll: true })
}

/** A form that becomes another must not take the words along: each has a name of its own, made of where it goes and what for. */
function nameForms(part: HTMLElement): void {
  const seen = new Map<string, number>()
  for (const form of part.querySelectorAll('form')) {
    if (form.hasAttribute('id')) continue
    const what = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
      .filter(({ name }) => !/^_|^(key|step|version)$/.test(name))
      .map(({ name, value }) => `${name}=${value}`)
    const name = `form ${form.getAttribute('action') ?? ''} ${what.join(' ')}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    form.setAttribute('id', `${name} ${times}`.replaceAll(/[^a-z0-9]+/gi, '-'))
  }
}

/** Whether a part of the page is its reader's for now, and is left as it is. */
function isTheirs(node: Node, settledId: string | undefined): boolean {
  if (!(node instanceof HTMLElement)) return false
  if (node.hasAttribute('data-live-kept')) return true
  const { form } = node as Partial<Box>
  const unsure = form instanceof HTMLFormElement && isUnsure(form)
  // The key of what may have arrived already: sent again under it, it counts once.
  if (node instanceof HTMLInputElement && /^_?key$/.test(node.name)) return unsure
  if (!isBox(node) || (node instanceof HTMLInputElement && node.type === 'hidden')) return false
  if (form instanceof HTMLFormElement && form.id === settledId) return false
  return node === document.activeElement || isDirty(node)
}

/** Something of this form was sent, and nobody knows whether it came. */
const isUnsure = (form: HTMLFormElement): boolean => form.hasAttribute('data-live-unsure')

const isBox = (node: Node): node is Box =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement

export function isDirty(box: Box): boolean {
  // Where nothing is chosen beforehand the first stands there: that is nobody's choice yet.
  if (box instanceof HTMLSelectElement)
    return (
      box.selectedIndex !==
      Math.max(
        [...box.options].findIndex((one) => one.defaultSelected),
        0,
      )
    )
  if (box instanceof HTMLTextAreaElement) return box.value !== box.defaultValue
  if (box.type === 'hidden') return false
  return box.type === 'checkbox' || box.type === 'radio'
    ? box.checked !== box.defaultChecked
    : box.value !== box.defaultValue
}

/** A clock's face is its own; what it counts to is the server's. */
function takeClock(old: Node, next: Node): boolean {
  if (!(old instanceof HTMLElement && next instanceof HTMLElement)) return false
  if (!('clock' in old.dataset && 'clock' in next.dataset)) return false
  for (const name of old.getAttributeNames())
    if (name !== 'class' && !next.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of next.attributes) old.setAttribute(name, value)
  if (old.textContent === '' || 'clockPaused' in next.dataset) old.textContent = next.textContent
  return true
}

/** What the reader opened stays open; what scripts have marked stays marked. */
const isOfTheBrowser = (name: string, element: Element): boolean =>
  (name === 'open' && (element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement)) ||
  /-init$|^data-live-unsure$|^aria-busy$/.test(name)

const labelOf = (box: Box): string => box.labels?.[0]?.textContent?.trim() ?? ''

/** Words that were being written in a box that has gone. */
function keepWords(
  region: HTMLElement,
  written: readonly { readonly box: Box; readonly words: string; readonly label: string }[],
): void {
  for (const { box, words, label } of written) {
    if (box.isConnected && box.value === words) continue
    const kept = document.createElement('section')
    kept.setAttribute('data-live-kept', '')
    kept.className = 'nhsuk-inset-text'
    const heading = document.createElement('p')
    heading.textContent = keptWords(label)
    const text = document.createElement('p')
    text.className = 'app-written'
    text.textContent = words
    kept.append(heading, text)
    region.before(kept)
  }
}
