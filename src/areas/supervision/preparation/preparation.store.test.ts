import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { saveAttendance } from '../holding/attendance.store.ts'
import { amina, ben, dora, group } from '../session/session.examples.ts'
import { addSession } from '../session/session.store.ts'
import {
  findPreparation,
  findPreparations,
  findSheets,
  openPreparation,
  openSheet,
  preparedFor,
  savePreparation,
  saveSheetFacts,
} from './preparation.store.ts'

const database = await testDatabase()
const service = testComposition(database)

async function trust() {
  const organisation = await newOrganisation(database)
  const inside = <T>(person: typeof ben, body: (work: Work) => Promise<T>) => as(service, organisation, person, body)
  const session = { ...group, id: newId<'session'>() }
  await inside(amina, (work) => addSession(work, { ...session, unit: null, series: null }, 'Room 4'))
  return { inside, session }
}

describe('a preparation', () => {
  it('is made once however often it is opened, and saved as it is', async () => {
    const { inside, session } = await trust()
    const first = await inside(ben, (work) => openPreparation(work, session.id, { private: false }))
    const again = await inside(ben, (work) => openPreparation(work, session.id, { private: false }))
    expect(again).toEqual(first)
    const ready = { ...first, version: 1, recordsReviewed: true, firstReadyAt: first.begunAt, readyAt: first.begunAt }
    await inside(ben, (work) => savePreparation(work, ready))
    expect(await inside(amina, (work) => findPreparation(work, session.id, ben))).toEqual(ready)
    await inside(dora, (work) => openPreparation(work, session.id, { private: false }))
    expect(await inside(amina, (work) => findPreparations(work, [session.id]))).toHaveLength(2)
  })

  it('is seen by its author alone when it is private, in the database as well', async () => {
    const { inside, session } = await trust()
    const mine = await inside(ben, (work) => openPreparation(work, session.id, { private: true }))
    await inside(ben, (work) => openSheet(work, mine.id, null))
    expect(await inside(ben, (work) => findPreparation(work, session.id, ben))).toEqual(mine)
    expect(await inside(amina, (work) => findPreparations(work, [session.id]))).toEqual([])
    expect(await inside(amina, (work) => findSheets(work, mine.id))).toEqual([])
  })

  it('is not there for the neighbour, nor are its sheets and facts', async () => {
    const { inside, session } = await trust()
    const mine = await inside(ben, (work) => openPreparation(work, session.id, { private: false }))
    await inside(ben, (work) => openSheet(work, mine.id, null))
    const { inside: nextDoor } = await trust()
    expect(await nextDoor(ben, (work) => findPreparation(work, session.id, ben))).toBeNull()
    expect(await nextDoor(ben, (work) => findSheets(work, mine.id))).toEqual([])
    expect(
      await nextDoor(ben, async (work) => {
        await savePreparation(work, { ...mine, recordsReviewed: true })
        return findPreparations(work, [session.id])
      }),
    ).toEqual([])
    expect(await inside(ben, (work) => findPreparation(work, session.id, ben))).toEqual(mine)
  })
})

describe('the sheets', () => {
  it('are one about oneself and one for each case, and count their saves', async () => {
    const { inside, session } = await trust()
    const aCase = newId<'case'>()
    const sheets = await inside(ben, async (work) => {
      const { id } = await openPreparation(work, session.id, { private: false })
      const own = await openSheet(work, id, null)
      await openSheet(work, id, null)
      await openSheet(work, id, aCase)
      await saveSheetFacts(work, { ...own, save: 1 })
      return findSheets(work, id)
    })
    expect(sheets).toMatchObject([
      { case: null, save: 1 },
      { case: aCase, save: 0 },
    ])
  })
})

describe('who came prepared', () => {
  it('is whoever was ready before the session began, of those who came', async () => {
    const { inside, session } = await trust()
    const before = addMinutes(session.startsAt, -60)
    const readyAt = (person: typeof ben, at: typeof before) =>
      inside(person, async (work) => {
        const mine = await openPreparation(work, session.id, { private: false })
        await savePreparation(work, { ...mine, version: 1, firstReadyAt: at, readyAt: at })
      })
    await readyAt(ben, before)
    await readyAt(dora, session.startsAt)
    const row = { part: 'supervisee' as const, presence: 'present' as const, cause: null, minutes: 60 }
    await inside(amina, (work) =>
      saveAttendance(work, session, {
        beganAt: session.startsAt,
        finishedAt: addMinutes(session.startsAt, 60),
        rows: [ben, dora].map((person) => ({ ...row, person })),
      }),
    )
    const query = { people: null, types: [session.type], from: day('2026-11-01'), to: day('2026-11-30') }
    const facts = await inside(amina, (work) => preparedFor(work, query))
    expect(facts).toEqual([
      { person: ben, type: session.type, day: '2026-11-24', prepared: true },
      { person: dora, type: session.type, day: '2026-11-24', prepared: false },
    ])
    expect(await inside(amina, (work) => preparedFor(work, { ...query, people: [dora] }))).toHaveLength(1)
    expect(await inside(amina, (work) => preparedFor(work, { ...query, types: ['peer-review'] }))).toEqual([])
    const { inside: nextDoor } = await trust()
    expect(await nextDoor(amina, (work) => preparedFor(work, query))).toEqual([])
  })
})
