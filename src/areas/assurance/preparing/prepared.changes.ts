// Gathers what pages say of preparing: the figures of some people, and what a line manager was told.
import type { Need } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { preparedFor, toldOfPostponing } from '../../supervision/index.ts'
import { countedSpan, countedTypes, type PreparedFigure, preparedFigures } from './prepared.ts'

/** How often these people came prepared in the three months up to a day; everybody when no people are given. */
export async function preparedOf(
  work: Work,
  people: readonly PersonId[] | null,
  day: Day,
): Promise<readonly PreparedFigure[]> {
  const counted = countedTypes(await policyOn(work, day))
  if (counted.length === 0) return []
  const types = counted.map((one) => one.type)
  return preparedFigures(counted, await preparedFor(work, { people, types, ...countedSpan(day) }))
}

/** So long a manager sees that a session was put off, when no new date comes first. */
const SHOWN_DAYS = 28

/** Sessions that were put off for want of preparation, for the line manager who was told: who, which day, by when; no more. */
export async function putOffNeeds(work: Work): Promise<readonly Need[]> {
  const since = addMinutes(work.moment, -SHOWN_DAYS * 24 * 60)
  const told = (await toldOfPostponing(work, work.asker.person, since)).filter((one) => one.rebooked === null)
  if (told.length === 0) return []
  const names = await namesOf(
    work,
    told.map((one) => one.person),
  )
  const policy = await policyOn(work)
  return told.map((one) => ({
    urgency: 'soon',
    title: `${names.get(one.person) ?? 'Somebody'}: a session was put off`,
    reason: `${policy.type(one.type)?.name ?? 'Supervision'} of ${formatDay(one.day)} had not been prepared.${
      one.deadline ? ` A new date is due by ${formatDay(one.deadline)}.` : ''
    }`,
    button: { label: 'See how they stand', href: `/people/${one.person}/obligations` },
    by: one.deadline ?? one.day,
  }))
}
