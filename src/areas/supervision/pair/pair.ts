// Who supervises whom (SPEC 5.10). A person may have several supervisors for each type, choose them and change them. A line
// manager becomes somebody's supervisor only with that person's own yes, which is kept with its date. Either side may end it;
// who is then without a supervisor for a type that they need one for is shown as needing one (SPEC 4.5).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'

export type PairId = Id<'pair'>
export const endKinds = ['changed supervisor', 'left', 'moved', 'not working out', 'no longer needed'] as const
export type EndKind = (typeof endKinds)[number]

export type Pair = {
  readonly id: PairId
  readonly supervisee: PersonId
  readonly supervisor: PersonId
  readonly type: string
  readonly state: 'asked' | 'agreed' | 'declined' | 'ended'
  readonly askedBy: PersonId
  readonly lineManager: boolean
  readonly consentedAt: Moment | null
  readonly from: Day | null
  readonly to: Day | null
  readonly version: number
}

/** A new pair: agreed at once when the supervisee chose, from a day on, otherwise it waits for the supervisee's yes. */
export function choose(
  what: Pick<Pair, 'id' | 'supervisee' | 'supervisor' | 'type' | 'lineManager'> & { by: PersonId; from?: Day },
  standing: readonly Pair[],
  now: Moment,
  today: Day,
): Decision<Pair> {
  if (what.supervisee === what.supervisor) return no('Choose somebody else: nobody supervises themselves', 'supervisor')
  const same = standing.find(
    (pair) =>
      pair.supervisee === what.supervisee &&
      pair.supervisor === what.supervisor &&
      pair.type === what.type &&
      (pair.state === 'asked' || (pair.state === 'agreed' && pair.to === null)),
  )
  if (same)
    return no(
      same.state === 'asked'
        ? 'This has been asked already and waits for an answer'
        : 'They are supervisor and supervisee already',
      'supervisor',
    )
  const own = what.by === what.supervisee
  return yes({
    id: what.id,
    supervisee: what.supervisee,
    supervisor: what.supervisor,
    type: what.type,
    state: own ? 'agreed' : 'asked',
    askedBy: what.by,
    lineManager: what.lineManager,
    consentedAt: own ? now : null,
    from: own ? (what.from ?? today) : null,
    to: null,
    version: 1,
  })
}

/** The supervisee's own yes or no. */
export function consent(pair: Pair, by: PersonId, agrees: boolean, now: Moment, today: Day): Decision<Pair> {
  if (pair.state !== 'asked') return no('This has been answered already')
  if (pair.supervisee !== by) return no('Only the person who would be supervised can answer this')
  return yes(
    agrees
      ? { ...pair, state: 'agreed', consentedAt: now, from: today, version: pair.version + 1 }
      : { ...pair, state: 'declined', version: pair.version + 1 },
  )
}

/** Either side ends it, from today or from a later day on; until then it stands. */
export function end(pair: Pair, by: PersonId, { on, today }: { on: Day; today: Day }): Decision<Pair> {
  if (pair.supervisee !== by && pair.supervisor !== by) return no('Only the two people themselves can end it')
  if (pair.state !== 'agreed') return no('This has ended or was never agreed')
  if (on < today) return no('The day must be today or later')
  // One that has not begun yet is over before it begins.
  const to = pair.from !== null && pair.from > on ? pair.from : on
  return yes({ ...pair, state: on > today ? 'agreed' : 'ended', to, version: pair.version + 1 })
}

/** As it was before it was ended. */
export const resumed = (pair: Pair): Pair => ({ ...pair, state: 'agreed', to: null, version: pair.version + 1 })

/** Whether a pair stands on a day; the last day no longer counts. */
export const isStanding = (pair: Pair, on: Day): boolean =>
  pair.from !== null && pair.from <= on && (pair.to === null || pair.to > on)
