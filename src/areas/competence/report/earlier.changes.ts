// Reports that were sent before somebody came to the office to which the policy sends them: they are for the office, so whoever
// holds it now takes them, once, by their own deed that leaves its lines (SPEC 9.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addMonths } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, thingOfAction } from '../../actions/index.ts'
import { findReadable, letRead } from '../../records/index.ts'
import type { Observation } from '../observation/observation.ts'
import { findObservations } from '../observation/observation.store.ts'
import type { PartInObserving } from '../observing/duty.ts'
import { aboutReport } from './report.changes.ts'

/** Reports of the last two years that are for the asker by their office, and do not open for them yet. */
export async function earlierReports(work: Work, { receives }: PartInObserving): Promise<readonly Observation[]> {
  const keys = receives.map(({ key }) => key)
  if (keys.length === 0) return []
  const sent = (await findObservations(work, { since: addMonths(work.today, -24) })).filter(
    (one) => one.passedAt !== null && keys.includes(one.pathway) && one.supervisor !== work.asker.person,
  )
  const kind = 'observation report'
  const open = await findReadable(
    work,
    kind,
    sent.map(({ id }) => id),
  )
  return sent.filter(({ id }) => !open.has(id))
}

/** Takes them: from now on the asker reads them with their plans. Answers how many. */
export async function takeEarlierReports(work: Work, part: PartInObserving): Promise<Decision<number>> {
  const reports = await earlierReports(work, part)
  if (reports.length === 0) return no('There is no earlier report that you do not read already')
  const reader = { person: work.asker.person, because: 'gets the report' as const, until: null }
  for (const one of reports) {
    await letRead(work, aboutReport(one), [reader])
    const actions = await actionsFrom(work, 'observation', [one.id])
    for (const action of actions)
      if (action.owner !== work.asker.person) await letRead(work, thingOfAction(action.id), [reader])
  }
  return yes(reports.length)
}
