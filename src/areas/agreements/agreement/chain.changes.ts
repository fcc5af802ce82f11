// Agreements that follow one another hold one after the other, never two at once (SPEC 4.4). When a later one begins sooner than
// was thought, or is ended before it began, those before it hold no longer than that; when an ending is undone they get their
// days back.
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, type AgreementId, holdUntil } from './agreement.ts'
import { holdAgreement } from './agreement.store.ts'
import { keep } from './keeping.changes.ts'

/** Whatever comes before an agreement and was replaced or ended holds until `day` at the latest. */
export async function cutEarlier(work: Work, follows: AgreementId | null, { day }: { day: Day }): Promise<void> {
  const earlier = follows && (await holdAgreement(work, follows))
  if (!earlier || earlier.until === null || earlier.until <= day) return
  if (earlier.state !== 'replaced' && earlier.state !== 'ended') return
  await keep(work, holdUntil(earlier, day), { happened: [], deed: 'agreement cut short' })
  await cutEarlier(work, earlier.follows, { day })
}

/** Whatever was replaced before an agreement holds until the later one begins, as it did before that was ended. */
export async function restoreEarlier(work: Work, later: Pick<Agreement, 'follows' | 'from'>): Promise<void> {
  const earlier = later.follows && (await holdAgreement(work, later.follows))
  if (!earlier || earlier.state !== 'replaced' || later.from === null) return
  if (earlier.until === null || earlier.until >= later.from) return
  await keep(work, holdUntil(earlier, later.from), { happened: [], deed: 'agreement holds on' })
  await restoreEarlier(work, earlier)
}
