// Contracts that end soon, as things that pages are about: one on which Hamza has begun to look back, and one on which both
// Elin and Carys have. Signed in January, so that they can be renewed on the last day of the world.
import type { AgreementId } from '../../src/areas/agreements/index.ts'
import { inForce } from '../worlds/agreement.ts'
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

/** Makes them, and sets the clock back to where it stood. */
export async function makeRenewals(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { ids, inside } = trust
  const { clock, send } = deedsIn(trust)
  const named = (supervisee: Who): readonly Asking[] => [supervisee, 'carys']
  const whoIs = (id: string) => (Object.keys(ids) as Who[]).find((who) => ids[who] === id) ?? 'carys'
  const signed = (supervisee: Who): Promise<AgreementId> =>
    inForce((person, body) => inside(whoIs(person), body), { supervisee: ids[supervisee], supervisor: ids.carys })
  const today = trust.service.composition.clock()
  clock('2026-01-05T09:00:00Z')
  const begun = await signed('hamza')
  const ready = await signed('elin')
  clock(today)
  const text = (who: Who, readers: readonly Asking[]) => ({
    'review--good': words(`what ${who} wrote on looking back`, readers),
    'review--decision': 'Go on as we are',
    _version: '0',
  })
  await send('hamza', `/agreements/${begun}/look-back`, text('hamza', ['hamza']))
  for (const who of ['elin', 'carys'] as const)
    await send(who, `/agreements/${ready}/look-back/sending`, text(who, named('elin')))
  const thing = (name: string, agreement: AgreementId, supervisee: Who): Thing => ({
    name,
    ours: true,
    params: { agreement },
    parts: { 'who is named in it': named(supervisee) },
  })
  return [
    thing('a contract that Hamza is looking back on', begun, 'hamza'),
    thing('a contract that Elin and Carys looked back on', ready, 'elin'),
  ]
}
