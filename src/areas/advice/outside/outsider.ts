// Somebody who rings the desk and is not in the register: an agency nurse, a new starter, a colleague of another organisation
// (SPEC 8.2: any staff member can ask). The desk takes down who they are and advises them as everybody else; whoever advised
// reads it back to them and writes down what they heard. Once they are in the register the advice can be counted as theirs.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { AdviceRequest, Doer, RequestId } from '../request/request.ts'

/** Facts: who they said they are, never what they asked. */
export type Outsider = {
  readonly request: RequestId
  readonly name: string
  readonly role: string
  /** Their organisation or unit. */
  readonly place: string
  /** How long the advice took; null before. */
  readonly minutes: number | null
  /** Whom the register has them as since, and when somebody said so. */
  readonly person: PersonId | null
  readonly linkedAt: Moment | null
}

/** The desk finds them in the register. It counts as theirs from then on, and opens nothing to them. */
export function link(
  request: AdviceRequest,
  by: Doer,
  { outsider, to }: { outsider: Outsider; to: PersonId },
): Decision {
  if (!by.advises && !by.administers) return no('Only the desk says who somebody is')
  if (request.caller !== null) return no('Whoever asked is in the register already')
  if (outsider.person !== null) return no('Somebody has found them in the register already')
  if (to === request.adviser || to === request.has)
    return no('They advise on this request, so they cannot have asked it', 'registered')
  return yes()
}
