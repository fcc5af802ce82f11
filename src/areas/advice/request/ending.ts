// How a request ends without both records, and what a safeguarding lead does once both are there and differ (SPEC 8.2). A
// difference that was found when the two were first compared stays to be looked at, also when one of them is corrected after.
import { type Decision, no } from '../../../platform/decision.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type AdviceRequest, type Doer, movedOn, next, over } from './request.ts'

/** Why a request ends without both records. */
export const closings = ['not needed any more', 'the caller has left', 'the caller did not write theirs'] as const
export type Closing = (typeof closings)[number]

/** Whoever has it or a lead ends it where the caller will not write: a request that nobody advised on only when it is not needed. */
export function close(request: AdviceRequest, by: Doer, because: Closing): Decision<AdviceRequest> {
  const mayDo = request.has === by.person || request.adviser === by.person || by.leads
  if (!mayDo || request.caller === by.person) return no('Only whoever has it, or a safeguarding lead, closes a request')
  if (request.state === 'taken')
    return because === 'the caller did not write theirs'
      ? no('Nothing has been advised yet. Write down your advice first', 'because')
      : next(request, { ...over, state: 'closed' })
  return request.state === 'advised' || request.state === 'elsewhere'
    ? next(request, { ...over, state: 'closed' })
    : no(movedOn)
}

/** A lead has looked at how the two records differ; never one of the two. */
export function lookAt(request: AdviceRequest, by: Doer, at: Moment): Decision<AdviceRequest> {
  if (!by.leads) return no('A safeguarding lead looks at it')
  if (by.person === request.adviser || by.person === request.caller)
    return no('You are one of the two. Another safeguarding lead looks at it')
  if (request.state !== 'recorded' || !hasDiffered(request)) return no('There is nothing to look at')
  return request.lookedAt === null ? next(request, { lookedAt: at }) : no('Somebody has looked at it already')
}

/** Whether the two records differ, or did before one of them was corrected. */
export const hasDiffered = ({ differs, differed }: Pick<AdviceRequest, 'differs' | 'differed'>): boolean =>
  (differs ?? []).length > 0 || (differed ?? []).length > 0
