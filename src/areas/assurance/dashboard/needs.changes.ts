// What the asker needs to do about their own supervision: book what is overdue or due soon and has no date yet (DESIGN 1).
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { sessionsAhead } from '../../supervision/index.ts'
import { answersFor, type PersonAnswer, standingOf } from '../figures/answers.changes.ts'
import { byUrgency } from './coverage.ts'
import { dashboardPolicy } from './dashboard.changes.ts'

/** One need for each kind of mandatory supervision that presses and is not booked. */
export async function ownNeeds(work: Work): Promise<readonly Need[]> {
  const answers = await answersFor(work, work.asker.person, work.today)
  const pressing = answers.filter(presses).sort((a, b) => byUrgency(standingOf(a), standingOf(b)))
  if (pressing.length === 0) return []
  const { names } = await dashboardPolicy(work, work.today)
  const needs: Need[] = []
  for (const one of pressing) {
    const type = one.requirement.types[0] ?? ''
    if ((await sessionsAhead(work, [work.asker.person], type)).size > 0) continue
    const name = names.get(type) ?? one.requirement.name
    needs.push({
      urgency: one.answer.state === 'due soon' ? 'soon' : 'now',
      title: `Book your ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      reason: one.answer.reasons[0]?.text ?? '',
      button: { label: 'Find a date', href: `/supervision/booking?side=they&type=${encodeURIComponent(type)}` },
      by: one.answer.dueOn ?? undefined,
    })
  }
  return needs
}

/** Mandatory, and overdue, never had or due soon. */
export const presses = ({ requirement, answer }: PersonAnswer): boolean =>
  requirement.strength === 'mandatory' && ['overdue', 'never had', 'due soon'].includes(answer.state)
