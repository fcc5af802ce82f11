// What waits for somebody: a text of their set to agree to, or one that a set has told them.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { belongs } from '../set/set.ts'
import { findSetsOf } from '../set/set.store.ts'
import { findToAgree, findToRead } from './announcement.store.ts'

/** One need for each text that the asker has to agree to, or to read. */
export async function announcementNeeds(work: Work): Promise<readonly Need[]> {
  const needs: Need[] = (await findToRead(work)).map((one) => ({
    urgency: 'soon',
    title: 'A learning set has told you something',
    reason: 'Everybody in that set agreed that you should know it.',
    button: { label: 'Read it', href: `/action-learning/announcements/${one.id}` },
  }))
  if (!work.asker.standing.has('in a set')) return needs
  const sets = (await findSetsOf(work, work.asker.person)).filter((set) => belongs(set, work.asker.person, work.today))
  for (const one of await findToAgree(
    work,
    sets.map((set) => set.id),
  ))
    needs.push({
      urgency: 'soon',
      title: 'May this be told outside your set?',
      reason: 'It is told only when everybody in the set agrees to the exact words.',
      button: { label: 'Look at it', href: `/action-learning/announcements/${one.id}` },
    })
  return needs
}
