// A meeting as its log has made it. Its events are opened with the meeting's own keys, which only those with a seat can open, and
// told in their order. What was told before is kept in the process by the number of its last event; the database's last number
// decides, so that any program that shares the database comes to the same meeting.
import type { PersonId } from '../../../platform/ids.ts'
import { type Moment, secondsBetween } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { openInSeries, openSeries, sealInSeries, type Series, spoiledWords, thing } from '../../records/index.ts'
import { closedMeeting } from '../unfinished/unfinished.ts'
import { evolve } from '../meeting/evolve.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { appendEvents, findEvents, findHeard, saveHeard, type StoredEvent } from './meeting-log.store.ts'
import type { MeetingId, PlannedMeeting } from './planned-meeting.ts'
import { findMeeting } from './planned-meeting.store.ts'

/** What the sealed texts and the trail's lines of a meeting are about. */
export const theMeeting = (id: MeetingId) => thing('meeting', id)

/**
 * course: what happened; words: what was said and written, which a set may choose not to keep; topics: those of topics, which
 * wait for the next meeting when this one does not reach them.
 */
export const fieldsOfMeeting = ['course', 'words', 'topics'] as const
const ofTopics: ReadonlySet<MeetingEvent['type']> = new Set(['meeting opened', 'topic named'])

/** Under which key an event's words stand. Meetings opened before topics had a key of their own have one for all. */
const fieldOf = (series: Series, type: MeetingEvent['type']): 'words' | 'topics' =>
  ofTopics.has(type) && (series.keys.has('topics') || !series.keys.has('words')) ? 'topics' : 'words'

/** A meeting as it stands, with the keys it was opened with. */
export type OpenedMeeting = { readonly meeting: Meeting; readonly series: Series }

/**
 * The meeting as it stands now, and the newest signs of life of its people. Null when there is none, when it has not been
 * opened, and for whoever has no seat in it.
 */
export async function meetingNow(work: Work, id: MeetingId): Promise<MeetingNow | null> {
  const planned = await findMeeting(work, id)
  return planned && meetingAsFound(work, planned)
}

export type MeetingNow = { readonly meeting: Meeting; readonly heard: ReadonlyMap<PersonId, Moment> }

/** As `meetingNow`, for a meeting that this work has found already. */
export async function meetingAsFound(work: Work, planned: PlannedMeeting): Promise<MeetingNow | null> {
  const opened = await openMeetingLog(work, planned)
  return opened && { meeting: opened.meeting, heard: await findHeard(work, planned.id) }
}

/** The meeting that a log makes up to its end, for somebody who has a seat; null for everybody else. */
export async function openMeetingLog(work: Work, planned: PlannedMeeting): Promise<OpenedMeeting | null> {
  if (planned.lastEvent === 0) return null
  const series = await openSeries(work, theMeeting(planned.id))
  const told = series && (await toldUpTo(work, planned, series))
  return told && { meeting: planned.closedAt ? closedMeeting(told) : told, series }
}

/** `opens`: the keys that it was told with. */
type Told = { readonly meeting: Meeting; readonly opens: string }
const told = new Map<string, Told>()
const MOST_TOLD = 1000
const HEARD_SECONDS = 5
/** Works that have added events of their own, which are not certain to stay. */
const adding = new WeakSet<Work>()

async function toldUpTo(work: Work, planned: PlannedMeeting, series: Series): Promise<Meeting | null> {
  const key = `${work.organisation}:${planned.id}`
  const opens = [...series.keys.keys()].toSorted().join()
  const known = told.get(key)
  const isGood = known && known.opens === opens && known.meeting.events <= planned.lastEvent
  const before = isGood ? known.meeting : null
  if (before?.events === planned.lastEvent) return before
  const rows = await findEvents(work, planned.id, before?.events ?? 0)
  const events = rows.map((row) => unpack(work, series, row))
  if (events.some((event) => event === null)) {
    work.warnings.add(spoiledWords('meeting', 'what happened'))
    return null
  }
  const meeting = events.reduce<Meeting | null>((so, event) => event && evolve(so, event), before)
  if (meeting && !adding.has(work)) keepTold(key, { meeting, opens })
  return meeting
}

