// From rows to what the engine asks of a person: posts with the units above them, absences, what they hold, and the
// sessions with who led them and what those held at that time.
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, numberOfDay } from '../../../platform/time/day.ts'
import type { Absence, Post, Registration, RoleGrant, TimeWorked, UnitId, UnitPlace } from '../../people/index.ts'
import type { EngineFacts, HeldSession, Holding, SessionSupervisor } from '../../policy/index.ts'
import type { Evidence } from '../../supervision/index.ts'

/** Everything that was read for some people and for those who supervised them. */
export type FactRows = {
  readonly posts: readonly Post[]
  readonly absences: readonly Absence[]
  readonly registrations: readonly Registration[]
  readonly grants: readonly Pick<RoleGrant, 'person' | 'role' | 'from' | 'to'>[]
  readonly evidence: readonly Evidence[]
  readonly units: readonly UnitPlace[]
  readonly worked: readonly TimeWorked[]
}

type Rows<T> = ReadonlyMap<PersonId, readonly T[]>
type Grouped = {
  posts: Rows<Post>
  absences: Rows<Absence>
  registrations: Rows<Registration>
  grants: Rows<FactRows['grants'][number]>
  evidence: Rows<Evidence>
  worked: Rows<TimeWorked>
}

/** The facts of each person asked about; `nothing` for those of whom nothing is known. */
export function assembleFacts(people: readonly PersonId[], rows: FactRows): ReadonlyMap<PersonId, EngineFacts> {
  const grouped: Grouped = {
    posts: byPerson(rows.posts),
    absences: byPerson(rows.absences),
    registrations: byPerson(rows.registrations),
    grants: byPerson(rows.grants),
    evidence: byPerson(rows.evidence),
    worked: byPerson(rows.worked),
  }
  const unitWords = unitWordsOf(rows.units)
  return new Map(people.map((person) => [person, factsOf(person, grouped, unitWords)]))
}

function factsOf(person: PersonId, rows: Grouped, unitWords: ReadonlyMap<UnitId, readonly string[]>): EngineFacts {
  return {
    posts: (rows.posts.get(person) ?? []).map((post) => ({
      ...days(post),
      staffGroups: post.staffGroup === null ? [] : [post.staffGroup],
      professions: post.profession === null ? [] : [post.profession],
      units: post.unit === null ? [] : (unitWords.get(post.unit) ?? []),
      kind: post.kind,
      band: post.band,
      grade: null,
      trainingStages: post.trainingStage === null ? [] : [post.trainingStage],
      caseload: post.caseload,
      hours: post.hoursPerWeek,
      started: numberOfDay(post.started),
    })),
    absences: (rows.absences.get(person) ?? []).map((absence) => ({
      ...days(absence),
      kind: absence.kind,
      reason: null,
      approvedBy: absence.approvedBy,
    })),
    holdings: holdingsOf(person, rows),
    // A stretch counts on its last day: only then has all of it been worked.
    work: (rows.worked.get(person) ?? []).map(({ to, shifts, hours }) => ({ day: numberOfDay(to), shifts, hours })),
    sessions: (rows.evidence.get(person) ?? []).map((one) => sessionOf(one, person, rows, unitWords)),
  }
}

function sessionOf(
  one: Evidence,
  person: PersonId,
  rows: Grouped,
  unitWords: ReadonlyMap<UnitId, readonly string[]>,
): HeldSession {
  const face = one.remote ? 'remote' : 'face to face'
  return {
    day: numberOfDay(one.day),
    ref: one.source,
    type: one.type,
    kinds: [],
    modes: one.mode === 'group' ? ['group', face] : ['individual', face],
    minutes: one.minutes,
    minutesAttended: null,
    attendees: one.groupSize,
    supervisors: one.supervisor === null ? [] : [supervisorOn(one.supervisor, person, one.day, rows, unitWords)],
    attendance: one.attendance,
    part: one.part,
    outside: one.held !== 'here',
    vouchedBy: one.held === 'outside, vouched for' ? 'vouched' : null,
  }
}

