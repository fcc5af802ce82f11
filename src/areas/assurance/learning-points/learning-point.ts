// A learning point is something worth knowing that leaves a room with permission, without identities (SPEC 10.3). Everybody whose it
// is agrees to the exact words; another text asks everybody again, and one "no" is enough. Then a second reader, who was not there,
// looks for anybody who could be known by it, and somebody else of those who answer for learning approves it. Only then it is sent.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { UnitId } from '../../people/index.ts'

export type PointId = Id<'point'>
export const sourceKinds = ['session', 'set', 'peer-review'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Something that was said somewhere, and whose it is. */
export type Source = {
  readonly kind: SourceKind
  readonly id: Id<'source'>
  readonly concerned: readonly PersonId[]
  /** Where it is read about, for those whose it is. */
  readonly back: { readonly href: string; readonly label: string }
}

export const backReasons = ['known', 'unclear', 'said already', 'other'] as const
export type BackReason = (typeof backReasons)[number]

export type PointState = 'asked' | 'declined' | 'to be read' | 'sent back' | 'to be approved' | 'sent' | 'withdrawn'

export type LearningPoint = {
  readonly id: PointId
  readonly sourceKind: SourceKind
  readonly source: Id<'source'>
  readonly draftedBy: PersonId
  readonly draftedAt: Moment
  /** Whose it is, whoever drafted it among them. */
  readonly concerned: readonly PersonId[]
  readonly secondReader: PersonId
  readonly version: number
  readonly textHash: string
  readonly subjects: readonly Subject[]
  /** The teams that it is sent to, with what is beneath them; none: everybody. */
  readonly units: readonly UnitId[]
  readonly state: PointState
  readonly backBecause: BackReason | null
}

/** Subjects by which learning is found again: fixed words, so that the same thing is called the same. */
export const subjects = [
  'hearing the child',
  'unborn babies and infants',
  'neglect',
  'physical harm',
  'sexual harm',
  'exploitation',
  'domestic abuse',
  'mental health',
  'substance use',
  'learning disability',
  'mental capacity',
  'self-neglect',
  'think family',
  'professional curiosity',
  'sharing information',
  'recording',
  'working with other services',
  'supervision itself',
  'looking after ourselves',
  'something else',
] as const
export type Subject = (typeof subjects)[number]
export const MOST_SUBJECTS = 5
export const MOST_UNITS = 20

/** Somebody agreed to a text by its hash. */
export type Agreed = { readonly person: PersonId; readonly textHash: string }

/** The exact text as it is hashed: one way to write it, its own for each point. */
export const canonicalPoint = (id: PointId, title: string, words: string): string =>
  `${JSON.stringify({ point: id, title, words })}\n`

export type Draft = {
  readonly by: PersonId
  readonly secondReader: PersonId
  readonly subjects: readonly Subject[]
  readonly units: readonly UnitId[]
}

/** Whether a text may be put to those whose it is; `readers`: who may read it as a second reader. */
export function decideDraft(
  draft: Draft,
  about: { readonly concerned: readonly PersonId[]; readonly readers: readonly PersonId[] },
): Decision {
  if (!about.concerned.includes(draft.by)) return no('Only those whose it is may draft it')
  if (draft.subjects.length === 0) return no('Choose at least one subject', 'subjects')
  if (draft.subjects.length > MOST_SUBJECTS) return no(`Choose ${MOST_SUBJECTS} subjects at most`, 'subjects')
  if (draft.units.length > MOST_UNITS) return no(`Choose ${MOST_UNITS} teams at most`, 'team1')
  if (about.concerned.includes(draft.secondReader)) return no('Choose a second reader who was not there', 'reader')
  return about.readers.includes(draft.secondReader) ? yes() : no('Choose one of the second readers', 'reader')
}

/** Another text, by whoever drafted it, from its newest version; not while it is read, and not once it was sent. */
export function decideRedraft(point: LearningPoint, what: { by: PersonId; version: number }): Decision {
  if (point.draftedBy !== what.by) return no('Whoever drafted it changes it')
  if (point.version !== what.version) return no('You changed it somewhere else meanwhile. Look at it again')
  const open = point.state === 'asked' || point.state === 'declined' || point.state === 'sent back'
  return open ? yes() : no(closedWords[point.state as keyof typeof closedWords])
}

const closedWords = {
  'to be read': 'It lies with the second reader',
  'to be approved': 'It waits to be approved',
  sent: 'It has been sent',
  withdrawn: 'It was withdrawn',
} as const

/** Who of those whose it is, and are still here, has not agreed to the text as it reads now. */
export function waitsFor(
  point: Pick<LearningPoint, 'concerned' | 'textHash'>,
  agreed: readonly Agreed[],
  left: ReadonlySet<PersonId>,
): readonly PersonId[] {
  const said = new Set(agreed.filter((one) => one.textHash === point.textHash).map((one) => one.person))
  return point.concerned.filter((person) => !said.has(person) && !left.has(person))
}

/** One of those whose it is says yes or no to the text that stood on their screen. */
export function decideAnswer(point: LearningPoint, what: { by: PersonId; textHash: string }): Decision {
  if (!point.concerned.includes(what.by)) return no('Only those whose it is answer')
  if (point.state !== 'asked') return no(point.state === 'declined' ? 'Somebody has said no' : 'Everybody has answered')
  return what.textHash === point.textHash ? yes() : no('The text was changed meanwhile. Read it again')
}

/** The second reader says what they found, in the text on their screen. */
export function decideReading(point: LearningPoint, what: { by: PersonId; textHash: string }): Decision {
  if (point.secondReader !== what.by) return no('The second reader does this')
  if (point.state !== 'to be read') return no('It is not with the second reader')
  return what.textHash === point.textHash ? yes() : no('The text was changed meanwhile. Read it again')
}

/** Somebody who answers for learning approves it, or sends it back: never one whose it is, and never the second reader. */
export function decideApproval(point: LearningPoint, what: { by: PersonId; textHash: string }): Decision {
  if (point.concerned.includes(what.by)) return no('It is yours, so somebody else approves it')
  if (point.secondReader === what.by) return no('You read it over, so somebody else approves it')
  if (point.state !== 'to be approved') return no('It does not wait to be approved')
  return what.textHash === point.textHash ? yes() : no('The text was changed meanwhile. Read it again')
}

/** Any of those whose it is withdraws it, before it is sent; afterwards what was sent is withdrawn. */
export function decideWithdrawal(point: LearningPoint, by: PersonId): Decision {
  if (!point.concerned.includes(by)) return no('Only those whose it is withdraw it')
  if (point.state === 'withdrawn') return no('It was withdrawn already')
  return point.state === 'sent' ? no('It has been sent. Withdraw what was sent') : yes()
}
