// On "my supervision": the way to the list of cases, for everybody in an organisation whose policy has case work, so that
// somebody new finds it before the first case is listed.
import type { Panel } from '../../../platform/area.ts'
import { policyOn } from '../../policy/index.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { findCasesOf } from './case.store.ts'

export const casesPanel: Panel = {
  place: 'my supervision',
  order: 20,
  show: async (work) => {
    if (!plannedTerms(await policyOn(work)).some((terms) => terms.caseWork)) return null
    const open = (await findCasesOf(work, work.asker.person)).filter((one) => one.state === 'open').length
    return (
      <>
        <h2>Cases that you bring</h2>
        <p>
          <a href="/cases">
            {open === 0
              ? 'Start your list of cases'
              : open === 1
                ? '1 case on your list'
                : `${open} cases on your list`}
          </a>
        </p>
      </>
    )
  },
}
