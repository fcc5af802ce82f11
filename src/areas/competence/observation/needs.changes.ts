// What home says of observations: to those asked, that they are; to whoever observes, what is next; to a supervisor, what was
// written or is overdue; to safeguarding leads, who is overdue; to those who get reports, that there is one.
import type { Need } from '../../../platform/area.ts'
import { addMonths } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { partOfAsker, type Watched, watchedUnder } from '../observing/duty.changes.ts'
import { dutyState } from '../observing/duty.ts'
import { isOpen, type Observation, stageOf } from './observation.ts'
import { findAhead, findObservations, findOwnConsent, findReceived } from './observation.store.ts'
import { observingIn } from '../observing/observing.view.ts'

/** All of it for the asker. */
export async function observationNeeds(work: Work): Promise<readonly Need[]> {
  const all = observingIn(await policyOn(work))
  if (all.length === 0) return []
  return [
    ...(await toAnswer(work)),
    ...(await asObserver(work)),
    ...(await asSupervisor(work, await watchedUnder(work, all, [work.asker.person]))),
    ...(await asLookingOn(work)),
  ]
}

async function toAnswer(work: Work): Promise<readonly Need[]> {
  const needs: Need[] = []
  for (const one of await findAhead(work, work.asker.person)) {
    const { session } = one
    if (session === null || stageOf(one, work.moment) !== 'asking') continue
    if ((await findOwnConsent(work, one.id)) !== null) continue
    needs.push({
      urgency: 'soon',
      title: 'Say whether your session may be observed',
      reason: `It is about the supervisor’s practice. Somebody comes on ${formatDay(londonDay(session.startsAt))} only if everybody agrees.`,
      button: { label: 'Answer', href: `/sessions/${session.id}#observation` },
      by: londonDay(session.startsAt),
    })
  }
  return needs
}

const nextOf: Partial<Record<ReturnType<typeof stageOf>, { title: string; label: string }>> = {
  'to be written': { title: 'Write down what you saw', label: 'Write it down' },
  'to be passed on': { title: 'Send the report of an observation to the director', label: 'Look at it' },
}

async function asObserver(work: Work): Promise<readonly Need[]> {
  const own = await findObservations(work, { observer: work.asker.person })
  return own.flatMap((one) => {
    const next = nextOf[stageOf(one, work.moment)]
    if (next === undefined || one.session === null) return []
    const on = londonDay(one.session.startsAt)
    const reason = `You observed a session on ${formatDay(on)}.`
    return [
      { urgency: 'soon', title: next.title, reason, button: { label: next.label, href: hrefOf(one) }, by: on } as const,
    ]
  })
}

const hrefOf = (one: Observation): string => `/observations/${one.id}`

async function asSupervisor(work: Work, watched: readonly Watched[]): Promise<readonly Need[]> {
  const own = await findObservations(work, { supervisor: work.asker.person })
  const sent = own.filter((one) => one.version > 0 && one.passedAt === null && one.comment?.version !== one.version)
  const open = own.some((one) => isOpen(stageOf(one, work.moment)))
  const overdue = watched.filter((one) => dutyState(one.due, work.today) === 'overdue' && !open)
  return [
    ...sent.map(
      (one): Need => ({
        urgency: 'soon',
        title: 'Read what was seen when you were observed, and comment',
        reason: 'What you say goes with the report to the director.',
        button: { label: 'Read it', href: hrefOf(one) },
      }),
    ),
    ...overdue.map(
      (one): Need => ({
        urgency: 'later',
        title: 'Your supervision was due to be observed',
        reason: `It was due by ${formatDay(one.due)}. You can book one session for it: tell whoever observes which would suit.`,
        button: { label: 'See your sessions', href: '/supervision' },
        by: one.due,
      }),
    ),
  ]
}

/** For whoever observes or leads: who is overdue with nothing planned. For those who get reports: what they have not received. */
async function asLookingOn(work: Work): Promise<readonly Need[]> {
  const part = await partOfAsker(work)
  const looks = part.leads ? observingIn(await policyOn(work)) : part.observes
  const needs: Need[] = []
  if (looks.length > 0) {
    const open = (await openNow(work)).map((one) => one.supervisor)
    const late = (await watchedUnder(work, looks)).filter(
      (one) => one.due < work.today && !open.includes(one.person) && one.person !== work.asker.person,
    )
    if (late.length > 0) needs.push(lateNeed(late.length, part.observes.length > 0))
  }
  if (part.receives.length === 0) return needs
  const received = await findReceived(work)
  const keys = part.receives.map(({ key }) => key)
  const fresh = (await passedOn(work)).filter((one) => keys.includes(one.pathway) && !received.has(one.id))
  if (fresh.length === 0) return needs
  const count = fresh.length === 1 ? 'A report' : `${fresh.length} reports`
  return [
    ...needs,
    {
      urgency: 'soon',
      title: `${count} of observed supervision for you`,
      reason: 'With the feedback that each supervisor has read, and what they will do.',
      button: { label: 'Read', href: '/observations/report' },
    },
  ]
}

const lateNeed = (count: number, observes: boolean): Need => ({
  urgency: 'soon',
  title: `${count} ${count === 1 ? 'supervisor was' : 'supervisors were'} not observed in time`,
  reason: observes
    ? 'Nothing is planned for them yet. Choose a session of theirs that is booked.'
    : 'Nothing is planned for them yet. Whoever observes sees the same.',
  button: { label: 'See who', href: '/observations' },
})

/** Those of the last two years. */
const lately = (work: Work) => findObservations(work, { since: addMonths(work.today, -24) })
const openNow = async (work: Work) => (await lately(work)).filter((one) => isOpen(stageOf(one, work.moment)))
const passedOn = async (work: Work) => (await lately(work)).filter((one) => one.passedAt !== null)
