// One entry of the logbook (SPEC 9.1): on a day, a step of the way, with the colleague who was there. Either of the two writes
// it and the other confirms it; what nobody else was there for, such as a course, is one's own word until the sign-off.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Pathway, StepProgress } from '../pathway/pathway.ts'

export type EntryId = Id<'entry'>

export type EntryState = 'noted' | 'asked' | 'confirmed' | 'declined' | 'withdrawn'

export type Entry = {
  readonly id: EntryId
  readonly person: PersonId
  /** Keys in the policy. */
  readonly pathway: string
  readonly step: string
  readonly on: Day
  /** The supervisor who was watched, or the senior who was present. */
  readonly other: PersonId | null
  readonly state: EntryState
  readonly enteredBy: PersonId
}

export type EntryAnswer = 'confirmed' | 'declined' | 'withdrawn'

/** Whether this entry may be written by one of its two people; answers the state in which it begins. */
export function decideEntry(
  wanted: Pick<Entry, 'person' | 'pathway' | 'step' | 'on' | 'other'> & { readonly by: PersonId },
  given: {
    readonly pathway: Pathway
    readonly known: readonly Entry[]
    readonly otherMay: boolean
    readonly today: Day
  },
): Decision<'noted' | 'asked'> {
  const step = given.pathway.steps.find((one) => one.key === wanted.step)
  if (!step || step.times === 0) return no('Choose a step of the logbook', 'step')
  if (wanted.on > given.today) return no('The day must be today or in the past', 'on')
  if (wanted.other === wanted.person) return no('Choose the colleague who was there with you', 'other')
  if (wanted.by !== wanted.person && wanted.by !== wanted.other)
    return no('The two who were there write this themselves')
  if (step.with !== null && wanted.other === null) return no('Choose the colleague who was there', 'other')
  if (wanted.other !== null && !given.otherMay)
    return no(
      `Choose somebody who is signed off for this, or who signs off. The policy says: ${step.with ?? step.name}`,
      'other',
    )
  const twin = given.known.some(
    (one) => isStanding(one) && one.step === wanted.step && one.on === wanted.on && one.other === wanted.other,
  )
  if (twin) return no('This is in the logbook already', 'on')
  return yes(wanted.other === null ? 'noted' : 'asked')
}

const isStanding = (entry: Entry): boolean => entry.state !== 'declined' && entry.state !== 'withdrawn'

/** Who is asked to confirm an entry; null when nobody is, or it is answered. */
export function askedOf(entry: Entry): PersonId | null {
  if (entry.state !== 'asked') return null
  return entry.enteredBy === entry.person ? entry.other : entry.person
}

/** Whether somebody may answer: the one who is asked confirms or declines, the one who wrote it takes it back until then. */
export function decideAnswer(entry: Entry, by: PersonId, answer: EntryAnswer): Decision {
  if (!isStanding(entry) || entry.state === 'confirmed') return no('This entry has been answered already')
  if (answer === 'withdrawn') return entry.enteredBy === by ? yes() : no('Whoever wrote it can take it back')
  return askedOf(entry) === by ? yes() : no('The other of the two answers this')
}

/** How far somebody has come with each step: what was confirmed, and their own word where nobody else was there. */
export function progressOf(pathway: Pathway, entries: readonly Entry[]): readonly StepProgress[] {
  const counted = entries.filter(
    (one) => one.pathway === pathway.key && (one.state === 'confirmed' || one.state === 'noted'),
  )
  return pathway.steps.map((step) => ({ step, done: counted.filter((one) => one.step === step.key).length }))
}
