// Things that tests of streams are about: how far each has come and who may see it, kept in memory, announced for real.
import type { Area } from '../src/platform/area.ts'
import { asService } from '../src/platform/composition.ts'
import { newId, type OrganisationId, type PersonId } from '../src/platform/ids.ts'
import type { Topic } from '../src/platform/live/announcing.ts'
import { stream } from '../src/platform/live/stream.ts'
import { access } from '../src/platform/web/page.ts'
import type { TestComposition } from './composition.ts'

type Thing = { version: number; readonly people: Set<PersonId> }

/** An area with one stream, at /things/:thing/changes, for a thing's people; and what tells of the signs of life. */
export function liveThings() {
  const things = new Map<string, Thing>()
  const lives: PersonId[] = []
  const changes = stream({
    at: 'GET /things/:thing/changes',
    subject: async (_work, { thing }) => {
      const found = things.get(thing)
      return found ? { id: thing, people: found.people } : null
    },
    access: access<{ people: ReadonlySet<PersonId> }>('Its people', (asker, { people }) => people.has(asker.person)),
    topic: ({ id }) => `thing:${id}`,
    version: async (_work, { id }) => things.get(id)?.version ?? 0,
    heard: async (work) => void lives.push(work.asker.person),
  })
  const area: Area = { name: 'things', title: 'Things', streams: [changes] }
  return { area, lives, newThing: thingMaker(things) }
}

export type LiveThing = ReturnType<ReturnType<typeof thingMaker>>

const thingMaker = (things: Map<string, Thing>) => (service: TestComposition, trust: OrganisationId) => {
  const id = newId<'thing'>()
  const topic: Topic = `thing:${id}`
  const thing: Thing = { version: 1, people: new Set() }
  things.set(id, thing)
  const announce = (what: number | 'who may') =>
    asService(service, { organisation: trust }, (work) => work.announce(topic, what))
  return {
    id,
    topic,
    people: thing.people,
    path: `/things/${id}/changes`,
    announce,
    /** Changes it, and says so. */
    change: async () => {
      thing.version += 1
      await announce(thing.version)
    },
    /** Changes it when nobody can hear it. */
    changeUnheard: () => {
      thing.version += 1
    },
  }
}

/** Whether the data of an event is this version. */
export const isVersion = (version: number) => (data: string) => data.startsWith(`${version} `)
