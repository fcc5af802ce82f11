import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { caseWorkWith, spoken } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { findClinicalEntries, findDiscussions, findLeftOver, findPast } from './discussion.store.ts'
import { recordOfCase } from './discussion.changes.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { discussed, listed, heldWith } = caseWorkWith({ setClock, ...deeds })

describe('discussions in the database', () => {
  it('count as facts: signed, entered, not reached', async () => {
    const world = await trust()
    const { href, id, session } = await discussed(world)
    const other = await listed(world, world.ben)
    const cases = [{ by: world.ben, id: other }]
    const second = await heldWith(world, { people: [world.ben], cases, startsAt: '2026-12-08T14:00:00Z' })
    await world.visit(world.amina).post(`/sessions/${second}/cases/${other}/not-reached`)
    const entry = href.replace('/record', '/clinical-entry')
    await world.visit(world.ben).post(entry, { _version: '1', outcome: 'not needed' })
    await world.inside(world.ben, async (work) => {
      expect(await findDiscussions(work, session)).toMatchObject([{ version: 1, notReached: false, answer: null }])
      expect(await findDiscussions(work, second)).toMatchObject([{ version: 0, notReached: true }])
      expect([...(await findLeftOver(work, [id, other]))]).toEqual([[other, '2026-12-08']])
      expect((await findPast(work, id)).length).toBe(1)
      const record = await recordOfCase(work, { id: session }, id)
      if (!record) throw new Error('The record is there')
      expect((await findClinicalEntries(work, [record.id])).get(record.id)).toMatchObject({ outcome: 'not needed' })
    })
  })

  it('the neighbour cannot see it', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    const { href, id, session } = await discussed(world)
    const other = await listed(world, world.ben)
    const cases = [{ by: world.ben, id: other }]
    const second = await heldWith(world, { people: [world.ben], cases, startsAt: '2026-12-08T14:00:00Z' })
    await world.visit(world.amina).post(`/sessions/${second}/cases/${other}/not-reached`)
    await world
      .visit(world.ben)
      .post(href.replace('/record', '/clinical-entry'), { _version: '1', outcome: 'not needed' })
    await neighbour.inside(neighbour.ben, async (work) => {
      expect(await findDiscussions(work, session)).toEqual([])
      expect(await findPast(work, id)).toEqual([])
      expect((await findLeftOver(work, [other])).size).toBe(0)
      const counted = await sql<{ count: number }>`select (select count(*) from case_not_reached)::int
        + (select count(*) from clinical_entry)::int + (select count(*) from case_cover)::int as count`.execute(work.db)
      expect(counted.rows[0]?.count).toBe(0)
    })
    expect((await neighbour.visit(neighbour.amina).get(href)).status).toBe(404)
  })

  it('one byte changed in a sealed field is named, and the rest is shown', async () => {
    const world = await trust()
    const { href, id, session } = await discussed(world, spoken)
    const record = await world.inside(world.amina, (work) => recordOfCase(work, { id: session }, id))
    await database.owner.query(
      `update sealed_text set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)
        where about = $1 and field = 'plan--plan-of-care'`,
      [record?.id],
    )
    const page = await world.visit(world.ben).get(href)
    expect(page.status).toBe(200)
    expect(page.text).toContain('What is stored is not what was sealed for: “New plan of care”')
    expect(page.text).toContain(`${spoken} unborn risks`)
    expect(page.text).not.toContain(`${spoken} plan`)
    const lines = await database.owner.query<{ field: string }>(
      `select detail->>'field' as field from trail_event where about = $1 and deed = 'would not open'`,
      [record?.id],
    )
    expect(lines.rows.map((row) => row.field)).toEqual(['plan--plan-of-care'])
  })
})
