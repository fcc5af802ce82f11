// What waits for those who look after a set: rules to begin, or to agree again because somebody joined or left.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { belongs } from '../set/set.ts'
import { findSetsOf } from '../set/set.store.ts'
import { rulesOf } from './set-rules.changes.ts'
import { mayBegin, toBegin } from './set-rules.ts'

/** One need for each set whose rules the asker may begin now. */
export async function setRulesNeeds(work: Work): Promise<readonly Need[]> {
  if (!work.asker.standing.has('in a set')) return []
  const { person } = work.asker
  const sets = (await findSetsOf(work, person)).filter((set) => belongs(set, person, work.today))
  const needs: Need[] = []
  for (const set of sets) {
    const begin = toBegin(set, await rulesOf(work, set.id), work.today)
    if (!begin || !mayBegin(set, { begin, by: person, day: work.today })) continue
    const isFirst = begin.what === 'first rules'
    needs.push({
      urgency: 'soon',
      title: isFirst ? `Begin the ground rules of ${set.name}` : `Agree the ground rules of ${set.name} again`,
      reason: isFirst
        ? 'A set agrees how its people want to be with each other before it begins.'
        : 'Somebody joined or left, or their time is over. The rules in force hold until the new ones are signed.',
      button: { label: 'Go to the set', href: `/action-learning/sets/${set.id}` },
    })
  }
  return needs
}
