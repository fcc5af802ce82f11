// What home says of somebody's open actions: how many, and since when, never what they are.
import type { Need } from '../../platform/area.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import { formatDay } from '../../platform/time/words.ts'
import { type ActionFacts, byDue } from './action.ts'

/** One line for all open actions that are due within a week or before; none when the first is further off. */
export function needOf(open: readonly ActionFacts[], today: Day): Need | null {
  const near = [...open].sort(byDue).filter((action) => action.due <= addDays(today, 7))
  const first = near[0]
  if (!first) return null
  const count = near.length === 1 ? 'an action' : `${near.length} actions`
  const late = first.due < today
  return {
    urgency: late ? 'now' : 'soon',
    title: `Report on ${count}`,
    reason: `${near.length === 1 ? 'It' : 'The first'} ${late ? 'was' : 'is'} due ${formatDay(first.due)}.`,
    button: { label: 'Report', href: near.length === 1 ? `/actions/${first.id}` : '/actions' },
    by: first.due,
  }
}
