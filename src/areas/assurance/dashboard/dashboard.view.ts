// What a dashboard page needs, gathered once: the day, the standings, names, the target, how many figures still wait.
import { addDays, addMonths, type Day, parseDay } from '../../../platform/time/day.ts'
import type { Policy } from '../../policy/index.ts'

/** The day asked for, and what is wrong with it when it is no day: 'as-at' as ISO, or in three boxes. */
export function dayAsked(query: (name: string) => string, today: Day): { readonly day: Day; readonly fault?: string } {
  const iso = query('as-at')
  const [date, month, year] = [query('as-at-day'), query('as-at-month'), query('as-at-year')]
  const text =
    iso || (date || month || year ? `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : '')
  if (text === '') return { day: today }
  const day = parseDay(text)
  if (!day) return { day: today, fault: 'The day must be a real date, such as 20 11 2026' }
  if (day > addMonths(today, 12)) return { day: today, fault: 'The day must be within the next 12 months' }
  return { day }
}

/** The lowest target for coverage among the packs in force, in per cent; null when none sets one. */
export function coverageTarget(policy: Policy): number | null {
  const targets = policy.packs.flatMap((pack) =>
    (pack.targets ?? []).flatMap((target) =>
      target.measure === 'coverage' && typeof target.atLeast === 'string' ? [Number.parseFloat(target.atLeast)] : [],
    ),
  )
  return targets.length === 0 ? null : Math.min(...targets)
}

/** The last day of each of the twelve months before this one, then the day itself. */
export function trendDays(day: Day): readonly Day[] {
  const firstOfMonth = `${day.slice(0, 8)}01` as Day
  const ends = Array.from({ length: 12 }, (_, index) => addDays(addMonths(firstOfMonth, index - 11), -1))
  return [...ends, day]
}
