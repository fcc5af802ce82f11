import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { ben, group } from '../session/session.examples.ts'
import { addSession } from '../session/session.store.ts'
import type { SessionFacts } from '../session/session.ts'
import { findAttendance, findPresent, saveAttendance } from './attendance.store.ts'

const database = await testDatabase()
const service = testComposition(database)

async function trust() {
  const organisation = await newOrganisation(database)
  return { organisation, in: <T>(body: (work: Work) => Promise<T>) => as(service, organisation, ben, body) }
}
const fresh = (session: SessionFacts): SessionFacts => ({ ...session, id: newId<'session'>(), version: 1 })
const add = (work: Work, session: SessionFacts) => addSession(work, { ...session, unit: null, series: null }, 'Room 4')

describe('attendance', () => {
  it('is corrected by further rows; the earlier ones stay', async () => {
    const { organisation, in: here } = await trust()
    const session = fresh(group)
    const times = { beganAt: session.startsAt, finishedAt: addMinutes(session.startsAt, 55) }
    const row = { person: ben, part: 'supervisee' as const, cause: null, minutes: 55 }
    await here(async (work) => {
      await add(work, session)
      await saveAttendance(work, session, { ...times, rows: [{ ...row, presence: 'present' }] })
    })
    await here((work) => saveAttendance(work, session, { ...times, rows: [{ ...row, presence: 'late' }] }))
    expect(await here((work) => findAttendance(work, session.id))).toEqual([{ ...row, presence: 'late' }])
    const kept = await database.owner.query('select count(*) from attendance where organisation = $1', [organisation])
    expect(Number(kept.rows[0].count)).toBe(2)
  })

  it('cannot be seen by the neighbour', async () => {
    const { in: here } = await trust()
    const session = fresh(group)
    const row = { person: ben, part: 'supervisee' as const, presence: 'present' as const, cause: null, minutes: 55 }
    const times = { beganAt: session.startsAt, finishedAt: addMinutes(session.startsAt, 55) }
    await here(async (work) => {
      await add(work, session)
      await saveAttendance(work, session, { ...times, rows: [row] })
    })
    const neighbour = await newOrganisation(database, 'Next door')
    expect(await as(service, neighbour, ben, (work) => findAttendance(work, session.id))).toEqual([])
    expect([...(await here((work) => findPresent(work, ben, [session.id])))]).toEqual([session.id])
  })
})
