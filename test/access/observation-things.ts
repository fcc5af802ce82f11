// Observations as things that pages are about: two of groups of Farah's by Desmond, as designated professional. One went to the
// director, of the other people are being asked.
import type { Sent } from '../service.ts'
import { caseWork, deedsIn } from './deeds.ts'
import type { Asking } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const now = '2026-11-27T14:30:00Z'
const group = ['dora', 'femi'] as const

/** Both, in the order of the calendar. */
export async function makeObservations(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const passedOn = await makePassedOn(trust, words)
  const { clock } = deedsIn(trust)
  clock(now)
  const asked = await planned(trust, '2026-12-15')
  return [
    observationThing('an observation that people are asked about', asked, []),
    observationThing('an observation that went to the director', passedOn, ['dele']),
  ]
}

const observationThing = (name: string, at: string, receivers: readonly Asking[]): Thing => ({
  name,
  ours: true,
  params: { observation: at.split('/').at(-1) ?? '' },
  parts: {
    'who observes': ['desmond'],
    'who is observed': ['farah'],
    'those who are asked': ['farah', ...group],
    'who gets the report': receivers,
  },
})

/** Farah books a group, Desmond plans to observe it. */
async function planned({ ids, units, ...trust }: Trust, day: string): Promise<string> {
  const { send } = deedsIn({ ids, units, ...trust })
  const who = { people: group.map((one) => ids[one]), unit: units.riverside }
  const time = { day, time: '10am', minutes: '90', placeKind: 'in person', place: 'Room 4' }
  const at = await send('farah', '/supervision/group-bookings', { type: caseWork, rebooks: '', ...time, ...who })
  const session = at.split('/').at(-1) ?? ''
  return send('desmond', `/supervisors/${ids.farah}/observations`, { session })
}

async function makePassedOn(trust: Trust, words: Words): Promise<string> {
  const { clock, send } = deedsIn(trust)
  clock('2026-11-20T09:00:00Z')
  const at = await planned(trust, '2026-11-24')
  for (const who of ['farah', ...group] as const) await send(who, `${at}/consent`, { answer: 'yes' })
  clock('2026-11-25T09:00:00Z')
  const readers = ['desmond', 'farah', 'dele'] as const
  const feedback = words('feedback of an observation', readers)
  const plan = { action1: words('action of an observation', readers), due1: '2027-01-20' }
  await send('desmond', `${at}/sending`, { 'seen--feedback': feedback, ...plan, _version: '0' })
  const comment = words('comment on an observation', readers)
  await send('farah', `${at}/comment`, { outcome: 'commented', comment, _version: '1' })
  await send('desmond', `${at}/report`, {})
  return at
}

export const ofObservationForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => ({
  'POST /observations/:observation/consent': { answer: 'yes' },
  'POST /observations/from-paper': { supervisor: ids.farah, observer: ids.desmond, seenOn: '2026-03-02' },
})

/** Deeds at which nobody succeeds in the matrix. */
export const observationsNeverDone: Readonly<Record<string, string>> = {
  'GET /observations/:observation/writing': 'is with the director here: src/areas/competence/report/',
  'POST /observations/:observation/writing': 'is with the director here: src/areas/competence/report/',
  'POST /observations/:observation/writing/draft': 'is with the director here: src/areas/competence/report/',
  'POST /observations/:observation/sending': 'is with the director here: src/areas/competence/report/',
  'POST /observations/:observation/comment': 'is with the director here: src/areas/competence/report/',
  'POST /observations/report/reading': 'has nothing earlier for this director: src/areas/competence/report/',
  'POST /observations/:observation/report': 'is with the director here: src/areas/competence/report/',
}
