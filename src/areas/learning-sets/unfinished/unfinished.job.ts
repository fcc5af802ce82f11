// Once an hour meetings that were left open are closed.
import type { Job } from '../../../platform/area.ts'
import { closeLeftOpen } from './unfinished.changes.ts'

export const unfinishedJobs: readonly Job[] = [
  {
    name: 'close meetings left open',
    every: '25 * * * *',
    run: async (work) => {
      await closeLeftOpen(work)
    },
  },
]
