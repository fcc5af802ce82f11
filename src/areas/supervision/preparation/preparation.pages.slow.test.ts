import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, suggested, booked } = await supervisionWorld(database)
const gated = 'child-protection-case-work'
const declared = { declarations: ['declaration--records-read', 'declaration--last-record-read'] }
const impact = 'for-you--impact'
const secret = 'the missed visit, and what it stirs in me'

async function toPrepare(world: Trust): Promise<string> {
  const href = await suggested(world, { type: gated, minutes: '120' })
  await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
  return `${href}/preparation`
}
const needsOf = async (world: Trust, person: Trust['ben']) => {
  const needs = await world.inside(person, (work) => work.needs())
  return needs.map((need) => need.title)
}

describe('preparing', () => {
  it('is the next step of the session, with its day, its readers and its pieces', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const ben = world.visit(world.ben)
    expect((await ben.get(href.replace('/preparation', ''))).linkTo('Prepare')).toBe(href)
    const page = await ben.get(href)
    expect(page.heading).toBe('Prepare for your session')
    expect(page.text).toContain('Have it ready by 22 November 2026.')
    expect(page.text).toContain('Only you can read this until you say that it is ready. Then Amina Yusuf can.')
    expect(page.linkTo('What came of your actions')).toBe(`${href}/actions`)
    expect(page.buttons).toContain('It is ready')
    expect(page.title).not.toMatch(/Ben|case/)
    expect(await needsOf(world, world.ben)).toContain('Prepare for 24 November 2026 with Amina Yusuf')
  })

  it('is kept as it is typed, for its author alone, and carried on in another browser', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const draft = await world.visit(world.ben).post(`${href}/draft`, { [impact]: secret, _version: '0' })
    expect(JSON.parse(draft.source)).toEqual({ version: 1 })
    const again = await world.visit(world.ben).get(href)
    expect(again.source).toContain(secret)
    const amina = world.visit(world.amina)
    const overview = await amina.get(`${href}s`)
    expect(overview.text).toContain('0 of 1 prepared')
    expect(overview.text).toContain('Begun, not ready')
    expect(overview.source).not.toContain(secret)
    expect((await amina.get(`${href}s/${world.ben}`)).status).toBe(404)
    expect((await amina.get(href)).status).toBe(404)
  })

  it('is ready with one button, and read by the supervisor from then on', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const ben = world.visit(world.ben)
    const page = await ben.postAndFollow(`${href}/readiness`, { [impact]: secret, ...declared, _version: '0' })
    expect(page.text).toContain('Ready on 20 November 2026 at 10am')
    expect(page.headings).toContain('Who can see this preparation, and who has')
    expect(await needsOf(world, world.ben)).not.toContain('Prepare for 24 November 2026 with Amina Yusuf')
    const amina = world.visit(world.amina)
    const overview = await amina.get(`${href}s`)
    expect(overview.text).toContain('1 of 1 prepared')
    const reading = await amina.get(overview.linkTo('Read what Ben Carter prepared') ?? '')
    expect(reading.text).toContain(secret)
    expect((await ben.get(href)).text).toContain('Amina Yusuf 20 November 2026 at 10am')
  })

  it('says what is missing, and loses nothing', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const answer = await world.visit(world.ben).post(`${href}/readiness`, { [impact]: 'Kept words', _version: '0' })
    expect(answer.status).toBe(422)
    expect(answer.errors[0]).toContain('Tick “I have gone through the clinical records')
    expect(answer.source).toContain('Kept words')
    expect(answer.formTo(`${href}/readiness`)).toMatchObject({ _version: '0' })
    const huge = await world
      .visit(world.ben)
      .post(`${href}/readiness`, { [impact]: 'x'.repeat(200_000), ...declared, _version: '0' })
    expect(huge.errors[0]).toContain('20,000 characters')
    expect(huge.source).toContain('x'.repeat(200_000))
    const odd = await world.visit(world.ben).post(`${href}/readiness`, { declarations: ['eaten'], _version: '0' })
    expect(odd.status).toBe(422)
  })

  it('can be changed until the session begins, and the supervisor sees that it was', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const ben = world.visit(world.ben)
    const first = await ben.postAndFollow(`${href}/readiness`, { [impact]: 'First words', ...declared, _version: '0' })
    const form = first.formTo(`${href}/readiness`)
    await ben.post(href, { ...form, ...declared, [impact]: 'Second words' })
    const amina = world.visit(world.amina)
    const before = await amina.get(`${href}s/${world.ben}`)
    expect(before.text).toContain('First words')
    expect(before.text).toContain('It is being changed')
    setClock('2026-11-21T09:00:00Z')
    const again = (await ben.get(href)).formTo(`${href}/readiness`)
    expect(again[impact]).toBe('Second words')
    await ben.post(`${href}/readiness`, { ...again, ...declared })
    const after = await world.visit(world.amina).get(`${href}s/${world.ben}`)
    expect(after.text).toContain('Second words')
    expect(after.text).toContain('20 November 2026 at 10am. It was changed since.')
    setClock('2026-11-24T14:00:00Z')
    const late = await world.visit(world.ben).get(href)
    expect(late.heading).toBe('What you prepared')
    expect(late.text).toContain('This session has begun')
    const refused = await world.visit(world.ben).post(`${href}/readiness`, { [impact]: 'Late words', _version: '3' })
    expect(refused.status).toBe(422)
    expect(refused.source).toContain('Late words')
  })

  it('refuses a save from an old page and shows both texts', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const ben = world.visit(world.ben)
    await ben.post(`${href}/draft`, { [impact]: 'Typed on the phone', _version: '0' })
    expect((await ben.post(`${href}/draft`, { [impact]: 'Typed at the desk', _version: '0' })).status).toBe(409)
    const stale = await ben.post(href, { [impact]: 'Typed at the desk', _version: '0' })
    expect(stale.status).toBe(409)
    for (const words of ['Typed on the phone', 'Typed at the desk']) expect(stale.source).toContain(words)
    expect((await ben.post(href, stale.formTo(href))).location).toBe(href)
    expect((await ben.get(href)).source).toContain('Typed at the desk')
  })

  it('is ready once when the button is pressed twice', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const form = { [impact]: 'Once', ...declared, _version: '0', _key: '00000000-0000-4000-8000-0000000000aa' }
    const ben = world.visit(world.ben)
    for (const answer of [await ben.post(`${href}/readiness`, form), await ben.post(`${href}/readiness`, form)])
      expect(answer.location).toBe(href)
    expect((await world.visit(world.amina).get(`${href}s/${world.ben}`)).text).not.toContain('First ready')
  })

  it('keeps what was typed when the session was cancelled meanwhile', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const session = href.replace('/preparation', '')
    await world.visit(world.ben).post(`${href}/draft`, { [impact]: 'Before', _version: '0' })
    await world.visit(world.amina).post(`${session}/cancellation`, { cause: 'leave', way: 'instead', _version: '2' })
    const refused = await world.visit(world.ben).post(href, { [impact]: 'Meanwhile', _version: '1' })
    expect(refused.status).toBe(422)
    expect(refused.errors[0]).toContain('This session was cancelled')
    expect(refused.source).toContain('Meanwhile')
    expect(refused.text).toContain('Before')
  })
})

