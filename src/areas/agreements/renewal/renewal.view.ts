// What waits for somebody in renewals, as lines of "what you need to do" (SPEC 4.4, 13.1). Names and days only. They stay until
// the next contract has been begun; from then on it is signing that waits.
import type { Need } from '../../../platform/area.ts'
import type { Id } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { pressure, type RenewalStep } from './renewal.ts'

/** A renewal that is open to the asker. */
export type OpenRenewal = {
  readonly agreement: Id<'agreement'>
  /** The contract's name in the policy. */
  readonly name: string
  readonly groundRules: boolean
  /** The others' names: 'Tom Whitfield'. */
  readonly others: string
  readonly until: Day
  readonly step: RenewalStep
}

/** A need for each renewal in which the asker has something to do now; who waits for the other has nothing to do. */
export const renewalNeed = (one: OpenRenewal, today: Day): readonly Need[] => {
  const href = `/agreements/${one.agreement}/renewal`
  const what = one.groundRules ? 'ground rules' : `contract with ${one.others}`
  const reason = endWords(one, today)
  const base = { urgency: pressure(one.until, today), by: one.until }
  if (one.step.step === 'look back')
    return [
      {
        ...base,
        title: `Look back with ${one.others} and renew your contract`,
        reason: `${reason} A few questions first, each of you alone.`,
        button: { label: 'Look back', href },
      },
    ]
  if (one.step.step !== 'ready') return []
  return [{ ...base, title: `Begin your new ${what}`, reason, button: { label: 'Go on', href } }]
}

function endWords({ name, until }: OpenRenewal, today: Day): string {
  const last = formatDay(addDays(until, -1))
  return until > today
    ? `${name}: it holds until ${last}.`
    : `${name}: it held until ${last}. Nothing can be booked under it.`
}
