// Plans two years of group sessions: about one a quarter for each group, some cancelled, some made good in time, some not.
import { addDays, addMonths, type Day, daysBetween } from '../../platform/time/day.ts'
import type { Chance } from '../chance.ts'
import { isThere, type PlannedPerson, type Span } from '../trust/staff.ts'
import type { Team } from '../trust/teams.ts'
import { type Diary, workingDayFrom } from './diary.ts'
import type { Outcome, PlannedCame, PlannedSession } from './planned-session.ts'

export type Planning = {
  readonly chance: Chance
  readonly diary: Diary
  readonly span: Span
  readonly people: ReadonlyMap<string, PlannedPerson>
}

type Group = {
  readonly key: string
  readonly team: Team
  readonly type: string
  readonly minutes: number
  readonly members: readonly PlannedPerson[]
  readonly supervisor: string
}

const typeOf = {
  'case work': ['child-protection-case-work', 120, 6],
  children: ['safeguarding-children-supervision', 90, 12],
  adults: ['safeguarding-adults-team', 90, 20],
} as const

/** Every group's sessions, past and ahead. */
export function planGroups(plan: Planning, staff: readonly PlannedPerson[]): readonly PlannedSession[] {
  const byTeam = Map.groupBy(
    staff.filter((one) => one.team !== null),
    (one) => one.team as Team,
  )
  return [...byTeam].flatMap(([team, members]) => {
    if (team.way === 'peer review') return planPeerReview(plan, team, members)
    if (team.way === 'none') return []
    return groupsOf(team, members).flatMap((group) => planGroup(plan, group))
  })
}

/** Members in groups that are not too large; in Elm Park the people to be sit where their stories are. */
function groupsOf(team: Team, members: readonly PlannedPerson[]): readonly Group[] {
  if (team.way === 'peer review' || team.way === 'none') return []
  const [type, minutes, largest] = typeOf[team.way]
  const now = members.filter((one) => one.lastDay === null).length
  const count = Math.max(1, Math.ceil(now / largest))
  return Array.from({ length: count }, (_, at) => ({
    key: `${team.name} ${at + 1}`,
    team,
    type,
    minutes,
    members: members.filter((one, place) => (groupOfNamed[one.key] ?? place % count) === at),
    supervisor: team.supervisor ?? 'tom',
  }))
}

const groupOfNamed: Readonly<Record<string, number>> = { grace: 1, dora: 1, ben: 0, femi: 0, chloe: 0 }

function planGroup(plan: Planning, group: Group): readonly PlannedSession[] {
  const { chance, span } = plan
  const story = stories[group.key]
  const latest = story?.latest ?? -chance.between(0, 83)
  const found: PlannedSession[] = []
  let day = addDays(span.today, latest)
  const next = story?.ahead === undefined ? addDays(day, chance.between(80, 88)) : addDays(span.today, story.ahead)
  if (!story?.noneAhead) found.push(...planAhead(plan, group, next, story !== undefined))
  for (let number = 0; day > addDays(span.first, 45); number += 1) {
    found.push(...planOne(plan, group, { day, told: story?.outcomes[number] ?? null }))
    day = addDays(day, -(story?.gaps[number] ?? chance.between(78, 88)))
  }
  return found
}

/** What must be so for the people to be: days before today, latest first. */
const stories: Readonly<
  Record<
    string,
    {
      latest: number
      ahead?: number
      noneAhead?: boolean
      gaps: readonly number[]
      outcomes: readonly ('cancelled' | 'held' | 'today')[]
    }
  >
