// Requests for advice that Ben made: one that nobody has, one that an advisor has taken, one advised on, one that belongs
// elsewhere, and one in which both wrote down something else.
import { deedsIn } from './deeds.ts'
import type { Sent } from '../service.ts'
import type { Asking } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const choices = { advice: 'carry on', urgency: 'today', next: 'the caller' }
const atDesk: readonly Asking[] = ['pip', 'sami', 'senga', 'noor', 'norma', 'desmond']
const kayleigh = {
  name: 'Kayleigh Osei',
  role: 'Agency nurse',
  place: 'A ward',
  urgency: 'today',
  phone: '01632 960 1',
}
const record = { ...choices, theme: 'neglect', minutes: '20', due: '', action: '' }

export async function makeRequestsForAdvice(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { send } = deedsIn(trust)
  const ask = async (what: string, also: readonly Asking[]): Promise<string> => {
    const details = words(`what Ben asked the desk: ${what}`, ['ben', 'pip', ...also])
    return send('ben', '/advice/requests', { details, urgency: 'today', phone: '01632 960111' })
  }
  const waiting = await ask('nobody has it', [])
  const taken = await ask('it is taken', ['sami'])
  const advised = await ask('it is advised on', ['sami'])
  const differing = await ask('it was heard differently', ['sami'])
  const elsewhere = await ask('it belongs elsewhere', [])
  for (const at of [taken, advised, differing]) await send('sami', `${at}/taking`, {})
  const outside = await send('pip', '/advice/calls/outside', {
    ...kayleigh,
    details: words('what somebody outside asked the desk', ['pip', 'sami']),
  })
  await send('sami', `${outside}/taking`, {})
  await send('sami', `${outside}/record`, { ...record, words: words('advised outside', ['sami', 'noor', 'desmond']) })
  const readers: readonly Asking[] = ['ben', 'sami', 'noor', 'desmond']
  for (const at of [advised, differing])
    await send('sami', `${at}/record`, { ...record, words: words('what was advised', readers) })
  await send('ben', `${differing}/account`, { ...choices, next: 'both', words: words('what was heard', readers) })
  await send('pip', `${elsewhere}/elsewhere`, { turnTo: words('where to turn instead', ['ben', 'pip']) })
  return [
    request('a request for advice that nobody has', waiting),
    request('a request that is taken', taken, ['sami']),
    request('a request that is advised on', advised, ['sami']),
    request('advice that was heard differently', differing, ['sami']),
    request('a request that belongs elsewhere', elsewhere),
    {
      ...request('a request of somebody who is not in the register', outside, ['sami']),
      parts: {
        'who asked': [],
        'who has taken it': ['sami'],
        'who reads it back': ['sami'],
        'who may withdraw': atDesk,
      },
    },
  ]
}

const request = (name: string, at: string, taker: readonly Asking[] = []): Thing => ({
  name,
  ours: true,
  params: { request: at.split('/').at(-1) ?? '' },
  parts: { 'who asked': ['ben'], 'who has taken it': taker },
})

/** What is sent by hand, because a page's own form would be refused or belongs to one person. */
export const ofAdviceForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => {
  const asked = { details: 'Some words', urgency: 'today', phone: '01632 960111' }
  return {
    'POST /advice/requests': asked,
    'POST /advice/calls': { ...asked, caller: ids.dora, to: '' },
    'POST /advice/calls/outside': { ...asked, ...kayleigh, to: '' },
    'POST /advice/requests/:request/person': { registered: ids.dora },
    'POST /advice/requests/:request/hand-over': { to: ids.senga },
    'POST /advice/requests/:request/elsewhere': { turnTo: 'Some words' },
    'POST /advice/requests/:request/words': { more: 'Some words' },
    'POST /advice/requests/:request/closing': { because: 'not needed any more' },
    'POST /advice/requests/:request/record': { ...record, words: 'Some words' },
    'POST /advice/requests/:request/account': { ...choices, words: 'Some words' },
    'POST /advice/requests/:request/record/draft': { ...record, words: 'Some words', _version: '0' },
    'POST /advice/requests/:request/account/draft': { ...choices, words: 'Some words', _version: '0' },
    'POST /advice/requests/:request/record/correction': { ...choices, words: 'Some words', why: 'A slip' },
    'POST /advice/requests/:request/account/correction': { ...choices, words: 'Some words', why: 'A slip' },
    'POST /advice/requests/:request/case': { reference: 'RX-204', kind: 'child', initials: 'T.O.' },
  }
}
