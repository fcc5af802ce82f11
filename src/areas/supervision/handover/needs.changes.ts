// What waits for somebody about cases: an offer to answer. Names and days only, never a reference (SPEC 12.6).
import type { Need } from '../../../platform/area.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../supervision.changes.ts'
import { endOfOffer, isOpen } from './handover.ts'
import { findOffersTo } from './handover.store.ts'

/** One need for each case that a colleague offers to the asker. */
export async function needsOfCases(work: Work): Promise<readonly Need[]> {
  const offers = (await findOffersTo(work, work.asker.person)).filter((one) => isOpen(one, work.moment))
  if (offers.length === 0) return []
  const nameOf = await namer(
    work,
    offers.map((one) => one.from),
  )
  return offers.map((one) => {
    const end = londonDay(endOfOffer(one.offeredAt))
    return {
      urgency: 'soon',
      title: `${nameOf(one.from)} offers to hand a case over to you`,
      reason: `Read it and accept or decline by ${formatDay(end)}.`,
      button: { label: 'Look at it', href: `/cases/${one.case}` },
      by: end,
    }
  })
}
