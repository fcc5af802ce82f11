import type { Area } from '../../platform/area.ts'
import { trailCommands } from './trail/trail.job.ts'

export const recordsArea: Area = {
  name: 'records',
  title: 'Records in confidence',
  commands: trailCommands,
  holds: ['Sealed texts and who may open them', 'The trail: who did or opened what, and when'],
}
