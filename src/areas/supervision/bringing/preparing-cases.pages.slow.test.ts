import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { listCase } from '../case/case.changes.ts'
import { adultAtRisk, family } from '../case/case.examples.ts'
import { type CaseId, moved } from '../case/case.ts'
import { findCase, updateCase } from '../case/case.store.ts'
import { dropFromSessionsAhead } from './session-case.store.ts'

const database = await testDatabase()
const { trust, suggested } = await supervisionWorld(database)
const declared = { declarations: ['declaration--records-read', 'declaration--last-record-read'] }
const [child, unborn] = family.people

async function toPrepare(world: Trust): Promise<string> {
  const href = await suggested(world, { type: 'child-protection-case-work', minutes: '120' })
  await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
  return `${href}/preparation`
}

async function listed(world: Trust, details = family): Promise<CaseId> {
  const done = await world.inside(world.ben, (work) => listCase(work, details))
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

const about = (person: typeof child, said: string) => ({
  [`each-person--situation--${person?.id}`]: said,
  [`each-person--risks--${person?.id}`]: 'Visits missed',
  [`each-person--protection--${person?.id}`]: 'The grandmother',
})
const written = { ...about(child, 'Attends again'), ...about(unborn, 'Booked late'), _version: '0' }

describe('which cases come', () => {
  it('is asked for each case of one’s own, with its criteria since when, and yes where one is met', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const one = await listed(world)
    const other = await listed(world, adultAtRisk)
    const ben = world.visit(world.ben)
    expect((await ben.get(href)).text).toContain('1 to decide')
    const page = await ben.get(`${href}/cases`)
    expect(page.text).toContain('since 2 March 2026')
    expect(page.text).toContain('On your list without a criterion')
    expect(page.formTo(`${href}/cases`)).toMatchObject({ [`comes-${one}`]: 'brought' })
    const missing = await ben.post(`${href}/cases`, { [`comes-${one}`]: 'left out', [`comes-${other}`]: 'brought' })
    expect(missing.errors).toEqual(['Say why case RV-2041 (T.O.) does not come this time'])
    const why = { [`comes-${one}`]: 'left out', [`why-${one}`]: 'Seen last week', [`comes-${other}`]: 'brought' }
    const hub = await ben.postAndFollow(`${href}/cases`, why)
    expect(hub.text).toContain('1 comes')
    expect(hub.linkTo('Prepare case RV-2077 (M.B.)')).toBe(`${href}/cases/${other}`)
    const amina = await world.visit(world.amina).get(`${href}s`)
    expect(amina.text).toContain('1 case meets a criterion and does not come')
    expect(amina.text).toContain('Case RV-2041: Seen last week')
    expect((await world.visit(world.grace).get(`${href}/cases`)).status).toBe(404)
    expect((await ben.get(`${href}/cases`)).formTo(`${href}/cases`)).toMatchObject(why)
  })

  it('shows undecided cases to the supervisor, and asks about them before it can be ready', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    await listed(world)
    expect((await world.visit(world.amina).get(`${href}s`)).text).toContain('nothing was said of it yet')
    const early = await world.visit(world.ben).post(`${href}/readiness`, { ...declared, _version: '0' })
    expect(early.errors).toEqual(['Say whether case RV-2041 (T.O.) comes'])
  })
})

async function brought(world: Trust) {
  const href = await toPrepare(world)
  const one = await listed(world)
  await world.visit(world.ben).post(`${href}/cases`, { [`comes-${one}`]: 'brought' })
  return { href, one, sheet: `${href}/cases/${one}` }
}