> = {
  'Elm Park team 1': { latest: -12, noneAhead: true, gaps: [74, 85], outcomes: ['cancelled', 'held', 'held'] },
  'Elm Park team 2': { latest: 0, noneAhead: true, gaps: [83, 85], outcomes: ['today', 'held', 'held'] },
  'Riverside team 1': { latest: -83, ahead: 2, gaps: [84], outcomes: ['held', 'held'] },
  'Riverside team 2': { latest: -4, gaps: [83], outcomes: ['held', 'held'] },
  'School nurses north 1': { latest: -80, ahead: 4, gaps: [84], outcomes: ['held', 'held'] },
  'Community midwives west 1': { latest: -6, gaps: [80, 84], outcomes: ['held', 'held'] },
  'CAMHS east 1': { latest: -79, gaps: [82], outcomes: ['held', 'held'] },
}

function planAhead(plan: Planning, group: Group, wanted: Day, told: boolean): readonly PlannedSession[] {
  const { chance, span } = plan
  const day = wanted > span.today ? wanted : addDays(span.today, 2)
  const near = daysBetween(span.today, day) <= 60
  if (!told && (!near || chance.is(0.15))) return []
  const bookedOn = addDays(span.today, -chance.between(5, 40))
  return session(plan, group, { day, bookedOn, rebooks: null, outcome: () => ({ kind: 'booked' }) })
}

function planOne(
  plan: Planning,
  group: Group,
  { day, told }: { day: Day; told: 'cancelled' | 'held' | 'today' | null },
): readonly PlannedSession[] {
  const { chance, span } = plan
  const bookedOn = addDays(day, -chance.between(28, 50))
  if (told === 'today') return insisted(plan, group, addDays(day, -35))
  const held = told === 'held' || (told === null && chance.is(group.team.kept))
  if (held)
    return session(plan, group, {
      day,
      bookedOn,
      rebooks: null,
      outcome: (people, on) => heldBy(plan, group, people, on),
    })
  const cancelled = session(plan, group, { day, bookedOn, rebooks: null, outcome: () => cancelledBy(chance) })
  const first = cancelled[0]
  if (!first || told === 'cancelled') return cancelled
  // Of what was cancelled lately some still waits; what is longer ago was made good, in time or late.
  const after = chance.is(0.6) ? chance.between(9, 24) : chance.between(36, 52)
  const again = addDays(first.day, after)
  if (again >= addDays(span.today, -1)) return cancelled
  const made = session(plan, group, {
    day: again,
    bookedOn: addDays(first.day, chance.between(1, 4)),
    rebooks: first.key,
    outcome: (people, on) => heldBy(plan, group, people, on),
  })
  return [...cancelled, ...made]
}

function insisted(plan: Planning, group: Group, bookedOn: Day): readonly PlannedSession[] {
  const { span, diary } = plan
  const people = membersOn(group, span.today, bookedOn)
  const slot = diary.insist([group.supervisor, ...people], { day: span.today, time: '14:00' }, group.minutes)
  const key = `${group.key} today`
  return [{ ...slot, ...factsOf(group, people), key, bookedOn, rebooks: null, outcome: { kind: 'booked' } }]
}

const factsOf = (group: Group, people: readonly string[]) => ({
  key: '',
  type: group.type,
  group: true,
  supervisor: group.supervisor,
  people,
  minutes: group.minutes,
  unit: group.team.name,
  place: `${group.team.name.replace(/ team$/, '')} meeting room`,
})

type Wanted = {
  readonly day: Day
  readonly bookedOn: Day
  readonly rebooks: string | null
  readonly outcome: (people: readonly string[], day: Day) => Outcome
}

function session(plan: Planning, group: Group, wanted: Wanted): readonly PlannedSession[] {
  const bookedOn = dayOfBooking(plan, wanted)
  const people = membersOn(group, wanted.day, bookedOn).slice(0, group.team.way === 'case work' ? 8 : 20)
  if (people.length < 2) return []
  const times = plan.chance.is(0.5) ? ['09:30', '14:00'] : ['14:00', '09:30']
  const slot = plan.diary.take([group.supervisor, ...people], wanted.day, times, group.minutes)
  if (!slot || slot.day <= bookedOn) return []
  // A day that was moved past today has not been yet.
  const outcome = slot.day >= plan.span.today ? ({ kind: 'booked' } as const) : wanted.outcome(people, slot.day)
  const key = `${group.key} ${slot.day} ${slot.time}`
  return [{ ...slot, ...factsOf(group, people), key, bookedOn, rebooks: wanted.rebooks, outcome }]
}

