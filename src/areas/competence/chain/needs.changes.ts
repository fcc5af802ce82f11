// A break in the chain, told to the safeguarding lead and to whoever supervises the person where it breaks (SPEC 9.2). Reads only.
import type { Need } from '../../../platform/area.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findPairsOf } from '../../supervision/index.ts'
import { isLead } from '../supervisors/supervisors.access.ts'
import { findSupervisors } from '../supervisors/supervisors.changes.ts'
import type { Supervisor } from '../supervisors/supervisor.ts'

/** The asker's own needs by breaks in the chain. */
export async function chainNeeds(work: Work): Promise<readonly Need[]> {
  if (isLead(work.asker)) return forLead(await brokenAmong(work, null))
  const pairs = await findPairsOf(work, work.asker.person)
  const below = pairs.filter((pair) => pair.state === 'agreed' && pair.supervisor === work.asker.person)
  if (below.length === 0) return []
  const broken = await brokenAmong(work, [...new Set(below.map((pair) => pair.supervisee))])
  return broken.map((one) => ({
    urgency: 'now',
    title: `Find a date with ${one.name}, whose own supervision is out of date`,
    reason: `They supervise others. It was due by ${one.own?.due ? formatDay(one.own.due) : 'now'}`,
    by: one.own?.due ?? undefined,
    button: { label: 'Book it', href: `/supervision/booking?side=me&with=${one.person}` },
  }))
}

/** Those of them whose supervision is out of date with nothing booked; never the asker. */
async function brokenAmong(work: Work, people: Parameters<typeof findSupervisors>[1]): Promise<readonly Supervisor[]> {
  const { supervisors } = await findSupervisors(work, people)
  return supervisors.filter(
    ({ person, own }) => person !== work.asker.person && own?.state === 'out of date' && own.next === null,
  )
}

function forLead(broken: readonly Supervisor[]): readonly Need[] {
  if (broken.length === 0) return []
  const names = broken.slice(0, 3).map((one) => one.name)
  const more = broken.length > 3 ? ` and ${broken.length - 3} more` : ''
  return [
    {
      urgency: 'soon',
      title: `The chain of supervision breaks at ${broken.length === 1 ? 'one place' : `${broken.length} places`}`,
      reason: `Own supervision is out of date, and none is booked: ${names.join(', ')}${more}`,
      button: { label: 'See where', href: '/supervision-chain' },
    },
  ]
}
