import type { Area } from '../../platform/area.ts'
import { rotateKeysCommand } from './sealing/rotation.job.ts'
import { trailCommands } from './trail/trail.job.ts'

export const recordsArea: Area = {
  name: 'records',
  title: 'Records in confidence',
  commands: [...trailCommands, rotateKeysCommand],
  holds: ['Sealed texts and who may open them', 'The trail: who did or opened what, and when'],
}
