// Asks whether the people of a session have the contract that its kind needs, and starts one in one click (SPEC 4.4, 5.2).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { type AgreementId, startAgreement } from '../../agreements/index.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import type { Objection } from '../booking/booking.ts'
import type { ContractTerms, Terms } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import { contractOn, type ContractState, type Lack, lackWords, type Missing } from './contract.ts'
import { findDealings, findMetBefore } from './contract.store.ts'

/** A session as far as contracts are concerned. */
export type Meeting = {
  readonly terms: Pick<Terms, 'key' | 'contract'>
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
  readonly startsAt: Moment
}

/** Who of a session has no contract in force on its day; null when nobody lacks one, or the kind needs none. */
export async function lackOf(work: Work, { startsAt, ...meeting }: Meeting): Promise<Lack | null> {
  const day = londonDay(startsAt)
  return (await lackOnDays(work, meeting, [day])).get(day) ?? null
}

/** The same for many days at once, by day; a day on which nobody lacks one is not there. */
export async function lackOnDays(
  work: Work,
  meeting: Omit<Meeting, 'startsAt'>,
  days: readonly Day[],
): Promise<ReadonlyMap<Day, Lack>> {
  const { supervisor } = meeting
  const { contract: terms, key } = meeting.terms
  const everybody = [...new Set(meeting.supervisees)].filter((person) => person !== supervisor)
  if (!terms || everybody.length === 0) return new Map()
  const supervisees = terms.groundRules
    ? await metBefore(work, { type: key, supervisor, people: everybody })
    : everybody
  const dealings = await findDealings(work, { template: terms.template, supervisor, supervisees })
  const byPerson = Map.groupBy(dealings, (one) => one.supervisee)
  const lacking = days.flatMap((day) => {
    const without = supervisees.flatMap((person) => {
      const state = contractOn(byPerson.get(person) ?? [], terms, day)
      return state.is === 'in force' ? [] : [{ person, state }]
    })
    return without.length === 0 ? [] : [{ day, without }]
  })
  if (lacking.length === 0) return new Map()
  const names = await namesOf(work, [...supervisees, supervisor])
  const nameOf = (person: PersonId) => names.get(person) ?? 'Somebody'
  const missingOf = ({ person, state }: Pick<Missing, 'person' | 'state'>): Missing => {
    const other = person === work.asker.person ? nameOf(supervisor) : nameOf(person)
    return { person, name: nameOf(person), other, state }
  }
  const called = supervisor === work.asker.person ? 'you' : nameOf(supervisor)
  return new Map(
    lacking.map(({ day, without }) => {
      const missing = without.map(missingOf).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      return [day, { terms, day, supervisor: called, missing }] as const
    }),
  )
}

/** The same for a session that somebody wants to book, by the key of its kind. */
export async function lackOfWanted(
  work: Work,
  wanted: Omit<Meeting, 'terms'> & { readonly type: string },
): Promise<Lack | null> {
  const terms = termsIn(await policyOn(work), wanted.type)
  return terms ? lackOf(work, { ...wanted, terms }) : null
}

/** How the contract of each of these people with the supervisor stands for a day. */
export async function contractsOn(
  work: Work,
  what: { terms: ContractTerms; supervisor: PersonId; supervisees: readonly PersonId[]; day: Day },
): Promise<ReadonlyMap<PersonId, ContractState>> {
  const { terms, supervisor, supervisees, day } = what
  const dealings = await findDealings(work, { template: terms.template, supervisor, supervisees })
  const byPerson = Map.groupBy(dealings, (one) => one.supervisee)
  return new Map(supervisees.map((person) => [person, contractOn(byPerson.get(person) ?? [], terms, day)]))
}

/** Those of these people who need no contract with this supervisor for a kind, or have one in force today. */
export async function contracted(
  work: Work,
  what: { type: string; supervisor: PersonId; supervisees: readonly PersonId[] },
): Promise<ReadonlySet<PersonId>> {
  const terms = termsIn(await policyOn(work), what.type)?.contract
  if (!terms || terms.groundRules) return new Set(what.supervisees)
  const states = await contractsOn(work, { ...what, terms, day: work.today })
  return new Set(what.supervisees.filter((person) => states.get(person)?.is === 'in force'))
}

/** Ground rules are written at the first session, so only those who have met already wait for them. */
async function metBefore(
  work: Work,
  what: { type: string; supervisor: PersonId; people: readonly PersonId[] },
): Promise<readonly PersonId[]> {
  const met = await findMetBefore(work, { ...what, supervisees: what.people })
  return what.people.filter((person) => met.has(person))
}

/** One objection when somebody of a planned session has no contract in force on its day; it may be set aside (SPEC 5.2). */
export async function uncontracted(work: Work, meeting: Meeting): Promise<readonly Objection[]> {
  const lack = await lackOf(work, meeting)
  return lack ? [{ check: 'agreement', reason: lackWords(lack), field: 'people', mayBeOverridden: true }] : []
}

/**
 * Starts the contract of a supervisor and somebody they supervise, by one of the two; the one that is on its way already
 * when there is one. Gives its id. One that is over is renewed on its own page, not started anew here.
 */
export async function startContract(
  work: Work,
  what: { terms: ContractTerms; supervisor: PersonId; supervisee: PersonId },
): Promise<Decision<AgreementId>> {
  const { terms, supervisor, supervisee } = what
  if (terms.groundRules) return no('Ground rules are agreed by the whole group together')
  const states = await contractsOn(work, { terms, supervisor, supervisees: [supervisee], day: work.today })
  const state = states.get(supervisee)
  if (state && state.is !== 'none') return yes(state.id)
  return startAgreement(work, {
    template: terms.template,
    parties: [
      { person: supervisee, as: 'supervisee' },
      { person: supervisor, as: 'supervisor' },
    ],
  })
}

export type Begun = { readonly id: AgreementId; readonly name: string }

/** Starts what is missing between the asker and these people for a kind of supervision, and says with whom (SPEC 4.4). */
export async function beginContracts(
  work: Work,
  what: { type: string; supervisor: PersonId; supervisees: readonly PersonId[] },
): Promise<Decision<readonly Begun[]>> {
  const terms = termsIn(await policyOn(work), what.type)
  if (!terms) return no('Choose a kind of supervision', 'type')
  if (!terms.contract) return no('This kind of supervision needs no contract', 'type')
  const { supervisor, supervisees } = what
  const names = await namesOf(work, [supervisor, ...supervisees])
  const states = await contractsOn(work, { terms: terms.contract, supervisor, supervisees, day: work.today })
  const begun: Begun[] = []
  for (const supervisee of supervisees) {
    if (states.get(supervisee)?.is !== 'none') continue
    const started = await startContract(work, { terms: terms.contract, supervisor, supervisee })
    if (!started.ok) return no(started.reason, 'people')
    const other = supervisee === work.asker.person ? supervisor : supervisee
    begun.push({ id: started.value, name: names.get(other) ?? 'somebody' })
  }
  return yes(begun)
}
