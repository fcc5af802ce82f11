// Sharing one's waiting topic with those who lead the set since, taking that back, and what a meeting is opened with.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  findReadable,
  findReaders,
  letRead,
  openTexts,
  removeReader,
  sealTexts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import type { Topic, TopicId } from '../meeting/meeting.ts'
import { leftOver, newestHeld } from '../room/history.changes.ts'
import { theMeeting } from '../room/meeting-log.changes.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { belongs, type LearningSet, type SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import { decideSharing, type SharedTopic, type SharedTopicId, strangersTo } from './shared-topic.ts'
import { deleteSharedTopic, findSharedTopics, insertSharedTopic } from './shared-topic.store.ts'

const aboutShared = (id: SharedTopicId) => thing('waiting topic', id)
const TEXT = 1

/** The topics that the newest meeting left over, for whoever opens the next: all when they were there, else what authors share. */
export async function topicsToOpenWith(work: Work, set: SetId): Promise<readonly Topic[]> {
  const left = await leftOver(work, set)
  if (!left) return []
  return left.topics ?? sharedIn(work, left.meeting)
}

async function sharedIn(work: Work, meeting: MeetingId): Promise<readonly Topic[]> {
  const rows = await findSharedTopics(work, meeting)
  const abouts = rows.map((row) => row.about)
  const readable = await findReadable(work, 'waiting topic', abouts)
  const topics: Topic[] = []
  for (const { topic: id, person: owner, about } of rows.filter((row) => readable.has(row.about))) {
    const words = (await openTexts(work, { about: aboutShared(about), version: TEXT })).texts.words ?? ''
    topics.push({ id, owner, words, waited: true })
  }
  return topics
}

/** A topic of the asker's that waits and that somebody who leads the set cannot read. */
export type WaitingTopic = {
  readonly topic: Topic
  readonly strangers: readonly PersonId[]
  readonly shared: SharedTopic | null
}

/** The asker's own that wait, if anybody leads the set who was not there; nothing is opened otherwise. */
export async function ownWaitingTopics(work: Work, set: LearningSet): Promise<readonly WaitingTopic[]> {
  const strangers = await strangersOf(work, set)
  if (strangers.length === 0) return []
  const left = await leftOver(work, set.id)
  const own = left?.topics?.filter((one) => one.owner === work.asker.person) ?? []
  const shared = left && own.length > 0 ? await findSharedTopics(work, left.meeting) : []
  return own.map((topic) => ({ topic, strangers, shared: shared.find((one) => one.topic === topic.id) ?? null }))
}

async function strangersOf(work: Work, set: LearningSet): Promise<readonly PersonId[]> {
  const meeting = await newestHeld(work, set.id)
  if (!meeting) return []
  const readers = new Set((await findReaders(work, theMeeting(meeting))).map((one) => one.person))
  return strangersTo(set, readers, work.today)
}

/** Lets those who lead the set read a waiting topic of the asker's. */
export async function shareTopic(work: Work, id: SetId, what: { topic: TopicId }): Promise<Decision> {
  const set = await findSet(work, id)
  const left = set && belongs(set, work.asker.person, work.today) ? await leftOver(work, id) : null
  if (!set || !left) return no('There is no such topic of yours')
  const strangers = await strangersOf(work, set)
  const decision = decideSharing(left.topics ?? [], { ...what, by: work.asker.person, strangers })
  if (!decision.ok) return decision
  const about = work.newId<'shared topic'>()
  const { meeting } = left
  if (!(await insertSharedTopic(work, { ...what, meeting, set: id, person: work.asker.person, about }))) return yes()
  const texts = { words: decision.value.words }
  await sealTexts(work, { kind: 'set', about: aboutShared(about), version: TEXT, texts })
  const readers = strangers.map((person) => ({ person, because: 'facilitator' as const, until: null }))
  await letRead(work, aboutShared(about), readers)
  writeTrail(work, { deed: 'waiting topic shared', about: aboutShared(about) })
  return yes()
}

/** They read it no longer. */
export async function unshareTopic(work: Work, id: SetId, what: { topic: TopicId }): Promise<Decision> {
  const meeting = await newestHeld(work, id)
  const shared = meeting && (await findSharedTopics(work, meeting)).find((one) => one.topic === what.topic)
  if (!shared || shared.person !== work.asker.person) return no('There is no such topic of yours')
  await deleteSharedTopic(work, what.topic)
  const about = aboutShared(shared.about)
  for (const { person } of await findReaders(work, about))
    if (person !== work.asker.person) await removeReader(work, about, person)
  writeTrail(work, { deed: 'waiting topic taken back', about })
  return yes()
}
