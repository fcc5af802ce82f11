// Renewing a contract through the real pages: Ben and Amina signed one on 1 February 2026.
import { beforeAll, describe, expect, it } from 'vitest'
import { signAll, signContract } from '../../../../test/worlds/contracts.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import type { AgreementId } from '../agreement/agreement.ts'

const database = await testDatabase()
const { bareTrust: trust, setClock } = await supervisionWorld(database)

type World = Trust & { readonly id: AgreementId; readonly href: string }

/** A trust in which Ben and Amina have one contract, of 1 February 2026. */
async function signedWorld(
  template: 'one-to-one-contract' | 'safeguarding-contract' = 'one-to-one-contract',
): Promise<World> {
  const world = await trust()
  setClock('2026-02-01T10:00:00Z')
  const id = await signContract(world.inside, { template, supervisee: world.ben, supervisor: world.amina })
  return { ...world, id, href: `/agreements/${id}` }
}

const good = 'review--good'
const answers = { [good]: 'We trust each other', 'review--hard': 'Finding time', 'review--decision': 'Go on as we are' }
const send = (world: World, who: 'ben' | 'amina', more: Record<string, string> = {}) =>
  world.visit(world[who]).post(`${world.href}/look-back/sending`, { ...answers, _version: '0', ...more })

describe('before it opens', () => {
  it('says from when, and takes nothing', async () => {
    const world = await signedWorld()
    setClock('2026-11-20T10:00:00Z')
    const page = await world.visit(world.ben).get(`${world.href}/renewal`)
    expect(page.heading).toBe('Renew your contract with Amina Yusuf')
    expect(page.text).toContain('It can be renewed from 21 December 2026')
    expect(page.text).toContain('in force until 31 January 2027')
    expect((await send(world, 'ben')).status).toBe(422)
    expect((await world.visit(world.ben).post(`${world.href}/renewal`)).status).toBe(409)
  })

  it('opens where the two want to meet after its end', async () => {
    const world = await signedWorld()
    setClock('2026-11-20T10:00:00Z')
    const page = await world.visit(world.ben).get(`${world.href}/renewal?for=2027-02-10`)
    expect(page.buttons).toContain('Send it')
    expect(page.formTo(`${world.href}/look-back/sending`).for).toBe('2027-02-10')
    expect(
      (
        await world
          .visit(world.ben)
          .post(`${world.href}/look-back/sending`, { ...answers, for: '2027-02-10', _version: '0' })
      ).status,
    ).toBe(303)
    expect((await world.visit(world.amina).get(`${world.href}/renewal`)).buttons).toContain('Send it')
  })

  it('is not there for anybody else', async () => {
    const world = await signedWorld()
    for (const who of [world.grace, world.noor, world.dora]) {
      expect((await world.visit(who).get(`${world.href}/renewal`)).status).toBe(404)
      expect((await world.visit(who).post(`${world.href}/look-back/sending`, answers)).status).toBe(404)
    }
  })
})

