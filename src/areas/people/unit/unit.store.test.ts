import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'
import { addUnit, changeUnit, endLead, endUnit, unitsBelow, unitTree } from './unit.changes.ts'
import { countPeople, countPeopleUnder, findLeads, unitsLedBy } from './unit.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea], identify: askerFor })
const today = day('2026-11-20')

async function world() {
  const organisation = await newOrganisation(database)
  return { organisation, ...(await asService(service, { organisation }, makeSmallWorld)) }
}
const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>) =>
  asService(service, { organisation }, body)

describe('units', () => {
  it('form a tree with leads, and keep their old names in the past', async () => {
    const { organisation, service: top, riverside, grace } = await world()
    await inside(organisation, async (work) => {
      expect((await unitTree(work, today)).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
        '0 Children and families',
        '1 Health visiting',
        '2 Hillside team',
        '2 Riverside team',
      ])
      expect(await unitsBelow(work, top, today)).toHaveLength(3)
      await changeUnit(work, riverside, { name: 'River team', parent: null, from: today })
      expect((await unitTree(work, today)).at(-1)).toMatchObject({ name: 'River team', depth: 0 })
      expect(await unitsBelow(work, top, day('2026-11-19'))).toHaveLength(3)
      expect(await unitsLedBy(work, grace, today)).toEqual([riverside])
      expect((await countPeople(work, today)).get(riverside)).toBe(3)
      await endLead(work, { unit: riverside, person: grace, lastDay: day('2026-11-19') })
      expect(await findLeads(work, today)).toEqual([])
      expect(await findLeads(work, day('2026-11-19'))).toHaveLength(1)
    })
  })

  it('are counted with all that lies under them, each person once, and nothing of the neighbour', async () => {
    const { organisation, directorate, service: middle, riverside, hillside } = await world()
    const wanted = [
      [directorate, [directorate, middle, riverside, hillside]],
      [middle, [middle, riverside, hillside]],
      [hillside, [hillside, hillside]],
    ] as const
    const counts = await inside(organisation, (work) => countPeopleUnder(work, today, wanted))
    expect([directorate, middle, hillside].map((unit) => counts.get(unit))).toEqual([6, 5, 1])
    const neighbour = await world()
    expect((await inside(neighbour.organisation, (work) => countPeopleUnder(work, today, wanted))).size).toBe(0)
  })

  it('never stand under themselves, and do not end while somebody is in them', async () => {
    const { organisation, directorate, riverside } = await world()
    await inside(organisation, async (work) => {
      const moved = await changeUnit(work, directorate, { name: 'Children', parent: riverside, from: today })
      expect(moved).toMatchObject({ ok: false, field: 'parent' })
      expect(await endUnit(work, riverside, today)).toMatchObject({ ok: false, field: 'lastDay' })
      expect(await addUnit(work, { name: 'CHILDREN and families', parent: null, from: today })).toMatchObject({
        ok: false,
        field: 'name',
      })
    })
  })
})

describe('the neighbour', () => {
  it('sees no unit and no lead of ours', async () => {
    await world()
    const neighbour = await newOrganisation(database, 'Next door')
    await inside(neighbour, async (work) => {
      expect(await unitTree(work, today)).toEqual([])
      expect(await findLeads(work, today)).toEqual([])
    })
  })
})
