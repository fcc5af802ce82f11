// Somebody's sessions as a list, ahead or past, the nearest first; narrowed by kind and by words of whom it is with, a page
// at a time. What was asked lives in the address. Nothing is left out: who turns the pages finds every session that ever
// was suggested (SPEC 5, 11.1).
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import { monthName } from '../../../platform/time/words.ts'
import type { SessionFacts } from '../session/session.ts'

export type DiaryAsk = {
  readonly when: 'ahead' | 'past'
  /** Key of a kind of supervision; '' for all. */
  readonly kind: string
  /** Words of a name. */
  readonly text: string
  /** From 1. */
  readonly page: number
}

/** What an address asks for; what it says wrongly is left out. */
export function diaryAsk(query: (name: string) => string): DiaryAsk {
  const page = Math.floor(Number(query('page')))
  return {
    when: query('when') === 'past' ? 'past' : 'ahead',
    kind: query('kind').slice(0, 100),
    text: query('with').trim().slice(0, 100),
    page: page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The address of the list, asked for so. */
export function diaryAddress({ when, kind, text, page }: DiaryAsk): string {
  const given: [string, string][] = [
    ['when', when === 'past' ? 'past' : ''],
    ['kind', kind],
    ['with', text],
    ['page', page > 1 ? String(page) : ''],
  ]
  const query = new URLSearchParams(given.filter(([, value]) => value !== '')).toString()
  return `/supervision/sessions${query === '' ? '' : `?${query}`}`
}

/** Still to come, or waiting for an answer or to be recorded. */
export const isAhead = (session: SessionFacts, now: Moment): boolean =>
  session.state === 'proposed' || session.state === 'booked' || session.startsAt > now

/** Those asked for, the nearest first, all pages of them. */
export function inDiary<S extends SessionFacts>(
  sessions: readonly S[],
  now: Moment,
  ask: DiaryAsk,
  nameOf: (person: PersonId) => string,
): readonly S[] {
  const words = ask.text.toLowerCase().split(/\s+/).filter(Boolean)
  const ordered = sessions
    .filter((one) => isAhead(one, now) === (ask.when === 'ahead'))
    .filter((one) => ask.kind === '' || one.type === ask.kind)
    .filter((one) => {
      const names = [one.supervisor, ...one.supervisees].map((person) => nameOf(person).toLowerCase())
      return words.every((word) => names.some((name) => name.includes(word)))
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return ask.when === 'past' ? ordered.toReversed() : ordered
}

/** The sessions under their months, both in the order given: 'November 2026'. */
export function byMonth<S extends SessionFacts>(sessions: readonly S[]): ReadonlyMap<string, readonly S[]> {
  return Map.groupBy(sessions, (one) => {
    const day = londonDay(one.startsAt)
    return `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`
  })
}
