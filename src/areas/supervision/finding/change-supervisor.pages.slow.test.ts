import { describe, expect, it } from 'vitest'
import { inForce } from '../../../../test/worlds/agreement.ts'
import { together, type Together } from '../../../../test/worlds/ending.ts'
import { clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { agreementsBetween } from '../../agreements/index.ts'
import { findPairsOf } from '../pair/pair.store.ts'

const database = await testDatabase()
const world = await supervisionWorld(database)
const { setClock } = world

const form = { talked: 'yes', talkedOn: '2026-11-19', when: 'today' }
const pairsOf = (one: Together) => one.inside(one.dora, (work) => findPairsOf(work, one.dora))

const booking = {
  type: clinical,
  day: '2026-11-24',
  time: '2pm',
  minutes: '60',
  placeKind: 'in person',
  place: 'Room 4',
}

/** A session of Dora's with Amina, booked; its address. */
async function bookedWith(one: Together): Promise<string> {
  const answer = await one.visit(one.dora).post('/supervision/bookings', { ...booking, side: 'they', with: one.amina })
  await one.visit(one.amina).post(`${answer.location}/acceptance`, { _version: '1' })
  return answer.location ?? ''
}

describe('changing supervisor', () => {
  it('chooses the new one, from that day, and starts the contract with them', async () => {
    const one = await together(world, 'dora')
    const page = await one.visit(one.dora).get(one.change)
    expect(page.heading).toBe('Change from Amina Yusuf to somebody else')
    expect(page.text).toContain('Grace Okafor')
    expect(page.text).not.toContain('Otto Berg')
    const answer = await one.visit(one.dora).post(one.change, { ...form, with: one.grace })
    expect(answer.errors).toEqual([])
    const next = await one.visit(one.dora).get(answer.location ?? '')
    expect(next.text).toContain('Grace Okafor, from 20 November 2026')
    expect(next.linkTo('Look at the contract with Grace Okafor')).toContain('/agreements/')
    expect(await pairsOf(one)).toMatchObject([
      { supervisor: one.grace, state: 'agreed', from: '2026-11-20' },
      { supervisor: one.amina, state: 'ended', to: '2026-11-20' },
    ])
    const home = (await one.visit(one.grace).get('/')).text
    expect(home).toContain('Dora Evans chose you as supervisor')
    expect(home).not.toContain('needs a supervisor')
    expect(await one.inside(one.dora, (work) => agreementsBetween(work, [one.dora, one.grace]))).toMatchObject([
      { state: 'adapting', template: 'one-to-one-contract' },
    ])
  })

  it('is the supervisee’s own, and says what is missing', async () => {
    const one = await together(world, 'dora')
    expect((await one.visit(one.amina).get(one.change)).status).toBe(404)
    expect((await one.visit(one.amina).post(one.change, { ...form, with: one.grace })).status).toBe(404)
    expect((await one.visit(one.grace).get(one.change)).status).toBe(404)
    const send = (typed: Record<string, string>) => one.visit(one.dora).post(one.change, { ...form, ...typed })
    expect((await send({})).errors).toEqual(['Select your new supervisor'])
    expect((await send({ with: 'nobody' })).errors).toEqual(['Choose one of the people found'])
    expect((await send({ with: one.amina })).errors.join()).toContain('somebody else')
    expect((await send({ with: one.dora })).errors.join()).toContain('nobody supervises themselves')
    expect((await send({ with: one.grace, talked: '' })).errors.join()).toContain('Select whether you have talked')
    expect(await pairsOf(one)).toMatchObject([{ supervisor: one.amina, state: 'agreed', to: null }])
  })

  it('from a later day on keeps the present one until then', async () => {
    const one = await together(world, 'dora')
    await one.visit(one.dora).post(one.change, { ...form, with: one.grace, when: 'later', on: '2026-12-01' })
    const page = await one.visit(one.dora).get('/supervision/supervisors')
    expect(page.text).toContain('until 30 November 2026')
    expect(page.text).toContain('from 1 December 2026')
    expect((await one.visit(one.dora).get(one.change)).status).toBe(409)
    const [next] = await pairsOf(one)
    const over = { talked: 'no', notTalked: 'away', kind: 'moved', when: 'today' }
    expect((await one.visit(one.dora).post(`/supervisors/${next?.id}/end`, over)).status).toBe(303)
    expect((await pairsOf(one)).find((pair) => pair.id === next?.id)).toMatchObject({ state: 'ended' })
  })

  it('is taken back whole: pair, contract and the new choice', async () => {
    const one = await together(world, 'dora')
    const at = (await one.visit(one.dora).post(one.change, { ...form, with: one.grace })).location ?? ''
    expect((await one.visit(one.dora).post(`${at}/undoing`, {})).status).toBe(303)
    expect((await pairsOf(one)).map((pair) => [pair.supervisor, pair.state])).toEqual([
      [one.amina, 'agreed'],
      [one.grace, 'ended'],
    ])
    const between = await one.inside(one.dora, (work) => agreementsBetween(work, [one.dora, one.grace]))
    expect(between.map((agreement) => agreement.state)).toEqual(['withdrawn'])
    expect((await one.visit(one.dora).post(one.change, { ...form, with: one.grace })).status).toBe(303)
  })

  it('says what stands against asking the new supervisor, and changes nothing', async () => {
    const one = await together(world, 'dora')
    const session = await bookedWith(one)
    const at = (await one.visit(one.dora).post(one.change, { ...form, with: one.grace })).location ?? ''
    await inForce(one.inside, { supervisee: one.noor, supervisor: one.grace })
    setClock()
    const clash = await one.visit(one.grace).post('/supervision/bookings', { ...booking, side: 'me', with: one.noor })
    await one.visit(one.noor).post(`${clash.location}/acceptance`, { _version: '1' })
    const page = await one.visit(one.dora).post(`${at}${session}`, { choice: 'ask the new supervisor' })
    expect(page.status).toBe(409)
    expect(page.errors.join()).toContain('another session at that time')
    expect(page.buttons.join()).toContain('Ask Grace Okafor for this time')
    expect((await one.visit(one.amina).get(session)).text).toContain('Booked')
  })

  it('asks the new supervisor for the time of a session ahead', async () => {
    const one = await together(world, 'dora')
    await inForce(one.inside, { supervisee: one.dora, supervisor: one.grace })
    setClock()
    const session = await bookedWith(one)
    const at = (await one.visit(one.dora).post(one.change, { ...form, with: one.grace })).location ?? ''
    const page = await one.visit(one.dora).get(at)
    expect(page.buttons.join()).toContain('Ask Grace Okafor for this time')
    const asked = await one.visit(one.dora).post(`${at}${session}`, { choice: 'ask the new supervisor' })
    expect([asked.status, asked.location]).toEqual([303, at])
    expect((await one.visit(one.grace).get('/')).text).toContain('Dora Evans suggests a time to meet')
    expect((await one.visit(one.amina).get(session)).text).toContain('Cancelled')
  })
})
