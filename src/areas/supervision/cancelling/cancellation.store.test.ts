import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { amina, ben, booked, dora } from '../session/session.examples.ts'
import { addSession, saveSession } from '../session/session.store.ts'
import type { SessionFacts } from '../session/session.ts'
import { addCancellation, cancelledNotRebooked, findCancellation, undoCancellation } from './cancellation.store.ts'
import { cancel } from './cancellation.ts'

const rule = { who: 'supervisor' as const, within: { count: 1, unit: 'month' as const }, highPriority: true }
const database = await testDatabase()
const service = testComposition(database)

async function trust() {
  const organisation = await newOrganisation(database)
  return { organisation, in: <T>(body: (work: Work) => Promise<T>) => as(service, organisation, ben, body) }
}
const fresh = (session: SessionFacts): SessionFacts => ({ ...session, id: newId<'session'>(), version: 1 })
const add = (work: Work, session: SessionFacts) => addSession(work, { ...session, unit: null, series: null }, 'Room 4')

describe('a cancellation', () => {
  it('stands until it is rebooked, as at any day', async () => {
    const { in: here } = await trust()
    const session = fresh(booked)
    await here(async (work) => {
      await add(work, session)
      const decision = cancel(session, ben, { cause: 'leave', way: 'instead', version: 1 }, rule, work.moment)
      if (!decision.ok) throw new Error(decision.reason)
      await saveSession(work, decision.value.session)
      await addCancellation(work, decision.value.cancellation)
    })
    const open = (on = '2026-11-20', people: readonly (typeof ben)[] | null = null) =>
      here((work) => cancelledNotRebooked(work, people, day(on)))
    expect(await open()).toMatchObject([{ cancellation: { rebooker: amina, deadline: '2026-12-24' }, rebooked: null }])
    expect(await open('2026-11-19')).toEqual([])
    expect(await open('2026-11-20', [dora])).toEqual([])
    expect(await open('2026-11-20', [ben])).toHaveLength(1)
    await here((work) => add(work, { ...fresh(booked), rebooks: session.id, startsAt: moment('2026-12-01T10:00:00Z') }))
    expect(await open()).toEqual([])
    expect(await here((work) => findCancellation(work, session.id))).toMatchObject({ rebooked: { day: '2026-12-01' } })
    await here((work) => undoCancellation(work, session.id))
    expect(await here((work) => findCancellation(work, session.id))).toBeNull()
  })

  it('cannot be seen by the neighbour', async () => {
    const { in: here } = await trust()
    const session = fresh(booked)
    await here(async (work) => {
      await add(work, session)
      const decision = cancel(session, ben, { cause: 'leave', way: 'instead', version: 1 }, rule, work.moment)
      if (decision.ok) await addCancellation(work, decision.value.cancellation)
    })
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, ben, body)
    expect(await theirs((work) => findCancellation(work, session.id))).toBeNull()
    expect(await theirs((work) => cancelledNotRebooked(work, null, day('2026-12-31')))).toEqual([])
  })
})
