// Cases and what was discussed of them: one of Ben's that a group talked about, one that he offers to Hamza, and one of
// Dora's that nobody has brought.
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import { sessionThing } from './sessions.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'
import {
  type CaseId,
  bringCase,
  listCase,
  type PersonAtRisk,
  type SessionId,
} from '../../src/areas/supervision/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { done } from './trust.ts'

const child: PersonAtRisk = { id: newId(), kind: 'child', initials: 'T.O.', relation: 'elder child' }

/** Puts a case on somebody's list, with words of their own in it. */
async function list(trust: Trust, who: Who, words: Words, readers: readonly Asking[]): Promise<CaseId> {
  const of = (what: string) => words(`${what} of a case of ${who}`, readers)
  // The facilitator of a session to come sees the reference of what meets a criterion and does not come.
  const line = (what: string) => words(`${what} of a case of ${who}`, [...new Set([...readers, 'farah' as const])])
  const details = {
    reference: line('reference').split(' ')[1] ?? '',
    initials: 'T.O.',
    people: [child],
    connections: of('connections'),
    criteria: [{ key: 'child-plan', since: day('2026-03-02') }],
    identifiesNobody: '',
  }
  return trust.inside(who, async (work) => done(await listCase(work, details)))
}

const discussed: readonly Asking[] = ['ben', 'farah', 'dora', 'cora']

/** Before the other sessions to come: cases, the group that talked about one of them, and what was written of it. */
export async function makeCases(trust: Trust, words: Words, sessions: readonly Thing[]): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  deeds.clock('2026-11-19T07:00:00Z')
  const id = await list(trust, 'ben', words, discussed)
  const second = await list(trust, 'ben', words, ['ben', 'farah'])
  const bring = async (at: string, which = id) => {
    const session = (at.split('/')[2] ?? '') as SessionId
    await trust.inside('ben', async (work) => done(await bringCase(work, session, { case: which })))
  }
  const bringBoth = async (at: string) => {
    await bring(at)
    await bring(at, second)
  }
  const who = { present: ['ben', 'dora'], absent: ['femi'] } as const
  const at = await deeds.holdGroup('2026-11-19', who, words('focus of the casework', discussed), { before: bringBoth })
  await signDiscussion(trust, `${at}/cases/${id}/record`, words)

  const ahead = sessions.find((thing) => thing.name === 'a booked group session')?.params.session ?? ''
  await bring(`/sessions/${ahead}`)
  const own = await list(trust, 'dora', words, ['dora'])
  const offered = await list(trust, 'ben', words, ['ben', 'hamza'])
  deeds.clock('2026-11-26T07:00:00Z')
  const closed = await list(trust, 'ben', words, ['ben'])
  await deeds.send('ben', `/cases/${closed}/closing`, { because: 'moved away', _version: '1' })
  await deeds.send('ben', `/cases/${offered}/handover`, { to: trust.ids.hamza, agreed: 'yes' })
  const cover = await coverThing(trust, id)
  return [
    cover,
    caseThing('a case that was discussed', id, { holder: 'ben', readers: ['farah', 'cora'], brought: ['farah'] }),
    caseThing('a case that was never brought', own, { holder: 'dora', readers: [] }),
    caseThing('a second case of the same session', second, { holder: 'ben', readers: ['farah'], brought: ['farah'] }),
    caseThing('a closed case', closed, { holder: 'ben', readers: [] }),
    caseThing('a case that is offered to Hamza', offered, { holder: 'ben', readers: ['hamza'] }),
    discussion('a discussion that was signed off', { session: at.split('/')[2] ?? '', case: id }, ['dora', 'cora']),
    discussion('a discussion that is not written yet', { session: at.split('/')[2] ?? '', case: second }, []),
    discussion('a discussion to come', { session: ahead, case: id }, []),
    ...(await recordThings(trust, id)),
    sessionThing('a session of casework', at, { supervisor: 'farah', came: ['ben', 'dora'], absent: ['femi'] }),
  ]
}

const caseThing = (
  name: string,
  id: string,
  who: { holder: Who; readers: readonly Who[]; brought?: readonly Who[] },
): Thing => ({
  name,
  ours: true,
  params: { case: id },
  parts: {
    'to whom it was brought': who.brought ?? [],
    'its holder': [who.holder],
    'who may read it': who.readers,
    'the colleague it is offered to': ['hamza'],
  },
})

const discussion = (name: string, params: Record<string, string>, present: readonly Who[]): Thing => ({
  name,
  ours: true,
  params,
  parts: {
    'its supervisor': ['farah'],
    'its holder': ['ben'],
    'those who were there': present,
    'those supervised': ['ben', 'dora', 'femi', 'hamza'],
  },
})

async function coverThing(trust: Trust, id: CaseId): Promise<Thing> {
  const form = { colleague: trust.ids.cora, until: '2026-12-20' }
  await deedsIn(trust).send('ben', `/cases/${id}/cover`, form)
  const found = await trust.database.owner.query<{ id: string }>('select id from case_cover')
  const parts = { 'who granted it': ['ben'] } as const
  return { name: 'cover of a case', ours: true, params: { cover: found.rows[0]?.id ?? '' }, parts }
}

async function recordThings({ database }: Trust, id: CaseId): Promise<readonly Thing[]> {
  const found = await database.owner.query<{ id: string }>('select id from session_record where case_id = $1', [id])
  const record = found.rows[0]?.id ?? ''
  return [
    discussion('a discussion by its record', { sessionrecord: record }, ['dora', 'cora']),
    {
      name: 'a discussion as leads read it',
      ours: true,
      params: { record },
      parts: { 'leads of its service': ['noor', 'desmond'] },
    },
  ]
}

/** Everything that the policy asks of a family, signed off by the facilitator, and answered by the holder. */
async function signDiscussion(trust: Trust, at: string, words: Words): Promise<void> {
  const deeds = deedsIn(trust)
  const of = (what: string) => words(`${what} of the discussion`, discussed)
  const record = {
    'each-case--information': of('information'),
    'each-case--records': of('records'),
    'each-case--involvement': of('involvement'),
    [`each-person--voice--${child.id}`]: of('voice'),
    [`each-person--risks--${child.id}`]: of('risks'),
    [`each-person--protection--${child.id}`]: of('protection'),
    'plan--plan-of-care': of('plan'),
    'told--gp--state': 'Told',
    'told--gp--how': of('telling'),
  }
  await deeds.send('farah', `${at}/signature`, { ...record, _version: '0' })
}
