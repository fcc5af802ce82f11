// Which contracts a page is asked to show: whose, how they stand, of which kind, in which unit, by words of a name or team. It
// all lives in the address, so that it can be kept and shared; what an address says wrongly is left out (SPEC 3.3).
import type { Day } from '../../../platform/time/day.ts'
import { byPressure, type ContractLine, type Way, ways, waysOf } from './contracts-in-date.ts'

export const scopes = ['mine', 'team', 'all'] as const
/** Those I supervise, my staff, or everybody. */
export type Scope = (typeof scopes)[number]

export type Asked = {
  readonly of: Scope
  readonly way: Way | null
  /** Key of a kind of supervision; '' for all. */
  readonly kind: string
  /** Id of a unit, with everything beneath it; '' for all. */
  readonly unit: string
  readonly text: string
  /** From 1. */
  readonly page: number
}

/** What an address asks for, of the scopes that the asker has; the first of them where it names none. */
export function askedFrom(query: (name: string) => string, allowed: readonly Scope[]): Asked {
  const page = Math.floor(Number(query('page')))
  return {
    of: allowed.find((scope) => scope === query('of')) ?? allowed[0] ?? 'mine',
    way: ways.find((way) => way === query('state')) ?? null,
    kind: query('kind').slice(0, 100),
    unit: query('unit').slice(0, 36),
    text: query('name').trim().slice(0, 100),
    page: page >= 1 && page <= 10_000 ? page : 1,
  }
}

export const isNarrowed = ({ way, kind, text }: Asked): boolean => way !== null || kind !== '' || text !== ''

/** The lines asked for, most pressing first, all pages of them. */
export function linesAsked(
  lines: readonly ContractLine[],
  asked: Asked,
  { day, unitName }: { day: Day; unitName: (unit: string) => string },
): readonly ContractLine[] {
  const words = asked.text.toLowerCase().split(/\s+/).filter(Boolean)
  return lines
    .filter((one) => asked.way === null || waysOf(one, day).includes(asked.way))
    .filter((one) => asked.kind === '' || one.type === asked.kind)
    .filter((one) => {
      const text = `${one.name} ${one.unit === null ? '' : unitName(one.unit)}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted(byPressure)
}

/** The address of the page, or of its file, narrowed so. */
export function addressOf(path: string, asked: Partial<Asked>, day?: Day): string {
  const { of, way, kind, unit, text, page = 1 } = asked
  const given: [string, string][] = [
    ['of', of ?? ''],
    ['as-at', day ?? ''],
    ['unit', unit ?? ''],
    ['state', way ?? ''],
    ['kind', kind ?? ''],
    ['name', text ?? ''],
    ['page', page > 1 ? String(page) : ''],
  ]
  const query = new URLSearchParams(given.filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}
