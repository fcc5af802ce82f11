import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld, asking } from '../../../test/worlds/advice.ts'
import { newId } from '../../platform/ids.ts'
import { tellOfWaiting } from './request/alarm.job.ts'

const database = await testDatabase()
const { world, setClock } = await adviceWorld(database)
const opened = '2026-11-20T10:00:00Z'

describe('asking', () => {
  it('takes one short form; the caller sees how it stands', async () => {
    const one = await world()
    const page = await one.visit(one.ben).get('/advice')
    expect(page.headings).toContain('Ask for a call back')
    const sent = await one.visit(one.ben).postAndFollow('/advice/requests', asking)
    expect(sent.heading).toBe('Request for advice')
    expect(sent.text).toContain('The whole desk sees your request')
    expect(sent.text).toContain(asking.details)
    expect((await one.visit(one.ben).get('/advice')).headings.join()).not.toContain('Your policy names no')
    expect((await one.visit(one.ben).get('/advice')).text).toContain('What I asked')
  })

  it.each([
    [{ details: ' ' }, 'Say in a few words what you need advice on'],
    [{ urgency: '' }, 'Select how soon you need it'],
    [{ urgency: 'yesterday' }, 'How soon do you need it? must be from the choices shown'],
    [{ phone: '' }, 'Enter a number to ring you on'],
    [{ phone: 'ring me' }, 'Enter a phone number in digits, such as 01632 960123'],
  ])('refuses %o beside the field, with nothing lost', async (wrong, message) => {
    const one = await world()
    const page = await one.visit(one.ben).post('/advice/requests', { ...asking, ...wrong })
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([expect.stringContaining(message.slice(0, 30))])
    if (!('details' in wrong)) expect(page.fieldValue('What do you need advice on?')).toBe(asking.details)
  })

  it('points out words that may identify somebody, once', async () => {
    const one = await world()
    const details = 'Worried about Kayleigh Thornton, born 3 May 2019'
    const ben = one.visit(one.ben)
    const page = await ben.post('/advice/requests', { ...asking, details })
    expect(page.errors.join()).toContain('This may identify somebody')
    const form = { ...page.formTo('/advice/requests'), ...asking, details, identifiesNobody: 'Made up for a test' }
    expect((await ben.post('/advice/requests', form)).status).toBe(303)
  })

  it('tells at once whom to ring when it cannot wait and nobody is there', async () => {
    const one = await world('2026-11-20T16:21:00Z')
    const page = await one.visit(one.ben).postAndFollow('/advice/requests', { ...asking, urgency: 'now' })
    expect(page.text).toContain('emergency duty team or the police')
  })

  it('needs a desk in the policy', async () => {
    const one = await world('2025-12-31T10:00:00Z')
    const page = await one.visit(one.ben).post('/advice/requests', asking)
    expect([page.status, page.errors]).toEqual([422, [expect.stringContaining('names no advice desk')]])
  })
})

