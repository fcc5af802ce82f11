// What meetings left behind, as things that pages are about: an open proposal of Farah's set and one that was told; and something
// that Cora gave away, whose rows are written as if a meeting had had it.
import type { MeetingId } from '../../src/areas/learning-sets/index.ts'
import { insertRelease } from '../../src/areas/learning-sets/release/release.store.ts'
import { letRead, sealTexts, thing } from '../../src/areas/records/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { deedsIn } from './deeds.ts'
import type { Asking } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

type SetOf = { readonly at: string; readonly people: readonly Asking[]; readonly leaders: readonly Asking[] }

const proposal = (name: string, at: string, who: { set: SetOf; by: Asking; told: readonly Asking[] }): Thing => ({
  name,
  ours: true,
  params: { announcement: at.split('/').at(-1) ?? '' },
  parts: {
    'its people': who.set.people,
    'its leaders': who.set.leaders,
    'who proposed it': [who.by],
    'whom it was told to': who.told,
  },
})

/** Proposals of Amina's small set: one that Cora still has to agree to, and one that was told to Grace. */
export async function makeAnnouncements(
  trust: Trust,
  words: Words,
  { set, readers }: { set: SetOf; readers: readonly Asking[] },
): Promise<readonly Thing[]> {
  const { send } = deedsIn(trust)
  const people = [trust.ids.grace]
  const propose = async (text: string) => send('cora', `${set.at}/announcements`, { text, people })
  const open = await propose(words('a text that is proposed', readers))
  const told = await propose(words('a text that was told', [...readers, 'grace']))
  const found = await trust.database.owner.query<{ hash: string }>(
    'select text_hash as hash from learning_announcement where id = $1',
    [told.split('/').at(-1)],
  )
  const hash = { 'text-hash': found.rows[0]?.hash ?? '' }
  await send('amina', `${told}/agreement`, { ...hash, agrees: 'yes' })
  await send('cora', `${told}/telling`, hash)
  return [
    proposal('a proposal of what may be told', open, { set, by: 'cora', told: [] }),
    proposal('what a set has told', told, { set, by: 'cora', told: ['grace'] }),
  ]
}

/** Something that Cora gave to Otto of the meeting that was held, and that he has not read. */
export async function makeRelease(trust: Trust, words: Words, held: Thing): Promise<Thing> {
  const meeting = held.params.meeting as MeetingId
  const text = words('something given away', ['cora', 'otto'])
  const id = newId<'release'>()
  await trust.inside('cora', async (work) => {
    const people = { presenter: trust.ids.cora, recipient: trust.ids.otto }
    const facts = { releasedAt: work.moment, readAt: null, takenBackAt: null }
    await insertRelease(work, { id, meeting, item: 'contribution 1', ...people, ...facts })
    await sealTexts(work, { kind: 'set', about: thing('release', id), version: 1, texts: { text } })
    await letRead(work, thing('release', id), [{ person: trust.ids.otto, because: 'named in it', until: null }])
  })
  const parts = { 'who gave it': ['cora'], 'whom it was given to': ['otto'] } as const
  return { name: 'something given away', ours: true, params: { release: id }, parts }
}
