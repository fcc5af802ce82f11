// What a line manager should act on for each of their people, in plain words and from facts alone: nobody supervises them, it is
// overdue and has no date, it was put off or cancelled and not booked again, it was not prepared, a contract or training is
// missing, a policy is not read, somebody is back after a long absence. Each has its reason and one place to go (SPEC 3.3, 1.5).
import type { Need } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { ToRead } from '../../policy/index.ts'
import { type ContractLine, lineWords, waysOf } from '../contracts/contracts-in-date.ts'
import type { PlacedStanding } from '../dashboard/coverage.ts'
import { stateWords } from '../dashboard/words.ts'

/** What is known of one of the asker's people today. Facts only: days, kinds and names of kinds. */
export type Member = {
  readonly person: PersonId
  readonly name: string
  /** The asker is their line manager, not only lead of their unit. */
  readonly manages: boolean
  readonly standings: readonly PlacedStanding[]
  /** Day of the next booked session, by kind of supervision. */
  readonly next: ReadonlyMap<string, Day>
  /** Kinds for which somebody supervises them. */
  readonly supervisedIn: ReadonlySet<string>
  /** Kinds for which supervision ended and nobody was found since. */
  readonly unsupervised: readonly { readonly type: string; readonly on: Day }[]
  /** Cancelled, nothing booked in its place, and by when it should be. */
  readonly cancelled: readonly { readonly type: string; readonly day: Day; readonly by: Day | null }[]
  /** Put off because it was not prepared, nothing booked in its place. */
  readonly putOff: readonly { readonly type: string; readonly day: Day; readonly by: Day | null }[]
  /** Sessions of the last four weeks that they had not prepared; those that were put off for it are told apart. */
  readonly unprepared: readonly { readonly type: string; readonly day: Day }[]
  readonly contracts: readonly ContractLine[]
  readonly toRead: readonly ToRead[]
  readonly lackingTraining: readonly string[]
  readonly absences: readonly { readonly from: Day; readonly to: Day | null }[]
}

export type Words = { readonly today: Day; readonly typeName: (key: string) => string }

/** One thing that a manager should act on; `title` goes after the person's name. */
export type TeamNeed = Need

/** A person with what they need, the most pressing first; nothing for somebody who is away. */
export function needsOf(member: Member, words: Words): readonly TeamNeed[] {
  if (awayOn(member, words.today)) return []
  const rank = { now: 0, soon: 1, later: 2 }
  return [
    ...ofSupervisors(member, words),
    ...ofStandings(member, words),
    ...ofMissed(member, words),
    ...ofContracts(member, words),
    ...ofReading(member, words),
    ...ofTraining(member),
    ...ofReturn(member, words),
  ].toSorted((a, b) => rank[a.urgency] - rank[b.urgency] || (a.by ?? '9').localeCompare(b.by ?? '9'))
}

/** The absence that holds on a day; null when they are here. */
export const awayOn = ({ absences }: Pick<Member, 'absences'>, today: Day) =>
  absences.find(({ from, to }) => from <= today && (to === null || today <= to)) ?? null

const pressing = ['overdue', 'never had', 'due soon']
const kind = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Nobody has ever given it to them: no supervisor, no date, never had, and it is due. Groups need no supervisor of one's own. */
const lacksSupervisor = (member: Member, one: PlacedStanding): boolean =>
  one.lastOn === null &&
  !member.supervisedIn.has(one.type) &&
  !member.next.has(one.type) &&
  pressing.includes(one.state)

const isLate = ({ strength, state, dueOn }: PlacedStanding, today: Day): boolean =>
  strength === 'mandatory' && (state === 'overdue' || (state === 'never had' && (dueOn === null || dueOn < today)))

function ofSupervisors(member: Member, { typeName, today }: Words): readonly TeamNeed[] {
  const ended = member.unsupervised.map(({ type, on }) => ({ type, said: `Supervision ended on ${formatDay(on)}`, on }))
  const late = new Set(member.standings.filter((one) => isLate(one, today)).map((one) => one.type))
  const never = member.standings
    .filter((one) => one.strength === 'mandatory' && lacksSupervisor(member, one))
    .filter((one) => !ended.some(({ type }) => type === one.type))
    .map((one) => ({ type: one.type, said: stateWords(one, today), on: one.dueOn ?? today }))
  return [...ended, ...never].map(({ type, said, on }) => ({
    urgency: late.has(type) ? 'now' : 'soon',
    title: `no supervisor for ${kind(typeName(type))}`,
    reason: `${said}, and nothing is booked.`,
    button: member.manages ? findSupervisor(member.person, type) : seeWhy(member.person),
    by: on,
  }))
}

