// Farah as one who supervises: an entry in her logbook that waits for Noor, and her sign-off, renewed by Noor.
import type { Sent } from '../service.ts'
import { deedsIn } from './deeds.ts'
import type { Thing } from './thing.ts'
import type { Trust } from './trust.ts'

const way = 'case-work-supervisor-pathway'

/** The logbook and the sign-off of Farah. The clock must stand at today. */
export async function makeSupervisors(trust: Trust): Promise<readonly Thing[]> {
  const { ids, database } = trust
  const { send } = deedsIn(trust)
  const done = { step: `${way} observe`, on: '2026-11-20', other: ids.noor }
  await send('farah', `/supervisors/${ids.farah}/logbook`, done)
  await send('noor', `/supervisors/${ids.farah}/competences`, { pathway: way })
  const idIn = async (table: string) =>
    (await database.owner.query<{ id: string }>(`select id from ${table} where person = $1`, [ids.farah])).rows[0]
      ?.id ?? ''
  return [
    {
      name: 'an entry of Farah’s logbook',
      ours: true,
      params: { entry: await idIn('competence_entry') },
      parts: { 'the two of it': ['farah', 'noor'] },
    },
    {
      name: 'Farah’s sign-off',
      ours: true,
      params: { signOff: await idIn('competence_sign_off') },
      parts: { 'its person': ['farah'] },
    },
  ]
}

/** Forms that depend on each other. */
export const ofCompetenceForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => ({
  'POST /supervisors/starting-list': {
    ticked: `safeguarding-supervisor-pathway ${ids.senga}`,
    reason: 'Known for years',
  },
  'POST /competences/:signOff/end': { reason: 'Moved to other work' },
})

export const neverDoneOfCompetence: Readonly<Record<string, string>> = {
  'POST /supervisors/:person/competences': 'needs a finished logbook: src/areas/competence/',
  'POST /supervisors/:person/exceptions': 'needs a role of a way: src/areas/competence/',
  'POST /supervisors/:person/logbook': 'needs a role of a way: src/areas/competence/',
}
