// What home says of preparing: to those who are supervised, that a session is to be prepared for and by when; to supervisors,
// how many have. Names, days and counts only. Of a private preparation nobody but its author hears.
import type { Need } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { findOpenSessionsOf } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import { listNames, shortWhen } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { preparationOf, type PreparationOf } from './preparation.changes.ts'
import { findPreparations } from './preparation.store.ts'
import { isPrepared, type PreparationFacts } from './preparation.ts'
import { countWords, dueDayOf, hrefOf, preparationsHref } from './preparation.view.ts'

/** So long before it should be ready a preparation begins to show. */
const SHOWN_DAYS = 14

/** Everything of preparing that waits for the asker. */
export async function preparationNeeds(work: Work): Promise<readonly Need[]> {
  const asker = work.asker.person
  const ahead = (await findOpenSessionsOf(work, asker)).filter(
    (session) => session.state === 'booked' && session.startsAt > work.moment,
  )
  const policy = await policyOn(work)
  const asked = ahead
    .flatMap((session) => preparationOf(session, termsIn(policy, session.type)) ?? [])
    .filter(isNear(work))
  if (asked.length === 0) return []
  const preparations = await findPreparations(
    work,
    asked.map((of) => of.session.id),
  )
  const nameOf = await namer(
    work,
    asked.flatMap((of) => [of.session.supervisor, ...of.session.supervisees]),
  )
  return asked.flatMap((of) => {
    const here = preparations.filter((one) => one.session === of.session.id)
    return of.session.supervisor === asker
      ? needOfSupervisor(of, here, work.today, nameOf)
      : needOfSupervisee(of, here.find((one) => one.person === asker) ?? null, work.today, nameOf)
  })
}

const isNear =
  ({ today }: Work) =>
  ({ session, terms }: PreparationOf): boolean =>
    addDays(dueDayOf(session, terms.preparation), -SHOWN_DAYS) <= today

type Names = (person: PersonId) => string

function needOfSupervisee(
  { session, terms }: PreparationOf,
  preparation: PreparationFacts | null,
  today: Day,
  nameOf: Names,
): readonly Need[] {
  if (isPrepared(preparation)) return []
  const due = dueDayOf(session, terms.preparation)
  const asked = terms.preparation.gate
  return [
    {
      urgency: asked && due <= addDays(today, 1) ? 'now' : asked ? 'soon' : 'later',
      title: `Prepare for ${formatDay(londonDay(session.startsAt))} with ${nameOf(session.supervisor)}`,
      reason: `${terms.name}. ${reasonOf(asked, due, today)}${preparation ? ' You have begun.' : ''}`,
      button: { label: preparation ? 'Carry on' : 'Prepare', href: hrefOf(session) },
      by: due,
    },
  ]
}

function reasonOf(asked: boolean, due: Day, today: Day): string {
  if (!asked) return 'A few minutes beforehand help.'
  return due < today ? `It was to be ready by ${formatDay(due)}.` : `To be ready by ${formatDay(due)}.`
}

/** From the day on which it should be ready, while somebody still has not. */
function needOfSupervisor(
  { session, terms }: PreparationOf,
  preparations: readonly PreparationFacts[],
  today: Day,
  nameOf: Names,
): readonly Need[] {
  const due = dueDayOf(session, terms.preparation)
  if (terms.preparation.private || !terms.preparation.gate || today < due) return []
  const open = unprepared(session, preparations)
  if (open.length === 0) return []
  return [
    {
      urgency: 'soon',
      title:
        session.supervisees.length === 1
          ? `${nameOf(open[0] ?? session.supervisor)} has not prepared yet`
          : `${countWords(session.supervisees.length, preparations)} for ${formatDay(londonDay(session.startsAt))}`,
      reason: `${terms.name}, ${shortWhen(session)}. Not yet: ${listNames(open.map(nameOf))}.`,
      button: { label: 'Look', href: preparationsHref(session) },
      by: londonDay(session.startsAt),
    },
  ]
}

const unprepared = (session: StoredSession, preparations: readonly PreparationFacts[]): readonly PersonId[] =>
  session.supervisees.filter((person) => !isPrepared(preparations.find((one) => one.person === person) ?? null))
