// What waits for somebody of learning points: one to agree to, to read over, to approve, to change; and those sent to them.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { approversOfPoint } from '../learning-points/learning-point.access.ts'
import { findPointAgreed, findPointsOnTheirWay } from '../learning-points/learning-point.store.ts'
import type { LearningPoint } from '../learning-points/learning-point.ts'
import { pointAddress, sentAddress } from '../learning-points/learning-point.view.ts'
import { unreadOf } from './told.changes.ts'

/** One need for each learning point that asks something of the asker. */
export async function learningNeeds(work: Work): Promise<readonly Need[]> {
  const needs: Need[] = []
  for (const point of await findPointsOnTheirWay(work)) {
    const words = await asked(work, point)
    if (words) needs.push({ urgency: 'soon', ...words, button: { label: 'Look at it', href: pointAddress(point) } })
  }
  for (const released of await unreadOf(work))
    needs.push({
      urgency: 'later',
      title: 'Something to learn from',
      reason: 'Colleagues learned it and agreed to share it with your team.',
      button: { label: 'Read it', href: sentAddress(released) },
    })
  return needs
}

async function asked(work: Work, point: LearningPoint): Promise<Pick<Need, 'title' | 'reason'> | null> {
  const me = work.asker.person
  if (point.state === 'to be read' && point.secondReader === me)
    return { title: 'A learning point to read over', reason: 'You are asked whether anybody could be known by it.' }
  if (approversOfPoint.may(work.asker, { point }) && point.secondReader !== me)
    return { title: 'A learning point to approve', reason: 'Everybody whose it is has agreed, and it was read over.' }
  if ((point.state === 'sent back' || point.state === 'declined') && point.draftedBy === me)
    return { title: 'A learning point came back to you', reason: 'Change its words, or withdraw it.' }
  if (point.state !== 'asked' || !point.concerned.includes(me)) return null
  const agreed = await findPointAgreed(work, point.id)
  if (agreed.some((one) => one.person === me && one.textHash === point.textHash)) return null
  return {
    title: 'May this be shared as a learning point?',
    reason: 'It is sent only when all of you agree to the exact words.',
  }
}
