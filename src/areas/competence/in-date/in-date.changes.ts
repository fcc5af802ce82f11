// What the policy has against a supervisor: not signed off for the kind, or their own supervision out of date (SPEC 5.2, 9.1,
// 9.2). Asked before every booking and for what is recorded afterwards; reads only, and little for kinds that ask nothing.
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, earliest } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { BookingPlan, Objection } from '../../supervision/index.ts'
import { findEntries } from '../logbook/entry.store.ts'
import { progressOf } from '../logbook/entry.ts'
import { type Held, heldBy, type Ways, waysOn } from '../pathway/held.changes.ts'
import { isFor, type Length, type Pathway, progressWords, roleList } from '../pathway/pathway.ts'
import { askedOfSupervisors, pathwayOfType } from '../pathway/pathway.view.ts'
import { lookAtOwn, nextOwnDays, standingOn } from './own-supervision.changes.ts'
import { type OwnStanding, standsAgainst } from './own-supervision.ts'
import { whoCanInstead } from './who-can.changes.ts'

/** The objections to this supervisor by the policy of the session's day. */
export async function againstSupervisor(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const day = londonDay(plan.startsAt)
  const ways = await waysOn(work, day)
  const asked = askedOfSupervisors(ways.policy, plan.terms.key)
  if (asked.pathway === null && asked.ownSupervision === null) return []
  const held = await heldBy(work, { policy: ways.policy, people: [plan.supervisor], day })
  const competence = await unsigned(work, plan, { ways, held, key: asked.pathway })
  const own = await unsupervised(work, plan, { ways, held, every: asked.ownSupervision, day })
  return [...competence, ...own]
}

type Looking = { readonly ways: Ways; readonly held: Held }

async function unsigned(
  work: Work,
  plan: BookingPlan,
  { ways, held, key }: Looking & { key: string | null },
): Promise<readonly Objection[]> {
  const { supervisor, terms } = plan
  const pathway = ways.pathways.find((one) => one.key === key)
  if (!pathway || held.competenceOf(supervisor, pathway) !== null) return []
  const name = await nameOf(work, supervisor)
  const progress = progressWords(progressOf(pathway, await findEntries(work, [supervisor])))
  const so = isFor(held.rolesOf(supervisor), pathway) ? ` (${progress})` : ''
  const others = await whoCanInstead(work, plan, { ways, pathway })
  const reason = `${name} has not been signed off for ${terms.name}${so}. It takes the sign-off of ${roleList(pathway.signers)}`
  return [{ check: 'competence', reason, others, field: 'supervisor', mayBeOverridden: true }]
}

async function unsupervised(
  work: Work,
  plan: BookingPlan,
  { ways, held, every, day }: Looking & { every: Length | null; day: Day },
): Promise<readonly Objection[]> {
  const { supervisor, terms } = plan
  const pathway = pathwayOfType(ways.policy, ways.pathways, terms.key)
  if (every === null || pathway === null) return []
  const on = earliest(day, work.today)
  const own = await standingOf(work, supervisor, { ways, held, pathway: withEvery(pathway, every), on })
  if (own === null || own.due === null || !standsAgainst(own, day)) return []
  const reason = `The own supervision of ${await nameOf(work, supervisor)} was due by ${formatDay(own.due)}. A session of theirs that is booked before this one is enough`
  const others = await whoCanInstead(work, plan, { ways, pathway })
  return [{ check: 'own supervision', reason, others, field: 'supervisor', mayBeOverridden: true }]
}

/** The kind's own limit goes before that of the way. */
const withEvery = (pathway: Pathway, every: Length): Pathway => ({
  ...pathway,
  ownSupervision: { every, by: pathway.ownSupervision?.by ?? [] },
})

/** As it stands on the day; what is booked ahead is looked for only when it matters. */
async function standingOf(
  work: Work,
  person: PersonId,
  { ways, held, pathway, on }: Looking & { pathway: Pathway; on: Day },
): Promise<OwnStanding | null> {
  const last = (await lookAtOwn(work, { ways, people: [person], on }))(person, pathway)
  const before = standingOn(person, pathway, { ways, held, last, next: null, on })
  if (before?.state !== 'out of date') return before
  return { ...before, next: (await nextOwnDays(work, [person], pathway.planned)).get(person) ?? null }
}

const nameOf = async (work: Work, person: PersonId): Promise<string> =>
  (await namesOf(work, [person])).get(person) ?? 'This person'