/** What this program remembers of a meeting goes, when its words were destroyed. */
export const forgetTold = (work: Work, id: MeetingId): void => void told.delete(`${work.organisation}:${id}`)

/** The ones that were not asked for longest go first. */
function keepTold(key: string, one: Told): void {
  told.delete(key)
  told.set(key, one)
  if (told.size <= MOST_TOLD) return
  for (const oldest of told.keys()) {
    told.delete(oldest)
    break
  }
}

/** Adds events to the log under the numbers after `last`, for whoever holds the meeting's lock. Answers the last number. */
export async function addToLog(
  work: Work,
  series: Series,
  what: { id: MeetingId; last: number; events: readonly MeetingEvent[] },
): Promise<number> {
  adding.add(work)
  const parts = what.events.map(splitWords)
  // A print of what was said tells whoever guesses the words that they guessed right: it goes where the words go.
  const isSaid = parts.some(({ words }) => words !== null)
  const rows = parts.map((part, at) => pack(work, series, { ...part, isSaid, number: what.last + at + 1 }))
  await appendEvents(work, what.id, rows)
  return what.last + rows.length
}

/** The words of one event, and the print of the command that they came with. */
type Said = { readonly print: string; readonly words: string | null }
type Part = { readonly course: MeetingEvent; readonly words: string | null }

function pack(
  work: Work,
  series: Series,
  { course, words, isSaid, number }: Part & { isSaid: boolean; number: number },
): StoredEvent {
  const { type, by, at, key, print } = course
  const happened = JSON.stringify(isSaid ? { ...course, print: '' } : course)
  const sealed = sealInSeries(work, series, { field: 'course', number, text: happened })
  const said: Said = { print, words }
  const field = fieldOf(series, type)
  const sealedWords = isSaid ? sealInSeries(work, series, { field, number, text: JSON.stringify(said) }) : null
  return { number, type, by, at, key, sealed, sealedWords }
}

/** An event without its free words, and those words; null when it has none. */
function splitWords(event: MeetingEvent): Part {
  if (event.type === 'meeting opened') {
    const bare = <T extends { words: string }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, words: '' }))
    const { commitments, waiting } = event
    const words = JSON.stringify([commitments.map((one) => one.words), waiting.map((one) => one.words)])
    return { course: { ...event, commitments: bare(commitments), waiting: bare(waiting) }, words }
  }
  if (!('words' in event) || event.words === null) return { course: event, words: null }
  return { course: { ...event, words: '' }, words: event.words }
}

/** An event as it was added; its words are empty once the set has had them destroyed. Null when it would not open. */
function unpack(work: Work, series: Series, row: StoredEvent): MeetingEvent | null {
  const { number, sealed, sealedWords } = row
  const course = openInSeries(work, series, { field: 'course', number, sealed })
  if (course === null) return null
  const event = JSON.parse(course) as MeetingEvent
  const field = fieldOf(series, event.type)
  if (sealedWords === null || !series.keys.has(field)) return event
  const text = openInSeries(work, series, { field, number, sealed: sealedWords })
  if (text === null) return null
  const { print, words } = JSON.parse(text) as Said
  return words === null ? { ...event, print } : withWords({ ...event, print }, words)
}

function withWords(event: MeetingEvent, words: string): MeetingEvent {
  if (event.type !== 'meeting opened') return { ...event, words } as MeetingEvent
  const [promised = [], waited = []] = JSON.parse(words) as readonly (readonly string[])[]
  return {
    ...event,
    commitments: event.commitments.map((one, at) => ({ ...one, words: promised[at] ?? '' })),
    waiting: event.waiting.map((one, at) => ({ ...one, words: waited[at] ?? '' })),
  }
}

/** Notes that the asker’s device is there. No event: it is newer than any other sign of theirs, or nothing. */
export const noteHeard = (work: Work, id: MeetingId): Promise<void> => saveHeard(work, id)

/**
 * As `noteHeard`, unless they were heard some seconds ago: a page that is asked for at every change writes nothing then, and
 * its transaction waits for no disk.
 */
export async function noteHeardNowAndThen(work: Work, id: MeetingId, { heard }: MeetingNow): Promise<void> {
  const last = heard.get(work.asker.person)
  if (last === undefined || secondsBetween(last, work.moment) >= HEARD_SECONDS) await saveHeard(work, id)
}
