import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { openingWorld } from '../../../../test/worlds/opening.ts'
import { asService } from '../../../platform/composition.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { addReading, findReadingsOf } from './lead-reading.store.ts'
import { readingFrom } from './lead-reading.ts'

const database = await testDatabase()
const { world, service } = await openingWorld(database)

async function read() {
  const one = await world()
  const reading = await one.inside(one.noor, async (work) => {
    const purpose = 'following up a concern' as const
    const made = {
      ...readingFrom(work.moment),
      id: newId<'lead reading'>(),
      record: one.record as never,
      lead: one.noor,
      purpose,
    }
    await addReading(work, made)
    return made
  })
  return { one, reading }
}

describe('a reading by a lead', () => {
  it('comes back with its purpose and its end, and is never changed', async () => {
    const { one, reading } = await read()
    expect(await one.inside(one.ruth, (work) => findReadingsOf(work, reading.record))).toEqual([reading])
    for (const deed of ['update lead_reading set until = until', 'delete from lead_reading'])
      await expect(one.inside(one.noor, (work) => sql.raw(deed).execute(work.db))).rejects.toThrow(/permission denied/)
  })

  it('is not seen by the neighbour', async () => {
    const { reading } = await read()
    const neighbour = await newOrganisation(database, 'Next door')
    await asService(service.composition, { organisation: neighbour }, async (work) => {
      expect(await findReadingsOf(work, reading.record)).toEqual([])
    })
  })
})
