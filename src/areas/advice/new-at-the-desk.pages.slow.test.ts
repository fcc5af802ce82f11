import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld, asking, recordOf } from '../../../test/worlds/advice.ts'
import { sure } from '../../../test/worlds/case-work.ts'
import { sql } from '../../platform/database/database.ts'
import type { PersonId } from '../../platform/ids.ts'
import { grantRole } from '../people/index.ts'
import { letRead } from '../records/index.ts'
import { letDeskRead } from './request/letting.changes.ts'
import { aboutIntake } from './request/request.changes.ts'
import type { RequestId } from './request/request.ts'

const database = await testDatabase()
const { world } = await adviceWorld(database)
type World = Awaited<ReturnType<typeof world>>

const give = (one: World, person: PersonId, role: 'SPOA administrator' | 'safeguarding advisor') =>
  one.asService(async (work) =>
    sure(await grantRole(work, { person, role, from: work.today, to: null, reason: 'Joins the desk' })),
  )

describe('somebody new at the desk', () => {
  it('reads what is open as an administrator, once the service has let them in; never what is over', async () => {
    const one = await world()
    const open = await one.asked()
    const over = await one.asked()
    await one.visit(one.ben).post(`${over}/withdrawal`)
    await give(one, one.otto, 'SPOA administrator')
    expect((await one.visit(one.otto).get(open)).source).not.toContain(asking.details)
    await one.asService((work) => letDeskRead(work))
    await one.asService((work) => letDeskRead(work))
    expect((await one.visit(one.otto).get(open)).text).toContain(asking.details)
    expect((await one.visit(one.otto).get(over)).source).not.toContain(asking.details)
    expect((await one.visit(one.ben).get(open)).text).toContain('Otto Berg takes details at the desk')
  })

  it('takes what is open as a professional, and reads it then', async () => {
    const one = await world()
    const href = await one.asked()
    await give(one, one.otto, 'safeguarding advisor')
    expect((await one.visit(one.otto).get(href)).source).not.toContain(asking.details)
    expect((await one.visit(one.otto).post(`${href}/taking`)).location).toBe(href)
    expect((await one.visit(one.otto).get(href)).text).toContain(asking.details)
  })

  it('reads nothing of what was advised before', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    await give(one, one.otto, 'SPOA administrator')
    await one.asService((work) => letDeskRead(work))
    const page = await one.visit(one.otto).get(href)
    for (const words of [asking.details, recordOf.words]) expect(page.source).not.toContain(words)
  })

  it('reads nothing by a role that they gave themselves, by the database either', async () => {
    const one = await world()
    const href = await one.asked()
    const id = href.split('/').at(-1) as RequestId
    await give(one, one.otto, 'SPOA administrator')
    await give(one, one.amina, 'safeguarding advisor')
    await database.owner.query(
      'update role_grant set granted_to_self = true, granted_by = person, granted_at = $2 where person = any($1)',
      [[one.otto, one.amina], '2026-11-21T09:00:00Z'],
    )
    await one.asService((work) => letDeskRead(work))
    expect((await one.visit(one.otto).get(href)).source).not.toContain(asking.details)
    const reader = { person: one.otto, because: 'takes details at the desk', until: null } as const
    await expect(one.asService((work) => letRead(work, aboutIntake(id), [reader]))).rejects.toThrow(/row-level/)
    await expect(one.inside(one.otto, (work) => letRead(work, aboutIntake(id), [reader]))).rejects.toThrow(/row-level/)
    expect((await one.visit(one.amina).post(`${href}/taking`)).text).toContain('gave yourself this role')
    const texts = await one.inside(one.otto, async (work) => (await sql`select from sealed_text`.execute(work.db)).rows)
    expect(texts).toEqual([])
  })
})
