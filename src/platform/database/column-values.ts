// How values cross between PostgreSQL and the program, set once for every connection of the process:
// date        'YYYY-MM-DD' string (a Date would be the wrong day in London)
// timestamptz Moment: ISO text in UTC to the millisecond, which is also how it is given
// int8        number where it is safe, otherwise the digits as a string; numeric stays a string
// jsonb       parsed; give JSON.stringify(value) as the parameter
import pg from 'pg'
import { type Moment, momentOf } from '../time/moment.ts'

type TypeId = Parameters<typeof pg.types.setTypeParser>[0]
type Reader = (text: string) => unknown

// Numbers of pg_type: the type and its array. The array numbers are missing from the names that `pg` knows.
const READERS: readonly { readonly type: number; readonly array: number; readonly read: Reader }[] = [
  { type: 20, array: 1016, read: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text) },
  { type: 1082, array: 1182, read: (text) => text },
  { type: 1184, array: 1185, read: readMoment },
]
const TEXT_ARRAY = 1009 as TypeId

let taught = false

/** Teaches `pg` the conversions above; safe to call again. */
export function teachColumnValues(): void {
  if (taught) return
  taught = true
  const readTexts = pg.types.getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[]
  for (const { type, array, read } of READERS) {
    pg.types.setTypeParser(type as TypeId, read)
    pg.types.setTypeParser(array as TypeId, (text: string) =>
      readTexts(text).map((item) => (item === null ? null : read(item))),
    )
  }
}

function readMoment(text: string): Moment {
  // PostgreSQL writes '2027-02-03 14:30:00.5+00'; the ISO form wants a T, three digits of a second and four of the offset.
  if (plainUtc.test(text))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z` as Moment
  return momentOf(new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')))
}

const plainUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/
