// Observations as things that pages are about: one of a group of Farah's that Desmond, as designated professional, has planned.
import type { Sent } from '../service.ts'
import { deedsIn } from './deeds.ts'
import type { Thing } from './thing.ts'
import type { Trust } from './trust.ts'
import { today } from './world.ts'

/** Everybody of the group is being asked. */
export async function makeObservations(trust: Trust): Promise<readonly Thing[]> {
  const { bookGroup, clock, send } = deedsIn(trust)
  const at = await bookGroup('2026-12-15', ['dora', 'femi'])
  clock(today)
  const session = at.split('/').at(-1) ?? ''
  const planned = await send('desmond', `/supervisors/${trust.ids.farah}/observations`, { session })
  return [
    {
      name: 'an observation that people are asked about',
      ours: true,
      params: { observation: planned.split('/').at(-1) ?? '' },
      parts: {
        'who observes': ['desmond'],
        'who is observed': ['farah'],
        'those who are asked': ['farah', 'dora', 'femi'],
      },
    },
  ]
}

export const ofObservationForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => ({
  'POST /observations/:observation/consent': { answer: 'yes' },
  'POST /observations/from-paper': { supervisor: ids.farah, observer: ids.desmond, seenOn: '2026-03-02' },
})

/** Deeds at which nobody succeeds in the matrix. */
export const observationsNeverDone: Readonly<Record<string, string>> = {
  'POST /supervisors/:person/observations': 'needs a booked session of theirs: src/areas/competence/observation/',
}
