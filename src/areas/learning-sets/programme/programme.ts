// A programme of action learning (SPEC 7.1, S2): somebody leads it, it says what it is for, what to expect and how much time it
// takes, and it has pages that everybody in the organisation may read. Its cohorts come one after the other; each has its own
// days, people and sets. A programme is led by a programme lead; one that has ended stays to be read and takes nobody new.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type ProgrammeId = Id<'programme'>

/** What a programme says of itself, for everybody in the organisation. */
export type ProgrammeWords = {
  readonly aims: string
  readonly expect: string
  readonly commitment: string
}

/** Its page about keeping well: what helps, and whom to turn to, one to a line. */
export type WellbeingWords = { readonly wellbeing: string; readonly contacts: string }

export type Programme = ProgrammeWords &
  WellbeingWords & {
    readonly id: ProgrammeId
    readonly name: string
    readonly lead: PersonId
    readonly madeBy: PersonId
    readonly madeAt: Moment
    /** The first day on which it is no more; null while it goes on. */
    readonly until: Day | null
    readonly version: number
  }

/** Whether the programme goes on. */
export const programmeGoesOn = ({ until }: Pick<Programme, 'until'>, day: Day): boolean => until === null || day < until

/** Somebody leads a programme who holds the role for it. */
export const mayLead = (lead: PersonId, leads: ReadonlySet<PersonId>): Decision =>
  leads.has(lead)
    ? yes()
    : no('Choose somebody who has the role of programme lead. An administrator can give it', 'lead')

const endedWords = 'This programme has ended'
const changedWords = 'Somebody changed this programme meanwhile. Look at it again, then change it'

/** The programme with other words, from its newest version; SPEC 14.5. */
export function decideChange(
  programme: Programme,
  what: { change: Partial<Pick<Programme, 'name' | 'lead'> & ProgrammeWords & WellbeingWords>; version: number },
  today: Day,
): Decision<Programme> {
  if (!programmeGoesOn(programme, today)) return no(endedWords)
  if (programme.version !== what.version) return no(changedWords)
  return yes({ ...programme, ...what.change, version: programme.version + 1 })
}

/** The programme ends today; its pages stay to be read. */
export function decideEndOfProgramme(programme: Programme, today: Day): Decision<Programme> {
  if (!programmeGoesOn(programme, today)) return no('This programme has ended already')
  return yes({ ...programme, until: today, version: programme.version + 1 })
}

/** The people to turn to, one to a line, as they are shown: empty lines left out. */
export const contactLines = ({ contacts }: Pick<Programme, 'contacts'>): readonly string[] =>
  contacts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
