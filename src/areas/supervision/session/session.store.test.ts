import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type OrganisationId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { addCancellation } from '../cancelling/cancellation.store.ts'
import { cancel } from '../cancelling/cancellation.ts'
import { saveAttendance } from '../holding/attendance.store.ts'
import { amina, ben, booked, dora, femi, group, proposed, tuesday } from './session.examples.ts'
import {
  addProposal,
  addSession,
  answerProposal,
  findClashes,
  findNextDays,
  nextDaysByType,
  findProposals,
  findSession,
  findSessionsOf,
  saveSession,
} from './session.store.ts'
import type { SessionFacts, SessionId } from './session.ts'

const database = await testDatabase()
const service = testComposition(database)
const rule = { who: 'supervisor' as const, within: { count: 1, unit: 'month' as const }, highPriority: true }

async function trust() {
  const organisation = await newOrganisation(database)
  return { organisation, in: <T>(body: (work: Work) => Promise<T>) => as(service, organisation, ben, body) }
}
const fresh = (session: SessionFacts): SessionFacts => ({ ...session, id: newId<'session'>(), version: 1 })
const add = (work: Work, session: SessionFacts) => addSession(work, { ...session, unit: null, series: null }, 'Room 4')

describe('a session', () => {
  it('comes back as it was added, with its people and the first time of its conversation', async () => {
    const { in: here } = await trust()
    const session = fresh(proposed)
    await here((work) => add(work, session))
    expect(await here((work) => findSession(work, session.id))).toMatchObject({ ...session, bookedBy: ben, held: null })
    expect(await here((work) => findProposals(work, session.id))).toMatchObject([
      { number: 1, by: ben, place: 'Room 4', answer: null, startsAt: tuesday.startsAt },
    ])
  })

  it('is saved only from its newest version', async () => {
    const { in: here } = await trust()
    const session = fresh(booked)
    await here((work) => add(work, session))
    const next = { ...session, state: 'cancelled' as const, version: 2 }
    expect(await here((work) => saveSession(work, next))).toBe(true)
    expect(await here((work) => saveSession(work, next))).toBe(false)
  })

  it('keeps every time that was suggested, and its answer', async () => {
    const { in: here } = await trust()
    const session = fresh(proposed)
    await here(async (work) => {
      await add(work, session)
      await answerProposal(work, session.id, { number: 1, answer: 'another time' })
      await addProposal(work, { ...session, proposals: 2, minutes: 30 }, 'Room 5')
    })
    expect((await here((work) => findProposals(work, session.id))).map((one) => [one.number, one.answer])).toEqual([
      [1, 'another time'],
      [2, null],
    ])
  })

  it('clashes with what overlaps it for any of its people, by a minute', async () => {
    const { in: here } = await trust()
    await here((work) => add(work, fresh(group)))
    const at = (from: string, to: string, people = [dora]) =>
      here((work) => findClashes(work, people, { from: moment(from), to: moment(to), but: null }))
    expect(await at('2026-11-24T14:59:00Z', '2026-11-24T16:00:00Z')).toMatchObject([{ person: dora }])
    expect(await at('2026-11-24T15:00:00Z', '2026-11-24T16:00:00Z')).toEqual([])
    expect(await at('2026-11-24T13:00:00Z', '2026-11-24T14:01:00Z', [amina])).toHaveLength(1)
    expect(await at('2026-11-24T13:00:00Z', '2026-11-24T14:01:00Z', [newId<'person'>()])).toEqual([])
  })

  it('is found for each of its people, and as the next one ahead', async () => {
    const { in: here } = await trust()
    await here((work) => add(work, fresh(group)))
    const span = { from: moment('2026-11-01T00:00:00Z'), to: moment('2026-12-01T00:00:00Z') }
    for (const person of [amina, ben, dora, femi])
      expect(await here((work) => findSessionsOf(work, person, span))).toHaveLength(1)
    expect([...(await here((work) => findNextDays(work, [ben, amina], null)))]).toEqual([[ben, '2026-11-24']])
    const byType = await here((work) => nextDaysByType(work, [ben, amina]))
    expect([...byType].map(([person, days]) => [person, [...days]])).toEqual([[ben, [[group.type, '2026-11-24']]]])
  })
})

describe('the neighbour', () => {
  it('cannot see a row of any table of supervision', async () => {
    const { organisation, in: here } = await trust()
    await arrangeEverything(organisation, here)
    const neighbour = await newOrganisation(database, 'Next door')
    for (const table of tables) {
      const own = await here((work) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(work.db),
      )
      expect([table, Number(own.rows[0]?.n)]).not.toEqual([table, 0])
      const theirs = await as(service, neighbour, ben, (work) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(work.db),
      )
      expect([table, Number(theirs.rows[0]?.n)]).toEqual([table, 0])
    }
  })
})

const tables = [
  'supervisory_pair',
  'session_series',
  'session_series_skip',
  'supervision_session',
  'session_supervisee',
  'session_proposal',
  'session_cancellation',
  'booking_override',
  'attendance',
  'session_record',
  'session_record_version',
  'session_record_answer',
  'outside_evidence',
  'outside_evidence_words',
]

/** One row in every table, by the owner where no store is needed for it. */
async function arrangeEverything(
  organisation: OrganisationId,
  here: <T>(body: (work: Work) => Promise<T>) => Promise<T>,
) {
  const session = fresh(booked)
  await here(async (work) => {
    await add(work, session)
    const decision = cancel(session, ben, { cause: 'leave', way: 'instead', version: 1 }, rule, work.moment)
    if (decision.ok) await addCancellation(work, decision.value.cancellation)
    const times = { beganAt: session.startsAt, finishedAt: addMinutes(session.startsAt, 55) }
    const row = { person: ben, part: 'supervisee' as const, presence: 'present' as const, cause: null, minutes: 55 }
    await saveAttendance(work, session, { ...times, rows: [row] })
  })
  await arrangeRest(organisation, session.id)
}

async function arrangeRest(organisation: OrganisationId, session: SessionId) {
  const owner = (text: string, values: unknown[]) => database.owner.query(text, values)
  const [series, record, evidence] = [newId(), newId(), newId()]
  await owner(`insert into supervisory_pair values ($1, $2, $3, $4, 'x', 'asked', $3, now(), false)`, [
    organisation,
    newId(),
    ben,
    amina,
  ])
  await owner(`insert into session_series values ($1, $2, 'x', $3, 1, 'weeks', '2026-01-01', '10:00', $3, now())`, [
    organisation,
    series,
    amina,
  ])
  await owner(`insert into session_series_skip values ($1, $2, '2026-01-01', 'weekend', null)`, [organisation, series])
  await owner(`insert into booking_override values ($1, $2, $3, 'x', 'y', 'z', $4, now())`, [
    organisation,
    newId(),
    session,
    amina,
  ])
  await owner(`insert into session_record values ($1, $2, $3, 'session', $4, 1, 1, false, now(), now())`, [
    organisation,
    record,
    session,
    amina,
  ])
  await owner(`insert into session_record_version values ($1, $2, 1, $3, now())`, [organisation, record, amina])
  await owner(`insert into session_record_answer values ($1, $2, $3, 1, $4, 'agreed', now())`, [
    organisation,
    newId(),
    record,
    ben,
  ])
  await owner(
    `insert into outside_evidence values ($1, $2, $3, 'x', '2026-01-01', 60, 'one-to-one', false, 1, null, $4, 'asked', now(), null, 1)`,
    [organisation, evidence, ben, amina],
  )
  await owner(`insert into outside_evidence_words values ($1, $2, 'Somebody', '')`, [organisation, evidence])
}
