// The sessions that the matrix asks about: one in each state, one-to-one and in a group, of people who stand in every
// way to those who ask.
import type { Asking, Stranger, Who } from './people.ts'
import { clinical, type Deeds, deedsIn } from './deeds.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const idIn = (at: string): string => at.split('/')[2] ?? ''

type Parts = {
  readonly supervisor: Asking
  readonly came: readonly Asking[]
  readonly absent?: readonly Asking[]
  readonly held?: boolean
}

/** A session as a thing; a group has members who write of it once it has been held. */
export const sessionThing = (name: string, at: string, { supervisor, came, absent, held = true }: Parts): Thing => ({
  name,
  ours: supervisor !== 'olwen',
  params: { session: idIn(at) },
  parts: {
    'its supervisor': [supervisor],
    'those supervised': [...came, ...(absent ?? [])],
    'those who came': came,
    ...(absent && held ? { 'its members': [...came, ...absent] } : {}),
    ...(absent ? {} : { 'the two of it': [supervisor, ...came] }),
  },
})

type Pair = { readonly supervisor: Who | Stranger; readonly supervisee: Who | Stranger }

/** Every session, made in the order of the calendar. */
export async function makeSessions(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  return [
    ...(await formerTimes(deeds, words)),
    ...(await recentTimes(deeds, words)),
    ...(await timesToCome(trust, deeds)),
    ...(await groupTimes(deeds, words)),
  ]
}

const parts = ({ supervisor, supervisee }: Pair): Parts => ({ supervisor, came: [supervisee] })

/** Holds a session and signs its record, with words in every field that takes some. */
async function signed(deeds: Deeds, pair: Pair, day: string, words: Words): Promise<string> {
  const both = [pair.supervisor, pair.supervisee]
  const of = (what: string) => words(`${what} of ${pair.supervisee} with ${pair.supervisor} on ${day}`, both)
  const at = await deeds.hold(pair, day, of('focus'))
  const fields = ['session--focus', 'session--reflection', 'session--learning', 'next--needs', 'next--signposts']
  const record = Object.fromEntries(fields.map((field) => [field, of(field)]))
  await deeds.send(pair.supervisor, `${at}/record/signature`, { ...record, _version: '0' })
  return at
}

async function formerTimes(deeds: Deeds, words: Words): Promise<readonly Thing[]> {
  const former: Pair = { supervisor: 'carys', supervisee: 'ben' }
  const neighbours: Pair = { supervisor: 'olwen', supervisee: 'oscar' }
  const elsewhere: Pair = { supervisor: 'uma', supervisee: 'otto' }
  const same: Pair = { supervisor: 'amina', supervisee: 'dora' }
  const all = [
    { pair: former, name: 'the session with a former supervisor' },
    { pair: neighbours, name: 'a session of another organisation' },
    { pair: elsewhere, name: 'a session of another team' },
    { pair: same, name: 'a session of a colleague of the same team' },
  ]
  const things: Thing[] = []
  for (const { pair, name } of all) {
    const at = await signed(deeds, pair, '2026-06-02', words)
    things.push(sessionThing(name, at, parts(pair)))
  }
  return things
}

const own: Pair = { supervisor: 'amina', supervisee: 'ben' }

