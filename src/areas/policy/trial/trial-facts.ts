// From a trial's words about a person to the facts that the engine reckons with. What is left out is taken as the
// usual: present, receiving, here, and face to face with one supervisee (SPEC 2.3).
import { type Day, dayOfNumber, numberOfDay } from '../../../platform/time/day.ts'
import type { Absence, Facts, Holding, Post, WorkDone } from '../facts/person-facts.ts'
import { after } from '../facts/windows.ts'
import { isYes } from '../rule/condition.ts'
import { readDuration } from '../rule/interval.ts'
import { listOf } from '../rule/rule-defaults.ts'
import type { AbsenceText, HoldingText, PostText, TrialFile, WorkText } from './trial-file.ts'
import { sessionOf, textOf, wordsOf } from './trial-sessions.ts'

const dayNumber = (text: string): number => numberOfDay(text as Day)
const endOf = (text: string | null | undefined): number =>
  text === undefined || text === null || text === 'open' ? Number.POSITIVE_INFINITY : dayNumber(text)

/** The facts of a trial. */
export function factsOf(file: TrialFile): Facts {
  const { person } = file
  const posts = (person.posts ?? [person]).map((post) => postOf(post, person, file.fullTimeHours ?? 37.5))
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
    work: [...listOf(file.shifts), ...listOf(file.work)].flatMap(workOf),
    sessions: sessions.map((session, at) => sessionOf(session, at, person.lineManager, posts)),
  }
}

/** What a post does not say itself is taken from the person. */
function postOf(own: PostText, person: PostText, fullTime: number): Post {
  const post = { ...definedOf(person), ...definedOf(own) }
  const share = post.fte ?? post.wte
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
    caseload:
      typeof post.caseload === 'number' ? post.caseload : post.caseload === undefined ? null : isYes(post.caseload),
    hours: post.hours ?? (share === undefined ? null : share * fullTime),
    started: post.started === undefined ? null : dayNumber(post.started),
  }
}

const definedOf = (given: PostText): PostText =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const absenceOf = (text: AbsenceText): Absence => ({
  from: dayNumber(text.from),
  to: endOf(text.to ?? text.until),
  kind: text.kind ?? text.reason ?? '',
  reason: text.reason ?? null,
  approvedBy: text.approvedBy ?? text.approver ?? null,
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

/** The days a trial asks about, in order, each once. */
export function daysOf(file: TrialFile): Day[] {
  const { days, day } = file
  const asked = new Set<string>([...(day === undefined ? [] : [day]), ...(file.expect ?? []).map((one) => one.day)])
  if (typeof days === 'string') asked.add(days)
  else if (Array.isArray(days)) for (const one of days) asked.add(one)
  else if (days) {
    const every = days.every === undefined ? { count: 1, unit: 'day' as const } : readDuration(days.every)
    for (let at = 0; at < 750; at++) {
      const next = after(dayNumber(days.from), { ...every, count: every.count * at })
      if (next > dayNumber(days.to)) break
      asked.add(dayOfNumber(next))
    }
  }
  return [...asked].sort() as Day[]
}
