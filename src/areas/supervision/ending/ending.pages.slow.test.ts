import { describe, expect, it } from 'vitest'
import { endBy, endingForm, homeOf, together } from '../../../../test/worlds/ending.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { day } from '../../../platform/time/day.ts'
import { agreementBetween, findAgreement } from '../../agreements/index.ts'
import { findPairsOf } from '../pair/pair.store.ts'

const database = await testDatabase()
const world = await supervisionWorld(database)
const { setClock } = world

describe('ending supervision', () => {
  it('is one page, kindly worded, for either of the two alone', async () => {
    const one = await together(world)
    const page = await one.visit(one.ben).get(one.end)
    expect(page.heading).toBe('End supervision with Amina Yusuf')
    expect(page.text).toContain('for many good reasons')
    expect(page.text).not.toMatch(/fault|fail|blame|terminate/i)
    expect((await one.visit(one.amina).get(one.end)).heading).toBe('End supervision with Ben Carter')
    for (const person of [one.grace, one.noor, one.dora]) {
      expect((await one.visit(person).get(one.end)).status).toBe(404)
      expect((await one.visit(person).post(one.end, endingForm)).status).toBe(404)
    }
  })

  it('ends pair and contract from that day, and tells the line manager one thing', async () => {
    const one = await together(world)
    const at = await endBy(one, one.ben, { ...endingForm, kind: 'not working out' })
    const page = await one.visit(one.ben).get(at)
    expect(page.heading).toBe('Supervision with Amina Yusuf has ended')
    expect(page.text).toContain('On 19 November 2026')
    const [pair] = await one.inside(one.ben, (work) => findPairsOf(work, one.ben))
    expect(pair).toMatchObject({ state: 'ended', to: '2026-11-20' })
    expect(await one.inside(one.ben, (work) => findAgreement(work, one.contract))).toMatchObject({ state: 'ended' })
    const told = await homeOf(one, one.grace)
    expect(told).toContain('Ben Carter needs a supervisor for One-to-one clinical supervision')
    expect(told).not.toMatch(/Amina|match|\bended/)
    expect((await one.visit(one.grace).get(at)).status).toBe(404)
    expect(await homeOf(one, one.dora)).not.toContain('needs a supervisor')
    expect(await homeOf(one, one.ben)).toContain('Choose a supervisor for One-to-one clinical supervision')
    expect(await homeOf(one, one.amina)).toContain('Supervision with Ben Carter ends on 20 November 2026')
    expect((await one.visit(one.ben).get(one.end)).status).toBe(409)
  })

  it('from a later day on holds until then, the contract as well', async () => {
    const one = await together(world)
    const at = await endBy(one, one.amina, { ...endingForm, when: 'later', on: '2026-12-01' })
    expect((await one.visit(one.amina).get(at)).heading).toBe('Supervision with Ben Carter ends')
    const holds = (on: string) =>
      one.inside(one.ben, (work) =>
        agreementBetween(work, { template: 'one-to-one-contract', people: [one.ben, one.amina], on: day(on) }),
      )
    expect((await holds('2026-11-30'))?.id).toBe(one.contract)
    expect(await holds('2026-12-01')).toBeNull()
    expect((await one.visit(one.ben).get('/supervision/supervisors')).text).toContain('until 30 November 2026')
    setClock('2026-12-01T09:00:00Z')
    const pairs = await one.inside(one.ben, (work) => findPairsOf(work, one.ben))
    expect(pairs.map((pair) => pair.state)).toEqual(['ended'])
  })

  it('says beside each field what is missing, and loses nothing', async () => {
    const one = await together(world)
    const wrong = [
      [{ talked: '' }, 'Select whether you have talked'],
      [{ talkedOn: '' }, 'Enter the day on which you talked'],
      [{ talkedOn: '2026-11-21' }, 'today or in the past'],
      [{ talkedOn: '2026-05-01' }, 'more than 3 months ago'],
      [{ talked: 'no' }, 'Select what kept you'],
      [{ kind: '' }, 'Select what has changed'],
      [{ kind: 'their fault' }, 'one of the choices'],
      [{ when: '' }, 'Select from when'],
      [{ when: 'later', on: '2026-11-01' }, 'today or in the future'],
      [{ when: 'later', on: '2027-06-01' }, 'within 3 months'],
    ] as const
    for (const [typed, sentence] of wrong) {
      const page = await one.visit(one.ben).post(one.end, { ...endingForm, ...typed })
      expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(sentence)])
    }
  })

  it('keeps to whoever said it why they could not talk', async () => {
    const one = await together(world)
    const at = await endBy(one, one.ben, { ...endingForm, talked: 'no', notTalked: 'risk' })
    expect((await one.visit(one.ben).get(at)).text).toContain('put somebody at risk')
    const theirs = (await one.visit(one.amina).get(at)).text
    expect(theirs).toContain('Not before it ended')
    expect(theirs).not.toContain('risk')
  })

  it('can be begun from the contract’s page', async () => {
    const one = await together(world)
    const from = `/agreements/${one.contract}/ending`
    expect((await one.visit(one.dora).get(from)).status).toBe(404)
    expect((await one.visit(one.dora).post(from, endingForm)).status).toBe(404)
    expect((await one.visit(one.amina).get(from)).heading).toBe('End supervision with Ben Carter')
    expect((await one.visit(one.amina).post(from, endingForm)).status).toBe(303)
    expect((await one.visit(one.amina).post(from, endingForm)).status).toBe(422)
    expect((await one.visit(one.amina).get(from)).status).toBe(409)
  })
})

describe('taking it back', () => {
  it('brings pair and contract back within a day, for whoever ended it', async () => {
    const one = await together(world)
    const at = await endBy(one, one.ben)
    expect((await one.visit(one.amina).get(at)).buttons).not.toContain('Take it back')
    expect((await one.visit(one.amina).post(`${at}/undoing`, {})).status).toBe(409)
    expect((await one.visit(one.ben).get(at)).buttons).toContain('Take it back')
    expect((await one.visit(one.ben).post(`${at}/undoing`, {})).status).toBe(303)
    expect((await one.inside(one.ben, (work) => findPairsOf(work, one.ben)))[0]).toMatchObject({
      state: 'agreed',
      to: null,
    })
    expect(await one.inside(one.ben, (work) => findAgreement(work, one.contract))).toMatchObject({ state: 'signed' })
    expect(await homeOf(one, one.grace)).not.toContain('needs a supervisor')
    expect((await one.visit(one.ben).get(at)).text).toContain('This was taken back')
    expect((await one.visit(one.ben).post(`${at}/undoing`, {})).status).toBe(409)
  })

  it('is over after a day', async () => {
    const one = await together(world)
    const at = await endBy(one, one.ben)
    setClock('2026-11-21T10:01:00Z')
    expect((await one.visit(one.ben).get(at)).buttons).not.toContain('Take it back')
    expect((await one.visit(one.ben).post(`${at}/undoing`, {})).status).toBe(409)
  })
})