async function recentTimes(deeds: Deeds, words: Words): Promise<readonly Thing[]> {
  const answered = await signed(deeds, own, '2026-11-03', words)
  const comment = words('comment of ben on the record', ['ben', 'amina'])
  await deeds.send('ben', `${answered}/record/answer`, { _version: '1', outcome: 'commented', comment })
  const helped = words('feedback of ben for amina', ['ben', 'amina'])
  await deeds.send('ben', `${answered}/feedback/signature`, { helped, _version: '0' })
  const plain = await signed(deeds, own, '2026-11-10', words)
  const amended = await signed(deeds, { supervisor: 'amina', supervisee: 'dora' }, '2026-11-11', words)
  await deeds.send('amina', `${amended}/record/amendment`, {})
  const focus = words('focus of hold on 2026-11-17', ['ben', 'amina'])
  const held = await deeds.hold(own, '2026-11-17', focus)
  const draft = { 'session--focus': words('draft of the record', ['amina']), _version: '0' }
  await deeds.send('amina', `${held}/record/draft`, draft)
  await deeds.send('ben', `${held}/feedback/draft`, { helped: words('draft of feedback', ['ben']), _version: '0' })
  const dora: Parts = { supervisor: 'amina', came: ['dora'] }
  return [
    sessionThing('a session with a record that was commented on', answered, parts(own)),
    sessionThing('a session with a signed record', plain, parts(own)),
    sessionThing('a session with a record that is being amended', amended, dora),
    sessionThing('a held session with drafts', held, parts(own)),
  ]
}

async function timesToCome(trust: Trust, deeds: Deeds): Promise<readonly Thing[]> {
  const booked = await deeds.book(own, '2026-12-09')
  const begun = await deeds.book(own, '2026-11-27')
  const proposed = await deeds.suggest(own, '2026-12-08')
  const cancelled = await deeds.book(own, '2026-12-10')
  await deeds.send('ben', `${cancelled}/cancellation`, { cause: 'leave', way: 'instead', _version: '2' })
  const unasked = { type: clinical, side: 'me', with: trust.ids.femi, day: '2026-12-11', time: '2pm', minutes: '60' }
  const alone = await deeds.send('uma', '/supervision/bookings', { ...unasked, placeKind: 'video', place: '' })
  const withdrawn = await deeds.suggest(own, '2026-12-11')
  await deeds.send('ben', `${withdrawn}/withdrawal`, { _version: '1' })
  return [
    sessionThing('a booked session', booked, parts(own)),
    sessionThing('a session that begins now', begun, parts(own)),
    sessionThing('a proposed session', proposed, parts(own)),
    sessionThing('a cancelled session', cancelled, parts(own)),
    sessionThing('a time that only a supervisor suggested', alone, { supervisor: 'uma', came: ['femi'] }),
    sessionThing('a withdrawn proposal', withdrawn, parts(own)),
  ]
}

async function groupTimes(deeds: Deeds, words: Words): Promise<readonly Thing[]> {
  const early = { supervisor: 'farah', came: ['elin', 'dora'], absent: [] } as const
  const first = await groupRecord(deeds, '2026-10-06', early, words)
  const late = { supervisor: 'farah', came: ['ben', 'dora'], absent: ['femi'] } as const
  const second = await groupRecord(deeds, '2026-11-12', late, words)
  const mine = words('own part of dora', ['dora', 'farah'])
  await deeds.send('dora', `${second}/own-part/signature`, { mine, _version: '0' })
  const draft = words('draft of the own part of ben', ['ben'])
  await deeds.send('ben', `${second}/own-part/draft`, { mine: draft, _version: '0' })
  const ahead = await deeds.bookGroup('2026-12-14', ['ben', 'dora', 'hamza'])
  return [
    sessionThing('a group session before a member left', first, early),
    sessionThing('a group session with somebody absent', second, late),
    sessionThing('a booked group session', ahead, { ...late, came: ['ben', 'dora', 'hamza'], absent: [], held: false }),
  ]
}

async function groupRecord(
  deeds: Deeds,
  day: string,
  who: { came: readonly Who[]; absent: readonly Who[] },
  words: Words,
): Promise<string> {
  const readers: readonly Asking[] = ['farah', ...who.came]
  const at = await deeds.holdGroup(
    day,
    { present: who.came, absent: who.absent },
    words(`focus of the group of ${day}`, readers),
  )
  const impact = words(`record of the group of ${day}`, readers)
  await deeds.send('farah', `${at}/record/signature`, { 'reflection--impact': impact, _version: '0' })
  return at
}
