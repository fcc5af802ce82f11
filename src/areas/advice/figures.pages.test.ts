import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld } from '../../../test/worlds/advice.ts'
import { day } from '../../platform/time/day.ts'
import { grantRole } from '../people/index.ts'
import { finishedQuarters } from './figures/quarter.ts'
import { tally } from './figures/tally.store.ts'

const database = await testDatabase()
const { world, setClock } = await adviceWorld(database)

describe('quarters', () => {
  it('are those that are over', () => {
    const names = (today: string) =>
      finishedQuarters(day(today))
        .slice(0, 2)
        .map(({ name }) => name)
    expect(names('2026-11-20')).toEqual(['July to September 2026', 'April to June 2026'])
    expect(names('2026-12-31')).toEqual(['July to September 2026', 'April to June 2026'])
    expect(names('2027-01-01')).toEqual(['October to December 2026', 'July to September 2026'])
    expect(finishedQuarters(day('2026-11-20')).at(-1)?.key).toBe('2024-4')
  })
})

describe('the figures of the desk', async () => {
  const one = await world('2026-08-12T10:00:00Z')
  await one.asService(async (work) => {
    const role = { person: one.otto, role: 'director' as const, from: day('2026-01-01'), to: null }
    const done = await grantRole(work, { ...role, reason: 'For figures' })
    if (!done.ok) throw new Error(done.reason)
    for (let times = 0; times < 9; times += 1)
      await tally(work, { kind: 'asked', urgency: 'today', hour: 9, inHours: true })
    for (let times = 0; times < 3; times += 1)
      await tally(work, { kind: 'asked', urgency: 'now', hour: 17, inHours: false })
    for (let times = 0; times < 12; times += 1) await tally(work, { kind: 'advised', urgency: 'now', theme: 'neglect' })
  })

  it('show a finished quarter to the desk and to directors, small numbers hidden', async () => {
    setClock('2026-11-20T10:00:00Z')
    for (const who of [one.otto, one.tom]) {
      const page = await one.visit(who).get('/advice/figures')
      expect(page.text).toContain('July to September 2026')
      expect(page.text).toMatch(/9am to 10am\s*(How many)?\s*9/)
      expect(page.text).toMatch(/5pm to 6pm\s*(How many)?\s*Not shown/)
      expect(page.text).toContain('The total is not shown')
      expect(page.text).toMatch(/Neglect\s*(How many)?\s*12/)
    }
  })

  it('show nothing of a quarter that goes on', async () => {
    setClock('2026-09-30T10:00:00Z')
    const page = await one.visit(one.otto).get('/advice/figures?quarter=2026-3')
    expect(page.text).toContain('April to June 2026')
    expect(page.headings).toContain('Nothing was asked in this quarter')
    setClock('2026-11-20T10:00:00Z')
  })

  it('are for nobody else, and take any quarter that is asked for', async () => {
    for (const who of [one.ben, one.grace]) expect((await one.visit(who).get('/advice/figures')).status).toBe(403)
    for (const strange of ['x', '9999-9', '%00', '2026-3&quarter=2'])
      expect((await one.visit(one.otto).get(`/advice/figures?quarter=${strange}`)).status).toBe(200)
  })
})
