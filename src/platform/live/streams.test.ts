import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { streamingService } from '../../../test/streaming.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Area } from '../area.ts'
import { asService } from '../composition.ts'
import { newId, type PersonId } from '../ids.ts'
import { asDoor, endVisit } from '../sign-in/visit/visits.ts'
import { access } from '../web/page.ts'
import type { Topic } from './announcing.ts'
import { stream } from './stream.ts'

const database = await testDatabase()
const trust = await newOrganisation(database)

/** What the streams of these tests are about: how far each thing has come, and who may see it. */
const things = new Map<string, { version: number; people: Set<PersonId> }>()
const lives: string[] = []

const area: Area = {
  name: 'things',
  title: 'Things',
  streams: [
    stream({
      at: 'GET /things/:thing/changes',
      subject: async (_work, { thing }) => {
        const found = things.get(thing)
        return found ? { id: thing, ...found } : null
      },
      access: access<{ people: ReadonlySet<PersonId> }>('Its people', (asker, { people }) => people.has(asker.person)),
      topic: ({ id }) => `thing:${id}`,
      version: async (_work, { id }) => things.get(id)?.version ?? 0,
      heard: async (work, { id }) => void lives.push(`${work.asker.person} ${id}`),
    }),
  ],
}

const quick = { beatEvery: 60, visitsEvery: 50, looksEvery: 60_000 }
const service = await streamingService(database, { areas: [area], rhythm: quick })
const other = await streamingService(database, { areas: [area], rhythm: quick })

async function newThing() {
  const id = newId<'thing'>()
  const person = newId<'person'>()
  const token = await service.visit(trust, person)
  const thing = { version: 1, people: new Set([person]) }
  things.set(id, thing)
  const topic: Topic = `thing:${id}`
  return {
    person,
    token,
    topic,
    path: `/things/${id}/changes`,
    people: thing.people,
    change: () =>
      asService(service.composition, { organisation: trust }, async (work) => {
        thing.version += 1
        await work.announce(topic, thing.version)
      }),
  }
}

const isVersion = (version: number) => (data: string) => data.startsWith(`${version} `)

describe('a stream', () => {
  it('says at once how far its topic has come, and each time that it goes further', async () => {
    const thing = await newThing()
    const stream = await service.listen(thing.path, thing.token)
    expect(stream.status).toBe(200)
    expect((await stream.next('version')).data).toBe(`1 ${Date.parse(service.composition.clock())}`)
    await thing.change()
    await stream.next('version', isVersion(2))
    stream.leave()
  })

  it('is kept by nobody on the way, and lives audibly', async () => {
    const thing = await newThing()
    const stream = await service.listen(thing.path, thing.token)
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(stream.headers['content-security-policy']).toEqual(expect.stringContaining("default-src 'none'"))
    await stream.next('beat')
    stream.leave()
  })

  it('is told of what another program on the same database changes', async () => {
    const thing = await newThing()
    const streams = await Promise.all([service, other].map((one) => one.listen(thing.path, thing.token)))
    await Promise.all(streams.map((stream) => stream.next('version', isVersion(1))))
    await thing.change()
    await Promise.all(streams.map((stream) => stream.next('version', isVersion(2))))
    for (const stream of streams) stream.leave()
  })

  it('hears nothing of what was taken back', async () => {
    const thing = await newThing()
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version', isVersion(1))
    await asService(service.composition, { organisation: trust }, async (work) => {
      await work.announce(thing.topic, 90)
      throw new Error('taken back')
    }).catch(() => undefined)
    await asService(service.composition, { organisation: trust }, (work) =>
      work.attempt(
        () => work.announce(thing.topic, 91),
        () => false,
      ),
    )
    await thing.change()
    await stream.next('version', isVersion(2))
    expect(stream.heard().filter(({ event }) => event === 'version').length).toBe(2)
    stream.leave()
  })

  it('answers a program that only asks, and notes a sign of life', async () => {
    const thing = await newThing()
    const asked = await fetch(`${service.origin}${thing.path}`, { headers: { cookie: `visit=${thing.token}` } })
    expect(await asked.json()).toEqual({ version: 1, now: Date.parse(service.composition.clock()) })
    expect(lives.some((line) => line.startsWith(thing.person))).toBe(false)
    expect((await service.post(thing.path, thing.token)).status).toBe(200)
    expect(lives.some((line) => line.startsWith(thing.person))).toBe(true)
  })
})

describe('whoever may not', () => {
  it('gets no stream: a stranger, a colleague, another trust, a guessed id', async () => {
    const thing = await newThing()
    const colleague = await service.visit(trust, newId<'person'>())
    const elsewhere = await service.visit(await newOrganisation(database), thing.person)
    expect((await service.listen(thing.path, 'x')).status).toBe(401)
    expect((await service.listen(thing.path, colleague)).status).toBe(404)
    expect((await service.listen(`/things/${newId()}/changes`, thing.token)).status).toBe(404)
    expect((await service.listen('/things/nonsense/changes', thing.token)).status).toBe(404)
    things.get(thing.topic.slice(6))?.people.clear()
    expect((await service.listen(thing.path, elsewhere)).status).toBe(404)
  })

  it('loses the stream within two seconds when they may no longer', async () => {
    const thing = await newThing()
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version')
    const began = performance.now()
    thing.people.clear()
    await asService(service.composition, { organisation: trust }, (work) => work.announce(thing.topic, 'who may'))
    await stream.next('over')
    await stream.ended()
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('loses it when their visit ends, though nothing was announced', async () => {
    const thing = await newThing()
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version')
    const began = performance.now()
    await database.transact(asDoor, async (tx) => {
      const [visit] = await tx.selectFrom('visit').select('id').where('person', '=', thing.person).execute()
      const owner = { organisation: trust, person: thing.person }
      await endVisit(tx, owner, visit?.id ?? '', service.composition.clock())
    })
    await stream.next('over')
    await stream.ended()
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
