// What is known of one person: posts, absences, registrations and roles, work done, sessions held. All effective-dated;
// days are whole numbers (days since 1 January 1970), both ends of a span belong to it, and an open end is Infinity.
import { rankWord, type Subject, sameWord } from '../rule/test-of-facts.ts'

export type DatedSpan = { readonly from: number; readonly to: number }
/** Words are compared whatever their spelling ("Health visitors" is "health-visitors"). `units`: the unit itself and everything above it. */
export type Post = DatedSpan & {
  readonly staffGroups: readonly string[]
  readonly professions: readonly string[]
  readonly units: readonly string[]
  readonly kind: string
  readonly band: string | null
  readonly grade: string | null
  readonly trainingStages: readonly string[]
  /** Whether there is one, or how many cases; null when it is not known. */
  readonly caseload: boolean | number | null
  /** Contracted hours a week; null counts as full time. */
  readonly hours: number | null
  /** When the post began, if this span only continues it (after a change of hours, say). */
  readonly started: number | null
}
export type Absence = DatedSpan & {
  readonly kind: string
  readonly reason: string | null
  readonly approvedBy: string | null
}
export type Holding = DatedSpan & {
  readonly what: 'role' | 'registration' | 'accreditation' | 'competence'
  readonly key: string
}
/** Work done on one day: shifts, and hours of practice. */
export type WorkDone = { readonly day: number; readonly shifts: number; readonly hours: number }

export type SessionSupervisor = {
  readonly name: string | null
  readonly roles: readonly string[]
  readonly registrations: readonly string[]
  readonly accreditations: readonly string[]
  readonly competences: readonly string[]
  readonly professions: readonly string[]
  readonly staffGroups: readonly string[]
  readonly units: readonly string[]
  readonly band: string | null
  readonly grade: string | null
  readonly lineManager: boolean | null
  readonly moreSenior: boolean | null
  readonly yearsQualified?: number | null
  /** How many bands above the supervisee. */
  readonly bandsAbove?: number | null
}
export type Attendance = 'present' | 'late' | 'partial' | 'observing' | 'absent'
/** One session this person took part in. `ref` names it in reasons and breaks ties between sessions of one day. */
export type HeldSession = {
  readonly day: number
  readonly ref: string
  /** The key of its type of supervision; empty fits every requirement. */
  readonly type: string
  readonly kinds: readonly string[]
  /** individual or group, face to face or remote, and any word of the organisation's own. */
  readonly modes: readonly string[]
  readonly minutes: number | null
  readonly minutesAttended: number | null
  readonly attendees: number
  readonly supervisors: readonly SessionSupervisor[]
  readonly attendance: Attendance
  readonly part: 'receiving' | 'delivering'
  readonly outside: boolean
  readonly vouchedBy: string | null
}

export type Facts = {
  readonly posts: readonly Post[]
  readonly absences: readonly Absence[]
  readonly holdings: readonly Holding[]
  readonly work: readonly WorkDone[]
  readonly sessions: readonly HeldSession[]
}
export const noFacts: Facts = { posts: [], absences: [], holdings: [], work: [], sessions: [] }

const none: readonly string[] = []
const numberIn = (rank: string | null): number | undefined => {
  const found = /\d+(\.\d+)?/.exec(rank ?? '')
  return found ? Number(found[0]) : undefined
}
const spelt = (words: readonly string[]): readonly string[] => words.map(sameWord)

/** One post of a person, with what the person holds at that time, as a condition asks about it. */
export function personSubject(post: Post, holdings: readonly Holding[]): Subject {
  return {
    words: (field) => {
      if (field === 'staffGroup') return spelt(post.staffGroups)
      if (field === 'profession') return spelt(post.professions)
      if (field === 'unit') return spelt(post.units)
      if (field === 'postKind') return [sameWord(post.kind)]
      if (field === 'trainingStage') return spelt(post.trainingStages)
      if (field === 'band' || field === 'grade') return post[field] === null ? none : [rankWord(post[field])]
      return holdings.filter((one) => one.what === field).map((one) => sameWord(one.key))
    },
    number: (field) => {
      if (field === 'hours') return post.hours ?? undefined
      if (field === 'caseload') return typeof post.caseload === 'number' ? post.caseload : undefined
      return field === 'band' || field === 'grade' ? numberIn(post[field]) : undefined
    },
    truth: (field) => (field === 'caseload' && post.caseload !== null ? Boolean(post.caseload) : undefined),
  }
}

function supervisorSubject(one: SessionSupervisor): Subject {
  return {
    words: (field) => {
      if (field === 'role') return spelt(one.roles)
      if (field === 'registration') return spelt(one.registrations)
      if (field === 'accreditation') return spelt(one.accreditations)
      if (field === 'competence') return spelt(one.competences)
      if (field === 'profession') return spelt(one.professions)
      if (field === 'staffGroup') return spelt(one.staffGroups)
      if (field === 'unit') return spelt(one.units)
      if (field === 'band' || field === 'grade') return one[field] === null ? none : [rankWord(one[field])]
      return none
    },
    number: (field) => {
      if (field === 'yearsQualified' || field === 'bandsAbove') return one[field] ?? undefined
      return field === 'band' || field === 'grade' ? numberIn(one[field]) : undefined
    },
    truth: (field) => {
      if (field === 'lineManager') return one.lineManager ?? false
      return field === 'moreSenior' ? (one.moreSenior ?? undefined) : undefined
    },
  }
}

/** A session as a condition asks about it. */
export function sessionSubject(session: HeldSession): Subject {
  return {
    words: (field) => {
      if (field === 'type') return [sameWord(session.type)]
      if (field === 'kind') return spelt(session.kinds)
      if (field === 'mode') return spelt(session.modes)
      return field === 'part' ? [session.part] : none
    },
    number: (field) =>
      field === 'minutes'
        ? (session.minutesAttended ?? session.minutes ?? undefined)
        : field === 'attendees'
          ? session.attendees
          : undefined,
    truth: (field) => (field === 'outside' ? session.outside : undefined),
    supervisors: () => session.supervisors.map(supervisorSubject),
  }
}
