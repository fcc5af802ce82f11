import type { Area } from '../../platform/area.ts'

export const recordsArea: Area = {
  name: 'records',
  title: 'Records in confidence',
  holds: ['Sealed texts and who may open them', 'The trail: who did or opened what, and when'],
}
