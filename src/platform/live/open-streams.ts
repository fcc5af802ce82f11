// The streams that are open in this program: told when their topic changes, looked at again when who may see it can have
// changed, and ended when the answer is no. Whoever's visit has ended loses theirs within a second or so, whatever was
// announced; that every stream is looked at in turn as well is for what nobody thought of announcing.
import type { Database } from '../database/database.ts'
import type { Clock, Moment } from '../time/moment.ts'
import { personTopic, type Topic, visitTopic } from './announcing.ts'
import { type Hub, type Member, openHub } from './hub.ts'
import { openListening } from './listening.ts'
import { type Limits, type Room, roomFor, usualLimits } from './room.ts'
import { type Showing, type Shows, showPages } from './showing/showing.ts'
import { takeTurns, type Turns } from './turns.ts'

/**
 * What a stream says: a later version, the page as it is now, that it still lives, that it is over for this person, that the
 * program stops.
 */
export type Told = 'version' | 'page' | 'beat' | 'over' | 'stopping'

export type OpenStream = {
  readonly visit: string
  readonly person: string
  readonly topic: Topic
  /** Writes one event; throws nothing when the browser is gone. */
  readonly send: (event: Told, data: string) => void
  readonly end: () => void
  /** Asks the access line again, in a work of its own: how far the topic has come, or null when they may no longer. */
  readonly judge: () => Promise<number | null>
} & Pick<Showing, 'page' | 'isClear'>

export type OpenStreams = {
  /** Why there is no room for one more of this visit and person, or null. */
  readonly whyNot: (who: Pick<OpenStream, 'visit' | 'person'>) => string | null
  /**
   * Adds one: from now on it is told what is announced. In the same moment it is looked whether there is room still, for of
   * many that asked at once each was told that there is.
   */
  readonly open: (
    stream: OpenStream,
  ) => { readonly close: () => void; readonly tell: (version: number) => void } | { readonly whyNot: string }
  /** Of this visit, on this program: a page of it was seen to be open, or it sent something that answers with the page. */
  readonly heardOf: (visit: string, what: 'seen' | 'acts') => void
  readonly count: () => number
  /** Whether it hears what is announced. */
  readonly hears: () => boolean
  /** Ends every stream, telling its page to come back; no new ones after it. */
  readonly stop: () => Promise<void>
}

export type StreamOptions = {
  readonly database: Pick<Database, 'pool'>
  readonly clock: Clock
  /** Which of these visits are over. */
  readonly visitsOver: (visits: readonly string[], moment: Moment) => Promise<ReadonlySet<string>>
  readonly onFault?: (fault: unknown) => void
  readonly limits?: Partial<Limits>
  readonly rhythm?: Partial<Rhythm>
}

/** In milliseconds; in one round of `looksEvery`, `looksEach` streams are looked at again whatever was announced. */
type Rhythm = {
  readonly beatEvery: number
  readonly visitsEvery: number
  readonly looksEvery: number
  readonly looksEach: number
}

const usualRhythm: Rhythm = { beatEvery: 15_000, visitsEvery: 1_000, looksEvery: 1_000, looksEach: 20 }

type Entry = Member & { readonly stream: OpenStream; readonly close: () => void; readonly showing: Showing }

/** Opens what streams need: a connection that listens, and three timers. */
export function openStreams(options: StreamOptions): OpenStreams {
  const hub = openHub()
  const entries = new Set<Entry>()
  const room = roomFor({ ...usualLimits, ...options.limits })
  const shows = showPages(options.onFault)
  const ofVisit = new Map<string, Set<Entry>>()
  const turns = takeTurns((entry: Entry) => lookAgain(entry, hub, options), 4)
  const doubt = turns.add
  const listening = openListening({
    url: String(options.database.pool.options.connectionString),
    onAnnounced: ({ topic, what }) => hub.hear(topic, what),
    // What was announced while it did not hear is lost; what is true now is not.
    onBack: () => entries.forEach(doubt),
    onFault: options.onFault,
  })
  const timers = keepTime(entries, doubt, options)
  let stopped = false
  const whyNot: OpenStreams['whyNot'] = (who) =>
    stopped ? 'The service is stopping. Try again in a few seconds.' : room.whyNot(who)
  return {
    whyNot,
    open: opener({ entries, ofVisit, hub, room, options, turns, shows, whyNot }),
    heardOf: (visit, what) => {
      for (const { showing } of ofVisit.get(visit) ?? []) shows[what === 'seen' ? 'isSeen' : 'acts'](showing)
    },
    count: () => entries.size,
    hears: listening.isThere,
    stop: async () => {
      stopped = true
      timers.forEach(clearInterval)
      for (const entry of entries) sayLast(entry, 'stopping')
      await listening.stop()
    },
  }
}

