import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, secret, supervisionWorld } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, held, signed } = await supervisionWorld(database)

describe('the record', () => {
  it('is drafted as it is typed, survives a closed browser, and is the writer’s alone until signed off', async () => {
    const world = await trust()
    const href = await held(world)
    const amina = world.visit(world.amina)
    const draft = await amina.post(`${href}/record/draft`, { 'session--focus': secret, _version: '0' })
    expect(draft.status).toBe(200)
    expect(JSON.parse(draft.source)).toEqual({ version: 1 })
    expect((await world.visit(world.amina).get(`${href}/record`)).source).toContain(secret)
    expect((await world.visit(world.ben).get(`${href}/record`)).source).not.toContain(secret)
  })

  it('refuses a save from an old page and shows both texts', async () => {
    const world = await trust()
    const href = await held(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/record/draft`, { 'session--focus': 'Typed on the phone', _version: '0' })
    expect(
      (await amina.post(`${href}/record/draft`, { 'session--focus': 'Typed at the desk', _version: '0' })).status,
    ).toBe(409)
    const stale = await amina.post(`${href}/record`, { 'session--focus': 'Typed at the desk', _version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.source).toContain('Typed on the phone')
    expect(stale.source).toContain('Typed at the desk')
    const kept = stale.formTo(`${href}/record/signature`)
    expect((await amina.post(`${href}/record/signature`, kept)).location).toBe(href)
  })

  it('lets one of eight saves at once through, and no edit vanishes unseen', async () => {
    const world = await trust()
    const href = await held(world)
    const save = (text: string) =>
      world.visit(world.amina).post(`${href}/record/draft`, { 'session--focus': text, _version: '0' })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => save(`Edit ${index}`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    const kept = (await world.visit(world.amina).get(`${href}/record`)).fieldValue('What did we look at?')
    expect(kept).toBe(`Edit ${answers.findIndex((answer) => answer.status === 200)}`)
  })

  it('needs its needed parts, and loses nothing when one is missing', async () => {
    const world = await trust()
    const href = await held(world)
    const answer = await world
      .visit(world.amina)
      .post(`${href}/record/signature`, { 'session--learning': 'Kept words', _version: '0' })
    expect(answer.errors).toEqual(['Fill in “What did we look at?” before you sign off'])
    expect(answer.source).toContain('Kept words')
    const huge = await world
      .visit(world.amina)
      .post(`${href}/record/signature`, { 'session--reflection': 'x'.repeat(30_000), _version: '0' })
    expect(huge.errors[0]).toContain('20,000 characters')
  })

  it('is answered once by two windows at one moment, and the other is told in a sentence', async () => {
    const world = await trust()
    const href = await signed(world)
    const ben = world.visit(world.ben)
    const send = (comment: string) =>
      ben.post(`${href}/record/answer`, { _version: '1', outcome: 'commented', comment })
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(['On my phone', 'At my desk', 'At home'].map(send))
      const statuses = answers.map((answer) => answer.status)
      expect(statuses.filter((status) => status === 303).length).toBe(round === 0 ? 1 : 0)
      expect(new Set(statuses.filter((status) => status !== 303))).toEqual(new Set([422]))
      for (const answer of answers.filter((one) => one.status === 422))
        expect(answer.errors).toEqual(['You have answered this version already'])
    }
  })

  it('is read and answered by the supervisee, with a comment beside it', async () => {
    const world = await trust()
    const href = await signed(world)
    const ben = world.visit(world.ben)
    const page = await ben.get(`${href}/record`)
    expect(page.text).toContain(secret)
    expect(page.headings).toContain('Who can see this record, and who has')
    expect((await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'commented' })).errors).toEqual([
      'Write your comment',
    ])
    await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'commented', comment: 'I saw it otherwise' })
    const amina = await world.visit(world.amina).get(`${href}/record`)
    expect(amina.text).toContain('I saw it otherwise')
    expect((await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'agreed' })).errors).toEqual([
      'You have answered this version already',
    ])
    expect(
      (await world.visit(world.amina).post(`${href}/record/answer`, { _version: '1', outcome: 'agreed' })).status,
    ).toBe(422)
  })

  it('is amended only by a further version that says why, and both stay', async () => {
    const world = await trust()
    const href = await signed(world)
    const amina = world.visit(world.amina)
    expect((await amina.post(`${href}/record/signature`, { 'session--focus': 'Other', _version: '1' })).status).toBe(
      422,
    )
    const form = (await amina.postAndFollow(`${href}/record/amendment`)).formTo(`${href}/record/signature`)
    expect(form['session--focus']).toBe(secret)
    expect((await amina.post(`${href}/record/signature`, { ...form, 'session--focus': 'A new focus' })).errors).toEqual(
      ['Say what you changed and why'],
    )
    await amina.post(`${href}/record/signature`, {
      ...form,
      'session--focus': 'A new focus',
      why: 'The first was too wide',
    })
    const page = await world.visit(world.ben).get(`${href}/record`)
    for (const words of ['A new focus', secret, 'The first was too wide', 'Version 2, signed off'])
      expect(page.text).toContain(words)
    expect((await world.visit(world.ben).post(`${href}/record/amendment`)).status).toBe(409)
  })

  it('says when it was written late', async () => {
    const world = await trust()
    const href = await held(world)
    setClock('2026-11-28T09:00:00Z')
    await world.visit(world.amina).post(`${href}/record/signature`, { 'session--focus': 'x', _version: '0' })
    expect((await world.visit(world.ben).get(`${href}/record`)).text).toContain('Written 4 days after')
  })

  it('agrees an action beside it, which waits on the owner’s home', async () => {
    const world = await trust()
    const href = await held(world)
    const record = {
      'session--focus': 'x',
      _version: '0',
      action: 'Ring the nurse',
      owner: world.ben,
      due: '2026-11-27',
    }
    expect(
      (await world.visit(world.amina).post(`${href}/record/signature`, { ...record, owner: world.dora })).errors,
    ).toEqual(['Choose somebody of this session'])
    await world.visit(world.amina).post(`${href}/record/signature`, record)
    expect((await world.visit(world.ben).get('/actions')).text).toContain('Ring the nurse')
    expect((await world.inside(world.ben, (work) => work.needs())).map((need) => need.title)).toContain(
      'Report on an action',
    )
  })

  it('puts actions from before first at the next session, for those who agreed them', async () => {
    const world = await trust()
    const href = await held(world)
    const record = {
      'session--focus': 'x',
      _version: '0',
      action: 'Ring the nurse',
      owner: world.ben,
      due: '2026-12-27',
    }
    await world.visit(world.amina).post(`${href}/record/signature`, record)
    const next = { type: clinical, side: 'they', with: world.amina, ...at, day: '2026-12-08' }
    const answer = await world.visit(world.ben).post('/supervision/bookings', next)
    await world.visit(world.amina).post(`${answer.location}/acceptance`, { _version: '1' })
    for (const person of [world.ben, world.amina]) {
      const page = await world.visit(person).get(answer.location ?? '')
      expect(page.headings).toContain('First: what came of the actions from before')
      expect(page.text).toContain('Ben Carter: Due 27 December 2026')
    }
  })

  it('points out identifying text on sharing, never while it keeps itself, and seals the reason', async () => {
    const world = await trust()
    const href = await signed(world)
    const ben = world.visit(world.ben)
    const typed = { helped: 'That you knew Kezia Brown', _version: '0' }
    expect((await ben.post(`${href}/feedback/draft`, typed)).status).toBe(200)
    const asked = await ben.post(`${href}/feedback/signature`, { ...typed, _version: '1' })
    expect(asked.errors).toEqual([expect.stringContaining('“Kezia Brown” (name)')])
    expect(asked.source).toContain('That you knew Kezia Brown')
    const form = asked.formTo(`${href}/feedback/signature`)
    const because = { identifiesNobody: 'A book that we both read' }
    expect((await ben.post(`${href}/feedback/signature`, { ...form, ...because })).location).toBe(`${href}/feedback`)
    expect((await world.visit(world.amina).get(`${href}/feedback`)).text).toContain('A book that we both read')
  })

  it('points out identifying text in the actions beside it and in a comment', async () => {
    const world = await trust()
    const href = await held(world)
    const record = { 'session--focus': 'x', _version: '0', action: 'Ring Sarah Jones', owner: world.ben }
    const asked = await world.visit(world.amina).post(`${href}/record/signature`, record)
    expect(asked.errors).toEqual([expect.stringContaining('“Sarah Jones” (name)')])
    await world.visit(world.amina).post(`${href}/record/signature`, { ...record, action: 'Ring Ben Carter’s manager' })
    const comment = { _version: '1', outcome: 'commented', comment: 'Her NHS number is 999 123 4578' }
    const ben = world.visit(world.ben)
    const answer = await ben.post(`${href}/record/answer`, comment)
    expect(answer.errors).toEqual([expect.stringContaining('(NHS number)')])
    const form = answer.formTo(`${href}/record/answer`)
    const again = { ...form, outcome: 'commented', identifiesNobody: 'A number from the range for tests' }
    expect((await ben.post(`${href}/record/answer`, again)).status).toBe(303)
  })

  it('keeps feedback between the two', async () => {
    const world = await trust()
    const href = await signed(world)
    await world.visit(world.ben).post(`${href}/feedback/signature`, { helped: 'Your quiet', _version: '0' })
    expect((await world.visit(world.amina).get(`${href}/feedback`)).text).toContain('Your quiet')
    expect((await world.visit(world.grace).get(`${href}/feedback`)).status).toBe(404)
  })
})
