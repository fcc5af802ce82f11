// What waits for somebody about evidence of team supervision: for its supervisor to write it, for the lead of the team to read it.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { termsIn } from '../terms/terms.view.ts'
import { type EvidenceToWrite, findNewEvidence, findWithoutEvidence } from './team-evidence.store.ts'

const WEEKS_BACK = 13
/** For so long evidence stands among the things to read, whether it was read or not: nothing but the trail knows that. */
const DAYS_NEW = 7

/** The asker's open needs about evidence for team leads. */
export async function evidenceNeeds(work: Work): Promise<readonly Need[]> {
  const since = addMinutes(work.moment, -WEEKS_BACK * 7 * 24 * 60)
  const held = await findWithoutEvidence(work, work.asker.person, since)
  const policy = held.length > 0 ? await policyOn(work) : null
  const toWrite = held.filter((one) => policy && termsIn(policy, one.type)?.evidenceParts)
  return [
    ...toWrite.map((one) =>
      needOf(work, one, {
        title: 'Send the team lead the evidence',
        button: 'Write',
        why: 'Themes and team actions, no cases.',
      }),
    ),
    ...(await findNewEvidence(work, addMinutes(work.moment, -DAYS_NEW * 24 * 60))).map((one) =>
      needOf(work, one, {
        title: 'Read that your team had its supervision',
        button: 'Read',
        why: 'Themes and team actions.',
      }),
    ),
  ]
}

function needOf(work: Work, one: EvidenceToWrite, words: { title: string; button: string; why: string }): Need {
  const day = londonDay(one.startsAt)
  return {
    urgency: addDays(day, 14) < work.today ? 'soon' : 'later',
    title: `${words.title}, ${formatDay(day)}`,
    reason: words.why,
    button: { label: words.button, href: `/sessions/${one.session}/team-evidence` },
    by: day,
  }
}
