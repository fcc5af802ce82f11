import type { Area } from '../../platform/area.ts'
import { rotateKeysCommand } from './sealing/rotation.job.ts'
import { trailCommands, trailJobs } from './trail/trail.job.ts'

export const recordsArea: Area = {
  name: 'records',
  title: 'Records in confidence',
  commands: [...trailCommands, rotateKeysCommand],
  jobs: trailJobs,
  holds: ['Sealed texts and who may open them', 'The trail: who did or opened what, and when'],
}
