// From a trial's words about sessions to what the engine reckons with. A session that does not say so is individual with
// one supervisee and a group with more, and face to face; a supervisor is the line manager when the name is the same.
import { type Day, numberOfDay } from '../../../platform/time/day.ts'
import type { HeldSession, Post, SessionSupervisor } from '../facts/person-facts.ts'
import { isYes } from '../rule/condition.ts'
import { rankWord, sameWord } from '../rule/test-of-facts.ts'
import type { MinutesText, SessionText, SupervisorText } from './trial-file.ts'

type Words = string | number | readonly (string | number)[] | undefined
/** Words given alone or as lists, together. */
export const wordsOf = (...given: Words[]): string[] =>
  given.flatMap((one) => (one === undefined ? [] : typeof one === 'object' ? one.map(String) : [String(one)]))
export const textOf = (value: string | number | undefined): string | null =>
  value === undefined ? null : String(value)
const dayNumber = (text: string): number => numberOfDay(text as Day)

function minutesOf(text: MinutesText | undefined): number | null {
  if (text === undefined) return null
  if (typeof text === 'number') return text
  const [, count = '0', unit = ''] = /^([\d.]+)\s*(\w)/.exec(text) ?? []
  return Number(count) * (unit === 'h' ? 60 : 1)
}

/** One session of a trial. */
export function sessionOf(
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
    minutes: minutesOf(text.minutes ?? text.duration ?? text.length),
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
  const bandsAbove = rank(band) - rank(post?.band)
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
    yearsQualified: 'yearsQualified' in one ? (one.yearsQualified ?? null) : null,
    bandsAbove: Number.isFinite(bandsAbove) ? bandsAbove : null,
  }
}