/** Supervisors see to their diaries at the beginning of a month; only what makes a cancelled session good is booked at once. */
function dayOfBooking({ span }: Planning, { bookedOn, rebooks }: Wanted): Day {
  const wanted = bookedOn <= span.first ? addDays(span.first, 1) : bookedOn
  const begins = `${wanted.slice(0, 7)}-01` as Day
  return workingDayFrom(rebooks === null && begins > span.first ? begins : wanted)
}

const membersOn = (group: Group, day: Day, bookedOn: Day): readonly string[] =>
  group.members
    .filter((one) => one.knownFrom <= bookedOn && isThere(one, day) && (one.kind !== 'bank' || one.leads))
    .concat(
      group.members.filter(
        (one) => one.kind === 'bank' && !one.leads && one.knownFrom <= bookedOn && isThere(one, day),
      ),
    )
    .map((one) => one.key)

const causes = ['sickness', 'leave', 'urgent clinical work', 'staffing', 'training'] as const

export const cancelledBy = (chance: Chance): Outcome => ({
  kind: 'cancelled',
  cause: chance.oneOf(['sickness', 'urgent clinical work', 'staffing', 'leave'] as const),
  hoursBefore: chance.oneOf([2, 3, 20, 26, 50, 120]),
})

function heldBy({ chance, span }: Planning, group: Group, people: readonly string[], day: Day): Outcome {
  const ago = daysBetween(day, span.today)
  const missed = group.type === 'safeguarding-adults-team' ? 0.16 : 0.08
  const came = people.map((person): PlannedCame => {
    if (person === 'ben' && ago < 120) return { person, presence: 'absent', cause: 'urgent clinical work' }
    if (!keepers.has(person) && chance.is(missed)) return { person, presence: 'absent', cause: chance.oneOf(causes) }
    return { person, presence: chance.is(0.04) ? 'late' : 'present', cause: null }
  })
  const record = ago < 5 ? null : chance.is(0.75) ? 0 : Math.min(ago - 1, chance.between(1, 9))
  const unanswered = people.filter(
    (person) =>
      (ago < 30 ? chance.is(0.5) : !keepers.has(person) && chance.is(0.02)) || (person === 'femi' && ago < 30),
  )
  return { kind: 'held', came, record, unanswered }
}

/** The people to be who keep their supervision. */
const keepers = new Set(['ben', 'dora', 'grace', 'femi', 'chloe'])

/** Once a calendar month, led in turn. */
function planPeerReview(plan: Planning, team: Team, members: readonly PlannedPerson[]): readonly PlannedSession[] {
  const { chance, span } = plan
  const leaders = ['namedDoctor', 'namedDoctor', 'designatedDoctor', 'amina']
  const group = { key: team.name, team, type: 'peer-review', minutes: 90, members, supervisor: 'namedDoctor' }
  const found: PlannedSession[] = []
  let month = `${addMonths(span.first, 2).slice(0, 7)}-05` as Day
  for (let number = 0; month < addMonths(span.today, 1); number += 1) {
    const day = addDays(month, chance.between(0, 8))
    const led = { ...group, supervisor: leaders[number % leaders.length] ?? 'namedDoctor' }
    if (chance.is(team.kept))
      found.push(
        ...session(plan, led, {
          day,
          bookedOn: addDays(day, -30) < span.today ? addDays(day, -30) : addDays(span.today, -3),
          rebooks: null,
          outcome: (people, on) => heldBy(plan, led, people, on),
        }),
      )
    month = addMonths(month, 1)
  }
  return found
}
