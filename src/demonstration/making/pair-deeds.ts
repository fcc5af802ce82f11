// Choosing a supervisor, by the person supervised.
import { choosePair } from '../../areas/supervision/index.ts'
import type { PlannedPair } from '../history/plan-pairs.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

export const pairDeeds = (making: Making, pair: PlannedPair): readonly Deed[] => [
  {
    at: at(pair.from, '09:40'),
    by: pair.supervisee,
    run: async (work) => {
      const supervisee = idOf(making.people, pair.supervisee)
      const supervisor = idOf(making.people, pair.supervisor)
      sure(await choosePair(work, { supervisee, supervisor, type: pair.type }))
    },
  },
]
