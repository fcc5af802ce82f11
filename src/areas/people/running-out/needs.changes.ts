// What the first page says of registrations that end: to the person from 60 days before, to their manager from 28.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { endWords, managerDays, type RunningOut, soonDays, spanOn, wayOf } from './running-out.ts'
import { findNearest } from './running-out.store.ts'

/** The asker's own, each by itself, and one line for those whom they manage. */
export async function registrationNeeds(work: Work): Promise<readonly Need[]> {
  const found = await findNearest(work, spanOn(work.today, soonDays))
  const own = found.filter(({ person }) => person === work.asker.person)
  const soon = addDays(work.today, managerDays)
  const staff = found.filter((one) => one.person !== work.asker.person && one.to <= soon)
  return [...own.map((one) => ownNeed(work, one)), ...(staff.length > 0 ? [staffNeed(work, staff)] : [])]
}

function ownNeed(work: Work, one: RunningOut): Need {
  const ended = wayOf(one, work.today) === 'ended'
  const near = one.to <= addDays(work.today, managerDays)
  return {
    urgency: ended ? 'now' : near ? 'soon' : 'later',
    title: ended ? `Your ${one.body} ${one.kind} has ended` : `Renew your ${one.body} ${one.kind}`,
    reason: `${endWords(one, work.today)}. Once it is renewed, tell an administrator the new last day.`,
    button: { label: 'See what is on record', href: `/people/${one.person}/registrations` },
    by: one.to,
  }
}

function staffNeed(work: Work, staff: readonly RunningOut[]): Need {
  const people = new Set(staff.map(({ person }) => person)).size
  const ended = staff.some((one) => wayOf(one, work.today) === 'ended')
  const whom = people === 1 ? '1 person you manage has' : `${people} people you manage have`
  const [first] = staff
  return {
    urgency: ended ? 'soon' : 'later',
    title: `${whom} a registration that ${ended ? 'has ended or ends soon' : 'ends soon'}`,
    reason: `The first ${first && first.to < work.today ? 'ended' : 'ends'} on ${formatDay(first?.to ?? work.today)}. Ask whether it has been renewed.`,
    button: { label: 'See who', href: '/registrations?of=team' },
    by: first?.to,
  }
}