describe('a case', () => {
  it('is prepared on a page of its own, for each person at risk, with prompts beside the fields', async () => {
    const world = await trust()
    const { href, sheet } = await brought(world)
    const ben = world.visit(world.ben)
    const page = await ben.get(sheet)
    expect(page.heading).toBe('Prepare case RV-2041 (T.O.)')
    expect(page.title).not.toContain('RV-2041')
    expect(page.text).toContain('Brother and unborn sibling')
    expect(page.text).toContain('T.O., child: How do things stand for this person today?')
    expect(page.text).toContain('Where else could you learn about this person and the family?')
    const early = await ben.post(`${href}/readiness`, { ...declared, _version: '0' })
    expect(early.errors).toEqual(['Finish case RV-2041 (T.O.)'])
    expect((await ben.post(sheet, written)).location).toBe(href)
    expect((await ben.get(href)).text).toContain('Written')
    const again = await ben.get(href)
    const done = await ben.post(`${href}/readiness`, { ...again.formTo(`${href}/readiness`), ...declared })
    expect(done.location).toBe(href)
    const read = await world.visit(world.amina).get(`${href}s/${world.ben}`)
    expect(read.headings).toContain('Case RV-2041')
    for (const words of ['Attends again', 'Booked late', 'The grandmother']) expect(read.text).toContain(words)
  })

  it('is kept as it is typed, its author’s alone, and refuses a save from an old page with both texts', async () => {
    const world = await trust()
    const { href, sheet } = await brought(world)
    const ben = world.visit(world.ben)
    expect(JSON.parse((await ben.post(`${sheet}/draft`, written)).source)).toEqual({ version: 1 })
    const late = { ...written, ...about(child, 'From the other tab') }
    expect((await ben.post(`${sheet}/draft`, late)).status).toBe(409)
    const stale = await ben.post(sheet, late)
    expect(stale.status).toBe(409)
    for (const words of ['Attends again', 'From the other tab']) expect(stale.source).toContain(words)
    expect((await ben.post(sheet, stale.formTo(sheet))).location).toBe(href)
    const amina = world.visit(world.amina)
    expect((await amina.get(sheet)).status).toBe(404)
    expect((await amina.get(`${href}s`)).source).not.toContain('From the other tab')
  })

  it('points out words that may tell who it is, and takes a reason for them', async () => {
    const world = await trust()
    const { href, sheet } = await brought(world)
    const ben = world.visit(world.ben)
    const asked = await ben.post(sheet, { ...written, ...about(child, 'Lives at TA1 4QF') })
    expect(asked.errors[0]).toContain('TA1 4QF')
    expect(asked.source).toContain('Lives at TA1 4QF')
    expect((await ben.post(`${sheet}/draft`, { ...written, ...about(child, 'Lives at TA1 4QF') })).status).toBe(200)
    const early = await ben.post(`${href}/readiness`, { ...declared, _version: '0' })
    expect(early.errors[0]).toContain('Look at case RV-2041 (T.O.) again')
    const form = (await ben.post(sheet, (await ben.get(sheet)).formTo(sheet))).formTo(sheet)
    expect((await ben.post(sheet, { ...form, identifiesNobody: 'The code of a school' })).location).toBe(href)
    expect((await ben.post(`${href}/readiness`, { ...declared, _version: '0' })).location).toBe(href)
  })

  it('that is not one’s own is not there, whoever asks', async () => {
    const world = await trust()
    const { href } = await brought(world)
    const done = await world.inside(world.dora, (work) => listCase(work, family))
    const doras = done.ok ? done.value : ''
    const ben = world.visit(world.ben)
    expect((await ben.get(`${href}/cases/${doras}`)).status).toBe(404)
    expect((await ben.post(`${href}/cases/${doras}`, written)).status).toBe(404)
    expect((await ben.post(`${href}/cases/${doras}/draft`, written)).status).toBe(409)
    const next = await trust()
    expect((await next.visit(next.ben).get(`${href}/cases/${doras}`)).status).toBe(404)
    expect((await ben.get(`${href}/cases/nonsense`)).status).toBe(404)
  })

  it('that was handed over while two tabs were open gives back what was typed in each', async () => {
    const world = await trust()
    const { href, one, sheet } = await brought(world)
    const ben = world.visit(world.ben)
    await ben.post(`${sheet}/draft`, written)
    await world.inside(world.ben, async (work) => {
      const facts = await findCase(work, one)
      if (!facts) throw new Error('no case')
      await updateCase(work, moved(facts, { to: world.dora, details: work.newId(), now: work.moment }))
      await dropFromSessionsAhead(work, one)
    })
    expect((await ben.post(`${sheet}/draft`, { ...written, _version: '1' })).status).toBe(409)
    const late = await ben.post(sheet, { ...written, ...about(child, 'Typed in the second tab'), _version: '1' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('This case was handed over to a colleague')
    for (const words of ['Typed in the second tab', 'Attends again']) expect(late.text).toContain(words)
    expect((await ben.get(sheet)).text).toContain('Attends again')
    expect((await ben.get(href)).text).not.toContain('RV-2041')
    expect((await ben.post(`${href}/readiness`, { ...declared, _version: '0' })).location).toBe(href)
    expect((await world.visit(world.dora).get(sheet)).status).toBe(404)
  })

  it('of 200,000 characters is refused with a clear sentence, and given back', async () => {
    const world = await trust()
    const { sheet } = await brought(world)
    const long = await world.visit(world.ben).post(sheet, { ...written, ...about(child, 'x'.repeat(200_000)) })
    expect(long.errors[0]).toContain('20,000 characters')
    expect(long.source).toContain('x'.repeat(200_000))
  })
})
