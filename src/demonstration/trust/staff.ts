// The staff of the demonstration as a plan: who works where, since when, with what hours, away when, gone when. Pure: the
// plan is the same for the same seed and day, and is carried out afterwards through the same changes as any other staff.
import type { AbsenceKind, PostKind, Role } from '../../areas/people/index.ts'
import { addDays, type Day, daysBetween } from '../../platform/time/day.ts'
import type { Chance } from '../chance.ts'
import { namesApartFrom } from '../words/names.ts'
import { type Named, named } from './named.ts'
import { type Team, teams } from './teams.ts'

export type PlannedAbsence = {
  readonly kind: AbsenceKind
  readonly from: Day
  readonly to: Day
  readonly open: boolean
}

export type PlannedPerson = {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly team: Team | null
  readonly group: string | null
  readonly profession: string
  readonly band: string
  readonly hours: number | null
  readonly kind: PostKind
  readonly manager: string | null
  readonly from: Day
  /** The day on which the service learned of them. */
  readonly knownFrom: Day
  readonly lastDay: Day | null
  readonly leads: boolean
  readonly may: readonly string[]
  readonly roles: readonly Role[]
  readonly absences: readonly PlannedAbsence[]
  /** A second post beside the first. */
  readonly second: { readonly unit: string; readonly group: string | null; readonly hours: number } | null
}

export type Span = { readonly first: Day; readonly today: Day }

/** The day from which clinical supervision has a policy, a third of the way into the history. */
export const clinicalFrom = (span: Span): Day => addDays(span.first, Math.round(daysOf(span) * 0.3))

/** Everybody, managers before their staff. `small` keeps the teams of the people to be, and few more. */
export function planStaff(chance: Chance, span: Span, small: boolean): readonly PlannedPerson[] {
  const newName = namesApartFrom(
    named.map((one) => one.name),
    chance.oneOf,
  )
  const chosen = small ? teams.filter((team) => inSmall.has(team.name)) : teams
  const heads = [...new Set(chosen.map((team) => team.under[0] ?? ''))].map((unit) => headOf(unit, newName(), span))
  const known = named
    .filter((one) => !teams.some((team) => team.name === one.unit))
    .map((one) => plannedNamed(one, span, null))
  const staff = chosen.flatMap((team) => planTeam(chance, span, team, newName))
  return [...known, ...heads, ...staff]
}

const inSmall = new Set([
  'Elm Park team',
  'Community midwives west',
  'CAMHS east',
  'Paediatric medical staff',
  'Talking therapies',
])

const settled = { hours: 37.5, kind: 'permanent', lastDay: null, absences: [], second: null } as const

function headOf(unit: string, name: string, { first }: Span): PlannedPerson {
  const from = addDays(first, -900)
  const post = { unit, team: null, group: null, profession: 'Head of service', band: '8b', manager: 'helen' }
  return { ...settled, ...post, key: `head of ${unit}`, name, from, knownFrom: first, leads: true, may: [], roles: [] }
}

function plannedNamed(one: Named, { first }: Span, team: Team | null): PlannedPerson {
  return {
    ...settled,
    key: one.key,
    name: one.name,
    unit: one.unit,
    team,
    group: one.group,
    profession: one.profession,
    band: one.band,
    hours: one.hours ?? 37.5,
    manager: one.manager ?? (team && managerIn(team, one)),
    from: addDays(first, -1_100),
    knownFrom: first,
    leads: one.leads ?? false,
    may: one.may ?? [],
    roles: one.roles ?? [],
  }
}

const managerIn = (team: Team, one: Named): string =>
  one.key === leadKey(team) ? `head of ${team.under[0]}` : leadKey(team)

/** Who leads a team: a named lead when there is one. */
export const leadKey = (team: Team): string =>
  named.find((one) => one.unit === team.name && one.leads)?.key ?? `lead of ${team.name}`

function planTeam(chance: Chance, span: Span, team: Team, newName: () => string): readonly PlannedPerson[] {
  const here = named.filter((one) => one.unit === team.name).map((one) => plannedNamed(one, span, team))
  const hasLead = here.some((one) => one.leads)
  const lead = hasLead ? [] : [planLead(chance, span, team, newName())]
  const others = Array.from({ length: team.people - here.length - lead.length }, (_, at) =>
    planMember(chance, span, team, { key: `${team.name} ${at + 1}`, name: newName() }),
  )
  // Whoever left was followed by somebody new.
  const followers = others
    .filter((one) => one.lastDay !== null && one.lastDay < addDays(span.today, -30) && chance.is(0.85))
    .map((one) => planFollower(chance, span, team, one, newName()))
  return [...lead, ...here.sort((a, b) => Number(b.leads) - Number(a.leads)), ...others, ...followers]
}

