// Learning points of the session of Dora and Amina: one of which Dora is asked, one that the second reader has, one that waits to be
// approved, and one that was sent.
import type { Sent } from '../service.ts'
import { deedsIn } from './deeds.ts'
import { makePeerReview } from './peer-review-things.ts'
import type { Asking } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const theirs = ['dora', 'amina'] as const
const approvers = ['desmond', 'lin', 'norma'] as const

/** What no page of learning points fills in by itself. */
export const ofLearningPointForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => {
  const text = { title: 'Some words', words: 'Some words', subjects: 'neglect', reader: ids.noor }
  return {
    'POST /learning-points/from/:kindKey/:source/draft': text,
    'POST /learning-points/:point/text': { ...text, _version: '1' },
  }
}

/** What was learned together, and what of it may be told. */
export const makeLearning = async (trust: Trust, words: Words): Promise<readonly Thing[]> => [
  ...(await makePeerReview(trust, words)),
  ...(await makeLearningPoints(trust, words)),
]

/** A session that was held, as a learning point's source, and four points on their way from it. */
async function makeLearningPoints(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { send, hold } = deedsIn(trust)
  const session = await hold({ supervisor: 'amina', supervisee: 'dora' }, '2026-11-25', 'Asking again')
  const source = session.split('/').at(-1) ?? ''
  const at: string[] = []
  const draft = async (text: string) => {
    const form = { title: 'Ask again', words: text, subjects: 'neglect', reader: trust.ids.noor }
    at.push(await send('amina', `/learning-points/from/session/${source}/draft`, form))
  }
  await draft(words('a learning point that is asked', theirs))
  await draft(words('a learning point to read over', [...theirs, 'noor']))
  await draft(words('a learning point to approve', [...theirs, ...approvers]))
  await draft('A second visit showed more than the first')
  for (const [step, url] of at.entries()) await bring(trust, url, step)
  deedsIn(trust).clock('2026-11-27T14:30:00Z')
  const point = at.map((url) => url.split('/').at(-1) ?? '')
  const parts = { 'those whose it is': theirs, 'who drafted it': ['amina'] } as const
  const [asked = '', read = '', approve = '', sent = ''] = point
  return [
    { name: 'a session to learn from', ours: true, params: { kindKey: 'session', source }, parts },
    thing('a learning point that is asked', asked, parts),
    thing('a learning point to read over', read, { ...parts, 'the second reader': ['noor'] }),
    thing('a learning point to approve', approve, { ...parts, 'who may approve it': approvers }),
    thing('a learning point that was sent, for those whose it was', sent, parts),
    { name: 'what was sent', ours: true, params: { released: sent }, parts: { 'whose it was': theirs } },
  ]
}

const thing = (name: string, point: string, parts: Readonly<Record<string, readonly Asking[]>>): Thing => ({
  name,
  ours: true,
  params: { point },
  parts,
})

/** As far as its step: asked, with the second reader, to be approved, sent. */
async function bring(trust: Trust, url: string, step: number): Promise<void> {
  const { send } = deedsIn(trust)
  const id = url.split('/').at(-1)
  const find = 'select text_hash as hash from learning_point where id = $1'
  const found = await trust.database.owner.query<{ hash: string }>(find, [id])
  const hash = { 'text-hash': found.rows[0]?.hash ?? '' }
  if (step > 0) await send('dora', `${url}/answer`, { ...hash, agrees: 'yes' })
  if (step > 1) await send('noor', `${url}/reading-over`, hash)
  if (step > 2) await send('lin', `${url}/approval`, hash)
}