describe('looking back', () => {
  let world: World
  beforeAll(async () => {
    world = await signedWorld()
    setClock('2026-12-21T10:00:00Z')
  })

  it('waits for both on their first page', async () => {
    for (const [who, other] of [
      [world.ben, 'Amina Yusuf'],
      [world.amina, 'Ben Carter'],
    ] as const) {
      const needs = await world.inside(who, (work) => work.needs())
      expect(needs.map((one) => one.title)).toContain(`Look back with ${other} and renew your contract`)
    }
  })

  it('asks for what is missing beside the field, and loses nothing', async () => {
    const page = await send(world, 'ben', { [good]: '', 'review--hard': 'Finding time' })
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['Answer this before you send it: What has been good about working together?'])
    expect(page.fieldValue('What has been hard?')).toBe('Finding time')
    expect((await send(world, 'ben', { [good]: 'x'.repeat(6000) })).status).toBe(422)
  })

  it('is kept as it is typed, for its author alone', async () => {
    const draft = await world
      .visit(world.ben)
      .post(`${world.href}/look-back/draft`, { [good]: 'So far', _version: '0' })
    expect(JSON.parse(draft.source)).toEqual({ version: 1 })
    expect((await world.visit(world.ben).get(`${world.href}/renewal`)).fieldValue('What has been good')).toBe('So far')
    expect((await world.visit(world.amina).get(`${world.href}/renewal`)).source).not.toContain('So far')
    const stale = await world.visit(world.ben).post(`${world.href}/look-back`, { [good]: 'Other words', _version: '0' })
    expect(stale.status).toBe(422)
    expect(stale.errors[0]).toContain('in another window')
    expect(stale.fieldValue('What has been good')).toBe('Other words')
    const late = await world.visit(world.ben).post(`${world.href}/look-back/draft`, { [good]: 'X', _version: '0' })
    expect(late.status).toBe(409)
  })

  it('is read by the other side only once they have sent theirs', async () => {
    const sent = await send(world, 'ben', { _version: '1' })
    expect(sent.location).toBe(`${world.href}/renewal`)
    const waiting = await world.visit(world.ben).get(`${world.href}/renewal`)
    expect(waiting.text).toContain('Amina Yusuf has not sent theirs yet')
    expect(waiting.text).toContain('From 4 January 2027 you can go on without waiting')
    expect((await world.inside(world.ben, (work) => work.needs())).map((one) => one.title).join()).not.toContain(
      'Look back',
    )
    const before = await world.visit(world.amina).get(`${world.href}/renewal`)
    expect(before.text).toContain('Ben Carter has looked back already')
    expect(before.source).not.toContain('We trust each other')
    await send(world, 'amina', { [good]: 'His honesty', _version: '0' })
    for (const who of [world.ben, world.amina]) {
      const page = await world.visit(who).get(`${world.href}/renewal`)
      expect(page.text).toContain('We trust each other')
      expect(page.text).toContain('His honesty')
      expect(page.buttons).toContain('Begin the new one')
    }
    expect((await send(world, 'ben', { _version: '2' })).status).toBe(422)
  })

  it('leads to the next contract, which goes on from the present one without a gap', async () => {
    const begun = await world.visit(world.amina).post(`${world.href}/renewal`)
    const next = (begun.location ?? '').split('/')[2] as AgreementId
    expect((await world.visit(world.ben).post(`${world.href}/renewal`)).status).toBe(409)
    const page = await world.visit(world.ben).get(`${world.href}/renewal`)
    expect(page.linkTo('Go on with the new one')).toBe(`/agreements/${next}`)
    await signAll(world.inside, next, [world.amina, world.ben])
    const signed = await world.inside(world.ben, (work) => findAgreement(work, next))
    expect([signed?.from, signed?.until, signed?.follows]).toEqual(['2027-02-01', '2028-02-01', world.id])
    expect((await world.inside(world.ben, (work) => work.needs())).map((one) => one.title).join()).not.toContain(
      'renew',
    )
    expect((await world.visit(world.ben).get(`${world.href}/renewal`)).status).toBe(200)
  })
})

describe('when one side says nothing', () => {
  it('the other goes on alone after two weeks', async () => {
    const world = await signedWorld('safeguarding-contract')
    setClock('2026-12-22T10:00:00Z')
    const helped = { 'what-helped': 'Having time to think' }
    expect((await send(world, 'ben', { ...helped })).status).toBe(303)
    expect((await world.visit(world.ben).post(`${world.href}/renewal`)).status).toBe(409)
    setClock('2027-01-05T10:00:00Z')
    const page = await world.visit(world.ben).get(`${world.href}/renewal`)
    expect(page.text).toContain('Amina Yusuf has not looked back')
    expect(page.source).toContain('Having time to think')
    expect((await world.visit(world.ben).post(`${world.href}/renewal`)).status).toBe(303)
  })
})

describe('a contract that is over', () => {
  it('is still to be renewed while the two are supervisor and supervisee, and no longer', async () => {
    const world = await signedWorld()
    await world
      .visit(world.ben)
      .post('/supervision/supervisors', { type: 'one-to-one-clinical', side: 'they', with: world.amina })
    setClock('2027-02-03T10:00:00Z')
    const titles = async () =>
      (await world.inside(world.amina, (work) => work.needs())).map((one) => `${one.title}: ${one.reason}`)
    expect((await titles()).join()).toContain(
      'Look back with Ben Carter and renew your contract: Clinical supervision contract: it held until 31 January 2027',
    )
    const pair = (await world.visit(world.ben).get('/supervision/supervisors')).links.find((one) =>
      one.href.endsWith('/end'),
    )
    const ending = { talked: 'yes', talkedOn: '2027-02-02', kind: 'moved', when: 'today' }
    expect((await world.visit(world.ben).post(pair?.href ?? '', ending)).status).toBe(303)
    expect((await titles()).join()).not.toContain('renew your contract')
  })
})