function planLead(chance: Chance, span: Span, team: Team, name: string): PlannedPerson {
  const from = addDays(span.first, -chance.between(200, 3_000))
  const clinical = team.way === 'case work' || team.way === 'adults'
  return {
    ...settled,
    ...placeIn(team),
    key: leadKey(team),
    name,
    band: team.band === 'Consultant' ? 'Consultant' : '7',
    manager: `head of ${team.under[0]}`,
    from,
    knownFrom: span.first,
    leads: true,
    may: clinical && chance.is(0.4) ? ['team-lead', 'clinical-supervisor'] : ['team-lead'],
    roles: [],
  }
}

const placeIn = (team: Team) => ({ unit: team.name, team, group: team.group, profession: team.profession })

function planMember(chance: Chance, span: Span, team: Team, who: { key: string; name: string }): PlannedPerson {
  const joined = chance.is(0.09)
  const from = joined
    ? addDays(span.first, chance.between(40, daysOf(span) - 12))
    : addDays(span.first, -chance.between(30, 4_000))
  const left = !joined && chance.is(0.1)
  const lastDay = left ? addDays(span.first, chance.between(90, daysOf(span) - 10)) : null
  return {
    ...settled,
    ...placeIn(team),
    ...who,
    ...planHours(chance, team),
    band: chance.is(0.2) && team.band === '6' ? '5' : team.band,
    manager: leadKey(team),
    from,
    knownFrom: joined ? addDays(from, -14) : span.first,
    lastDay,
    leads: false,
    may: [],
    roles: [],
    absences: lastDay === null ? planAbsences(chance, span, from) : [],
    second: secondOf(chance, team),
  }
}

const daysOf = ({ first, today }: Span): number => daysBetween(first, today)

function planFollower(chance: Chance, span: Span, team: Team, before: PlannedPerson, name: string): PlannedPerson {
  const from = addDays(before.lastDay ?? span.today, chance.between(7, 28))
  return {
    ...before,
    key: `${before.key}, followed`,
    name,
    ...planHours(chance, team),
    from,
    knownFrom: addDays(from, -10),
    lastDay: null,
    absences: [],
    second: null,
  }
}

function planHours(chance: Chance, team: Team): Pick<PlannedPerson, 'hours' | 'kind'> {
  if (team.way === 'peer review' && chance.is(0.25)) return { hours: 40, kind: 'locum' }
  if (chance.is(0.05)) return { hours: null, kind: 'bank' }
  if (chance.is(0.025)) return { hours: 37.5, kind: 'agency' }
  if (chance.is(0.04)) return { hours: 37.5, kind: 'fixed term' }
  return { hours: chance.is(0.32) ? chance.oneOf([15, 18.75, 22.5, 24, 30]) : 37.5, kind: 'permanent' }
}

function secondOf(chance: Chance, team: Team): PlannedPerson['second'] {
  if (!chance.is(0.02)) return null
  if (team.name === 'Accident and emergency')
    return { unit: 'Minor injury units', group: 'minor-injury-units', hours: 7.5 }
  if (team.group === 'health-visitors') return { unit: team.name, group: null, hours: 7.5 }
  return null
}

/** A long absence for about one in nine: most are over, a few go on; some have leave on record. */
function planAbsences(chance: Chance, span: Span, from: Day): readonly PlannedAbsence[] {
  const begun = from > span.first ? from : span.first
  const at = (days: number) => addDays(span.today, days)
  const found: PlannedAbsence[] = []
  if (chance.is(0.11)) {
    const kind = chance.oneOf<AbsenceKind>([
      'maternity leave',
      'sickness',
      'sickness',
      'maternity leave',
      'secondment',
      'career break',
    ])
    const length = kind === 'sickness' ? chance.between(35, 150) : chance.between(180, 330)
    const starts = at(-chance.between(20, 600))
    const to = addDays(starts, length)
    if (starts > begun) found.push({ kind, from: starts, to, open: to >= span.today })
  } else if (chance.is(0.15)) {
    const starts = at(-chance.between(3, 90))
    const kind = chance.oneOf<AbsenceKind>(['annual leave', 'sickness', 'study leave'])
    if (starts > begun) found.push({ kind, from: starts, to: addDays(starts, chance.between(3, 13)), open: false })
  }
  return found
}

/** Whether somebody is at work on a day, as far as the plan goes. */
export const isThere = (one: PlannedPerson, day: Day): boolean =>
  one.from <= day &&
  (one.lastDay === null || one.lastDay >= day) &&
  !one.absences.some((away) => away.from <= day && away.to >= day)