/** What somebody who led a session held on that day. */
function supervisorOn(
  supervisor: PersonId,
  supervisee: PersonId,
  day: Day,
  rows: Grouped,
  unitWords: ReadonlyMap<UnitId, readonly string[]>,
): SessionSupervisor {
  const post = (rows.posts.get(supervisor) ?? []).find((one) => holds(one, day))
  const held = (rows.registrations.get(supervisor) ?? []).filter((one) => holds(one, day))
  const bodies = (kind: Registration['kind']) => held.filter((one) => one.kind === kind).map((one) => one.body)
  const granted = (rows.grants.get(supervisor) ?? []).filter((one) => holds(one, day)).map((one) => one.role)
  const theirs = (rows.posts.get(supervisee) ?? []).filter((one) => holds(one, day))
  const managers = theirs.map((one) => one.manager)
  const bandsAbove = bandsBetween(post?.band, theirs[0]?.band)
  return {
    name: null,
    roles: [...bodies('supervisor role'), ...granted],
    registrations: bodies('registration'),
    accreditations: bodies('accreditation'),
    competences: bodies('competence'),
    professions: post?.profession ? [post.profession] : [],
    staffGroups: post?.staffGroup ? [post.staffGroup] : [],
    units: post?.unit ? (unitWords.get(post.unit) ?? []) : [],
    band: post?.band ?? null,
    grade: null,
    lineManager: managers.includes(supervisor),
    moreSenior: bandsAbove === null ? null : bandsAbove > 0,
    bandsAbove,
    yearsQualified: yearsOf(rows.registrations.get(supervisor) ?? [], day),
  }
}

/** How many bands one post is above another; null when either has none. 'Band 8a' counts as 8. */
function bandsBetween(upper: string | null | undefined, lower: string | null | undefined): number | null {
  const [one, other] = [upper, lower].map((band) => /\d+/.exec(band ?? '')?.[0])
  return one === undefined || other === undefined ? null : Number(one) - Number(other)
}

/** Whole years since the first registration that still holds; null without one. */
function yearsOf(held: readonly Registration[], day: Day): number | null {
  const first = held
    .filter((one) => one.kind === 'registration' && holds(one, day))
    .map((one) => one.from)
    .sort()[0]
  return first === undefined ? null : Math.floor((numberOfDay(day) - numberOfDay(first)) / 365.25)
}

const kinds = {
  registration: 'registration',
  accreditation: 'accreditation',
  'supervisor role': 'role',
  competence: 'competence',
} as const

function holdingsOf(person: PersonId, rows: Grouped): readonly Holding[] {
  const held = (rows.registrations.get(person) ?? []).map((one) => ({
    ...days(one),
    what: kinds[one.kind],
    key: one.body,
  }))
  const granted = (rows.grants.get(person) ?? []).map((one) => ({ ...days(one), what: 'role' as const, key: one.role }))
  return [...held, ...granted]
}

const days = ({ from, to }: { from: Day; to: Day | null }) => ({
  from: numberOfDay(from),
  to: to === null ? Number.POSITIVE_INFINITY : numberOfDay(to),
})

const holds = (one: { from: Day; to: Day | null }, day: Day): boolean =>
  one.from <= day && (one.to === null || one.to >= day)

const byPerson = <T extends { person: PersonId }>(rows: readonly T[]): Rows<T> => Map.groupBy(rows, (row) => row.person)

/** For each unit its own name and the names of all above it: a rule for a directorate holds for its teams. */
function unitWordsOf(units: readonly UnitPlace[]): ReadonlyMap<UnitId, readonly string[]> {
  const places = new Map(units.map((place) => [place.unit, place]))
  return new Map(
    units.map((place) => {
      const words: string[] = []
      for (
        let at: UnitPlace | undefined = place;
        at && words.length < 50;
        at = at.parent ? places.get(at.parent) : undefined
      )
        words.push(at.name)
      return [place.unit, words]
    }),
  )
}
