import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { addSeconds } from '../../../platform/time/moment.ts'
import { letRead } from '../sealing/sealed-text.changes.ts'
import { beginSeries, forgetInSeries, openInSeries, openSeries, sealInSeries } from './series.changes.ts'
import { findLook } from './series.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [amina, ben, cara] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]

async function begun() {
  const organisation = await newOrganisation(database)
  const about = { kind: 'meeting', id: newId<string>() }
  const inside = <T>(person: PersonId, body: Parameters<typeof as<T>>[3]) => as(service, organisation, person, body)
  const sealed = await inside(amina, async (work) => {
    const series = await beginSeries(work, { kind: 'set', about, fields: ['course', 'words'] })
    await letRead(work, about, [{ person: ben, because: 'member', until: null }])
    return sealInSeries(work, series, { field: 'words', number: 7, text: 'What I think' })
  })
  const opens = (person: PersonId, number: number) =>
    inside(person, async (work) => {
      const series = await openSeries(work, about)
      return series && openInSeries(work, series, { field: 'words', number, sealed })
    })
  const openings = async () =>
    (
      await database.owner.query("select count(*)::int from trail_event where deed = 'opened' and about = $1", [
        about.id,
      ])
    ).rows[0].count
  return { organisation, about, inside, opens, openings }
}

describe('a series', () => {
  it('opens for its readers, in its place alone', async () => {
    const { opens } = await begun()
    expect(await opens(amina, 7)).toBe('What I think')
    expect(await opens(ben, 7)).toBe('What I think')
    expect(await opens(ben, 8)).toBeNull()
    expect(await opens(cara, 7)).toBeNull()
  })

  it('leaves one line for each visit, and none for whoever may not open it', async () => {
    const { opens, openings } = await begun()
    for (const wait of [0, 10, 300, 1500]) {
      service.setClock(addSeconds(testMoment, wait))
      await opens(ben, 7)
      await opens(cara, 7)
    }
    expect(await openings()).toBe(1)
    service.setClock(addSeconds(testMoment, 1500 + 30 * 60))
    await Promise.all([opens(ben, 7), opens(ben, 7), opens(ben, 7)])
    expect(await openings()).toBe(2)
    service.setClock(testMoment)
  })

  it('keeps its keys when nothing says that they may be destroyed', async () => {
    const { about, inside, opens } = await begun()
    expect(await inside(amina, (work) => forgetInSeries(work, about, { field: 'words' }))).toBe(false)
    expect(await opens(ben, 7)).toBe('What I think')
  })

  it('cannot be seen by the neighbour, nor who looked at it', async () => {
    const { about, opens } = await begun()
    await opens(ben, 7)
    const neighbour = await newOrganisation(database, 'Next door')
    expect(await as(service, neighbour, ben, (work) => findLook(work, about))).toBeNull()
    expect(await as(service, neighbour, ben, (work) => openSeries(work, about))).toBeNull()
  })
})
