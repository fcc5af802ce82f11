// From a trial's words about a person to the facts that the engine reckons with. What is left out is taken as the
// usual: present, receiving, here, and face to face with one supervisee (SPEC 2.3).
import { type Day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import type { Absence, Facts, HeldSession, Holding, Post, SessionSupervisor, WorkDone } from '../facts/person-facts.ts'
import { after } from '../facts/windows.ts'
import { isYes } from '../rule/condition.ts'
import { readDuration } from '../rule/interval.ts'
import { rankWord, sameWord } from '../rule/test-of-facts.ts'
import type {
  AbsenceText,
  HoldingText,
  MinutesText,
  PostText,
  SessionText,
  SupervisorText,
  TrialFile,
  WorkText,
} from './trial-file.ts'

const dayNumber = (text: string): number => numberOfDay(text as Day)
const endOf = (text: string | null | undefined): number =>
  text === undefined || text === null || text === 'open' ? Number.POSITIVE_INFINITY : dayNumber(text)
type Words = string | number | readonly (string | number)[] | undefined
const wordsOf = (...given: Words[]): string[] =>
  given.flatMap((one) => (one === undefined ? [] : typeof one === 'object' ? one.map(String) : [String(one)]))
const textOf = (value: string | number | undefined): string | null => (value === undefined ? null : String(value))

/** The facts of a trial. */
export function factsOf(file: TrialFile): Facts {
  const { person } = file
  const posts = (person.posts ?? [person]).map((post) => postOf(post, person))
  const absences = [
    ...(person.absences ?? []),
    ...(person.absence ? [person.absence] : []),
    ...(file.absences ?? []),
    ...(file.excusals ?? []),
  ]
  const sessions = [...(file.evidence ?? []), ...(file.sessions ?? [])]
  return {
    posts,
    absences: absences.map(absenceOf),
    holdings: holdingsOf(person, Math.min(...posts.map((post) => post.from))),
    work: [...(file.shifts ?? []), ...(file.work ?? [])].flatMap(workOf),
    sessions: sessions.map((session, at) => sessionOf(session, at, person.lineManager, posts)),
  }
}

/** What a post does not say itself is taken from the person. */
function postOf(own: PostText, person: PostText): Post {
  const post = { ...definedOf(person), ...definedOf(own) }
  return {
    from: dayNumber(post.from ?? post.started ?? '1990-01-01'),
    to: endOf(post.to),
    staffGroups: wordsOf(post.staffGroup, post.staffGroups),
    professions: wordsOf(post.profession, post.professions),
    units: wordsOf(post.unit, post.units)
      .flatMap((path) => path.split(/\s*[>/]\s*/))
      .reverse(),
    kind: post.kind ?? post.postKind ?? 'permanent',
    band: textOf(post.band),
    grade: textOf(post.grade),
    trainingStages: wordsOf(post.trainingStage, post.trainingStages),
    caseload: post.caseload === undefined ? null : isYes(post.caseload),
    hours: post.hours ?? null,
    started: post.started === undefined ? null : dayNumber(post.started),
  }
}

const definedOf = (given: PostText): PostText =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const absenceOf = (text: AbsenceText): Absence => ({
  from: dayNumber(text.from),
  to: endOf(text.to),
  kind: text.kind,
  reason: text.reason ?? null,
  approvedBy: text.approvedBy ?? null,
})

const holdingKinds = [
  ['role', 'role', 'roles'],
  ['registration', 'registration', 'registrations'],
  ['accreditation', 'accreditation', 'accreditations'],
  ['competence', 'competence', 'competences'],
] as const

function holdingsOf(person: TrialFile['person'], start: number): Holding[] {
  return holdingKinds.flatMap(([what, one, many]) =>
    [...heldOf(person[one]), ...heldOf(person[many])].map((held) => holdingOf(what, held, start)),
  )
}

type Held = Extract<HoldingText, string | { from?: string | undefined }>
const heldOf = (text: HoldingText | undefined): Held[] =>
  text === undefined ? [] : Array.isArray(text) ? text : [text]

function holdingOf(what: Holding['what'], held: Held, start: number): Holding {
  if (typeof held === 'string') return { what, key: held, from: start, to: Number.POSITIVE_INFINITY }
  return {
    what,
    key: held.key ?? held.name ?? '',
    from: held.from === undefined ? start : dayNumber(held.from),
    to: endOf(held.to),
  }
}

function workOf(text: WorkText): WorkDone[] {
  if (typeof text === 'string') return [{ day: dayNumber(text), shifts: 1, hours: 0 }]
  const shifts = text.shifts ?? (text.hours === undefined ? 1 : 0)
  const hours = text.hours ?? 0
  if (text.date !== undefined) return [{ day: dayNumber(text.date), shifts, hours }]
  const done: WorkDone[] = []
  for (let day = dayNumber(text.from!); day <= dayNumber(text.to!) && done.length < 5000; day += text.everyDays ?? 1)
    done.push({ day, shifts, hours })
  return done
}

function minutesOf(text: MinutesText | undefined): number | null {
  if (text === undefined) return null
  if (typeof text === 'number') return text
  const [, count = '0', unit = ''] = /^([\d.]+)\s*(\w)/.exec(text) ?? []
  return Number(count) * (unit === 'h' ? 60 : 1)
}

function sessionOf(
  text: SessionText,
  at: number,
  lineManager: string | undefined,
  posts: readonly Post[],
): HeldSession {
  const day = dayNumber((text.date ?? text.day)!)
  const post = posts.find((one) => one.from <= day && day <= one.to)
  const given = [text.supervisor, text.supervisors].flatMap((one) =>
    one === undefined ? [] : Array.isArray(one) ? one : [one],
  )
  const attendees = text.attendees ?? text.groupSize ?? 1
  return {
    day,
    ref: text.ref ?? String(at + 1).padStart(4, '0'),
    type: text.type ?? '',
    kinds: wordsOf(text.kind, text.kinds),
    modes: modesOf(wordsOf(text.mode, text.modes), attendees),
    minutes: minutesOf(text.minutes),
    minutesAttended: minutesOf(text.minutesAttended),
    attendees,
    supervisors: given.map((one) => supervisorOf(one, lineManager, post)),
    attendance: text.attendance ?? 'present',
    part: text.part ?? 'receiving',
    outside: isYes(text.outside),
    vouchedBy: text.vouchedBy ?? null,
  }
}

/** A session that does not say so is individual with one supervisee and a group with more; and face to face unless it is remote. */
export function modesOf(said: readonly string[], attendees: number): string[] {
  const modes = said.map((mode) => spellings[sameWord(mode)] ?? sameWord(mode))
  if (!modes.some((mode) => mode === 'individual' || mode === 'group' || mode === 'peer'))
    modes.push(attendees > 1 ? 'group' : 'individual')
  if (!modes.some((mode) => mode === 'remote' || mode === 'face-to-face' || mode === 'telephone'))
    modes.push('face-to-face')
  if (modes.includes('telephone') && !modes.includes('remote')) modes.push('remote')
  return modes
}
const spellings: Record<string, string> = {
  online: 'remote',
  video: 'remote',
  virtual: 'remote',
  phone: 'telephone',
  'in-person': 'face-to-face',
  'one-to-one': 'individual',
  '1:1': 'individual',
  '1-1': 'individual',
}

function supervisorOf(
  text: SupervisorText,
  lineManager: string | undefined,
  post: Post | undefined,
): SessionSupervisor {
  const one = typeof text === 'string' ? { name: text, role: text } : text
  const band = textOf('band' in one ? one.band : undefined)
  const rank = (word: string | null | undefined) => Number.parseFloat(rankWord(word ?? ''))
  const more =
    'moreSenior' in one && one.moreSenior !== undefined ? isYes(one.moreSenior) : rank(band) > rank(post?.band)
  const said = 'lineManager' in one && one.lineManager !== undefined ? isYes(one.lineManager) : null
  const words = (...keys: string[]) => wordsOf(...keys.map((key) => (one as Record<string, Words>)[key]))
  return {
    name: one.name ?? null,
    roles: words('role', 'roles'),
    registrations: words('registration', 'registrations'),
    accreditations: words('accreditation', 'accreditations'),
    competences: words('competence', 'competences'),
    professions: words('profession', 'professions'),
    staffGroups: words('staffGroup', 'staffGroups'),
    units: words('unit', 'units'),
    band,
    grade: textOf('grade' in one ? one.grade : undefined),
    lineManager: said ?? (lineManager !== undefined && one.name === lineManager),
    moreSenior: more,
  }
}

/** The days a trial asks about, in order, each once. */
export function daysOf(file: TrialFile): Day[] {
  const { days, day } = file
  const asked = new Set<string>([...(day === undefined ? [] : [day]), ...(file.expect ?? []).map((one) => one.day)])
  if (typeof days === 'string') asked.add(days)
  else if (Array.isArray(days)) for (const one of days) asked.add(one)
  else if (days) {
    const every = days.every === undefined ? { count: 1, unit: 'day' as const } : readDuration(days.every)
    for (let at = 0; at < 2000; at++) {
      const next = after(dayNumber(days.from), { ...every, count: every.count * at })
      if (next > dayNumber(days.to)) break
      asked.add(dayOfNumber(next))
    }
  }
  return [...asked].sort() as Day[]
}
