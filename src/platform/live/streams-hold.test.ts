// What happens to streams when things break: the connection that listens, too many windows, the end of the program.
import { describe, expect, it, vi } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { isVersion, liveThings } from '../../../test/live-things.ts'
import { streamingService } from '../../../test/streaming.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { newId } from '../ids.ts'

const database = await testDatabase()
const trust = await newOrganisation(database)
const { area, newThing } = liveThings()
const still = { beatEvery: 60_000, visitsEvery: 60_000, looksEvery: 60_000 }

async function streaming(parts: Partial<Parameters<typeof streamingService>[1]> = {}) {
  const service = await streamingService(database, { areas: [area], rhythm: still, ...parts })
  await vi.waitFor(() => expect(service.streams.hears()).toBe(true))
  const thing = newThing(service.composition, trust)
  const person = newId<'person'>()
  thing.people.add(person)
  return { ...service, thing, person, token: await service.visit(trust, person) }
}

const endListeners = () =>
  database.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% live' and datname = current_database()",
  )

describe('a connection that is lost', () => {
  it('comes back, and every stream catches up with what was said meanwhile', async () => {
    const { thing, token, listen, close } = await streaming()
    const stream = await listen(thing.path, token)
    await stream.next('version', isVersion(1))
    await endListeners()
    thing.changeUnheard()
    await stream.next('version', isVersion(2))
    await thing.change()
    await stream.next('version', isVersion(3))
    await close()
  })

  it('ends the streams of those who may no longer, when it comes back', async () => {
    const { thing, token, listen, close } = await streaming()
    const stream = await listen(thing.path, token)
    await stream.next('version')
    thing.people.clear()
    await endListeners()
    await stream.next('over')
    await close()
  })
})

describe('limits', () => {
  it('keep one visit and one person from taking every place', async () => {
    const { thing, token, listen, visit, person, streams, close } = await streaming({
      limits: { ofVisit: 2, ofPerson: 3, ofProgram: 100 },
    })
    const first = [await listen(thing.path, token), await listen(thing.path, token)]
    const third = await listen(thing.path, token)
    expect(third.status).toBe(429)
    await vi.waitFor(() => expect(third.text()).toContain('too many windows'))
    const second = await visit(trust, person)
    expect((await listen(thing.path, second)).status).toBe(200)
    expect((await listen(thing.path, second)).status).toBe(429)
    for (const stream of first) stream.leave()
    await vi.waitFor(() => expect(streams.count()).toBe(1))
    expect((await listen(thing.path, token)).status).toBe(200)
    await close()
  })

  it('hold for many who ask at one moment', async () => {
    const { thing, token, listen, streams, close } = await streaming({ limits: { ofVisit: 2 } })
    const asked = await Promise.all(Array.from({ length: 12 }, () => listen(thing.path, token)))
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 200, ...Array.from({ length: 10 }, () => 429)])
    expect(streams.count()).toBe(2)
    await close()
  })

  it('say that a full program is busy', async () => {
    const { thing, token, listen, close } = await streaming({ limits: { ofProgram: 1 } })
    expect((await listen(thing.path, token)).status).toBe(200)
    const refused = await listen(thing.path, token)
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    await close()
  })
})

describe('a program that stops', () => {
  it('says so to every stream, ends it, and opens no more', async () => {
    const { thing, token, listen, streams, close } = await streaming()
    const stream = await listen(thing.path, token)
    await stream.next('version')
    await streams.stop()
    await stream.next('stopping')
    await stream.ended()
    expect((await listen(thing.path, token)).status).toBe(503)
    await close()
  })
})
