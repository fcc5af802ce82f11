// A family of the small world: two children and their mother, known by initials; everything made up.
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { CaseDetails, PersonAtRisk } from './case.ts'

const person = (kind: PersonAtRisk['kind'], initials: string, relation: string): PersonAtRisk => ({
  id: newId<'person at risk'>(),
  kind,
  initials,
  relation,
})

export const family: CaseDetails = {
  reference: 'RV-2041',
  initials: 'T.O.',
  people: [person('child', 'T.O.', 'elder child'), person('unborn', '', 'expected in spring')],
  connections: 'Brother and unborn sibling; their mother’s partner stays at weekends',
  criteria: [
    { key: 'child-plan', since: day('2026-03-02') },
    { key: 'domestic-abuse', since: day('2026-09-14') },
  ],
  identifiesNobody: '',
}

export const adultAtRisk: CaseDetails = {
  reference: 'RV-2077',
  initials: 'M.B.',
  people: [person('adult', 'M.B.', 'grandparent who cares for the children')],
  connections: '',
  criteria: [],
  identifiesNobody: '',
}
