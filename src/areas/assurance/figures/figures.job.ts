// Works out figures that wait, a batch at a time, and once a night carries everybody's figures on towards the horizon.
import type { Job } from '../../../platform/area.ts'
import { markWaiting } from './figures.store.ts'
import { refreshWaiting } from './figures.changes.ts'

export const figuresJobs: readonly Job[] = [
  {
    name: 'figures',
    run: async (work) => {
      if ((await refreshWaiting(work)) > 0) await work.later('figures', {})
    },
  },
  {
    name: 'figures-horizon',
    every: '10 3 1 * *',
    run: async (work) => {
      await markWaiting(work, null)
      await work.later('figures', {})
    },
  },
]
