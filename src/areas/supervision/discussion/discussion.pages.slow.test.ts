import { describe, expect, it } from 'vitest'
import { caseWorkWith, discussion, elder, spoken } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, brought, heldWith, discussed } = caseWorkWith({ setClock, ...deeds })
const needsOf = async (world: Trust, person: Trust['ben']) => {
  const needs = await world.inside(person, (work) => work.needs())
  return needs.map((need) => need.title)
}

describe('the discussion of a case', () => {
  it('asks for the case and for each person at risk what the policy asks, with its prompts behind a line', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const page = await world.visit(world.amina).get(href)
    expect(page.heading).toBe('Case RV-2041')
    expect(page.title).not.toMatch(/RV-2041|T\.O\./)
    for (const label of [
      'What information was shared?',
      'T.O., child: Risks',
      'Unborn baby: Risks',
      'New plan of care',
    ])
      expect(page.fieldValue(label)).toBe('')
    expect(page.text).toContain('Stay curious')
    expect(page.text).toContain('Think Family')
    expect(page.text).not.toContain('The plan from last time')
    expect((await world.visit(world.amina).get(`/sessions/${session}`)).linkTo('Write the next case')).toBe(href)
  })

  it('is kept as it is typed, the actions too, for its writer alone', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const typed = { ...discussion(spoken), action2: 'Ring the school', 'told--1--who': 'Health visitor' }
    const draft = await world.visit(world.amina).post(`${href}/draft`, { ...typed, _version: '0' })
    expect(JSON.parse(draft.source)).toEqual({ version: 1 })
    const again = await world.visit(world.amina).get(href)
    expect(again.fieldValue('T.O., child: Risks')).toBe(`${spoken} risks`)
    expect(again.fieldValue('What will be done (action 2)')).toBe('Ring the school')
    expect(again.fieldValue('Others 1: who is told')).toBe('Health visitor')
    expect(again.fieldValue('Others 2: who is told')).toBe('')
    expect((await world.visit(world.ben).get(href)).source).not.toContain(spoken)
    expect((await world.visit(world.ben).post(`${href}/draft`, { ...typed, _version: '1' })).status).toBe(404)
  })

  it('is signed off, read and validated by the holder, and nobody else finds it', async () => {
    const world = await trust()
    const { href, session } = await discussed(world, spoken)
    expect(await needsOf(world, world.ben)).toContain('Read what was written of your case on 24 November 2026')
    const ben = world.visit(world.ben)
    const page = await ben.get(href)
    expect(page.text).toContain(`${spoken} unborn risks`)
    expect(page.headings).toContain('Who can see this record, and who has')
    await ben.post(`${href}/answer`, { _version: '1', outcome: 'commented', comment: 'He said it differently' })
    expect((await world.visit(world.amina).get(href)).text).toContain('He said it differently')
    expect((await world.visit(world.amina).get(`/sessions/${session}`)).text).toContain('Commented on')
    for (const nobody of [world.grace, world.noor, world.dora, world.otto])
      expect((await world.visit(nobody).get(href)).status).toBe(404)
    expect((await world.visit(world.amina).post(`${href}/answer`, { _version: '1', outcome: 'agreed' })).status).toBe(
      404,
    )
  })

  it('needs what the policy needs, and loses nothing when it is missing', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const amina = world.visit(world.amina)
    const missing = { ...discussion(spoken), [`each-person--risks--${elder}`]: '' }
    const answer = await amina.post(`${href}/signature`, { ...missing, _version: '0' })
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual(['Fill in “T.O., child: Risks” before you sign off'])
    expect(answer.fieldValue('New plan of care')).toBe(`${spoken} plan`)
    const untold = await amina.post(`${href}/signature`, { ...discussion(), 'told--gp--state': '', _version: '0' })
    expect(untold.errors).toEqual(['Fill in “GP: told or to do” before you sign off'])
    const nameless = await amina.post(`${href}/signature`, {
      ...discussion(),
      'told--1--how': 'By phone',
      _version: '0',
    })
    expect(nameless.errors).toEqual(['Say who is told'])
    expect(nameless.fieldValue('Others 1: how')).toBe('By phone')
  })

  it('points out words that may identify somebody, and keeps why they do not', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const amina = world.visit(world.amina)
    const typed = { ...discussion(spoken), 'plan--plan-of-care': 'Ring 999 123 4560 about Chidi Okoro', _version: '0' }
    const answer = await amina.post(`${href}/signature`, typed)
    expect(answer.status).toBe(422)
    expect(answer.errors[0]).toMatch(/^This may identify somebody: /)
    const form = { ...answer.formTo(`${href}/signature`), identifiesNobody: 'These words are made up' }
    expect((await amina.post(`${href}/signature`, form)).location).toBe(`/sessions/${session}`)
    expect((await world.visit(world.ben).get(href)).text).toContain('These words are made up')
    expect((await amina.post(`${href}/draft`, { ...typed, _version: '2' })).status).toBe(409)
  })

  it('takes a reflection of 200,000 characters back beside its field, whole', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const long = 'x'.repeat(200_000)
    const typed = { ...discussion(spoken), 'plan--plan-of-care': long, _version: '0' }
    const answer = await world.visit(world.amina).post(`${href}/signature`, typed)
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual(['New plan of care must be 20,000 characters or fewer. You have 180,000 too many.'])
    expect(answer.fieldValue('New plan of care')).toHaveLength(200_000)
    expect(answer.fieldValue('T.O., child: Risks')).toBe(`${spoken} risks`)
  })

  it('refuses a save from an old page and shows both texts', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const amina = world.visit(world.amina)
    await amina.post(`${href}/draft`, { ...discussion('Phone'), _version: '0' })
    const stale = await amina.post(`${href}/signature`, { ...discussion('Desk'), _version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Phone plan')
    expect(stale.fieldValue('New plan of care')).toBe('Desk plan')
  })

  it('is amended by a further version, which the holder validates again', async () => {
    const world = await trust()
    const { href } = await discussed(world, 'First')
    const amina = world.visit(world.amina)
    await world.visit(world.ben).post(`${href}/answer`, { _version: '1', outcome: 'agreed' })
    const form = (await amina.postAndFollow(`${href}/amendment`)).formTo(`${href}/signature`)
    const amended = { ...form, 'plan--plan-of-care': 'Another plan', why: 'A date was wrong' }
    await amina.post(`${href}/signature`, amended)
    const page = await world.visit(world.ben).get(href)
    for (const words of ['Another plan', 'First plan', 'A date was wrong']) expect(page.text).toContain(words)
    expect(page.buttons).toContain('Send your answer')
    expect((await world.visit(world.ben).post(`${href}/amendment`)).status).toBe(404)
  })

  it('is not there for a case that was not brought, and cannot be written before the session', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const other = await listed(world, world.ben)
    const session = await brought(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const amina = world.visit(world.amina)
    expect((await amina.get(`/sessions/${session}/cases/${other}/record`)).status).toBe(404)
    const early = await amina.get(`/sessions/${session}/cases/${id}/record`)
    expect(early.text).toContain('Nothing has been signed off yet')
    const typed = { ...discussion(), _version: '0' }
    expect((await amina.post(`/sessions/${session}/cases/${id}/record/signature`, typed)).status).toBe(422)
    expect((await amina.post(`/sessions/${session}/cases/${id}/record/draft`, typed)).status).toBe(409)
  })
})

