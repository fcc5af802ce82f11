import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { sure } from '../../../../test/worlds/case-work.ts'
import { concernWorld, passedOn, worry } from '../../../../test/worlds/concern.ts'
import { sql } from '../../../platform/database/database.ts'
import { asService } from '../../../platform/composition.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { endRole, findGrants, grantRole } from '../../people/index.ts'

const database = await testDatabase()
const { world, setClock, service } = await concernWorld(database)

describe('after it was passed on', () => {
  it('can be taken back within minutes; then nobody else reads it', async () => {
    const one = await world()
    const href = await passedOn(one)
    expect((await one.visit(one.noor).post(`${href}/undoing`)).status).toBe(409)
    expect((await one.visit(one.ben).post(`${href}/undoing`)).location).toBe('/concerns')
    expect((await one.visit(one.noor).get(href)).status).toBe(404)
    expect((await one.visit(one.ben).get(href)).text).toContain('Taken back')
    expect((await one.visit(one.ben).post(`${href}/entries`, { words: 'x' })).status).toBe(409)
  })

  it('cannot be taken back later; it is added to by both sides', async () => {
    const one = await world()
    const href = await passedOn(one)
    setClock('2026-11-24T15:30:00Z')
    const [ben, noor] = [one.visit(one.ben), one.visit(one.noor)]
    expect((await ben.post(`${href}/undoing`)).status).toBe(409)
    expect((await ben.post(`${href}/entries`, { words: ' ' })).errors).toEqual(['Write what you want to add'])
    await ben.post(`${href}/entries`, { words: 'They called back' })
    await noor.post(`${href}/entries`, { words: 'Strategy meeting on Friday' })
    for (const reader of [ben, noor])
      for (const words of ['They called back', 'Strategy meeting on Friday'])
        expect((await reader.get(href)).text).toContain(words)
  })

  it('is closed by the lead, with what came of it, never by the raiser', async () => {
    const one = await world()
    const href = await passedOn(one)
    expect((await one.visit(one.ben).post(`${href}/closing`, { came: 'Fine' })).errors.join(' ')).toContain('Only a')
    expect((await one.visit(one.noor).post(`${href}/closing`, { came: '' })).errors).toEqual(['Say what came of it'])
    await one.visit(one.noor).post(`${href}/closing`, { came: 'The family has help now' })
    expect((await one.visit(one.ben).get(href)).text).toContain('The family has help now')
    expect((await one.visit(one.noor).get('/')).text).not.toContain('Read what was passed on')
  })

  it('is handed on to another lead only', async () => {
    const one = await world()
    const href = await passedOn(one)
    const noor = one.visit(one.noor)
    expect((await noor.post(`${href}/hand-over`, { to: one.otto })).errors.join(' ')).toContain('named or designated')
    expect((await noor.post(`${href}/hand-over`, { to: 'nobody' })).errors.join(' ')).toContain('people found')
    expect((await one.visit(one.ben).post(`${href}/hand-over`, { to: one.otto })).status).toBe(422)
  })

  it('goes to nobody who was made a lead today, and is handed on to them the day after', async () => {
    const one = await world()
    const role = { person: one.otto, role: 'designated professional' as const, from: day('2025-01-01'), to: null }
    await asService(service.composition, { organisation: one.organisation }, async (work) =>
      sure(await grantRole(work, { ...role, reason: 'A new post' })),
    )
    const href = await passedOn(one)
    const [noor, otto] = [one.visit(one.noor), one.visit(one.otto)]
    expect((await otto.get(href)).status).toBe(404)
    const today = await noor.post(`${href}/hand-over`, { to: one.otto })
    expect(today.errors).toEqual([expect.stringContaining('They were given this role today')])
    setClock('2026-11-25T09:00:00Z')
    expect((await noor.post(`${href}/hand-over`, { to: one.otto })).location).toBe(href)
    expect((await one.visit(one.otto).get(href)).text).toContain(worry)
  })

  it('reaches whoever was made a lead today when there is no other', async () => {
    const one = await world()
    await asService(service.composition, { organisation: one.organisation }, async (work) => {
      const [grant] = await findGrants(work, one.noor)
      if (grant) sure(await endRole(work, grant.id, 'Left the post'))
      const role = { person: one.otto, role: 'named professional' as const, from: work.today, to: null }
      sure(await grantRole(work, { ...role, reason: 'A new post' }))
    })
    const href = await passedOn(one)
    expect((await one.visit(one.otto).get(href)).text).toContain(worry)
  })

  it('shows in two lists: what I passed on, and what was passed on to me', async () => {
    const one = await world()
    await passedOn(one)
    const ben = await one.visit(one.ben).get('/concerns')
    expect(ben.text).toContain('Safeguarding children')
    expect(ben.text).not.toContain('Concerns passed on to you')
    expect((await one.visit(one.noor).get('/concerns')).text).toContain('Concerns passed on to you')
    expect((await one.visit(one.grace).get('/concerns')).text).toContain('You have passed nothing on')
    expect(ben.source).not.toContain(worry)
  })

  it('is found by nobody who guesses ids or sends another’s', async () => {
    const one = await world()
    const href = await passedOn(one)
    for (const deed of ['entries', 'closing', 'hand-over', 'undoing', 'telling', 'receipt'])
      for (const at of [`/concerns/${newId()}`, '/concerns/nonsense', href])
        expect((await one.visit(one.otto).post(`${at}/${deed}`, { words: 'x', came: 'x' })).status).toBe(404)
  })

  it('is sealed: no word of it stands in the database', async () => {
    const one = await world()
    await passedOn(one)
    const tables = await database.owner.query(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    for (const { name } of tables.rows as { name: string }[]) {
      const rows = await database.owner.query(
        `select row_to_json(t)::text as row from ${name} t where row_to_json(t)::text like '%lost weight%'`,
      )
      expect([name, rows.rows.length]).toEqual([name, 0])
    }
  })

  it('leaves a line of every deed on the trail', async () => {
    const one = await world()
    const href = await passedOn(one)
    await one.visit(one.noor).get(href)
    const deeds = await one.inside(one.noor, async (work) => {
      const found = await sql<{ deed: string }>`select deed from trail_event where about = ${href.split('/').at(-1)}
        order by number`.execute(work.db)
      return found.rows.map((row) => row.deed)
    })
    expect(deeds).toEqual(['wrote', 'let read', 'passed a concern on', 'opened'])
  })
})
