import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { liveThings } from '../../../../test/live-things.ts'
import { streamingService } from '../../../../test/streaming.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../ids.ts'
import { addMinutes, moment } from '../../time/moment.ts'
import { overFinder } from './being-live.ts'
import { isAliveAt } from './visit-time.ts'

const database = await testDatabase()
const trust = await newOrganisation(database)
const { area, newThing } = liveThings()
const still = { beatEvery: 60_000, visitsEvery: 60_000, looksEvery: 60_000 }
const service = await streamingService(database, { areas: [area], rhythm: still })
const start = service.composition.clock()
const at = (minutes: number) => service.composition.setClock(addMinutes(start, minutes))

describe('a live page that can be seen', () => {
  it('stays good beyond the quarter of an hour, and nothing else does', async () => {
    at(0)
    const [thing, elsewhere] = [newThing(service.composition, trust), newThing(service.composition, trust)]
    const person = newId<'person'>()
    for (const one of [thing, elsewhere]) one.people.add(person)
    const token = await service.visit(trust, person)
    for (let minutes = 1; minutes <= 30; minutes += 1) {
      at(minutes)
      expect((await service.post(thing.path, token)).status).toBe(200)
    }
    expect((await service.post(elsewhere.path, token)).status).toBe(401)
    const { rows } = await database.owner.query<{ id: string }>('select id from visit where person = $1', [person])
    expect(await overFinder(database)([rows[0]?.id ?? ''], service.composition.clock())).toEqual(new Set())
    at(32)
    expect((await service.post(thing.path, token)).status).toBe(401)
    expect((await overFinder(database)([rows[0]?.id ?? ''], service.composition.clock())).size).toBe(1)
  })

  it('is over after eight hours all the same, and lends its life to nothing beside it', () => {
    const visit = {
      started_at: moment('2026-11-20T08:00:00Z'),
      live_path: '/meetings/7',
      live_at: moment('2026-11-20T15:59:00Z'),
    }
    const late = moment('2026-11-20T15:59:30Z')
    expect(isAliveAt(visit, late, '/meetings/7')).toBe(true)
    expect(isAliveAt(visit, late, '/meetings/7/contributions')).toBe(true)
    expect(isAliveAt(visit, late, '/meetings/78')).toBe(false)
    expect(isAliveAt(visit, late, '/')).toBe(false)
    expect(isAliveAt(visit, late)).toBe(false)
    expect(isAliveAt({ ...visit, live_at: late }, moment('2026-11-20T16:00:00Z'), '/meetings/7')).toBe(false)
  })
})