describe('the session of several cases', () => {
  it('is signed off once each case is, or was not reached', async () => {
    const world = await trust()
    const [first, second] = [await listed(world, world.ben), await listed(world, world.ben)]
    const cases = [first, second].map((id) => ({ by: world.ben, id }))
    const session = await heldWith(world, { people: [world.ben], cases })
    const amina = world.visit(world.amina)
    const here = `/sessions/${session}`
    expect(await needsOf(world, world.amina)).toContain('Write up the 2 cases of 24 November 2026')
    const whole = { 'reflection--impact': 'A heavy week', _version: '0' }
    expect((await amina.post(`${here}/record/signature`, whole)).errors).toEqual([
      '2 cases are still open. Sign off their records, or say that they were not reached',
    ])
    await amina.post(`${here}/cases/${first}/record/signature`, { ...discussion(), _version: '0' })
    expect((await amina.post(`${here}/record/signature`, whole)).errors[0]).toMatch(/^One case is still open/)
    await amina.post(`${here}/cases/${second}/not-reached`)
    expect((await amina.get(here)).text).toContain('Not reached')
    expect((await amina.post(`${here}/record/signature`, whole)).location).toBe(here)
    expect((await amina.post(`${here}/cases/${first}/not-reached`)).status).toBe(409)
    expect((await world.visit(world.ben).post(`${here}/cases/${second}/not-reached`)).status).toBe(404)
  })

  it('shows at the next session what was not reached', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const cases = [{ by: world.ben, id }]
    const session = await heldWith(world, { people: [world.ben], cases })
    await world.visit(world.amina).post(`/sessions/${session}/cases/${id}/not-reached`)
    const next = await brought(world, { people: [world.ben], cases, startsAt: '2027-01-19T14:00:00Z' })
    for (const person of [world.ben, world.amina])
      expect((await world.visit(person).get(`/sessions/${next}`)).text).toContain('Not reached on 24 November 2026')
  })

  it('shows a group the cases discussed while they were there, and nobody who was not', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const people = [world.ben, world.dora, world.femi]
    const session = await heldWith(world, { people, cases: [{ by: world.ben, id }], absent: [world.femi] })
    const href = `/sessions/${session}/cases/${id}/record`
    expect((await world.visit(world.dora).get(`/sessions/${session}`)).text).toContain('1 case was brought')
    await world.visit(world.amina).post(`${href}/signature`, { ...discussion(spoken), _version: '0' })
    expect((await world.visit(world.dora).get(href)).text).toContain(`${spoken} plan`)
    expect((await world.visit(world.dora).get(`/sessions/${session}`)).linkTo('RV-2041')).toBe(href)
    expect((await world.visit(world.dora).get(`/cases/${id}`)).status).toBe(404)
    expect((await world.visit(world.femi).get(href)).status).toBe(404)
    expect((await world.visit(world.femi).get(`/sessions/${session}`)).text).not.toContain('RV-2041')
    expect((await world.visit(world.dora).post(`${href}/answer`, { _version: '1', outcome: 'agreed' })).status).toBe(
      404,
    )
  })
})