const findSupervisor = (person: PersonId, type: string) => ({
  label: 'Find a supervisor',
  href: `/people/${person}/supervisor?type=${encodeURIComponent(type)}`,
})
const seeWhy = (person: PersonId) => ({ label: 'See why', href: `/people/${person}/obligations` })

function ofStandings(member: Member, { typeName, today }: Words): readonly TeamNeed[] {
  return member.standings
    .filter((one) => one.strength === 'mandatory' && pressing.includes(one.state) && !lacksSupervisor(member, one))
    .filter((one) => !member.unsupervised.some(({ type }) => type === one.type))
    .flatMap((one): readonly TeamNeed[] => {
      const [next, late] = [member.next.get(one.type), isLate(one, today)]
      if (next !== undefined && !late && (one.dueOn === null || next <= one.dueOn)) return []
      const last = one.lastOn === null ? 'Not had yet' : `Last had ${formatDay(one.lastOn)}`
      return [
        {
          urgency: late && next === undefined ? 'now' : 'soon',
          title: `${kind(stateWords(one, today))}, ${kind(typeName(one.type))}`,
          reason: `${last}. ${next === undefined ? 'Nothing is booked: ask them what stands in the way.' : `Booked for ${formatDay(next)}.`}`,
          button: seeWhy(member.person),
          by: one.dueOn ?? today,
        },
      ]
    })
}

function ofMissed(member: Member, { typeName, today }: Words): readonly TeamNeed[] {
  const by = (day: Day | null) => (day === null ? '' : ` A new date is due by ${formatDay(day)}.`)
  const missed = (what: string, one: { type: string; day: Day; by: Day | null }): TeamNeed => ({
    urgency: one.by !== null && one.by < today ? 'now' : 'soon',
    title: `${what}, ${kind(typeName(one.type))}`,
    reason: `It was for ${formatDay(one.day)}, and nothing is booked in its place.${by(one.by)}`,
    button: seeWhy(member.person),
    by: one.by ?? today,
  })
  return [
    ...member.cancelled.map((one) => missed('cancelled and not rebooked', one)),
    ...member.putOff.map((one) => missed('put off, not prepared', one)),
    ...member.unprepared.map(
      ({ type, day }): TeamNeed => ({
        urgency: 'later',
        title: `not prepared, ${kind(typeName(type))}`,
        reason: `The session of ${formatDay(day)} had not been prepared. Ask whether there is time for it.`,
        button: seeWhy(member.person),
        by: day,
      }),
    ),
  ]
}

function ofContracts(member: Member, { typeName, today }: Words): readonly TeamNeed[] {
  return member.contracts
    .filter((one) => waysOf(one, today).every((way) => way === 'missing' || way === 'over'))
    .filter((one) => member.supervisedIn.has(one.type))
    .map((one) => ({
      urgency: 'soon',
      title: `${one.state.is === 'over' ? 'contract no longer in force' : 'no contract'}, ${kind(typeName(one.type))}`,
      reason: `${lineWords(one)}. The two of them sign it; nothing new can be booked until they have.`,
      button: { label: 'See contracts', href: `/agreements/standing?of=team&name=${encodeURIComponent(one.name)}` },
    }))
}

function ofReading(member: Member, { today }: Words): readonly TeamNeed[] {
  const late = member.toRead.filter((one) => one.by < today)
  const [first] = late
  if (!first) return []
  return [
    {
      urgency: 'later',
      title: late.length === 1 ? 'has not read the policy' : `has not read ${late.length} policies`,
      reason: `${late.map((one) => one.packName).join(', ')}: asked for by ${formatDay(first.by)}. It takes a few minutes; it stands on their first page.`,
      button: { label: 'See the policy', href: `/policy/versions/${first.version}/in-short` },
      by: first.by,
    },
  ]
}

const ofTraining = ({ person, lackingTraining }: Member): readonly TeamNeed[] =>
  lackingTraining.length === 0
    ? []
    : [
        {
          urgency: 'later',
          title: 'training that the role needs is missing or out of date',
          reason: `${lackingTraining.join(', ')}.`,
          button: { label: 'See training', href: `/people/${person}/registrations` },
        },
      ]

/** Back for at most so many days after an absence of at least so many. */
const BACK_DAYS = 28
const LONG_DAYS = 28

function ofReturn(member: Member, { today }: Words): readonly TeamNeed[] {
  const back = member.absences.find(
    ({ from, to }) => to !== null && to < today && addDays(to, BACK_DAYS) >= today && addDays(from, LONG_DAYS) <= to,
  )
  if (!back?.to || member.next.size > 0 || !member.standings.some((one) => one.strength === 'mandatory')) return []
  return [
    {
      urgency: 'soon',
      title: 'back after a long absence, nothing booked',
      reason: `Back since ${formatDay(addDays(back.to, 1))}. Plan supervision with them early.`,
      button: seeWhy(member.person),
      by: addDays(back.to, 1),
    },
  ]
}
