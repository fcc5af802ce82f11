import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { adultAtRisk, family } from './case.examples.ts'
import { changeCase, closeCase, letReadCase, listCase, openCase, openCases, reopenCase } from './case.changes.ts'
import { findCase, findCasesOf, updateCase } from './case.store.ts'
import type { CaseId } from './case.ts'

const database = await testDatabase()
const service = testComposition(database)
const [ben, chloe] = [newId<'person'>(), newId<'person'>()]
const inside = <T>(organisation: OrganisationId, person: PersonId, body: (work: Work) => Promise<T>) =>
  as(service, organisation, person, body)

async function listed() {
  const organisation = await newOrganisation(database)
  const done = await inside(organisation, ben, (work) => listCase(work, family))
  if (!done.ok) throw new Error(done.reason)
  return { organisation, id: done.value }
}

describe('a case', () => {
  it('opens whole for its holder, and is nothing at all for anybody else', async () => {
    const { organisation, id } = await listed()
    const opened = await inside(organisation, ben, (work) => openCase(work, id))
    expect(opened).toMatchObject({
      ...family,
      holder: ben,
      state: 'open',
      version: 1,
      meetsCriterion: true,
      spoiled: [],
    })
    expect(await inside(organisation, chloe, (work) => openCase(work, id))).toBeNull()
    expect(await inside(organisation, ben, (work) => openCase(work, newId<'case'>()))).toBeNull()
  })

  it('keeps every saved version, and refuses a save from an older page', async () => {
    const { organisation, id } = await listed()
    const save = (fromSave: number, reference: string) =>
      inside(organisation, ben, (work) => changeCase(work, id, { fromSave, details: { ...family, reference } }))
    expect(await save(1, 'RV-2041/A')).toMatchObject({ ok: true, value: { version: 2, save: 2 } })
    expect((await save(1, 'RV-2041/B')).ok).toBe(false)
    expect((await inside(organisation, ben, (work) => openCase(work, id)))?.reference).toBe('RV-2041/A')
  })

  it('is closed with a kind of reason, listed after the open ones, and reopened', async () => {
    const { organisation, id } = await listed()
    await inside(organisation, ben, (work) => listCase(work, adultAtRisk))
    const close = (fromSave: number) =>
      inside(organisation, ben, (work) => closeCase(work, id, { fromSave, because: 'moved away' }))
    expect((await close(1)).ok).toBe(true)
    expect((await close(2)).ok).toBe(false)
    const states = await inside(organisation, ben, (work) => findCasesOf(work, ben))
    expect(states.map((one) => one.state)).toEqual(['open', 'closed'])
    expect(await inside(organisation, ben, (work) => openCase(work, id))).toMatchObject({
      ...family,
      closedBecause: 'moved away',
    })
    expect((await inside(organisation, ben, (work) => reopenCase(work, id, { fromSave: 2 }))).ok).toBe(true)
  })

  it('is read by those who are let in, by nobody’s own hand', async () => {
    const { organisation, id } = await listed()
    const letIn = (by: PersonId) =>
      inside(organisation, by, (work) =>
        letReadCase(work, id, [{ person: chloe, because: 'was present', until: null }]),
      )
    expect((await letIn(chloe)).ok).toBe(false)
    expect((await letIn(ben)).ok).toBe(true)
    expect(await inside(organisation, chloe, (work) => openCases(work, [id]))).toMatchObject([{ reference: 'RV-2041' }])
  })

  it('is saved only from its newest save', async () => {
    const { organisation, id } = await listed()
    const facts = await inside(organisation, ben, (work) => findCase(work, id))
    if (!facts) throw new Error('no case')
    const next = { ...facts, save: 2 }
    expect(await inside(organisation, ben, (work) => updateCase(work, next))).toBe(true)
    expect(await inside(organisation, ben, (work) => updateCase(work, next))).toBe(false)
  })

  it('says which field would not open when a byte was changed', async () => {
    const { organisation, id } = await listed()
    await database.owner.query(
      `update sealed_text set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where about = $1 and field = 'criteria'`,
      [id],
    )
    const opened = await inside(organisation, ben, (work) => openCase(work, id))
    expect(opened).toMatchObject({ reference: 'RV-2041', criteria: [], spoiled: ['criteria'] })
  })
})

describe('the neighbour', () => {
  it('cannot see a row of any table of cases', async () => {
    const { organisation, id } = await listed()
    await everyTable(organisation, id)
    const neighbour = await newOrganisation(database, 'Next door')
    for (const table of ['supervision_case', 'case_handover', 'session_case']) {
      const count = (work: Work) =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(work.db)
      expect([table, (await inside(organisation, ben, count)).rows[0]?.n]).toEqual([table, 1])
      expect([table, (await inside(neighbour, ben, count)).rows[0]?.n]).toEqual([table, 0])
    }
  })
})

async function everyTable(organisation: OrganisationId, id: CaseId) {
  const session = newId<'session'>()
  const run = (text: string, values: unknown[]) => database.owner.query(text, values)
  await run(
    `insert into supervision_session (organisation, id, type_key, format, state, supervisor, starts_at, minutes, ends_at,
      place_kind, booked_by, booked_at) values ($1, $2, 'x', 'group', 'booked', $3, now(), 60, now(), 'video', $3, now())`,
    [organisation, session, chloe],
  )
  await run(`insert into case_handover values ($1, $2, $3, $4, $5, 'offered', now())`, [
    organisation,
    newId(),
    id,
    ben,
    chloe,
  ])
  await run(`insert into session_case values ($1, $2, $3, $4, $5, 'brought', 1, now())`, [
    organisation,
    newId(),
    session,
    id,
    ben,
  ])
}
