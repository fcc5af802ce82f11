import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { sql } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { agreeAction, reportOnAction } from './action.changes.ts'
import { actionsFrom, findAction, findClosedActionsOf, findReports, openActionsOf, saveAction } from './action.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [amina, ben] = [newId<'person'>(), newId<'person'>()]
const session = newId()

async function agreed() {
  const organisation = await newOrganisation(database)
  const made = await as(service, organisation, amina, (work) =>
    agreeAction(work, {
      owner: ben,
      text: 'Ring the school nurse',
      due: day('2026-11-30'),
      from: { kind: 'session', id: session },
      readers: [amina],
    }),
  )
  if (!made.ok) throw new Error(made.reason)
  return { organisation, id: made.value }
}

describe('actions', () => {
  it('are found for their owner and by what they were agreed in', async () => {
    const { organisation, id } = await agreed()
    const facts = { id, owner: ben, agreedBy: amina, due: '2026-11-30', state: 'open', version: 1 }
    expect(await as(service, organisation, ben, (work) => openActionsOf(work, [ben]))).toMatchObject([facts])
    expect(await as(service, organisation, ben, (work) => openActionsOf(work, [amina]))).toEqual([])
    expect(await as(service, organisation, ben, (work) => actionsFrom(work, 'session', [session]))).toMatchObject([
      facts,
    ])
  })

  it('are saved only from their newest version, and keep every report', async () => {
    const { organisation, id } = await agreed()
    const partly = { outcome: 'part done' as const, note: 'x', newDue: day('2026-12-05'), letGo: false, version: 1 }
    await as(service, organisation, ben, (work) => reportOnAction(work, id, partly))
    await as(service, organisation, ben, (work) => reportOnAction(work, id, { ...partly, outcome: 'done', version: 2 }))
    const stored = await as(service, organisation, ben, (work) => findAction(work, id))
    expect(stored).toMatchObject({ state: 'done', lastReport: 'done', version: 3 })
    if (stored)
      expect(await as(service, organisation, ben, (work) => saveAction(work, { ...stored, version: 3 }))).toBe(false)
    const reports = await as(service, organisation, ben, (work) => findReports(work, id))
    expect(reports.map((report) => [report.outcome, report.dueAfter])).toEqual([
      ['part done', '2026-12-05'],
      ['done', '2026-12-05'],
    ])
    expect(await as(service, organisation, ben, (work) => findClosedActionsOf(work, ben))).toHaveLength(1)
  })

  it('cannot be seen by the neighbour, nor their reports', async () => {
    const { organisation, id } = await agreed()
    const done = { outcome: 'done' as const, note: '', newDue: null, letGo: false, version: 1 }
    await as(service, organisation, ben, (work) => reportOnAction(work, id, done))
    const neighbour = await newOrganisation(database, 'Next door')
    expect(await as(service, neighbour, ben, (work) => findAction(work, id))).toBeNull()
    for (const table of ['action', 'action_report']) {
      const seen = await as(service, neighbour, ben, (work) => sql`select from ${sql.table(table)}`.execute(work.db))
      expect(seen.rows).toHaveLength(0)
    }
  })
})
