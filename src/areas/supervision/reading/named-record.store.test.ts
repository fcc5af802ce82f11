import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { caseWork, caseWorkWith } from '../../../../test/worlds/case-work.ts'
import { secret, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { asService } from '../../../platform/composition.ts'
import { moment } from '../../../platform/time/moment.ts'
import { readNamedRecord, thingsOf } from './named-record.changes.ts'
import { findDiscussions, findNamedRecord, findNamedRecords } from './named-record.store.ts'

const database = await testDatabase()
const deeds = await supervisionWorld(database)
const { discussed } = caseWorkWith(deeds)
const week = { from: moment('2026-11-20T00:00:00Z'), to: moment('2026-11-27T00:00:00Z') }

async function world() {
  const one = await deeds.trust()
  const { id, session } = await discussed(one, secret)
  const found = await one.inside(one.noor, (work) => findNamedRecords(work, { ...week, person: one.ben }))
  return { ...one, id, session, found }
}

describe('a named record', () => {
  it('is found by person and time, on either side, in facts', async () => {
    const one = await world()
    expect(one.found).toMatchObject([
      {
        kind: 'case',
        session: one.session,
        type: caseWork,
        supervisor: one.amina,
        supervisees: [one.ben],
        broughtBy: one.ben,
        caseId: one.id,
      },
    ])
    await one.inside(one.noor, async (work) => {
      expect(await findNamedRecords(work, { ...week, person: one.amina })).toEqual(one.found)
      expect(await findNamedRecords(work, { ...week, person: one.dora })).toEqual([])
      expect(
        await findNamedRecords(work, { from: week.to, to: moment('2027-01-01T00:00:00Z'), person: one.ben }),
      ).toEqual([])
      expect(await findDiscussions(work, { ...week, types: [caseWork] })).toEqual(one.found)
      expect(await findDiscussions(work, { ...week, types: [] })).toEqual([])
    })
  })

  it('opens for its readers, and is null for everybody else', async () => {
    const one = await world()
    const [named] = one.found
    if (!named) throw new Error('Not found')
    const read = await one.inside(one.ben, (work) => readNamedRecord(work, named))
    expect(read?.versions[0]?.texts['plan--plan-of-care']).toBe(`${secret} plan`)
    expect(read?.of.discussed?.reference).toBe('RV-2041')
    expect(await one.inside(one.noor, (work) => readNamedRecord(work, named))).toBeNull()
    expect(await one.inside(one.noor, (work) => thingsOf(work, named))).toEqual([
      { kind: 'session record', id: named.record },
    ])
  })

  it('is not seen by the neighbour', async () => {
    const one = await world()
    const neighbour = await newOrganisation(database, 'Next door')
    await asService(deeds.service.composition, { organisation: neighbour }, async (work) => {
      expect(await findNamedRecords(work, { ...week, person: one.ben })).toEqual([])
      expect(await findDiscussions(work, { ...week, types: [caseWork] })).toEqual([])
      expect(one.found[0] && (await findNamedRecord(work, one.found[0].record))).toBeNull()
    })
  })
})
