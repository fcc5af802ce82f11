// The small language in which group time is credited: numbers, minutes, attendees, supervisors, + - * / ( ),
// min(a, b), max(a, b) and if(a > b, then, otherwise). It can do nothing else. SPEC 2.3.
import { didYouMean } from '../../../platform/nearest-word.ts'

/** What a formula may speak of: minutes attended, supervisees present, supervisors present, sessions (1). */
export type FormulaValues = {
  readonly minutes: number
  readonly attendees: number
  readonly supervisors: number
  readonly sessions: number
}
export type Formula = (values: FormulaValues) => number
export type FormulaReading =
  | { readonly ok: true; readonly value: Formula }
  | { readonly ok: false; readonly reason: string }

const names = ['minutes', 'attendees', 'supervisors', 'sessions'] as const
const longest = 200

/** Reads a formula once; the result is never below 0, and 0 when it divides by nothing. Never throws. */
export function readFormula(text: string): FormulaReading {
  if (text.length > longest) return { ok: false, reason: `A formula has at most ${longest} characters.` }
  const tokens = text.match(/\s*(\d+(?:\.\d+)?|[A-Za-z]+|<=|>=|[-+*/(),<>=]|\S)/g)?.map((token) => token.trim()) ?? []
  const reader = new Reader(tokens)
  try {
    const formula = reader.comparison()
    if (reader.next() !== null)
      return { ok: false, reason: `The formula “${text}” should end before “${reader.next()}”.` }
    return { ok: true, value: (values) => safe(formula(values)) }
  } catch (error) {
    if (error instanceof FormulaFault) return { ok: false, reason: `In the formula “${text}”: ${error.message}` }
    throw error
  }
}

const safe = (result: number): number => (Number.isFinite(result) ? Math.max(0, result) : 0)

class FormulaFault extends Error {}

const operators: Record<string, (one: number, other: number) => number> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  '<': (one, other) => Number(one < other),
  '>': (one, other) => Number(one > other),
  '<=': (one, other) => Number(one <= other),
  '>=': (one, other) => Number(one >= other),
  '=': (one, other) => Number(one === other),
}

class Reader {
  #at = 0
  #depth = 0
  readonly #tokens: string[]
  constructor(tokens: string[]) {
    this.#tokens = tokens
  }

  next = (): string | null => this.#tokens[this.#at] ?? null
  comparison = (): Formula => this.#chain(['<', '>', '<=', '>=', '='], this.#sum)
  #sum = (): Formula => this.#chain(['+', '-'], this.#product)
  #product = (): Formula => this.#chain(['*', '/'], this.#single)

  #chain(signs: string[], part: () => Formula): Formula {
    let left = part()
    for (let sign = this.next(); sign !== null && signs.includes(sign); sign = this.next()) {
      this.#at++
      const [before, after, join] = [left, part(), operators[sign]!]
      left = (values) => join(before(values), after(values))
    }
    return left
  }

  #single = (): Formula => {
    const token = this.next()
    this.#at++
    if (token === null) throw new FormulaFault('something is missing at the end.')
    if (token === '-') return this.#negated()
    if (token === '(') return this.#bracketed()
    if (/^\d/.test(token)) return () => Number(token)
    if (token === 'min' || token === 'max' || token === 'if') return this.#call(token)
    const name = names.find((known) => known === token)
    if (name) return (values) => values[name]
    throw new FormulaFault(
      `“${token}” means nothing here; use ${names.join(', ')}, min, max or if.${didYouMean(token, names)}`,
    )
  }

  #negated(): Formula {
    const inner = this.#single()
    return (values) => -inner(values)
  }

  #bracketed(): Formula {
    if (++this.#depth > 20) throw new FormulaFault('there are too many brackets.')
    const inner = this.comparison()
    this.#expect(')')
    return inner
  }

  #call(name: 'min' | 'max' | 'if'): Formula {
    this.#expect('(')
    const given = [this.comparison()]
    while (this.next() === ',') {
      this.#at++
      given.push(this.comparison())
    }
    this.#expect(')')
    const [test, then, otherwise] = given
    if (name !== 'if') return (values) => Math[name](...given.map((one) => one(values)))
    if (!test || !then || !otherwise || given.length !== 3)
      throw new FormulaFault('if needs three parts: if(a > b, then, otherwise).')
    return (values) => (test(values) ? then(values) : otherwise(values))
  }

  #expect(wanted: string): void {
    const found = this.next()
    if (found !== wanted)
      throw new FormulaFault(`“${wanted}” is missing${found === null ? ' at the end' : ` before “${found}”`}.`)
    this.#at++
  }
}