type Opening = Pick<OpenStreams, 'whyNot'> & {
  readonly entries: Set<Entry>
  readonly ofVisit: Map<string, Set<Entry>>
  readonly shows: Shows
  readonly hub: Hub
  readonly room: Room
  readonly turns: Turns<Entry>
  readonly options: StreamOptions
}

const opener =
  ({ entries, ofVisit, hub, room, turns, shows, options, whyNot }: Opening): OpenStreams['open'] =>
  (stream) => {
    const full = whyNot(stream)
    if (full !== null) return { whyNot: full }
    const close = () => {
      if (!entries.delete(entry)) return
      hub.leave(entry)
      turns.drop(entry)
      shows.drop(entry.showing)
      leave(ofVisit, entry)
      room.give(stream)
      stream.end()
    }
    const entry: Entry = memberOf(stream, options, shows, { close, doubt: () => turns.add(entry) })
    entries.add(entry)
    ofVisit.set(stream.visit, (ofVisit.get(stream.visit) ?? new Set()).add(entry))
    hub.join(entry)
    room.take(stream)
    return {
      close,
      // Whoever begins to listen has a page; they say whether it is an older one.
      tell: (version) => {
        if (entry.version >= version) return
        entry.version = version
        entry.showing.tell(version)
      },
    }
  }

function leave(ofVisit: Map<string, Set<Entry>>, entry: Entry): void {
  const { visit } = entry.stream
  const entries = ofVisit.get(visit)
  entries?.delete(entry)
  if (entries?.size === 0) ofVisit.delete(visit)
}

function memberOf(
  stream: OpenStream,
  { clock }: StreamOptions,
  shows: Shows,
  deeds: { readonly close: () => void; readonly doubt: () => void },
): Entry {
  const tell = (version: number) => stream.send('version', `${version} ${Date.parse(clock())}`)
  const showing: Showing = { ...stream, tell }
  return {
    stream,
    showing,
    topic: stream.topic,
    guarded: [visitTopic(stream.visit), personTopic(stream.person)],
    version: -1,
    tell: (version) => shows.show(showing, version),
    ...deeds,
  }
}

const sayLast = ({ stream, close }: Entry, word: Told): void => {
  stream.send(word, '')
  close()
}

/** Tells it a version that it has not, or ends it; a fault of the database ends nothing, it is looked at again soon. */
async function lookAgain(entry: Entry, hub: Hub, { onFault }: StreamOptions): Promise<void> {
  try {
    const version = await entry.stream.judge()
    if (version === null) sayLast(entry, 'over')
    else hub.tell(entry, version)
  } catch (fault) {
    onFault?.(fault)
  }
}

function keepTime(entries: ReadonlySet<Entry>, doubt: (entry: Entry) => void, options: StreamOptions) {
  const { beatEvery, visitsEvery, looksEvery, looksEach } = { ...usualRhythm, ...options.rhythm }
  const beat = () => {
    const now = String(Date.parse(options.clock()))
    for (const { stream } of entries) stream.send('beat', now)
  }
  let asking = false
  const visits = async () => {
    if (asking || entries.size === 0) return
    asking = true
    try {
      const known = [...new Set([...entries].map(({ stream }) => stream.visit))]
      const over = await options.visitsOver(known, options.clock())
      for (const entry of entries) if (over.has(entry.stream.visit)) sayLast(entry, 'over')
    } catch (fault) {
      options.onFault?.(fault)
    } finally {
      asking = false
    }
  }
  let round: Entry[] = []
  const look = () => {
    if (round.length === 0) round = [...entries]
    for (const entry of round.splice(0, looksEach)) if (entries.has(entry)) doubt(entry)
  }
  return [setInterval(beat, beatEvery), setInterval(() => void visits(), visitsEvery), setInterval(look, looksEvery)]
}
