import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { isVersion, liveThings } from '../../../test/live-things.ts'
import { streamingService } from '../../../test/streaming.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asService } from '../composition.ts'
import { newId } from '../ids.ts'
import { asDoor, endVisit } from '../sign-in/visit/visits.ts'

const database = await testDatabase()
const trust = await newOrganisation(database)
const { area, lives, newThing } = liveThings()
const quick = { beatEvery: 60, visitsEvery: 50, looksEvery: 60_000 }
const service = await streamingService(database, { areas: [area], rhythm: quick })
const other = await streamingService(database, { areas: [area], rhythm: quick })

/** A thing, and the visit of its one person. */
async function theirThing() {
  const thing = newThing(service.composition, trust)
  const person = newId<'person'>()
  thing.people.add(person)
  return { ...thing, person, token: await service.visit(trust, person) }
}

describe('a stream', () => {
  it('says at once how far its topic has come, and each time that it goes further', async () => {
    const thing = await theirThing()
    const stream = await service.listen(thing.path, thing.token)
    expect(stream.status).toBe(200)
    expect((await stream.next('version')).data).toBe(`1 ${Date.parse(service.composition.clock())}`)
    await thing.change()
    await stream.next('version', isVersion(2))
    stream.leave()
  })

  it('is kept by nobody on the way, and lives audibly', async () => {
    const thing = await theirThing()
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
    const thing = await theirThing()
    const streams = await Promise.all([service, other].map((one) => one.listen(thing.path, thing.token)))
    await Promise.all(streams.map((stream) => stream.next('version', isVersion(1))))
    await thing.change()
    await Promise.all(streams.map((stream) => stream.next('version', isVersion(2))))
    for (const stream of streams) stream.leave()
  })

  it('hears nothing of what was taken back', async () => {
    const thing = await theirThing()
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version', isVersion(1))
    const inTrust = { organisation: trust }
    await asService(service.composition, inTrust, async (work) => {
      await work.announce(thing.topic, 90)
      throw new Error('taken back')
    }).catch(() => undefined)
    await asService(service.composition, inTrust, (work) =>
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

  it('says nothing but ids and numbers, whatever it is asked to say', async () => {
    await asService(service.composition, { organisation: trust }, async (work) => {
      await expect(work.announce('thing:Ben said so', 1)).rejects.toThrow('never content')
      await expect(work.announce(`thing:${newId()}`, Number.NaN)).rejects.toThrow('whole number')
    })
  })

  it('answers a program that only asks, and notes a sign of life', async () => {
    const thing = await theirThing()
    const asked = await fetch(`${service.origin}${thing.path}`, { headers: { cookie: `visit=${thing.token}` } })
    expect(await asked.json()).toEqual({ version: 1, now: Date.parse(service.composition.clock()) })
    expect(lives).not.toContain(thing.person)
    expect((await service.post(thing.path, thing.token)).status).toBe(200)
    expect(lives).toContain(thing.person)
  })
})

describe('whoever may not', () => {
  it('gets no stream: a stranger, a colleague, another trust, a guessed id, another site', async () => {
    const thing = await theirThing()
    const colleague = await service.visit(trust, newId<'person'>())
    const elsewhere = await service.visit(await newOrganisation(database), thing.person)
    expect((await service.listen(thing.path, 'x')).status).toBe(401)
    expect((await service.listen(thing.path, colleague)).status).toBe(404)
    expect((await service.listen(`/things/${newId()}/changes`, thing.token)).status).toBe(404)
    expect((await service.listen('/things/nonsense/changes', thing.token)).status).toBe(404)
    expect((await service.listen(thing.path, thing.token, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    thing.people.clear()
    expect((await service.listen(thing.path, elsewhere)).status).toBe(404)
    expect(service.streams.count()).toBe(0)
  })

  it('loses the stream within two seconds when they may no longer', async () => {
    const thing = await theirThing()
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version')
    const began = performance.now()
    thing.people.clear()
    await thing.announce('who may')
    await stream.next('over')
    await stream.ended()
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('loses it when they leave, though no area announced it', async () => {
    const thing = await theirThing()
    await database.owner.query('insert into person (organisation, id, name) values ($1, $2, $3)', [
      trust,
      thing.person,
      'Amina Yusuf',
    ])
    const stream = await service.listen(thing.path, thing.token)
    await stream.next('version')
    const began = performance.now()
    thing.people.clear()
    await database.owner.query("update person set left_on = '2026-11-19' where id = $1", [thing.person])
    await stream.next('over')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('loses it when their visit ends, though nothing was announced', async () => {
    const thing = await theirThing()
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
