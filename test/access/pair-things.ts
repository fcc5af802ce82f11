// Who supervises whom, what was agreed to be done, and supervision held elsewhere, as things that pages are about.
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import { sessionThing } from './sessions.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const ours = true

/** Pairs first, because the sessions of the world come after them; actions and evidence when those are there. */
export async function makePairs(trust: Trust): Promise<readonly Thing[]> {
  const { choose, send, clock } = deedsIn(trust)
  const pairs: readonly (readonly [Who, Who, string])[] = [
    ['ben', 'carys', '2026-03-02'],
    ['ben', 'amina', '2026-03-03'],
    ['dora', 'amina', '2026-03-03'],
    ['otto', 'uma', '2026-03-03'],
  ]
  for (const [supervisee, supervisor, day] of pairs) await choose(supervisee, supervisor, day)
  await choose('oscar', 'olwen', '2026-03-03')
  const former = await pairOf(trust, 'ben', 'carys')
  clock('2026-06-20T08:00:00Z')
  await send('ben', `/supervisors/${former}/end`, {
    talked: 'yes',
    talkedOn: '2026-06-19',
    kind: 'changed supervisor',
    when: 'today',
  })
  clock('2026-11-26T08:00:00Z')
  const asked = { type: 'one-to-one-clinical', side: 'me', with: trust.ids.hamza }
  await send('amina', '/supervision/supervisors', asked)
  const thing = async (name: string, supervisee: Asking, supervisor: Asking): Promise<Thing> => ({
    name,
    ours: supervisor !== 'olwen',
    params: { pair: await pairOf(trust, supervisee, supervisor) },
    parts: { 'the supervised one': [supervisee], 'the supervising one': [supervisor] },
  })
  return [
    await thing('Ben and Amina', 'ben', 'amina'),
    await thing('Ben and Carys, ended', 'ben', 'carys'),
    await thing('Otto and Uma', 'otto', 'uma'),
    await thing('Hamza, asked by Amina', 'hamza', 'amina'),
    await thing('a pair of another organisation', 'oscar', 'olwen'),
  ]
}

/** How supervision of Ben by Carys ended, with a session and an action that have nothing to do with it. */
export async function makeEndings(trust: Trust): Promise<readonly Thing[]> {
  const find = (what: string, where = 'true') =>
    trust.database.owner.query<{ id: string }>(`select id from ${what} where organisation = $1 and ${where}`, [
      trust.ours,
    ])
  const ending = (await find('supervision_ending')).rows[0]?.id ?? ''
  const session = (await find('supervision_session', "state = 'booked' order by starts_at desc, id")).rows[0]?.id ?? ''
  const action = (await find('action', `owner = '${trust.ids.ben}'`)).rows[0]?.id ?? ''
  if (!ending || !session || !action) throw new Error('Nothing has ended')
  const parts: Thing['parts'] = { 'one of the two': ['ben', 'carys'] }
  const about = 'of the ending of Ben and Carys'
  return [
    { name: 'the ending of Ben and Carys', ours, params: { ending }, parts },
    { name: `a session that is none ${about}`, ours, params: { ending, session }, parts },
    { name: `an action that is none ${about}`, ours, params: { ending, action }, parts },
  ]
}

/** On the last day, Nia becomes a supervisor of Ben, which opens nothing of what was before. */
export async function becomeSupervisor(trust: Trust): Promise<void> {
  await deedsIn(trust).choose('ben', 'nia', '2026-11-27')
}

async function pairOf({ ids, database }: Trust, supervisee: Asking, supervisor: Asking): Promise<string> {
  const known = ids as Readonly<Record<string, string>>
  const found = await database.owner.query<{ id: string }>(
    'select id from supervisory_pair where supervisee = $1 and supervisor = $2',
    [known[supervisee], known[supervisor]],
  )
  const id = found.rows[0]?.id
  if (!id) throw new Error(`${supervisee} and ${supervisor} are no pair`)
  return id
}

/** An action of Ben's agreed with Amina in a session that is held with drafts, and reported on. */
export async function makeActions(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  const both: readonly Asking[] = ['ben', 'amina']
  const at = await deeds.hold({ supervisor: 'amina', supervisee: 'ben' }, '2026-11-18', words('focus', both))
  const action = words('an action of ben', both)
  const record = { 'session--focus': words('focus of the record', both), _version: '0', action, due: '2026-12-18' }
  await deeds.send('amina', `${at}/record/signature`, { ...record, owner: trust.ids.ben })
  const found = await trust.database.owner.query<{ id: string }>('select id from action where owner = $1', [
    trust.ids.ben,
  ])
  const id = found.rows[0]?.id ?? ''
  const note = words('a report on an action', both)
  await deeds.send('ben', `/actions/${id}/report`, { outcome: 'part done', note, newDue: '2026-12-20', _version: '1' })
  return [
    sessionThing('a session with an action', at, { supervisor: 'amina', came: ['ben'] }),
    {
      name: 'an action of Ben',
      ours,
      params: { action: id },
      parts: { 'who does it': ['ben'], 'who agreed it with them': ['amina'] },
    },
  ]
}

/** Supervision that Ben had elsewhere, for which Grace is asked to vouch. */
export async function makeEvidence(trust: Trust): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  deeds.clock('2026-11-19T09:00:00Z')
  const how = { format: 'one-to-one', placeKind: 'in person', heldWith: 'Hana Patel, designated nurse' }
  const form = { type: 'one-to-one-clinical', day: '2026-10-20', minutes: '60', ...how, voucher: trust.ids.grace }
  const at = await deeds.send('ben', '/supervision/outside-evidence', form)
  const params = { evidence: at.split('/')[2] ?? '' }
  return [{ name: 'evidence of Ben', ours, params, parts: { 'whose it is': ['ben'], 'who is asked': ['grace'] } }]
}
