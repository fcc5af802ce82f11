// Who is behind a figure: which of the standings on a page somebody asked to see, by how they stand, kind of supervision,
// staff group, and words of a name or team. What was asked lives in the address, so that it can be kept and shared. The
// number on a tile or bar is the number of lines behind it (SPEC 3.3).
import type { Day } from '../../../platform/time/day.ts'
import { byUrgency, type PlacedStanding, type Standing } from '../dashboard/coverage.ts'

export const ways = ['overdue', 'never-had', 'due-soon', 'up-to-date', 'excused', 'not-counted'] as const
/** How somebody stands, as figures count it. */
export type Way = (typeof ways)[number]

export type Asked = {
  readonly way: Way | null
  /** Key of a kind of supervision; '' for all. */
  readonly kind: string
  /** Key of a staff group; '' for all. */
  readonly group: string
  /** Words of a name or a team. */
  readonly text: string
  /** From 1. */
  readonly page: number
}

/** How figures count a standing: a person who has it due soon is up to date as well, and is found under both. */
export function waysOf(one: Standing): readonly Way[] {
  if (one.strength !== 'mandatory') return ['not-counted']
  if (one.state === 'overdue') return ['overdue']
  if (one.state === 'never had') return ['never-had']
  if (one.state === 'due soon') return ['due-soon', 'up-to-date']
  if (one.state === 'met') return ['up-to-date']
  return one.state === 'excused' ? ['excused'] : []
}

/** What an address asks for. What it says wrongly is left out: nobody is sent away from a page by a parameter. */
export function askedFrom(query: (name: string) => string): Asked {
  const page = Math.floor(Number(query('page')))
  return {
    way: ways.find((way) => way === query('state')) ?? null,
    kind: query('kind').slice(0, 100),
    group: query('group').slice(0, 100),
    text: query('name').trim().slice(0, 100),
    page: page >= 1 && page <= 10_000 ? page : 1,
  }
}

export const nothingAsked: Asked = { way: null, kind: '', group: '', text: '', page: 1 }

/** Whether the list is narrowed in any way. */
export const isNarrowed = ({ way, kind, group, text }: Asked): boolean =>
  way !== null || kind !== '' || group !== '' || text !== ''

/** Those asked for, most pressing first, all pages of them. */
export function behind(
  standings: readonly PlacedStanding[],
  asked: Asked,
  unitName: (unit: string) => string,
): readonly PlacedStanding[] {
  const words = asked.text.toLowerCase().split(/\s+/).filter(Boolean)
  return standings
    .filter((one) => asked.way === null || waysOf(one).includes(asked.way))
    .filter((one) => asked.kind === '' || one.type === asked.kind)
    .filter((one) => asked.group === '' || one.staffGroup === asked.group)
    .filter((one) => {
      const text = `${one.name} ${one.unit === null ? '' : unitName(one.unit)}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => byUrgency(a, b) || a.name.localeCompare(b.name, 'en-GB'))
}

/** The address of a page with its list narrowed so, at the list itself. */
export function addressOf(path: string, asked: Partial<Asked>, day?: Day): string {
  const { way, kind, group, text, page } = { ...nothingAsked, ...asked }
  const given: [string, string][] = [
    ['as-at', day ?? ''],
    ['state', way ?? ''],
    ['kind', kind],
    ['group', group],
    ['name', text],
    ['page', page > 1 ? String(page) : ''],
  ]
  const query = new URLSearchParams(given.filter(([, value]) => value !== '')).toString()
  return `${path}${query === '' ? '' : `?${query}`}#everyone`
}
