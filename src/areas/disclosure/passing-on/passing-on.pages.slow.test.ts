import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { caseWorkWith, discussion, sure } from '../../../../test/worlds/case-work.ts'
import { concernWorld, passedOn, told, worry } from '../../../../test/worlds/concern.ts'
import { newId } from '../../../platform/ids.ts'
import { startAgreement } from '../../agreements/index.ts'

const database = await testDatabase()
const { world, trust, held, ...deeds } = await concernWorld(database)
const { listed, brought, heldWith } = caseWorkWith({ held, ...deeds })

describe('passing a concern on', () => {
  it('takes two steps from a session and from its record, danger first', async () => {
    const one = await world()
    const ben = one.visit(one.ben)
    for (const path of [one.session, `${one.session}/record`, `${one.session}/feedback`]) {
      const first = await ben.get((await ben.get(path)).linkTo('Pass on a concern'))
      expect(first.heading).toBe('Pass on a concern')
      expect(first.text.indexOf('Call 999')).toBeLessThan(first.text.indexOf('What is it about?'))
      const second = await ben.get(first.linkTo('A worry about a child'))
      expect(second.headings).toContain('What you did')
      expect(second.text).toContain('Ask the safeguarding service for advice the same day')
      expect(second.text.indexOf('Call 999')).toBeLessThan(second.text.indexOf('What you did'))
    }
  })

  it('keeps what was done, for the raiser and the safeguarding lead alone, apart from the record', async () => {
    const one = await world()
    const first = await one.visit(one.ben).get(`${one.session}/record`)
    const from = new URL(first.linkTo('Pass on a concern'), 'http://x').searchParams.get('from') ?? ''
    const href = await passedOn(one, { from })
    const mine = await one.visit(one.ben).get(href)
    for (const words of [worry, 'Duty social worker', 'Told by phone on 24 November 2026 at 2:30pm', 'A record'])
      expect(mine.text).toContain(words)
    expect((await one.visit(one.noor).get(href)).text).toContain(worry)
    for (const other of [one.amina, one.grace, one.otto, one.dora])
      expect((await one.visit(other).get(href)).status).toBe(404)
    for (const reader of [one.ben, one.amina])
      expect((await one.visit(reader).get(`${one.session}/record`)).source).not.toContain(worry)
  })

  it('waits on the lead’s home and in a mail of fixed words', async () => {
    const one = await world()
    const href = await passedOn(one)
    const home = await one.visit(one.noor).get('/')
    expect(home.text).toContain('Read what was passed on to you')
    expect(home.source).not.toContain(worry)
    const mails = await database.owner.query('select * from outbox where to_person = $1', [one.noor])
    expect(mails.rows).toMatchObject([{ template: 'concern-passed-on', payload: { concern: href.split('/').at(-1) } }])
  })

  it('counts “decided not to share” as an outcome, with the reason, for the lead to look at', async () => {
    const one = await world()
    const answer = await one
      .visit(one.ben)
      .post('/concerns', { route: 'child-concern', concern: worry, outcome: 'not shared' })
    expect(answer.errors).toEqual(['Enter why you decided not to'])
    const href = await passedOn(one, { outcome: 'not shared', why: 'The social worker knows it already' })
    const lead = await one.visit(one.noor).get(href)
    for (const words of ['Decided not to share', 'The social worker knows it already'])
      expect(lead.text).toContain(words)
    expect((await one.visit(one.noor).get('/')).text).toContain('Look at a decision not to share')
  })

  it('shows each fault beside its field, with everything that was typed', async () => {
    const one = await world()
    for (const [change, words] of [
      [{ concern: '' }, 'Say in a few words what worries you'],
      [{ outcome: 'perhaps' }, 'What did you do? must be one of the choices shown'],
      [{ whom: '' }, 'Enter whom you told'],
      [{ day: '2026-11-25' }, 'The day you told them must be today or in the past'],
      [{ time: '11:59pm' }, 'The time you told them must not be in the future'],
      [{ how: '' }, 'Select how you told them'],
      [{ how: 'smoke' }, 'one of the choices'],
      [{ named: newId() }, 'Select whether your colleague knows'],
      [{ named: newId(), telling: 'told' }, 'Choose one of the people found'],
      [{ 'named-search': 'Amina' }, 'Find “Amina”, then choose the person you mean'],
    ] as const) {
      const page = await one.visit(one.ben).post('/concerns', { ...told, ...change })
      expect(page.status).toBe(422)
      expect(page.errors.join(' ')).toContain(words)
      if (!('concern' in change)) expect(page.source).toContain(worry)
    }
    const itself = { named: one.ben, telling: 'told' }
    expect((await one.visit(one.ben).post('/concerns', { ...told, ...itself })).errors.join(' ')).toContain('yourself')
  })

  it('is never blocked: by no policy, a route that is not there, a record that is not one’s own, or none', async () => {
    const one = await world()
    const other = (await one.visit(one.amina).get(one.session)).linkTo('Pass on a concern').split('=')[1] ?? ''
    const changes: Record<string, string>[] = [
      { route: '' },
      { route: 'none' },
      { from: 'nonsense' },
      { from: newId() },
    ]
    for (const change of changes) expect(await passedOn(one, change)).toContain('/concerns/')
    const dora = await one.visit(one.dora).post('/concerns', { ...told, from: other })
    expect((await one.visit(one.dora).get(dora.location ?? '')).text).not.toContain('Came from')
    expect((await one.visit(one.dora).get('/concerns/new/no-such-route')).heading).toBe(
      'Something else, or I am not sure',
    )
    await database.owner
      .query('delete from policy_version where organisation = $1', [one.organisation])
      .catch(() => null)
    const page = await one.visit(one.dora).get('/concerns/new')
    expect(page.linkTo('Something else')).toBe('/concerns/new/something-else')
  })

  it('finds the colleague it is about, and keeps what was typed while searching', async () => {
    const one = await world()
    const form = { ...told, 'named-search': 'Amina', _find: 'named' }
    const page = await one.visit(one.ben).post('/concerns', form)
    expect(page.text).toContain('Amina Yusuf')
    expect(page.source).toContain(worry)
  })
})

