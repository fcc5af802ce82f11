// Action learning sets as things that pages are about: one that Farah facilitates with Uma as deputy; Elin left it, Hamza
// joined today; and one set of somebody else's.
import { readFileSync } from 'node:fs'
import { insertRegistration } from '../../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../../src/areas/policy/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { deedsIn } from './deeds.ts'
import { makeAnnouncements, makeRelease } from './learning-afterwards-things.ts'
import type { Asking, Who } from './people.ts'
import { makeHeldMeeting, makeMeetings } from './learning-meeting-things.ts'
import type { Thing, Words } from './thing.ts'
import { done, type Trust } from './trust.ts'

const members = ['ben', 'dora', 'otto'] as const
const people: readonly Asking[] = ['farah', 'uma', 'hamza', ...members]
const leaders: readonly Asking[] = ['farah', 'uma']

/** Sets as they stand on the last day. */
export async function makeSets(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { send, clock } = deedsIn(trust)
  await adopt(trust)
  clock('2026-11-26T09:00:00Z')
  const at = await makeSet(trust, 'farah', [...members, 'elin', 'femi'])
  await send('farah', `${at}/members`, { people: trust.ids.uma, as: 'deputy', from: '2026-11-26' })
  await send('elin', await endOf(trust, 'elin'), { until: '2026-11-26' })
  clock('2026-11-27T09:00:00Z')
  await send('farah', `${at}/members`, { people: trust.ids.hamza, as: 'member', from: '2026-11-27' })
  const rules = await makeRules(trust, words, at)
  const written = { 'answer--hopes': words('questionnaire of ben', ['ben', ...leaders]), _version: '0' }
  await send('ben', `${at}/questionnaire/sending`, written)
  await send('femi', await endOf(trust, 'femi'), { until: '2026-11-27' })
  const other = await makeSet(trust, 'amina', ['cora'])
  const aminas = { at: other, people: ['amina', 'cora'], leaders: ['amina'] } as const
  const held = await makeHeldMeeting(trust, aminas)
  const behind = { ...aminas, people: [...aminas.people, 'hamza'] } as const
  const told = await makeAnnouncements(trust, words, { set: behind, readers: aminas.people })
  const given = await makeRelease(trust, words, held)
  clock('2026-11-27T10:00:00Z')
  await send('amina', `${other}/members`, { people: trust.ids.hamza, as: 'member', from: '2026-11-27' })
  const third = await makeSet(trust, 'amina', ['ben', 'dora'])
  const meetings = await makeMeetings(trust, words, {
    farahs: { at, people, leaders },
    meeting: { at: third, people: ['amina', 'ben', 'dora'], leaders: ['amina'] },
  })
  clock('2026-11-27T14:30:00Z')
  return [
    set('a set of Farah’s', at, { people, leaders, left: ['elin', 'femi'] }),
    set('a set of Amina’s', other, { people: ['amina', 'cora', 'hamza'], leaders: ['amina'], left: [] }),
    held,
    ...told,
    given,
    ...meetings,
    ...(await membershipThings(trust)),
    ...rules,
    { name: 'a format of the policy', ours: true, params: { formatKey: 'suggestions' }, parts: {} },
  ]
}

/** Ground rules that are being agreed; Femi is named in them and has left since. */
async function makeRules(trust: Trust, words: Words, set: string): Promise<readonly Thing[]> {
  const { send } = deedsIn(trust)
  const at = await send('farah', `${set}/ground-rules`, {})
  const _version = '1'
  const said = (what: string) => words(`${what} on ground rules`, people)
  await send('dora', `${at}/clauses/respect/comments`, { words: said('comment') })
  await send('ben', `${at}/clauses/respect/concern`, { _version, why: said('concern') })
  const suggestion = { heading: 'We come', text: said('suggestion'), why: said('why of a suggestion') }
  await send('otto', `${at}/clauses/commitment/suggestion`, suggestion)
  const hopes = { 'answer--hopes': said('hopes'), 'answer--worries': words('worries of ben', ['ben']) }
  await send('ben', `${at}/hopes`, { ...hopes, shared: ['hopes'] })
  const agreement = at.split('/').at(-1) ?? ''
  const rules = (name: string, more: Readonly<Record<string, string>> = {}): Thing => ({
    name,
    ours: true,
    params: { agreement, ...more },
    parts: {
      'who is named in it': people,
      'who agrees these rules': people,
      'who looks after these rules': leaders,
      'who left the set': ['femi'],
    },
  })
  return [
    rules('ground rules that are being agreed'),
    rules('a clause of ground rules', { clauseKey: 'respect' }),
    rules('a concern about ground rules', { concernKey: '2' }),
    rules('a suggestion for ground rules', { suggestionKey: '3' }),
  ]
}

/** The pack for action learning in force in ours, and who may facilitate. */
async function adopt(trust: Trust): Promise<void> {
  await trust.inside('noor', async (work) => {
    const draft = await draftVersion(work, readFileSync('policy-packs/action-learning.yaml', 'utf8'))
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    done(await approveVersion(work, draft.id, { revision: 1, from: day('2026-01-01'), anyApprovers: true }))
    for (const who of ['farah', 'amina'] as const) {
      const given = { registration: newId<'registration'>(), person: trust.ids[who], body: 'set-facilitator' }
      await insertRegistration(work, { ...given, kind: 'supervisor role', from: day('2025-01-01'), to: null })
    }
  })
}

async function makeSet(trust: Trust, facilitator: Who, joining: readonly Who[]): Promise<string> {
  const { send } = deedsIn(trust)
  const form = { name: `Set of ${facilitator}`, type: 'action-learning-set', from: '2026-11-02' }
  const at = (await send(facilitator, '/action-learning/sets', form)).replace(/\/members$/, '')
  const all = { people: joining.map((who) => trust.ids[who]), as: 'member', from: '2026-11-02' }
  await send(facilitator, `${at}/members`, all)
  return at
}

const set = (
  name: string,
  at: string,
  who: { people: readonly Asking[]; leaders: readonly Asking[]; left: readonly Asking[] },
): Thing => ({
  name,
  ours: true,
  params: { set: at.split('/').at(-1) ?? '' },
  parts: {
    'its people': who.people,
    'its leaders': who.leaders,
    'its members': who.people.filter((one) => !who.leaders.includes(one)),
    'who left it': who.left,
  },
})

const endOf = async (trust: Trust, who: Who): Promise<string> =>
  `/action-learning/memberships/${(await membershipOf(trust, who)).id}/end`

async function membershipOf({ database, ids }: Trust, who: Who): Promise<{ readonly id: string }> {
  const found = await database.owner.query<{ id: string }>(
    'select id from learning_set_membership where person = $1 order by added_at limit 1',
    [ids[who]],
  )
  return { id: found.rows[0]?.id ?? '' }
}

async function membershipThings(trust: Trust): Promise<readonly Thing[]> {
  const of = async (who: Who, still: boolean): Promise<Thing> => ({
    name: `${who} in the set of Farah’s`,
    ours: true,
    params: { membership: (await membershipOf(trust, who)).id },
    parts: { 'whose it is': still ? [who] : [], 'its leaders': leaders },
  })
  return [await of('dora', true), await of('elin', false)]
}
