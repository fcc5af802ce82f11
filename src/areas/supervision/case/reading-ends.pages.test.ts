import { describe, expect, it } from 'vitest'
import { caseWorkWith, sure } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { day } from '../../../platform/time/day.ts'
import { newId } from '../../../platform/ids.ts'
import { sql } from '../../../platform/database/database.ts'
import { changePost, postsOf } from '../../people/index.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import { findCase } from './case.store.ts'
import type { CaseId } from './case.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const kind = 'child-protection-case-work'
const { listed, brought, heldWith } = caseWorkWith({ setClock, ...deeds })

/** How many of a case's sealed texts the database itself shows to somebody. */
const shownTo = async (world: Trust, person: Trust['ben'], id: CaseId): Promise<number> => {
  const facts = await world.inside(world.ben, (work) => findCase(work, id))
  const identity = { organisation: world.organisation, person, role: 'mcs_request' as const }
  const found = await database.transact(identity, (tx) =>
    sql`select from sealed_text where about_kind = 'case' and about = ${facts?.details ?? null}`.execute(tx),
  )
  return found.rows.length
}

describe('a supervisor’s reading of a case', () => {
  const cancelling = { cause: 'sickness', way: 'in addition', _version: '2' }

  it('ends with the session that is cancelled, whoever cancels it, and comes back when it is put back', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await brought(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const amina = world.visit(world.amina)
    expect((await amina.get(`/cases/${id}`)).status).toBe(200)
    expect(await shownTo(world, world.amina, id)).toBeGreaterThan(0)
    const cancelled = await amina.post(`/sessions/${session}/cancellation`, cancelling)
    expect(cancelled.errors).toEqual([])
    expect((await amina.get(`/cases/${id}`)).status).toBe(404)
    expect(await shownTo(world, world.amina, id)).toBe(0)
    expect((await world.visit(world.ben).get(`/cases/${id}`)).text).not.toContain('Amina Yusuf, supervisor')
    expect((await amina.post(`/sessions/${session}/cancellation/undoing`)).status).toBe(303)
    expect((await amina.get(`/cases/${id}`)).status).toBe(200)
  })

  it('goes on for whoever it came to last, when a later session is cancelled', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const next = { people: [world.ben], cases: [{ by: world.ben, id }], startsAt: '2026-12-08T14:00:00Z' }
    const session = await brought(world, next)
    await world.visit(world.amina).post(`/sessions/${session}/cancellation`, cancelling)
    expect((await world.visit(world.amina).get(`/cases/${id}`)).status).toBe(200)
  })
})

describe('a supervisor whose supervision ended', () => {
  it('reads the case no longer, and again when that is taken back', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    setClock()
    await world.visit(world.ben).post('/supervision/supervisors', { type: kind, side: 'they', with: world.amina })
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    expect((await world.visit(world.amina).get(`/cases/${id}`)).status).toBe(200)
    const [pair] = await world.inside(world.ben, (work) => findPairsOf(work, world.ben))
    const parting = { talked: 'no', notTalked: 'no answer', kind: 'moved', when: 'today' }
    const ended = await world.visit(world.ben).post(`/supervisors/${pair?.id}/end`, parting)
    expect(ended.errors).toEqual([])
    expect((await world.visit(world.amina).get(`/cases/${id}`)).status).toBe(404)
    expect(await shownTo(world, world.amina, id)).toBe(0)
    expect((await world.visit(world.ben).get(ended.location ?? '')).text).toContain('1 case stays on your list')
    // What was written of their sessions stays with the two.
    expect((await world.visit(world.amina).get(`/sessions/${session}`)).status).toBe(200)
    expect((await world.visit(world.ben).post(`${ended.location}/undoing`, {})).status).toBe(303)
    expect((await world.visit(world.amina).get(`/cases/${id}`)).status).toBe(200)
  })
})

describe('a colleague who covers and is offered the case', () => {
  const lastDay = { 'until-day': '1', 'until-month': '3', 'until-year': '2096' }
  const offer = (world: Trust) => ({ to: world.dora, agreed: 'yes' })

  it('covers still when the offer is declined or taken back', async () => {
    const world = await trust()
    setClock('2096-02-27T10:00:00Z')
    const id = await listed(world, world.ben)
    const [ben, dora] = [world.visit(world.ben), world.visit(world.dora)]
    await ben.post(`/cases/${id}/cover`, { colleague: world.dora, ...lastDay })
    for (const [who, answer] of [
      [dora, 'refusal'],
      [ben, 'withdrawal'],
    ] as const) {
      expect((await ben.post(`/cases/${id}/handover`, offer(world))).errors).toEqual([])
      expect((await who.post(`/cases/${id}/handover/${answer}`)).status).toBe(303)
      expect((await dora.get(`/cases/${id}`)).status, answer).toBe(200)
    }
  })
})

describe('cover', () => {
  it('ends by itself when its colleague becomes the line manager of the holder', async () => {
    const world = await trust()
    setClock('2026-11-20T10:00:00Z')
    const id = await listed(world, world.ben)
    const lastDay = { 'until-day': '1', 'until-month': '1', 'until-year': '2027' }
    await world.visit(world.ben).post(`/cases/${id}/cover`, { colleague: world.dora, ...lastDay })
    expect((await world.visit(world.dora).get(`/cases/${id}`)).status).toBe(200)
    await world.inside(world.noor, async (work) => {
      const [post] = await postsOf(work, world.ben)
      const about = { person: world.ben, post: post?.post ?? newId<'post'>(), from: day('2026-11-20') }
      sure(await changePost(work, about, { manager: world.dora }))
    })
    expect((await world.visit(world.dora).get(`/cases/${id}`)).status).toBe(404)
    expect(await shownTo(world, world.dora, id)).toBe(0)
    expect((await world.visit(world.ben).get(`/cases/${id}`)).text).toContain('Nobody covers')
  })
})