it('can be passed on from a session that has no record yet', async () => {
  const one = await trust()
  const session = await held(one)
  const page = await one.visit(one.amina).get(`${session}/record`)
  expect(page.linkTo('Pass on a concern')).toContain('/concerns/new?from=')
})

describe('the way in', () => {
  it('stands on every page on which something is said in confidence', async () => {
    const one = await trust()
    const id = await listed(one, one.ben)
    const planned = await brought(one, { people: [one.ben], cases: [{ by: one.ben, id }] })
    const ben = one.visit(one.ben)
    for (const path of [`/cases/${id}`, `/sessions/${planned}/preparation`, `/sessions/${planned}`])
      expect([path, (await ben.get(path)).linkTo('Pass on a concern')]).toEqual([path, expect.stringMatching(/from=/)])
    const other = await listed(one, one.dora)
    const cases = [{ by: one.dora, id: other }]
    const session = await heldWith(one, { people: [one.dora], cases, startsAt: '2026-11-25T10:00:00Z' })
    const href = `/sessions/${session}/cases/${other}/record`
    expect((await one.visit(one.amina).get(href)).linkTo('Pass on a concern')).toContain('from=')
    await one.visit(one.amina).post(`${href}/signature`, { ...discussion(), _version: '0' })
    for (const path of [href, `/sessions/${session}/record`, `/sessions/${session}/feedback`])
      expect([path, (await one.visit(one.dora).get(path)).linkTo('Pass on a concern')]).toEqual([
        path,
        expect.stringMatching(/from=/),
      ])
    const first = (await one.visit(one.dora).get(href)).linkTo('Pass on a concern')
    expect((await one.visit(one.dora).get(first)).text).toContain('It is kept with a record of a session')
    const fromCase = (await one.visit(one.dora).get(`/cases/${other}`)).linkTo('Pass on a concern')
    expect((await one.visit(one.dora).get(fromCase)).text).toContain('It is kept with a case')
  })
})

describe('from an agreement', () => {
  it('is kept with it for its people, and with nothing for everybody else', async () => {
    const one = await trust()
    const parties = [
      { person: one.ben, as: 'supervisee' as const },
      { person: one.amina, as: 'supervisor' as const },
    ]
    const agreement = await one.inside(one.ben, async (work) =>
      sure(await startAgreement(work, { template: 'one-to-one-contract', parties })),
    )
    const page = await one.visit(one.ben).get(`/agreements/${agreement}`)
    const first = await one.visit(one.ben).get(page.linkTo('Pass on a concern'))
    expect(first.text).toContain('It is kept with an agreement, apart from it')
    const href = await passedOn(one, { from: agreement })
    expect((await one.visit(one.noor).get(href)).text).toContain('An agreement')
    expect((await one.visit(one.dora).get(`/concerns/new?from=${agreement}`)).text).not.toContain('It is kept with')
  })
})
