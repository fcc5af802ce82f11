// How much is needed: sessions, minutes, or different periods with supervision in them; on its own or for so
// much work done ("60 minutes for every 8 practice hours"). SPEC 2.3.
import { strict, z } from '../../../platform/schema.ts'
import { countOf, type Interval, intervalOf } from './interval.ts'

export type AmountUnit = 'sessions' | 'minutes' | 'days' | 'weeks' | 'months' | 'quarters'
/** `days` … `quarters` count different calendar periods in which something was held. `forEvery`: the need grows with work done. */
export type Amount = { readonly count: number; readonly unit: AmountUnit; readonly forEvery: Interval | null }

/** Reads "2 sessions", "90 minutes", "1.5 hours", "10 different months", a bare number of sessions; null when it is none of these. */
export function amountOf(phrase: string | number): Amount | null {
  if (typeof phrase === 'number') return phrase > 0 ? { count: phrase, unit: 'sessions', forEvery: null } : null
  const [head = '', work] = phrase
    .trim()
    .toLowerCase()
    .split(/\s+(?:for every|per|for each)\s+/)
  const forEvery = work === undefined ? null : intervalOf(work)
  if (work !== undefined && (forEvery === null || (forEvery.unit !== 'shift' && forEvery.unit !== 'hour'))) return null
  const plain = plainAmountOf(head)
  return plain && { ...plain, forEvery }
}

function plainAmountOf(phrase: string): { count: number; unit: AmountUnit } | null {
  const mixed = /^(\d+)\s*(?:h|hours?)\s*(?:and\s+)?(\d+)\s*(?:m|min|mins|minutes?)$/.exec(phrase)
  if (mixed) return { count: Number(mixed[1]) * 60 + Number(mixed[2]), unit: 'minutes' }
  const [, number = '', unit = ''] = /^([\d.]+|[a-z]+)\s*(.*)$/.exec(phrase) ?? []
  const count = countOf(number)
  if (count === null || count <= 0) return null
  if (/^(session|meeting|time|occasion)?s?$/.test(unit)) return { count, unit: 'sessions' }
  if (/^(m|min|mins|minutes?)$/.test(unit)) return { count, unit: 'minutes' }
  if (/^(h|hours?)$/.test(unit)) return { count: count * 60, unit: 'minutes' }
  const [, period] = /^(?:different|distinct|separate)\s+(day|week|month|quarter)s?$/.exec(unit) ?? []
  return period ? { count, unit: `${period}s` as AmountUnit } : null
}

/** "2 sessions", "90 minutes", "10 different months". */
export function amountWords(count: number, unit: AmountUnit): string {
  const rounded = Math.round(count * 100) / 100
  const noun = rounded === 1 ? unit.slice(0, -1) : unit
  return unit === 'sessions' || unit === 'minutes' ? `${rounded} ${noun}` : `${rounded} different ${noun}`
}

const positive = z.number().positive().max(1_000_000)
const amountPhrase = z
  .string()
  .refine((phrase) => amountOf(phrase) !== null, {
    error: (issue) =>
      `“${String(issue.input)}” is not an amount. Say for example “1 session”, “90 minutes”, “1.5 hours” or “10 different months”.`,
  })
  .meta({
    description:
      'For example “2 sessions”, “90 minutes”, “1.5 hours”, “10 different months”, “60 minutes for every 8 practice hours”',
  })
const amountKeys = strict({
  sessions: positive.optional(),
  minutes: positive.optional(),
  hours: positive.optional(),
  differentDays: positive.optional(),
  differentWeeks: positive.optional(),
  differentMonths: positive.optional(),
  differentQuarters: positive.optional(),
  forEvery: z
    .string()
    .refine((phrase) => ['shift', 'hour'].includes(intervalOf(phrase)?.unit ?? ''), {
      error: 'Say an amount of work, such as “8 practice hours” or “10 shifts”.',
    })
    .optional(),
}).refine((keys) => Object.keys(keys).filter((key) => key !== 'forEvery').length === 1, {
  error:
    'Give exactly one of sessions, minutes, hours, differentDays, differentWeeks, differentMonths or differentQuarters.',
})

/** An amount as its author wrote it. */
export const amountText = z.union([positive, amountPhrase, amountKeys]).meta({ id: 'Amount' })
export type AmountText = z.infer<typeof amountText>

/** From what was written (already checked) to the amount itself. */
export function readAmount(text: AmountText): Amount {
  if (typeof text !== 'object') return amountOf(text) ?? { count: 1, unit: 'sessions', forEvery: null }
  const forEvery = text.forEvery === undefined ? null : intervalOf(text.forEvery)
  if (text.minutes) return { count: text.minutes, unit: 'minutes', forEvery }
  if (text.hours) return { count: text.hours * 60, unit: 'minutes', forEvery }
  if (text.differentDays) return { count: text.differentDays, unit: 'days', forEvery }
  if (text.differentWeeks) return { count: text.differentWeeks, unit: 'weeks', forEvery }
  if (text.differentMonths) return { count: text.differentMonths, unit: 'months', forEvery }
  if (text.differentQuarters) return { count: text.differentQuarters, unit: 'quarters', forEvery }
  return { count: text.sessions ?? 1, unit: 'sessions', forEvery }
}
