// What waits for somebody about concerns: a lead reads them, a manager agrees a plan, a colleague hears of one. Reads only.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../lead.changes.ts'
import { findConcernsBy, findConcernsNaming, findConcernsOfOthers } from './concern.store.ts'
import { type Concern, isTold, stateOf, tellsColleague } from './concern.ts'
import { waitsForLead } from './concern.view.ts'
import { findPractices } from '../practice/practice.store.ts'
import { lookAgainOn, practiceState } from '../practice/practice.ts'
import { nextFor } from '../practice/step.ts'
import { findSteps } from '../practice/step.store.ts'

/** Concerns of others that the asker may read, of the last two years; those taken back are left out. */
export async function passedOnTo(work: Work): Promise<readonly Concern[]> {
  const since = londonMoment(addDays(work.today, -730), '12:00')
  if (since === null) return []
  return (await findConcernsOfOthers(work, since)).filter((one) => stateOf(one) !== 'taken back')
}

/** The asker's needs about concerns. */
export async function concernNeeds(work: Work): Promise<readonly Need[]> {
  return [
    ...(await needsOfLead(work)),
    ...(await needsOfManager(work)),
    ...(await needsOfNamed(work)),
    ...(await needsOfSteps(work)),
  ]
}

async function needsOfLead(work: Work): Promise<readonly Need[]> {
  const theirs = await passedOnTo(work)
  const mine = await findConcernsBy(work, work.asker.person)
  const waiting = theirs.filter(waitsForLead).map(
    (concern): Need => ({
      urgency: 'now',
      // The day and time tell two of them apart, for whoever hears the links alone.
      title: `${concern.outcome === 'not shared' ? 'Look at a decision not to share' : 'Read what was passed on to you'} on ${formatMoment(concern.raisedAt)}`,
      reason: 'It waits until somebody has looked at it.',
      button: { label: 'Read it', href: `/concerns/${concern.id}` },
    }),
  )
  const toTell = [...theirs, ...mine].filter(
    (concern) =>
      stateOf(concern) === 'open' && concern.named !== null && tellsColleague(concern.kind) && !isTold(concern),
  )
  return [
    ...waiting,
    ...toTell.map(
      (concern): Need => ({
        urgency: 'soon',
        title: 'Tell a colleague as soon as it is safe',
        reason: 'They have not been told that a concern was passed on, because it would have put somebody at risk.',
        button: { label: 'Look at it', href: `/concerns/${concern.id}` },
      }),
    ),
  ]
}

async function needsOfManager(work: Work): Promise<readonly Need[]> {
  const practices = await findPractices(work, { manager: work.asker.person })
  const nameOf = await namer(
    work,
    practices.map((one) => one.person),
  )
  return practices.flatMap((practice): Need[] => {
    const state = practiceState(practice)
    const again = lookAgainOn(practice)
    const button = { label: 'Open it', href: `/practice-concerns/${practice.id}` }
    if (state === 'waiting for a plan')
      return [
        {
          urgency: 'now',
          title: `Agree a plan of support with ${nameOf(practice.person)}`,
          reason: `Something was written for you on ${formatMoment(practice.raisedAt)}.`,
          button,
        },
      ]
    if (state !== 'plan agreed' || again === null || again > work.today) return []
    const title = `Look at the plan of support again with ${nameOf(practice.person)}`
    return [{ urgency: 'soon', title, reason: 'The day you set has come.', button, by: again }]
  })
}

async function needsOfNamed(work: Work): Promise<readonly Need[]> {
  const naming = await findConcernsNaming(work, work.asker.person)
  return naming
    .filter(
      (one) => isTold(one) && stateOf(one) !== 'taken back' && one.entries.every((entry) => entry.kind !== 'seen'),
    )
    .map((concern) => ({
      urgency: 'soon',
      title: 'There is something for you to know',
      reason: 'Something was passed on that is about you.',
      button: { label: 'See it', href: `/concerns/${concern.id}` },
    }))
}

/** Steps of plans of support whose day is near, for whoever does them; nothing of what they are. */
async function needsOfSteps(work: Work): Promise<readonly Need[]> {
  const { person } = work.asker
  const all = [...(await findPractices(work, { manager: person })), ...(await findPractices(work, { person }))]
  const going = all.filter((one) => practiceState(one) === 'plan agreed' && (one.told || one.manager === person))
  if (going.length === 0) return []
  const steps = await findSteps(
    work,
    going.map((one) => one.id),
  )
  return going.flatMap((practice): Need[] => {
    const doer = practice.manager === person ? 'manager' : 'person'
    const next = nextFor(steps.get(practice.id) ?? [], doer, work.today)
    if (!next) return []
    return [
      {
        urgency: next.due < work.today ? 'now' : 'soon',
        title: 'Do a step of a plan of support and development',
        reason: `You agreed to do it by ${formatDay(next.due)}.`,
        button: { label: 'Open the plan', href: `/practice-concerns/${practice.id}` },
        by: next.due,
      },
    ]
  })
}
