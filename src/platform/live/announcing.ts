// "Something has changed, it is now version 17": said inside the transaction that changes it, heard by every program that
// listens to this database once that is committed, and by nobody when it is taken back. Ids and numbers only.
import { sql, type Transaction } from '../database/database.ts'

/** What pages stay open for: `kind:id`, such as `meeting:` and the meeting's id. */
export type Topic = `${string}:${string}`

/** A version that a topic has come to, or that somebody may see it no longer, or from now on. */
export type Announcement = { readonly topic: Topic; readonly what: number | 'who may' }

/** PostgreSQL's channel for all of them. */
export const channel = 'live'

const topicForm = /^[a-z][a-z-]{0,39}:[0-9a-f-]{36}$/

/** Says it in this transaction. Throws when the topic is not `kind:id`, or the version no whole number. */
export async function announceIn(db: Transaction, topic: Topic, what: number | 'who may'): Promise<void> {
  if (!topicForm.test(topic)) throw new Error('A topic is a word and an id, never content')
  if (what !== 'who may' && !Number.isSafeInteger(what)) throw new Error('A version is a whole number')
  await sql`select pg_notify(${channel}, ${`${topic} ${what}`})`.execute(db)
}

/** `announceIn` for one transaction. */
export const announcerIn =
  (db: Transaction) =>
  (topic: Topic, what: number | 'who may'): Promise<void> =>
    announceIn(db, topic, what)

/** What came over the channel; null when it is not one of ours. */
export function readAnnouncement(payload: string): Announcement | null {
  const [topic = '', ...rest] = payload.split(' ')
  if (!topicForm.test(topic)) return null
  const words = rest.join(' ')
  if (words === 'who may') return { topic: topic as Topic, what: 'who may' }
  return /^\d{1,15}$/.test(words) ? { topic: topic as Topic, what: Number(words) } : null
}

/** Announced by the database itself when a visit ends, or when what somebody may see can have changed. */
export const visitTopic = (visit: string): Topic => `visit:${visit}`
export const personTopic = (person: string): Topic => `person:${person}`