describe('a form that came back', () => {
  it('is sent again once it is mended, also after a draft was kept', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const ben = world.visit(world.ben)
    await ben.post(`${href}/draft`, { [impact]: 'Typed', _version: '0' })
    const missing = await ben.post(`${href}/readiness`, { [impact]: 'Typed', _version: '1' })
    expect(missing.formTo(`${href}/readiness`)).toMatchObject({ _version: '1' })
    const late = await ben.post(`${href}/draft`, { [impact]: 'Typed', ...declared, _version: '1' })
    expect(late.status).toBe(200)
    const again = { [impact]: 'Typed', ...declared, _version: '1' }
    expect((await ben.post(`${href}/readiness`, again)).location).toBe(href)
  })
})

describe('actions', () => {
  it('are reported on right there before it can be ready', async () => {
    const world = await trust()
    const href = await toPrepare(world)
    const { agreeAction } = await import('../../actions/index.ts')
    const { day } = await import('../../../platform/time/day.ts')
    const { newId } = await import('../../../platform/ids.ts')
    const from = { kind: 'session' as const, id: newId() }
    const action = { owner: world.ben, text: 'Ring the nurse', due: day('2026-11-23'), from, readers: [world.ben] }
    await world.inside(world.amina, (work) => agreeAction(work, action))
    const ben = world.visit(world.ben)
    const early = await ben.post(`${href}/readiness`, { [impact]: 'x', ...declared, _version: '0' })
    expect(early.errors).toEqual(['Say what came of 1 action'])
    const list = await ben.get(`${href}/actions`)
    expect(list.text).toContain('Ring the nurse')
    const report = await ben.get(list.linkTo('Report on action 1') ?? '')
    const [to] = report.source.match(/\/sessions\/[^"]+\/report/) ?? ['']
    expect((await ben.post(to, { _version: '1' })).errors).toEqual(['Select what came of it'])
    const done = await ben.postAndFollow(to, { _version: '1', outcome: 'done' })
    expect(done.text).toContain('Nothing open')
    expect((await world.visit(world.dora).get(`${href}/actions`)).status).toBe(404)
    expect((await ben.post(`${href}/readiness`, { [impact]: 'x', ...declared, _version: '0' })).location).toBe(href)
  })
})

describe('a private preparation', () => {
  it('is its author’s alone, and the supervisor does not even learn whether it is there', async () => {
    const world = await trust()
    const session = await booked(world)
    const href = `${session}/preparation`
    const ben = world.visit(world.ben)
    expect((await ben.get(href)).text).toContain('Nobody else sees even that it is there')
    const done = await ben.postAndFollow(`${href}/readiness`, { 'before--bring': secret, _version: '0' })
    expect(done.source).toContain(secret)
    const amina = world.visit(world.amina)
    expect((await amina.get(`${href}s`)).status).toBe(404)
    expect((await amina.get(`${href}s/${world.ben}`)).status).toBe(404)
    expect((await amina.get(session)).text).not.toContain('prepared')
    expect((await needsOf(world, world.amina)).join()).not.toMatch(/prepared/)
  })
})

describe('a group', () => {
  const post = { type: gated, rebooks: '', ...at, minutes: '120' }
  async function ofThree(world: Trust): Promise<string> {
    setClock()
    const people = [world.ben, world.dora, world.femi]
    const answer = await world.visit(world.amina).post('/supervision/group-bookings', {
      ...post,
      unit: world.team,
      people,
    })
    return `${answer.location}/preparation`
  }

  it('prepares each for themselves, read by the supervisor alone, who sees how many have', async () => {
    const world = await trust()
    const href = await ofThree(world)
    await world.visit(world.ben).post(`${href}/readiness`, { [impact]: secret, ...declared, _version: '0' })
    expect((await world.visit(world.dora).get(href)).source).not.toContain(secret)
    expect((await world.visit(world.dora).get(`${href}s`)).status).toBe(404)
    expect((await world.visit(world.dora).get(`${href}s/${world.ben}`)).status).toBe(404)
    setClock('2026-11-22T09:00:00Z')
    const overview = await world.visit(world.amina).get(`${href}s`)
    expect(overview.text).toContain('1 of 3 prepared')
    expect(await needsOf(world, world.amina)).toContain('1 of 3 prepared for 24 November 2026')
  })

  it('is not there for anybody else, nor for the neighbour', async () => {
    const world = await trust()
    const href = await ofThree(world)
    await world.visit(world.ben).post(`${href}/readiness`, { [impact]: secret, ...declared, _version: '0' })
    const next = await trust()
    for (const visit of [world.visit(world.grace), world.visit(world.noor), next.visit(next.ben)])
      for (const path of [href, `${href}s`, `${href}s/${world.ben}`, `${href}/actions`])
        expect((await visit.get(path)).status).toBe(404)
    expect((await world.visit(world.grace).post(`${href}/draft`, { [impact]: 'x', _version: '0' })).status).toBe(404)
  })
})
