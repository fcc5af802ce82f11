// Makes the demonstration organisation: a trust of about 400 fictitious people with two years of supervision behind it.
// Everything goes through the changes that the pages use, at moments of the past, in one transaction: all of it or nothing.
import { refreshWaiting } from '../areas/assurance/index.ts'
import { asService, type Composition } from '../platform/composition.ts'
import { planOnce, type Transaction, transactorWithin } from '../platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../platform/ids.ts'
import { addDays, type Day } from '../platform/time/day.ts'
import { londonDay, secondsBetween } from '../platform/time/moment.ts'
import { addDemonstration, findDemonstration } from '../platform/sign-in/visit/demonstration.ts'
import type { CaseId } from '../areas/supervision/index.ts'
import { adviceDeeds } from './advice/advice-deeds.ts'
import { chanceFrom } from './chance.ts'
import { planHistory } from './history/plan-history.ts'
import { agreementDeeds } from './making/agreement-deeds.ts'
import { caseDeeds } from './making/case-deeds.ts'
import { casesBySession, listingDeeds } from './making/discussion-deeds.ts'
import { type Deed, doAll } from './making/deeds.ts'
import { disclosureDeeds } from './making/disclosure-deeds.ts'
import { makeFirstStaff, staffDeeds } from './making/make-people.ts'
import { policyDeeds } from './making/make-policy.ts'
import { outsideDeeds } from './making/outside-deeds.ts'
import { partingDeeds } from './making/parting-deeds.ts'
import { pairDeeds } from './making/pair-deeds.ts'
import { at, type Making, newMaking } from './making/making.ts'
import { sessionDeeds } from './making/session-deeds.ts'
import { learningDeeds } from './learning/learning-deeds.ts'
import { readingDeeds } from './knowing/reading-deeds.ts'
import { observationDeeds } from './observing/observation-deeds.ts'
import { setDeeds } from './sets/set-deeds.ts'
import { type PlannedPerson, planStaff, type Span } from './trust/staff.ts'

export type HowToMake = {
  /** A few teams and half a year, for tests. */
  readonly small?: boolean
  readonly say: (line: string) => void
}

export const demonstrationName = 'Fairwater Community and Mental Health Trust'

/** The organisation of this installation's demonstration, made now when there is none yet. */
export async function findOrMakeDemonstration(service: Composition, say: HowToMake['say']): Promise<OrganisationId> {
  const found = await findDemonstration(service.database)
  return found === null ? makeDemonstration(service, { say }) : (found as OrganisationId)
}

/** Makes it and answers its id. Takes some seconds; when it is interrupted nothing of it stays. */
export async function makeDemonstration(
  service: Composition,
  { small = false, say }: HowToMake,
): Promise<OrganisationId> {
  const now = service.clock()
  const span = spanTo(londonDay(now), small)
  const chance = chanceFrom(20_190_101)
  const staff = planStaff(chance, span, small)
  const history = planHistory(chance, span, staff)
  const organisation = newId<'organisation'>()
  await service.database.transact({ organisation: null, person: null, role: 'mcs_door' }, async (tx) => {
    await planOnce(tx)
    await addDemonstration(tx, { id: organisation, name: demonstrationName, since: at(span.first, '07:00') })
    const making = newMaking(service, tx, organisation, staff)
    say(`Making the demonstration organisation: ${staff.length} people`)
    await makeFirstStaff(making, chance, staff, span)
    const [ids, cases] = [new Map(), new Map<string, CaseId>()]
    const brought = casesBySession(history.sessions)
    const deeds = [
      ...policyDeeds(making, span),
      ...staffDeeds(making, chance, staff, span),
      ...history.pairs.flatMap((pair) => [...pairDeeds(making, pair), ...agreementDeeds(making, pair, span)]),
      ...outsideDeeds(making, staff, span),
      ...caseDeeds({ making, span, sessions: history.sessions, ids }, staff),
      ...listingDeeds({ making, span, cases }, history.sessions, brought),
      ...history.sessions.flatMap((plan) =>
        sessionDeeds({ plan, making, chance, span, ids, cases, brought: brought.get(plan.key) ?? [] }),
      ),
      ...partingDeeds(making, history.pairs, { staff, span }),
      ...[disclosureDeeds, adviceDeeds].flatMap((deedsOf) => deedsOf(making, staff, { span, now })),
      ...observationDeeds({ making, span, sessions: history.sessions, ids }, staff),
      ...besideSessions(making, staff, span),
    ]
    await doAll(making, deeds, progress(say, history.sessions.length))
    say('Making the demonstration organisation: working out what is due')
    await workOutFigures(inside(service, tx), organisation, [...making.people.values()])
  })
  say(`Made the demonstration organisation in ${secondsBetween(now, service.clock())} seconds`)
  return organisation
}

/** What happened beside the sessions, each from a place of its own. */
const besideSessions = (making: Making, staff: readonly PlannedPerson[], span: Span): readonly Deed[] => [
  ...setDeeds(making, staff, span),
  ...readingDeeds(making, staff, span),
  ...learningDeeds(making, staff, span),
]

const spanTo = (today: Day, small: boolean): Span => ({ first: addDays(today, small ? -200 : -760), today })

function progress(say: HowToMake['say'], all: number): (sessions: number) => void {
  let next = 0
  const inWords = (count: number) => count.toLocaleString('en-GB')
  return (sessions) => {
    if (sessions < next) return
    next = sessions + 200
    say(`Making the demonstration organisation: ${inWords(sessions)} of ${inWords(all)} sessions`)
  }
}

/** The service, with all of its work inside one transaction. */
const inside = (service: Composition, tx: Transaction): Composition => ({
  ...service,
  database: { ...service.database, transact: transactorWithin(tx) },
})

/** What the changes would have told later areas one by one, told once for everybody. */
async function workOutFigures(service: Composition, organisation: OrganisationId, people: readonly PersonId[]) {
  await asService(service, { organisation }, async (work) => {
    await work.tell({ name: 'facts changed', people })
    for (let left = people.length; left > 0; ) left = await refreshWaiting(work)
  })
}
