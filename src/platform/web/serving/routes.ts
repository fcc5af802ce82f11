// Every address of the service, checked before it starts: an access line on each, none twice, ids in their places.
import { parseId } from '../../ids.ts'
import type { Page } from '../page.ts'

/** Throws with every fault at once when a page may not be served as it is declared. */
export function checkPages(pages: readonly Page[]): void {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const page of pages) {
    const at = `${page.method} ${page.path}`
    if (!page.access || typeof page.access.may !== 'function' || !page.access.sentence) {
      faults.push(`${at} has no access line: say who may open it with access('…', …)`)
    }
    if (seen.has(at)) faults.push(`${at} is declared twice`)
    seen.add(at)
  }
  if (faults.length > 0) throw new Error(`The service does not start:\n${faults.join('\n')}`)
}

/** The path parameters when each has its shape (ids, or short words for names that end in Key), else null. */
export function checkParams(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null {
  for (const [name, value] of Object.entries(params)) {
    const fits = name.endsWith('Key') ? /^[A-Za-z0-9._-]{1,100}$/.test(value) : parseId(value) !== null
    if (!fits) return null
  }
  return params
}
