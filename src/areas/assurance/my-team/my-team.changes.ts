// Gathers what is known of a manager's people today, for all of them at once: as many statements for 60 people as for one.
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { absencesOfPeople, managedAmong, namesOf, postsOn, unitTree } from '../../people/index.ts'
import {
  lackingTraining,
  policyHistory,
  policyOn,
  type PolicyVersionId,
  readable,
  type ReadingStanding,
  readingOf,
} from '../../policy/index.ts'
import {
  cancelledNotRebooked,
  findUnsupervised,
  nextDaysByType,
  preparedFor,
  type StandingPostponement,
  standingPairs,
  toldOfPostponing,
} from '../../supervision/index.ts'
import { contractLines, kindsOn } from '../contracts/contracts.changes.ts'
import { findStandings } from '../dashboard/dashboard.store.ts'
import { peopleOf } from '../dashboard/dashboard.changes.ts'
import { countedTypes } from '../preparing/prepared.ts'
import { countByUnit, type PolicyRead } from './my-team.view.ts'
import type { Member } from './team-need.ts'

/** Sessions held without preparation, and endings without a successor, are said for so long. */
const UNPREPARED_DAYS = 28
const ENDED_MONTHS = 6

export type Team = {
  readonly members: readonly Member[]
  readonly reading: ReadonlyMap<PersonId, ReadingStanding>
  readonly typeName: (key: string) => string
}

/** Those who report to the asker or work in a unit that the asker leads, by name, with what is known of each today. */
export async function myTeam(work: Work): Promise<Team> {
  const today = work.today
  const people = await peopleOf(work, today)
  const policy = await policyOn(work)
  const typeName = (key: string) => policy.type(key)?.name ?? 'supervision'
  if (people.length === 0) return { members: [], reading: new Map(), typeName }
  const names = await namesOf(work, people)
  const reading = await readingOf(work, people)
  const of = await factsOf(work, people)
  const members = people.map((person): Member => {
    const facts = of(person)
    return { person, name: names.get(person) ?? '', toRead: reading.get(person)?.toRead ?? [], ...facts }
  })
  return { members: members.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')), reading, typeName }
}

type Facts = Omit<Member, 'person' | 'name' | 'toRead'>

async function factsOf(work: Work, people: readonly PersonId[]): Promise<(person: PersonId) => Facts> {
  const today = work.today
  const manages = await managedAmong(work, work.asker.person, people, today)
  const standings = byPerson(await findStandings(work, today, { people }))
  const next = await nextDaysByType(work, people)
  const pairs = Map.groupBy(await standingPairs(work, people), (one) => one.supervisee)
  const unsupervised = byPerson(await findUnsupervised(work, people, addMonths(today, -ENDED_MONTHS)))
  const cancelled = await cancelledOf(work, people)
  const told = byPerson(await toldOfPostponing(work, work.asker.person, daysAgo(work, UNPREPARED_DAYS)))
  const unprepared = byPerson(await unpreparedOf(work, people))
  const contracts = byPerson(await contractLines(work, { day: today, people, kinds: await kindsOn(work, today) }))
  // Training and absences are facts for a person's own line manager, not for whoever leads the team.
  const managed = people.filter((person) => manages.has(person))
  const training = await lackingTraining(work, managed)
  const absences = byPerson(await absencesOfPeople(work, managed))
  return (person) => ({
    manages: manages.has(person),
    standings: standings.get(person) ?? [],
    next: next.get(person) ?? new Map<string, Day>(),
    supervisedIn: new Set((pairs.get(person) ?? []).map((one) => one.type)),
    unsupervised: unsupervised.get(person) ?? [],
    cancelled: cancelled.get(person) ?? [],
    putOff: (told.get(person) ?? []).filter((one) => one.rebooked === null).map(putOffOf),
    unprepared: (unprepared.get(person) ?? []).filter((one) => !isAmong(one, told.get(person) ?? [])),
    contracts: contracts.get(person) ?? [],
    lackingTraining: training.get(person) ?? [],
    absences: absences.get(person) ?? [],
  })
}

const byPerson = <One extends { readonly person: PersonId }>(
  all: readonly One[],
): ReadonlyMap<PersonId, readonly One[]> => Map.groupBy(all, (one) => one.person)

async function cancelledOf(work: Work, people: readonly PersonId[]) {
  const found = await cancelledNotRebooked(work, people, work.today)
  const each = found.flatMap(({ cancellation, supervisees, type }) =>
    supervisees.map((person) => ({ person, type, day: cancellation.cancelledDay, by: cancellation.deadline })),
  )
  return byPerson(each)
}

const putOffOf = ({ type, day, deadline }: StandingPostponement) => ({ type, day, by: deadline })

const daysAgo = (work: Work, days: number) => addMinutes(work.moment, -days * 24 * 60)

/** A session that was put off is said once, as that. */
const isAmong = (one: { type: string; day: Day }, told: readonly StandingPostponement[]): boolean =>
  told.some(({ type, day }) => type === one.type && day === one.day)

async function unpreparedOf(work: Work, people: readonly PersonId[]) {
  const types = countedTypes(await policyOn(work)).map((one) => one.type)
  if (types.length === 0) return []
  const span = { from: addDays(work.today, -UNPREPARED_DAYS), to: work.today }
  const facts = await preparedFor(work, { people, types, ...span })
  return facts.filter((one) => !one.prepared)
}

type VersionToRead = { readonly id: PolicyVersionId; readonly packName: string; readonly label: string }

/** The versions in force that anybody is asked to read. */
export const versionsToRead = async (work: Work): Promise<readonly VersionToRead[]> =>
  readable(await policyHistory(work), work.today).map(({ version, pack }) => ({
    id: version.id,
    packName: pack.name,
    label: version.label,
  }))

/** For each version, how many in each unit have read it, of those who are asked and here; whoever has no unit last. */
export async function readingByUnit(work: Work): Promise<readonly PolicyRead[]> {
  const reading = await readingOf(work, null)
  const names = new Map((await unitTree(work, work.today)).map((one) => [one.unit, one.path.join(' › ')]))
  const unitOf = new Map((await postsOn(work, work.today)).map((post) => [post.person, post.unit]))
  const people = [...reading].map(([person, standing]) => {
    const unit = unitOf.get(person) ?? null
    return { unit: unit === null ? null : (names.get(unit) ?? null), standing }
  })
  return (await versionsToRead(work)).map((version) => ({ ...version, units: countByUnit(version.id, people) }))
}
