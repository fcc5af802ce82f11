// What is sent to a route that changes something: the form as the service itself showed it to somebody who may, with
// plausible words in its empty fields. A form that cannot be found that way is written down in byHand.
import { parseHTML } from 'linkedom'
import type { Sent } from '../service.ts'
import type { Trust } from './trust.ts'
import { byHand } from './written-forms.ts'

export type FoundForms = ReturnType<typeof formFinder>

/**
 * Collects the forms of pages that were opened, by the address they post to; the first one found stays. `secret` matches
 * words that stand in them for their author alone: whoever else sends the form must not send those along.
 */
export function formFinder(secret: RegExp) {
  const found = new Map<string, Sent>()
  const perhapsMore = (source: string) =>
    [...source.matchAll(/<form[^>]* action="([^"]+)"/g)].some(([, action]) => !found.has(action ?? ''))
  return {
    found,
    read(source: string): void {
      if (!perhapsMore(source)) return
      const { document } = parseHTML(source)
      for (const form of document.querySelectorAll('form')) {
        const action = form.getAttribute('action') ?? ''
        if (!found.has(action) && form.getAttribute('method') === 'post')
          found.set(action, without(secret, filled(form)))
      }
    },
  }
}

const without = (secret: RegExp, form: Sent): Sent =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(secret, 'words') : value,
    ]),
  )

/** The form as a person might send it: what stands in it, and something in what is empty. */
export function filled(form: Element): Sent {
  const values: Record<string, string | string[]> = {}
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name')
    if (!name || name === '_csrf' || name === '_key' || input.getAttribute('type') === 'file') continue
    const value = valueOf(input, values[name])
    if (value !== undefined) values[name] = value
  }
  return values
}

function valueOf(input: Element, before: string | string[] | undefined): string | undefined {
  const type = input.getAttribute('type') ?? 'text'
  const own = input.getAttribute('value') ?? ''
  if (input.tagName === 'SELECT') {
    const options = [...input.querySelectorAll('option')]
    const chosen = options.find((one) => one.hasAttribute('selected') && one.getAttribute('value'))
    return (chosen ?? options.find((one) => one.getAttribute('value')))?.getAttribute('value') ?? undefined
  }
  if (type === 'radio') return before === undefined || input.hasAttribute('checked') ? own : undefined
  if (type === 'checkbox') return before === undefined ? own : undefined
  if (input.tagName === 'TEXTAREA') return input.textContent || 'Some words'
  if (type === 'hidden' || own !== '') return own
  return plausible(input.getAttribute('name') ?? '', input)
}

function plausible(name: string, input: Element): string {
  if (name.endsWith('-day')) return '16'
  if (name.endsWith('-month')) return '12'
  if (name.endsWith('-year')) return '2026'
  if (name.endsWith('-search')) return ''
  if (input.getAttribute('inputmode') === 'decimal') return '30'
  if (input.getAttribute('inputmode') === 'numeric' || input.getAttribute('type') === 'number') return '60'
  return input.getAttribute('type') === 'email' ? 'wren.hale@example.nhs.uk' : 'Some words'
}

/**
 * What is sent at a place: the form found there, or for autosave the form round it; or what is written down by hand, with
 * the version and the like of the form found.
 */
export function formAt(
  trust: Trust,
  found: ReadonlyMap<string, Sent>,
  at: { route: string; url: string },
): Sent | undefined {
  const around = at.url.replace(/\/draft$/, '')
  const shown = found.get(at.url) ?? found.get(around) ?? found.get(`${around}/signature`)
  const written = byHand(trust)[at.route]
  if (!written) return shown
  const hidden = Object.entries(shown ?? {}).filter(([name]) => name.startsWith('_'))
  return { ...Object.fromEntries(hidden), ...written }
}
