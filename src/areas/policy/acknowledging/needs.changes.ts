// What the policy asks of people at home: to read what is new to them, and, of whoever looks after a policy, to review it.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleWithRole } from '../../people/index.ts'
import { policyKeepers } from '../version/version.access.ts'
import { policyHistory } from '../version/version.changes.ts'
import { holdsToday, type InForce, reviewOf } from '../version/version.ts'
import { isInduction } from './acknowledgement.ts'
import { myReading } from './acknowledgement.changes.ts'
import { keepersInTurn } from './keeper.ts'

/** Not to be read yet in a hurry when there is longer than this. */
const SOON_DAYS = 14

/** One need for all that the asker has still to read; none when there is nothing (SPEC 1.5). */
export async function readingNeeds(work: Work): Promise<readonly Need[]> {
  const standing = await myReading(work)
  const [first, ...more] = standing?.toRead ?? []
  if (!standing || !first) return []
  const induction = isInduction(first, standing.started, work.today)
  const late = first.by < work.today
  const soon = induction || first.by <= addDays(work.today, SOON_DAYS)
  const what = more.length === 0 ? first.packName : `${first.packName} and ${more.length} more`
  const due = late ? `It was asked for by ${formatDay(first.by)}` : `Please confirm by ${formatDay(first.by)}`
  return [
    {
      urgency: late || soon ? 'soon' : 'later',
      title: titleOf(induction, first.readBefore !== null),
      reason: `${what}: what it asks of you, and where to turn, in a few minutes. ${due}.`,
      button: { label: 'Read it', href: `/policy/versions/${first.version}/in-short` },
      by: late ? work.today : first.by,
    },
  ]
}

function titleOf(induction: boolean, again: boolean): string {
  if (again) return 'Read what is new in the policy for supervision'
  return induction ? 'Read the policy for supervision, as part of your induction' : 'Read the policy for supervision'
}

/** For whoever looks after a policy: its review is near, or has passed (SPEC 2.1). */
export async function reviewNeeds(work: Work): Promise<readonly Need[]> {
  if (work.asker.roles.size === 0) return []
  const pressing = (await policyHistory(work)).filter(
    (one) => holdsToday(one, work.today) && reviewOf(one.pack, work.today) !== 'not yet',
  )
  const needs: Need[] = []
  for (const one of pressing) if (await looksAfter(work, one)) needs.push(reviewNeed(work, one))
  return needs
}

/** The first of the pack's keepers in turn that anybody holds is who looks after it. */
async function looksAfter(work: Work, { pack }: InForce): Promise<boolean> {
  for (const role of keepersInTurn(pack)) {
    if (work.asker.roles.has(role)) return true
    if ((await peopleWithRole(work, role, work.today)).length > 0) return false
  }
  return false
}

function reviewNeed(work: Work, { pack, version }: InForce): Need {
  const lapsed = reviewOf(pack, work.today) === 'lapsed'
  const day = formatDay(pack.review as typeof work.today)
  return {
    urgency: 'soon',
    title: lapsed ? `The review of “${pack.name}” has lapsed` : `Review “${pack.name}”`,
    reason: `${lapsed ? 'It should have been reviewed by' : 'Its review is due by'} ${day}. A new version, with the day of its next review, puts it right.`,
    button: policyKeepers.may(work.asker, null)
      ? { label: 'Look at the policy', href: `/set-up/policy/${version.id}` }
      : { label: 'Look at the policy', href: `/policy/versions/${version.id}` },
    by: lapsed ? work.today : pack.review,
  }
}
