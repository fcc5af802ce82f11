// Who sees the formats by which sets meet: they are policy, so everybody; those of a draft, whoever looks after the policy.
import { policyKeepers } from '../../policy/index.ts'
import { access } from '../../../platform/web/page.ts'

export const readersOfFormats = access('Anyone signed in to this organisation', () => true, 'not allowed')
export const readersOfDraftFormats = policyKeepers