describe('the desk', () => {
  it('is for its people alone', async () => {
    const one = await world()
    for (const path of ['/advice/desk', '/advice/calls/new'])
      expect((await one.visit(one.ben).get(path)).status).toBe(403)
    expect((await one.visit(one.pip).get('/advice/desk')).headings).toContain('Nobody waits')
  })

  it('takes the details of a caller, and hands them on', async () => {
    const one = await world()
    const pip = one.visit(one.pip)
    const found = await pip.post('/advice/calls', { _find: 'caller', 'caller-search': 'Ben' })
    expect(found.text).toContain('Ben Carter')
    expect((await pip.post('/advice/calls', { ...asking, caller: '' })).errors).toEqual(['Find and choose the caller'])
    expect((await pip.post('/advice/calls', { ...asking, caller: newId() })).errors).toEqual([
      'Choose one of the people found',
    ])
    const wrong = await pip.post('/advice/calls', { ...asking, caller: one.ben, to: one.otto })
    expect(wrong.errors).toEqual(['Choose somebody who advises at the desk'])
    const sent = await pip.postAndFollow('/advice/calls', { ...asking, caller: one.ben, to: one.tom })
    expect(sent.text).toContain('Tom Whitfield')
    expect((await one.visit(one.tom).get('/')).text).toContain('Take the request handed to you')
    expect((await one.visit(one.ben).get('/advice')).text).toContain('Handed on')
    expect((await pip.get('/advice/desk')).text).toContain('Ben Carter')
  })

  it('shows what was asked to nobody before they take it', async () => {
    const one = await world()
    const href = await one.asked()
    const before = await one.visit(one.tom).get(href)
    expect(before.source).not.toContain(asking.details)
    await one.visit(one.tom).post(`${href}/taking`)
    expect((await one.visit(one.tom).get(href)).text).toContain(asking.details)
    expect((await one.visit(one.noor).get(href)).source).not.toContain(asking.details)
    expect((await one.visit(one.pip).get(href)).text).toContain(asking.details)
    for (const who of [one.grace, one.otto, one.amina]) expect((await one.visit(who).get(href)).status).toBe(404)
  })

  it('lets one take it, and the next only when it was handed on', async () => {
    const one = await world()
    const href = await one.asked()
    expect((await one.visit(one.pip).post(`${href}/taking`)).status).toBe(409)
    expect((await one.visit(one.tom).post(`${href}/taking`)).location).toBe(href)
    expect((await one.visit(one.noor).post(`${href}/taking`)).text).toContain('A colleague has taken it')
    expect((await one.visit(one.ben).post(`${href}/withdrawal`)).status).toBe(409)
    await one.visit(one.tom).post(`${href}/hand-over`, { to: one.noor })
    await one.visit(one.noor).post(`${href}/taking`)
    expect((await one.visit(one.tom).get(href)).source).not.toContain(asking.details)
    await one.visit(one.noor).post(`${href}/return`)
    expect((await one.visit(one.noor).get(href)).source).not.toContain(asking.details)
    expect((await one.visit(one.tom).get('/')).text).toContain('Nobody has a request yet')
  })

  it('does not advise itself', async () => {
    const one = await world()
    const href = (await one.visit(one.tom).post('/advice/requests', asking)).location ?? ''
    expect((await one.visit(one.tom).post(`${href}/taking`)).status).toBe(404)
    expect((await one.visit(one.pip).post(`${href}/hand-over`, { to: one.tom })).errors.join()).toContain(
      'asked for this advice',
    )
  })

  it('says where to turn instead; the caller reads it, or still needs the desk', async () => {
    const one = await world()
    const href = await one.asked()
    expect((await one.visit(one.noor).post(`${href}/elsewhere`, { turnTo: 'Ring pharmacy' })).status).toBe(422)
    expect((await one.visit(one.pip).post(`${href}/elsewhere`, { turnTo: '' })).errors).toEqual([
      'Say where they should turn instead',
    ])
    await one.visit(one.pip).post(`${href}/elsewhere`, { turnTo: 'Ring the pharmacy line' })
    expect((await one.visit(one.ben).get('/')).text).toContain('Read where to turn')
    expect((await one.visit(one.ben).get(href)).text).toContain('Ring the pharmacy line')
    await one.visit(one.ben).post(`${href}/renewal`)
    expect((await one.visit(one.tom).get('/')).text).toContain('Nobody has a request yet')
    await one.visit(one.pip).post(`${href}/elsewhere`, { turnTo: 'Ring the pharmacy line' })
    await one.visit(one.ben).post(`${href}/receipt`)
    expect((await one.visit(one.ben).get(href)).text).toContain('This request is over')
  })

  it('takes a further word while it has the request', async () => {
    const one = await world()
    const href = await one.asked()
    expect((await one.visit(one.ben).post(`${href}/words`, { more: '' })).errors).toEqual([
      'Write what you want to add',
    ])
    await one.visit(one.ben).post(`${href}/words`, { more: 'She has called back' })
    expect((await one.visit(one.pip).get(href)).text).toContain('She has called back')
    await one.visit(one.ben).post(`${href}/withdrawal`)
    expect((await one.visit(one.ben).post(`${href}/words`, { more: 'Too late' })).status).toBe(422)
  })
})

describe('what waits too long', () => {
  it('is told to the desk, then to the leads, once each', async () => {
    const one = await world()
    const href = await one.asked()
    const alarm = () => one.asService((work) => tellOfWaiting(work))
    const told = async () => {
      const rows = await database.owner.query(
        "select count(*)::int as n from outbox where template = 'advice-waits' and organisation = $1",
        [one.organisation],
      )
      return (rows.rows as { n: number }[])[0]?.n
    }
    await alarm()
    expect(await told()).toBe(0)
    setClock('2026-11-20T11:00:00Z')
    await alarm()
    const desk = await told()
    expect(desk).toBe(3)
    await alarm()
    expect(await told()).toBe(desk)
    expect((await one.visit(one.tom).get('/')).text).toContain('Its time has passed')
    setClock('2026-11-20T12:00:00Z')
    await alarm()
    expect(await told()).toBe(4)
    expect((await one.visit(one.tom).get(href)).text).toContain('The safeguarding leads have been told')
    setClock(opened)
  })
})
