// The areas of the service, foundations first: THE law of who may use whom. An area may use the areas above it, through
// their index.ts; what it must learn from those below, they declare on their cards (ARCHITECTURE).
import { actionsArea } from './areas/actions/area.ts'
import { adviceArea } from './areas/advice/area.ts'
import { agreementsArea } from './areas/agreements/area.ts'
import { assuranceArea } from './areas/assurance/area.ts'
import { competenceArea } from './areas/competence/area.ts'
import { disclosureArea } from './areas/disclosure/area.ts'
import { homeArea } from './areas/home/area.ts'
import { learningSetsArea } from './areas/learning-sets/area.ts'
import { peopleArea } from './areas/people/area.ts'
import { policyArea } from './areas/policy/area.ts'
import { recordsArea } from './areas/records/area.ts'
import { supervisionArea } from './areas/supervision/area.ts'
import type { Area } from './platform/area.ts'

export const areas: readonly Area[] = [
  recordsArea,
  peopleArea,
  policyArea,
  actionsArea,
  agreementsArea,
  supervisionArea,
  disclosureArea,
  learningSetsArea,
  adviceArea,
  competenceArea,
  assuranceArea,
  homeArea,
]
