// The newcomer of the demonstration. Fictitious.
import type { Named } from '../trust/named.ts'

/** A health visitor in her first week, whom nobody supervises yet. */
export const newcomer: Named = {
  key: 'zofia',
  name: 'Zofia Kaminska',
  unit: 'Elm Park team',
  group: 'health-visitors',
  profession: 'Health visitor',
  band: '6',
  manager: 'grace',
}
