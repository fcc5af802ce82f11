// What is sent to a route that changes something: the form as the service itself showed it to somebody who may, with
// plausible words in its empty fields. A form that cannot be found that way is written down in byHand.
import { parseHTML } from 'linkedom'
import type { Sent } from '../service.ts'
import type { Trust } from './trust.ts'

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

const time = { day: '2026-12-17', time: '10am', minutes: '60', placeKind: 'video', place: 'Link' }

/** Fields that no page fills in, or that depend on each other; the rest of the form is as the page showed it. */
export function byHand({ ids, units }: Trust): Readonly<Record<string, Sent>> {
  const clinical = 'one-to-one-clinical'
  return {
    'POST /supervision/bookings': { type: clinical, side: 'they', with: ids.amina, ...time },
    'POST /supervision/group-bookings': {
      type: 'child-protection-case-work',
      unit: units.riverside,
      people: ids.dora,
      rebooks: '',
      ...time,
    },
    'POST /supervision/held-session': { type: clinical, with: ids.ben, ...time, day: '2026-11-25' },
    'POST /supervision/supervisors': { type: clinical, side: 'they', with: ids.uma },
    'POST /supervision/series': {
      type: clinical,
      people: ids.ben,
      every: '2',
      unit: 'months',
      count: '3',
      days: '2026-12-17',
      ...time,
    },
    'POST /supervision/outside-evidence': {
      type: clinical,
      day: '2026-11-03',
      minutes: '60',
      format: 'one-to-one',
      placeKind: 'in person',
      heldWith: 'Hana Patel',
      voucher: ids.dora,
    },
    'POST /concerns': {
      route: 'child-concern',
      concern: 'Some words',
      outcome: 'told',
      whom: 'Duty social worker',
      day: '2026-11-27',
      how: 'phone',
    },
    'POST /cases/:case/handover': { to: ids.otto, agreed: 'yes' },
    'POST /concerns/:concern/hand-over': { to: ids.norma },
    'POST /set-up/roles': { person: ids.dora, role: 'auditor', reason: 'For audits' },
    'POST /set-up/units/:unit/leads': { person: ids.dora },
  }
}

/** What is sent at a place: the form found there, with what is written down by hand put into it. */
export function formAt(
  trust: Trust,
  found: ReadonlyMap<string, Sent>,
  at: { route: string; url: string },
): Sent | undefined {
  const written = byHand(trust)[at.route]
  return written ? { ...found.get(at.url), ...written } : found.get(at.url)
}

/** Routes at which nobody succeeds here, each with where its deed is proved instead. */
export const neverDone: Readonly<Record<string, string>> = {
  'POST /set-up/people/imports': 'takes a file: src/areas/people/preview/import.pages.test.ts',
  'POST /set-up/people/imports/:import/columns': 'needs a job between: src/areas/people/preview/import.pages.test.ts',
  'POST /set-up/people/imports/:import/confirmation':
    'needs a job between: src/areas/people/preview/import.pages.test.ts',
  'POST /set-up/people/imports/:import/staff-groups':
    'needs a job between: src/areas/people/preview/import.pages.test.ts',
  'POST /set-up/policy/import': 'takes a file: src/areas/policy/version/version.pages.test.ts',
  'POST /set-up/policy/:version/parts/:partKey/:itemKey':
    'a form of lengths of time: src/areas/policy/editing/edit.pages.test.ts',
  'POST /set-up/policy/:version/text': 'a whole pack: src/areas/policy/editing/text.pages.test.ts',
}
