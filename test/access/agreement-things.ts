// Contracts as things that pages are about: one that Ben and Amina are writing, with a proposal of each; one of Dora and Amina
// that is closed and waits for signatures; one of Otto and Uma in force; and one of another organisation.
import type { AgreementId } from '../../src/areas/agreements/index.ts'
import { closed, fillWith, inForce, written } from '../worlds/agreement.ts'
import { deedsIn } from './deeds.ts'
import type { Asking, Stranger, Who } from './people.ts'
import { makeRenewals } from './renewal-things.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

/** Contracts as they stand on the last day. */
export async function makeAgreements(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { ids } = trust
  const inside: Parameters<typeof written>[0] = (person, body) => trust.inside(whoIs(trust, person), body)
  const adapting = await written(inside, { supervisee: ids.ben, supervisor: ids.amina })
  const closing = await closed(inside, { supervisee: ids.dora, supervisor: ids.amina })
  const holding = await inForce(inside, { supervisee: ids.otto, supervisor: ids.uma })
  const ready = await written(inside, { supervisee: ids.femi, supervisor: ids.amina })
  await trust.inside('femi', (work) => fillWith(work, ready))
  const foreign = await inForce(inside, { supervisee: ids.oscar, supervisor: ids.olwen })
  const { mine, theirs } = await propose(trust, adapting, words)
  const both: readonly Asking[] = ['ben', 'amina']
  return [
    contract('a contract of Ben and Amina, being written', adapting, both),
    contract('a contract of Femi and Amina, ready to be closed', ready, ['femi', 'amina']),
    contract('a contract of Dora and Amina, to be signed', closing, ['dora', 'amina']),
    contract('a contract of Otto and Uma, in force', holding, ['otto', 'uma']),
    { ...contract('a contract of another organisation', foreign, ['oscar', 'olwen']), ours: false },
    contract('a clause of the contract of Ben and Amina', adapting, both, { clauseKey: 'respect' }),
    contract('what Ben proposed', adapting, both, { proposal: mine }),
    contract('what Amina proposed', adapting, both, { proposal: theirs }),
    ...(await makeRenewals(trust, words)),
  ]
}

const whoIs = ({ ids }: Trust, person: string): Who | Stranger =>
  (Object.entries(ids).find(([, id]) => id === person)?.[0] ?? 'ben') as Who | Stranger

async function propose(trust: Trust, id: AgreementId, words: Words) {
  const { send } = deedsIn(trust)
  const both: readonly Asking[] = ['ben', 'amina']
  const wish = (who: Who, clause: string) =>
    send(who, `/agreements/${id}/clauses/${clause}/proposals`, {
      step: 'change',
      text: words(`a clause as ${who} would have it`, both),
      why: words(`why ${who} proposes it`, both),
    })
  await wish('ben', 'yearly')
  await wish('amina', 'feedback')
  const found = await trust.database.owner.query<{ id: string; by: string }>(
    'select id, by_person as by from agreement_proposal where agreement = $1',
    [id],
  )
  const of = (who: Who) => found.rows.find((row) => row.by === trust.ids[who])?.id ?? ''
  return { mine: of('ben'), theirs: of('amina') }
}

const contract = (
  name: string,
  agreement: AgreementId,
  named: readonly Asking[],
  more: Readonly<Record<string, string>> = {},
): Thing => ({ name, ours: true, params: { agreement, ...more }, parts: { 'who is named in it': named } })
