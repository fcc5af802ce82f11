// What an asker is by the data, such as 'line manager' (SPEC 1.4). It is asked before every page, so what all areas want to
// know is put to the database in one question.
import { type RawBuilder, sql } from './database/database.ts'
import type { Work } from './work.ts'

/** An area's share: what it asks about the asker, each a part of one `select`, and the words that follow from the answers. */
export type Standing = {
  readonly asks: (work: Work) => readonly RawBuilder<unknown>[]
  readonly words: (work: Work, found: readonly unknown[]) => readonly string[] | Promise<readonly string[]>
}

type Asks<Found> = { readonly [Name in keyof Found]: RawBuilder<Found[Name]> }

/** A share with names: `asks` gives expressions by name, `words` gets their values by the same names. */
export const standingFrom = <Found>(
  asks: (work: Work) => Asks<Found>,
  words: (found: Found, work: Work) => readonly string[] | Promise<readonly string[]>,
): Standing => ({
  asks: (work) => Object.values<RawBuilder<unknown>>(asks(work)),
  words: (work, found) =>
    words(Object.fromEntries(Object.keys(asks(work)).map((name, at) => [name, found[at]])) as Found, work),
})

/** The words of all areas for the work's asker. */
export async function standingOf(shares: readonly Standing[], work: Work): Promise<ReadonlySet<string>> {
  const asked = shares.map((share) => share.asks(work))
  const found = await answersTo(work, asked.flat())
  const words = new Set<string>()
  let first = 0
  for (const [at, share] of shares.entries()) {
    const own = found.slice(first, (first += asked[at]!.length))
    for (const word of await share.words(work, own)) words.add(word)
  }
  return words
}

/** The values of parts of a `select`, in their order, in one question. */
export async function answersTo(work: Work, asked: readonly RawBuilder<unknown>[]): Promise<readonly unknown[]> {
  if (asked.length === 0) return []
  const parts = asked.map((one, at) => sql`${one} as ${sql.ref(`answer_${at}`)}`)
  const found = await sql<Record<string, unknown>>`select ${sql.join(parts)}`.execute(work.db)
  return asked.map((_, at) => found.rows[0]?.[`answer_${at}`])
}
