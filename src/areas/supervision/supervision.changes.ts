// Gathers what waits for somebody and the names that pages need; reads only.
import type { PersonId } from '../../platform/ids.ts'
import { addMinutes } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import { namesOf } from '../people/index.ts'
import { policyOn } from '../policy/index.ts'
import { findCancelledByOthers, findToRebook } from './cancelling/cancellation.store.ts'
import { makesPlans } from './discussion/discussion.view.ts'
import { countOpenCases, findOpenPlans, findToValidate } from './discussion/discussion.store.ts'
import { findToVouch } from './outside/outside-evidence.store.ts'
import { findPairsOf } from './pair/pair.store.ts'
import { findPaperwork } from './record/record.store.ts'
import { findOpenSessionsOf } from './session/session.store.ts'
import type { Waiting } from './supervision.view.ts'

const NEWS_DAYS = 7

/** Everything of supervision that waits for the asker, with the names to say it by. */
export async function waitingFor(work: Work): Promise<Waiting> {
  const asker = work.asker.person
  const open = await findOpenSessionsOf(work, asker)
  const paperwork = await findPaperwork(work, asker)
  const toRebook = await findToRebook(work, asker)
  const openCases = await countOpenCases(work, asker)
  const toValidate = await findToValidate(work, asker)
  const openPlans = await findOpenPlans(work, asker)
  const news = await findCancelledByOthers(work, asker, addMinutes(work.moment, -NEWS_DAYS * 24 * 60))
  const toVouch = await findToVouch(work, asker)
  const pairs = await findPairsOf(work, asker)
  const toConsent = pairs.filter((pair) => pair.state === 'asked' && pair.supervisee === asker)
  const cancelledByOthers = news.filter((one) => one.rebooked === null && one.cancellation.rebooker !== asker)
  const cancelled = [...toRebook, ...cancelledByOthers]
  const people = [
    ...open.flatMap((session) => [session.supervisor, ...session.supervisees]),
    ...cancelled.flatMap((one) => [one.supervisor, ...one.supervisees, one.cancellation.by]),
    ...toVouch.map((one) => one.person),
    ...toConsent.map((pair) => pair.supervisor),
  ]
  const [nameOf, typeName] = [await namer(work, people), await typeNamer(work)]
  const { moment: now, today } = work
  const policy = await policyOn(work)
  const ofCases = { openCases, toValidate, openPlans: openPlans.filter((one) => makesPlans(policy, one.type)) }
  const others = { toRebook, cancelledByOthers, toVouch, toConsent }
  return { asker, now, today, open, paperwork, ...ofCases, ...others, nameOf, typeName }
}

/** Names of people, 'you' for the asker, 'somebody who has left' for ids that are nobody's. */
export async function namer(work: Work, people: Iterable<PersonId>): Promise<(person: PersonId) => string> {
  const names = await namesOf(work, people)
  return (person) => names.get(person) ?? 'Somebody unknown'
}

/** Names of the kinds of supervision in the policy; the key itself for one that is no longer there. */
export async function typeNamer(work: Work): Promise<(key: string) => string> {
  const policy = await policyOn(work)
  return (key) => policy.type(key)?.name ?? key.replaceAll('-', ' ')
}
