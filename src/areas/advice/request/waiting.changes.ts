// What waits for somebody about advice: for the desk a request that nobody has, for whoever has one to take or write it down, for
// the caller to write what they heard, for leads what waits too long or differs. Reads only.
import type { Need } from '../../../platform/area.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { concerned, peopleAround, worksHere } from './desk-people.changes.ts'
import { type AdviceRequest, isWithDesk } from './request.ts'
import { doerOf } from './request.access.ts'
import { findDiffering, findOpenRequests } from './request.store.ts'
import { type DeskPeople, isFinished } from './standing.ts'
import { urgencyWords } from './request.view.ts'

/** The asker's needs about advice: one line for each request that is theirs or that they have to hear of. SPEC 8.2. */
export async function adviceNeeds(work: Work): Promise<readonly Need[]> {
  const open = await findOpenRequests(work)
  const having = open.flatMap(concerned)
  const works = having.length === 0 ? () => true : await worksHere(work, having)
  const needs: Need[] = []
  for (const request of open) {
    const said = await needOf(work, request, works)
    const button = { label: 'Open it', href: `/advice/requests/${request.id}` }
    if (said) needs.push({ ...said, button, by: request.dueAt === null ? undefined : londonDay(request.dueAt) })
  }
  return [...needs, ...(await needsOfLead(work))]
}

async function needOf(work: Work, request: AdviceRequest, works: DeskPeople['works']): Promise<Said | null> {
  const asker = work.asker.person
  const late = request.dueAt !== null && request.dueAt <= work.moment
  if (request.has === asker) return request.caller === asker ? callersNeed(work, request) : havingNeed(request, late)
  if (request.caller === asker || isFinished(request, { works })) return null
  const doer = doerOf(work.asker)
  if (isWithDesk(request)) {
    const nobody = request.has === null || !works(request.has)
    return (doer.advises || doer.administers) && (nobody || late) ? deskNeed(request, { nobody, late }) : null
  }
  // What a caller has still to write is for leads alone, and only once it is long overdue.
  if (!doer.leads || request.leadsAt === null || request.leadsAt > work.moment) return null
  const { leads } = await peopleAround(work, request)
  return leads.includes(asker) ? unwritten(request) : null
}

type Said = Pick<Need, 'urgency' | 'title' | 'reason'>

function callersNeed(work: Work, request: AdviceRequest): Said {
  const late = request.dueAt !== null && request.dueAt <= work.moment
  if (request.state === 'elsewhere')
    return {
      urgency: 'now',
      title: 'Read where to turn with your request',
      reason: 'The advice desk has answered you.',
    }
  return {
    urgency: late ? 'now' : 'soon',
    title: `Write down the advice you were given on ${formatMoment(request.advisedAt ?? request.openedAt)}`,
    reason: 'Both sides write it down, so that nothing is misheard. It takes two minutes.',
  }
}

function havingNeed(request: AdviceRequest, late: boolean): Said {
  const asked = formatMoment(request.openedAt)
  if (request.state === 'advised')
    return {
      urgency: late ? 'now' : 'soon',
      title: `Write down what you read back to the caller, advised on ${formatMoment(request.advisedAt ?? request.openedAt)}`,
      reason: 'They are not in the register, so you write down what they heard.',
    }
  return request.state === 'taken'
    ? {
        urgency: late ? 'now' : 'soon',
        title: `Advise, and write it down: asked on ${asked}`,
        reason: late ? 'Its time has passed.' : `You took it. ${urgencyWords[request.urgency]}.`,
      }
    : { urgency: 'now', title: `Take the request handed to you, asked on ${asked}`, reason: 'Somebody waits for you.' }
}

function deskNeed(request: AdviceRequest, { nobody, late }: { nobody: boolean; late: boolean }): Said {
  return {
    urgency: late || request.urgency === 'now' ? 'now' : 'soon',
    title: `${nobody ? 'Nobody has a request yet' : 'A request waits too long'}: asked on ${formatMoment(request.openedAt)}`,
    reason: late
      ? `Its time has passed. ${urgencyWords[request.urgency]}.`
      : `${urgencyWords[request.urgency]}. Take it, or hand it to somebody.`,
  }
}

const unwritten = (request: AdviceRequest): Said => ({
  urgency: 'later',
  title: `Advice of ${formatMoment(request.advisedAt ?? request.openedAt)} was written down by one side alone`,
  reason: 'Whoever asked has been reminded. Ask them, or close it.',
})

async function needsOfLead(work: Work): Promise<readonly Need[]> {
  if (!doerOf(work.asker).leads) return []
  const asker = work.asker.person
  const differing = (await findDiffering(work)).filter((one) => one.caller !== asker && one.adviser !== asker)
  if (differing.length === 0) return []
  const [first] = differing
  return [
    {
      urgency: 'later',
      title:
        differing.length === 1
          ? 'Look at advice that was heard differently'
          : `Look at ${differing.length} pieces of advice that were heard differently`,
      reason: 'What was advised and what was heard are not the same.',
      button: {
        label: 'Look at it',
        href: differing.length === 1 && first ? `/advice/requests/${first.id}` : '/advice/desk',
      },
    },
  ]
}
