import { describe, expect, it } from 'vitest'
import { clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { findPairsOf } from '../pair/pair.store.ts'

const database = await testDatabase()
const { bareTrust: trust, setClock } = await supervisionWorld(database)

async function unsupervised() {
  setClock()
  const one = await trust()
  await one.visit(one.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: one.amina })
  const [pair] = await one.inside(one.ben, (work) => findPairsOf(work, one.ben))
  const form = { talked: 'no', notTalked: 'away', kind: 'left', when: 'today' }
  expect((await one.visit(one.amina).post(`/supervisors/${pair?.id}/end`, form)).status).toBe(303)
  return { ...one, at: `/people/${one.ben}/supervisor` }
}

describe('a line manager', () => {
  it('suggests somebody, who stands once the person agrees', async () => {
    const one = await unsupervised()
    const home = await one.visit(one.grace).get('/')
    expect(home.text).toContain('Ben Carter needs a supervisor')
    const page = await one.visit(one.grace).get(`${one.at}?type=${clinical}`)
    expect(page.heading).toBe('Help Ben Carter to find a supervisor')
    expect(page.text).not.toMatch(/ended|left/)
    const sent = await one.visit(one.grace).post(one.at, { type: clinical, with: one.amina })
    expect(sent.errors).toEqual([])
    expect((await one.visit(one.grace).get('/')).text).not.toContain('Ben Carter needs a supervisor')
    const asked = (await one.inside(one.ben, (work) => findPairsOf(work, one.ben))).find(
      (pair) => pair.state === 'asked',
    )
    const answered = await one.visit(one.ben).post(`/supervisors/${asked?.id}/consent`, { answer: 'yes' })
    expect(answered.status).toBe(303)
    expect((await one.visit(one.ben).get('/')).text).not.toContain('Choose a supervisor')
  })

  it('chooses only among those who may supervise it, and not for others’ staff', async () => {
    const one = await unsupervised()
    for (const person of [one.amina, one.noor, one.ben]) {
      expect((await one.visit(person).get(`${one.at}?type=${clinical}`)).status).toBe(404)
      expect((await one.visit(person).post(one.at, { type: clinical, with: one.amina })).status).toBe(404)
    }
    const send = (form: Record<string, string>) => one.visit(one.grace).post(one.at, form)
    expect((await send({ type: clinical })).errors).toEqual(['Select whom to ask'])
    expect((await send({ type: clinical, with: one.otto })).errors).toEqual(['Choose one of the people shown'])
    expect((await send({ type: clinical, with: 'x' })).errors).toEqual(['Choose one of the people shown'])
    expect((await send({ type: 'no such kind', with: one.amina })).status).toBe(404)
    expect((await one.visit(one.grace).get(`${one.at}?type=none`)).status).toBe(404)
  })
})
