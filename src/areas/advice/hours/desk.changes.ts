// The desk of the policy that holds today, and what is open at this moment. Reads only.
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { bankHolidaysBetween, policyHistory, policyOn } from '../../policy/index.ts'
import { type Desk, type DeskNow, deskNow, type Holiday } from './desk-hours.ts'
import { deskIn } from './desk.view.ts'

export type DeskToday = { readonly desk: Desk; readonly holiday: Holiday; readonly now: DeskNow }

/** The desk with its state at the work's moment; null when no policy in force has one. SPEC 8.1. */
export async function deskToday(work: Work): Promise<DeskToday | null> {
  const desk = deskIn(await policyOn(work))
  if (!desk) return null
  const holidays = bankHolidaysBetween(await policyHistory(work), addDays(work.today, -2), addDays(work.today, 400))
  const holiday = (day: Day) => holidays.get(day) ?? null
  return { desk, holiday, now: deskNow(desk, holiday, work.moment) }
}
