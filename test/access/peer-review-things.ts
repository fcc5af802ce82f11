// A forum of peer review that invites the Castle team, with a date that is planned, one open, one held and one called off;
// what Cora brought, the record, and a recommendation that Ben sees to.
import { insertRegistration } from '../../src/areas/people/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import type { Sent } from '../service.ts'
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const chairs = ['senga', 'uma'] as const
const parts: Thing['parts'] = {
  'those invited': ['theo', 'cora', 'otto', 'sami', 'elin'],
  'those who facilitate': chairs,
  'those who may lead': ['senga', 'uma', 'desmond'],
}
const rhythm = { first: '2026-11-27', every: '1', unit: 'months', count: '2', minutes: '90', placeKind: 'in person' }
const forum: Sent = { name: 'Peer review', type: 'peer-review' }

/** What no page of peer review fills in by itself. */
export const ofPeerReviewForms = ({ ids, units }: Trust): Readonly<Record<string, Sent>> => ({
  'POST /peer-reviews/forums': { ...forum, asked: 'yes' },
  'POST /peer-reviews/forums/:forum/details': { name: 'Peer review', team1: units.castle, _version: '2' },
  'POST /peer-reviews/forums/:forum/dates': { ...rhythm, first: '2026-12-03', time: '9am', days: '2026-12-03' },
  'POST /peer-reviews/:review/register': { stands: 'coming' },
  'POST /peer-reviews/:review/taking-off': { person: ids.cora },
  'POST /peer-reviews/:review/attendance': { person: ids.otto },
  'POST /peer-reviews/:review/late-entry': { person: ids.theo, reason: 'not entered' },
  'POST /peer-reviews/:review/removal': { person: ids.cora, reason: 'was not there' },
  'POST /peer-reviews/:review/items': { kind: 'case', reference: 'RV-1' },
  'POST /peer-reviews/:review/recommendations': { words: 'Some words', owner: ids.ben, due: '2027-02-01' },
  'POST /peer-reviews/recommendations/:recommendation/owner': { owner: ids.otto, _version: '1' },
  'POST /peer-reviews/:review/record': { from: '1', _version: '0' },
})

/** Everything of peer review that pages are about. */
export async function makePeerReview(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { clock, send } = deedsIn(trust)
  clock('2026-11-27T08:00:00Z')
  for (const who of chairs) await mayLead(trust, who, 'named-nurse')
  await mayLead(trust, 'desmond', 'named-doctor')
  const begun = await send('senga', '/peer-reviews/forums', { ...forum, team1: trust.units.castle })
  const at = begun.replace('/dates', '')
  await send('uma', `${at}/facilitation`, {})
  const dates = { ...rhythm, time: '2pm', days: ['2026-11-27', '2026-12-17', '2026-12-18'] }
  await send('senga', `${at}/dates`, dates)
  await send('senga', `${at}/dates`, { ...rhythm, time: '9am', days: ['2026-11-27'] })
  const [held = '', open = '', planned = '', off = ''] = await idsOf(trust, 'peer_review', 'starts_at')
  const why = words('why a case was brought', ['cora', ...chairs])
  await send('cora', `/peer-reviews/${planned}/items`, { kind: 'case', reference: 'RV-2041', why })
  await send('senga', `/peer-reviews/${off}/cancellation`, {})
  await wasHeld(trust, held)
  await meet(trust, words, open)
  clock('2026-11-27T14:30:00Z')
  const [item = ''] = await idsOf(trust, 'peer_item', 'brought_at')
  const [recommendation = ''] = await idsOf(trust, 'peer_recommendation', 'made_at')
  return [
    thing('a forum of peer review', { forum: at.split('/').at(-1) ?? '' }),
    thing('a peer review that is planned', { review: planned }),
    thing('a peer review that is open', { review: open }),
    thing('a peer review that was called off', { review: off }),
    thing('a peer review that was held', { review: held }),
    thing('a case for peer review', { item }, { 'who brought it': ['cora'] }),
    thing('a recommendation', { recommendation }, { 'who sees to it': ['ben'] }),
  ]
}

const thing = (
  name: string,
  params: Thing['params'],
  more: Readonly<Record<string, readonly Asking[]>> = {},
): Thing => ({ name, ours: true, params, parts: { ...parts, ...more } })

/** In the morning, Cora and Otto came to another one. */
async function wasHeld(trust: Trust, held: string): Promise<void> {
  const { clock, send } = deedsIn(trust)
  clock('2026-11-27T09:00:00Z')
  await send('senga', `/peer-reviews/${held}/opening`, {})
  for (const who of ['cora', 'otto'] as const) await send(who, `/peer-reviews/${held}/register`, { stands: 'here' })
  clock('2026-11-27T10:30:00Z')
  await send('senga', `/peer-reviews/${held}/closing`, {})
}

/** Senga opens it, Cora is there, something is learned and something recommended. */
async function meet(trust: Trust, words: Words, open: string): Promise<void> {
  const { clock, send } = deedsIn(trust)
  clock('2026-11-27T13:45:00Z')
  await send('senga', `/peer-reviews/${open}/opening`, {})
  await send('cora', `/peer-reviews/${open}/register`, { stands: 'here' })
  const learned = words('the record of a peer review', ['cora', ...chairs])
  await send('senga', `/peer-reviews/${open}/record`, { 'reviews--which': learned, _version: '0' })
  const recommended = words('a recommendation', ['ben', 'cora', ...chairs])
  const form = { words: recommended, owner: trust.ids.ben, due: '2027-02-01' }
  await send('senga', `/peer-reviews/${open}/recommendations`, form)
}

async function mayLead(trust: Trust, who: Who, body: string): Promise<void> {
  const held = { registration: newId<'registration'>(), from: day('2024-11-20'), to: null }
  await trust.inside(who, (work) =>
    insertRegistration(work, { ...held, person: trust.ids[who], kind: 'supervisor role', body }),
  )
}

async function idsOf(trust: Trust, table: string, by: string): Promise<readonly string[]> {
  const found = await trust.database.owner.query<{ id: string }>(
    `select id from ${table} where organisation = $1 order by ${by}`,
    [trust.ours],
  )
  return found.rows.map((row) => row.id)
}
