// Nine phones talk in a meeting while what serves them is killed: the only program, started again at once; one of two, which stays
// away until everybody is back; or the database under two. How long until everybody is back, and what became of their words.
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Node } from './nodes.ts'
import { openPhone, type Phone } from './phone.ts'
import type { MeetingPlace } from './set.ts'

export const kills = ['the program', 'one of two programs', 'the database'] as const
export type Kill = (typeof kills)[number]

export type Killed = {
  readonly kill: Kill
  /** Milliseconds from the kill until each of the nine had something on their screen that was written and confirmed after it. */
  readonly backAfter: number
  /** Milliseconds until what was killed answered again, where that is waited for. */
  readonly startedAfter: number | null
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly neverWritten: readonly string[]
  /** How many screens do not show all of it in its order, or another version than the others. */
  readonly screensApart: number
}

export type Stage = {
  readonly origin: string
  readonly nodes: readonly [Node, Node]
  readonly killDatabase: () => void
  readonly newMeeting: () => Promise<MeetingPlace>
}

/** One run, in a meeting of its own. Both nodes are gone before and after it. */
export async function killOnce(stage: Stage, kill: Kill): Promise<Killed> {
  const [one, other] = stage.nodes
  await one.start()
  if (kill !== 'the program') await other.start()
  try {
    return await talkThrough(stage, kill, await stage.newMeeting())
  } finally {
    await Promise.all([one.kill(), other.kill()])
  }
}

async function talkThrough(stage: Stage, kill: Kill, place: MeetingPlace): Promise<Killed> {
  const phones = await Promise.all(place.tokens.map((token) => openPhone(stage.origin, place.path, token)))
  const talk = startTalking(phones)
  try {
    await until(() => talk.confirmed.size >= 20, 'Nobody is heard')
    await sleep(randomInt(300))
    const killedAt = performance.now()
    const started = carryOut(stage, kill)
    await until(() => isEverybodyBack(phones, talk, killedAt), `Not everybody came back after ${kill} was killed`)
    const backAfter = performance.now() - killedAt
    const startedAt = await started
    await sleep(500)
    await talk.stop()
    const said = await place.said()
    const isTogether = (phone: Phone) => phone.version() === phones[0]?.version() && said.every(phone.shows)
    await until(() => phones.every(isTogether), 'apart').catch(() => undefined)
    const screensApart = phones.filter((phone) => !isTogether(phone)).length
    return { kill, backAfter, startedAfter: startedAt && startedAt - killedAt, screensApart, ...tally(talk, said) }
  } finally {
    await talk.stop().catch(() => undefined)
    for (const phone of phones) phone.leave()
  }
}

/** Kills; resolves with the moment at which what was killed was there again, null where nobody waits for that. */
async function carryOut({ nodes: [one, other], killDatabase }: Stage, kill: Kill): Promise<number | null> {
  if (kill === 'the database') {
    killDatabase()
    return null
  }
  if (kill === 'one of two programs') {
    await other.kill()
    return null
  }
  await one.kill()
  await one.start()
  return performance.now()
}

type Talk = {
  /** When each was sent first. */
  readonly tried: Map<string, number>
  readonly confirmed: Set<string>
  readonly stop: () => Promise<void>
}

/** Everybody writes now and then, some of it sent twice; a phone sends nothing new while something of its own is under way. */
function startTalking(phones: readonly Phone[]): Talk {
  const tried = new Map<string, number>()
  const confirmed = new Set<string>()
  let over = false
  const talking = phones.map(async (phone, who) => {
    for (let count = 1; !over; count += 1) {
      const words = `Voice ${who} says ${count}.`
      tried.set(words, performance.now())
      if (await phone.say(words, randomInt(3) === 0)) confirmed.add(words)
      await sleep(150 + randomInt(500))
    }
  })
  return {
    tried,
    confirmed,
    stop: async () => {
      over = true
      await Promise.all(talking)
    },
  }
}

function isEverybodyBack(phones: readonly Phone[], { tried, confirmed }: Talk, killedAt: number): boolean {
  const since = [...confirmed].filter((words) => (tried.get(words) ?? 0) > killedAt)
  return phones.every((phone) => since.some(phone.shows))
}

function tally({ tried, confirmed }: Talk, said: readonly string[]) {
  return {
    acknowledged: confirmed.size,
    lost: [...confirmed].filter((words) => !said.includes(words)),
    doubled: said.filter((words, at) => said.indexOf(words) !== at),
    neverWritten: said.filter((words) => !tried.has(words)),
  }
}

/** Fails after two minutes: on a machine that does ten other things, starting a program takes half of one. */
async function until(met: () => boolean, otherwise: string): Promise<void> {
  const late = performance.now() + 120_000
  while (!met()) {
    if (performance.now() > late) throw new Error(otherwise)
    await sleep(5)
  }
}
