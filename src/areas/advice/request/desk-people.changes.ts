// Who is on the desk: by the roles that people hold today. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { heldSince, leadsFor, safeguardingRoles } from '../../disclosure/index.ts'
import { findGrants, findPersons, rolesOfPeople } from '../../people/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { doerWith } from './request.access.ts'
import type { AdviceRequest, Doer } from './request.ts'
import type { DeskPeople } from './standing.ts'

/** Everybody of the desk who works here today, by what they do. */
export async function deskToday(work: Work): Promise<readonly Doer[]> {
  const holders = [...(await rolesOfPeople(work, null, work.today))].map(([person, roles]) => doerWith(person, roles))
  const desk = holders.filter((one) => one.advises || one.administers)
  const here = await worksHere(
    work,
    desk.map((one) => one.person),
  )
  return desk.filter((one) => here(one.person))
}

/** Those who matter to an alarm about a request: the leads of the caller's service, none of the people concerned. */
export async function peopleAround(work: Work, request: AdviceRequest): Promise<DeskPeople> {
  const desk = (await deskToday(work)).map((one) => one.person)
  const leads = await leadsOf(work, request)
  const administrators = [...(await rolesOfPeople(work, null, work.today))]
    .filter(([, roles]) => roles.has('administrator'))
    .map(([person]) => person)
  const known = [...desk, ...leads, ...administrators, ...concerned(request)]
  return { works: await worksHere(work, known), desk, leads, administrators }
}

/**
 * The leads of the caller's service, none of the people concerned; where the caller is not in the register, those of whoever
 * took the details.
 */
export const leadsOf = (work: Work, request: AdviceRequest): Promise<readonly PersonId[]> =>
  leadsFor(work, {
    people: [request.caller ?? request.openedBy],
    near: [request.caller, request.adviser].filter((one) => one !== null),
  })

/** Everybody whom a request names in its facts. */
export const concerned = ({ caller, has, adviser }: AdviceRequest): readonly PersonId[] =>
  [caller, has, adviser].filter((one) => one !== null)

/** Whether each of these people works here today. */
export async function worksHere(work: Work, people: readonly PersonId[]): Promise<(person: PersonId) => boolean> {
  const here = new Set(
    (await findPersons(work, people))
      .filter((one) => one.leftOn === null || one.leftOn >= work.today)
      .map((one) => one.id),
  )
  return (person) => here.has(person)
}

/**
 * Whether the asker held a role of the desk already when a request came, or was given it by somebody else since: what is open
 * goes to whoever is on the desk now. What somebody took for themselves opens nothing from before.
 */
export async function hasRoleFromOthers(work: Work, request: AdviceRequest): Promise<boolean> {
  const { person } = work.asker
  const grants = await findGrants(work, person)
  const asked = londonDay(request.openedAt)
  const fits = grants.filter((grant) => !grant.grantedToSelf || londonDay(grant.grantedAt) <= asked)
  const known = fits.map((grant) => ({ ...grant, grantedOn: londonDay(grant.grantedAt) }))
  return heldSince(known, person, safeguardingRoles, work.today) !== null
}

/** The administrators of the desk who read what open requests ask: all of today but those who gave themselves the role. */
export async function administratorsNow(work: Work): Promise<readonly PersonId[]> {
  const taken = (await findGrants(work)).filter((one) => one.grantedToSelf && one.role === 'SPOA administrator')
  const own = new Set(taken.map(({ person }) => person))
  return (await deskToday(work)).filter((one) => one.administers && !own.has(one.person)).map((one) => one.person)
}
