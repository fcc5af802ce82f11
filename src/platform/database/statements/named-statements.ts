// What the program sends to the server again and again is read by the server once for each connection, not each time, and
// in the transactions that keep plans (`Identity.plans`, `planOnce`) planned once as well: with row-level security,
// planning takes longer than most of our statements themselves. A statement gets its name when it comes for the third
// time, so that texts made for one occasion never gather on the server; there are never more than a few hundred.
import { createHash } from 'node:crypto'
import pg from 'pg'

const repeats = 3
const mostNames = 400

/** A plan is kept for a minute, in milliseconds: tables grow, and one that was empty may hold an import by now. */
const planLife = 60_000
/** A plan that is made for any values expects a handful in a list: a statement with more of them is planned for itself. */
const mostInList = 50

/** Texts sent by this process: how often, until they have a name. */
export class StatementNames {
  readonly #seen = new Map<string, number | string>()
  readonly #most: number
  #named = 0

  constructor(most = mostNames) {
    this.#most = most
  }

  /** The statement's name, or undefined while it has none. The same in every connection. */
  nameOf(text: string): string | undefined {
    const seen = this.#seen.get(text) ?? 0
    if (typeof seen === 'string') return seen
    if (this.#named >= this.#most) return undefined
    if (seen + 1 < repeats) {
      this.#count(text, seen + 1)
      return undefined
    }
    const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    this.#seen.set(text, name)
    this.#named += 1
    return name
  }

  /** Texts that came once or twice are forgotten when there are too many of them. */
  #count(text: string, times: number): void {
    if (this.#seen.size > this.#most * 10) {
      for (const [one, seen] of this.#seen) if (typeof seen === 'number') this.#seen.delete(one)
    }
    this.#seen.set(text, times)
  }
}

/** A connection that names what it sends with values, and sends at once what is asked at once. A pool shares the names. */
export function namingClient(names: StatementNames): typeof pg.Client {
  return class extends pg.Client {
    #planned = performance.now()

    // `pg` has many ways to ask; this program's stores ask by text and values, and only those are named.
    override query(...given: unknown[]): never {
      const [text, values] = given
      this.#sendTogether()
      return Reflect.apply(
        super.query,
        this,
        typeof text === 'string' ? this.#asked(text, values, given) : given,
      ) as never
    }

    #asked(text: string, values: unknown, given: readonly unknown[]): readonly unknown[] {
      if (text.startsWith('begin;')) return [this.#withoutOldPlans(text), ...given.slice(1)]
      const name = Array.isArray(values) && mayBeNamed(values) ? names.nameOf(text) : undefined
      return name === undefined ? given : [{ name, text, values }, ...given.slice(2)]
    }

    /** What begins a transaction; old plans go with the same message. */
    #withoutOldPlans(text: string): string {
      const moment = performance.now()
      if (moment - this.#planned < planLife) return text
      this.#planned = moment
      return `discard plans; ${text}`
    }

    /** All that is asked until this turn of the program is over goes out in one write: each is a call of the system. */
    #sendTogether(): void {
      const { stream } = this.connection
      stream.cork()
      process.nextTick(() => stream.uncork())
    }
  }
}

const mayBeNamed = (values: readonly unknown[]) =>
  values.length > 0 && !values.some((value) => Array.isArray(value) && value.length > mostInList)
