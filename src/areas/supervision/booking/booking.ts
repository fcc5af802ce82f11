// Whether a session may be booked (SPEC 5.2): a list of named checks, each with its objection in words. The time must be
// ahead and nobody of the session busy; the supervisor must be one who may supervise this type; a line manager needs the
// supervisee's recorded yes; a group must not be too large. Later areas add checks (a contract in date, competence,
// observation) by answering the question on their cards. Some objections may be set aside by a named role, with a reason.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { SessionFormat, SessionId, Time } from '../session/session.ts'
import type { Terms } from '../terms/terms.ts'

export type CheckName =
  | 'time'
  | 'clash'
  | 'supervisor'
  | 'consent'
  | 'group size'
  | 'people'
  | 'agreement'
  | 'competence'
  | 'observation'
  | 'own supervision'

/** A session that somebody wants to book. */
export type BookingPlan = Time & {
  /** The session itself when it exists already and only its time changes. */
  readonly session: SessionId | null
  readonly terms: Terms
  readonly format: SessionFormat
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
}

export type Objection = {
  readonly check: CheckName
  /** In words for the person who books. */
  readonly reason: string
  /** Names of those who could supervise it instead, when that was looked for. */
  readonly others?: readonly string[]
  /** The form's field that it stands beside, when there is one. */
  readonly field?: string
  /** Whether an authorised person may set it aside with a reason. */
  readonly mayBeOverridden: boolean
}

/** What later areas are asked before a session is booked; each objection is one answer. */
declare module '../../../platform/area.ts' {
  interface Questions {
    'what stands against a booking': { about: BookingPlan; answer: Objection }
  }
}

/** Roles that may set an objection aside, with a reason; never for sessions that they supervise themselves. */
export const overridingRoles = ['named professional', 'designated professional', 'director', 'administrator'] as const

export type Override = { readonly reason: string; readonly by: PersonId; readonly roles: ReadonlySet<string> }

/** The objections that were set aside, when the booking may go ahead; otherwise the first that stands, with all reasons. */
export function decideBooking(
  objections: readonly Objection[],
  plan: Pick<BookingPlan, 'supervisor'>,
  override: Override | null,
): Decision<readonly Objection[]> {
  const firm = objections.find((objection) => !objection.mayBeOverridden)
  if (firm) return no(firm.reason, firm.field)
  if (objections.length === 0) return yes([])
  if (!override || override.reason.trim() === '') return refusalOf(objections)
  const may = mayOverride(override, plan)
  return may.ok ? yes(objections) : may
}

/**
 * What is missing, and once at the end who can instead. Where the policy does not name this supervisor at all, nothing else
 * needs to be put right first.
 */
function refusalOf(objections: readonly Objection[]): ReturnType<typeof no> {
  const unnamed = objections.find(({ check }) => check === 'supervisor')
  const shown = unnamed ? [unnamed] : objections
  const others = shown.find((one) => one.others !== undefined)?.others
  const instead = others === undefined ? [] : [insteadWords(others)]
  return no([...shown.map(({ reason }) => reason), ...instead].join('. '), shown[0]?.field)
}

function insteadWords(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody else is known who can supervise it now'
  const few = names.toSorted((a, b) => a.localeCompare(b, 'en-GB')).slice(0, 3)
  return `Who can supervise it instead: ${few.join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
}

/** What a supervisor may set aside for a session that was held: it happened, and with the reason it is reported. */
const saidAfterwards: readonly CheckName[] = ['competence', 'observation', 'own supervision']

/**
 * Whether a session that was held may be recorded. What was missing of the supervisor's own preparation, observation and
 * supervision keeps nothing from being recorded once they say why it went ahead; answers what was set aside.
 */
export function decideHeld(objections: readonly Objection[], reason: string): Decision<readonly Objection[]> {
  const firm = objections.find(({ check }) => !saidAfterwards.includes(check))
  if (firm) return no(firm.reason, firm.field)
  if (objections.length === 0 || reason.trim() !== '') return yes(objections)
  return no(`${objections.map((one) => one.reason).join('. ')}. If it was held all the same, say why`, 'reason')
}

/** Whether somebody may set objections aside at all. */
export function mayOverride(
  { by, roles }: Pick<Override, 'by' | 'roles'>,
  plan: Pick<BookingPlan, 'supervisor'>,
): Decision {
  if (!overridingRoles.some((role) => roles.has(role)))
    return no(
      'This can be set aside only by a named or designated professional, a director or an administrator',
      'reason',
    )
  return by === plan.supervisor
    ? no('Nobody can set this aside for a session that they supervise themselves', 'reason')
    : yes()
}

/** The objections that need nobody's data: who is in it and how many. */
export function objectionsToPeople(plan: BookingPlan): readonly Objection[] {
  const { terms, supervisees, format } = plan
  const found: Objection[] = []
  if (supervisees.length === 0) found.push(people('Choose at least one person to supervise', 'people'))
  if (supervisees.includes(plan.supervisor))
    found.push(people('Choose somebody else: nobody supervises themselves', 'supervisor'))
  if (format === 'one-to-one' && terms.format === 'group')
    found.push(people(`${terms.name} is held in groups. Book it as a group`))
  if (format === 'group' && terms.format === 'one-to-one')
    found.push(people(`${terms.name} is held one-to-one, not in a group`))
  if (format === 'group' && terms.largestGroup !== null && supervisees.length > terms.largestGroup)
    found.push({
      check: 'group size',
      reason: `At most ${terms.largestGroup} people can come to one session. You chose ${supervisees.length}. Take some off and book a second session for them`,
      field: 'people',
      mayBeOverridden: true,
    })
  return found
}

const people = (reason: string, field?: string): Objection => ({
  check: 'people',
  reason,
  field,
  mayBeOverridden: false,
})
