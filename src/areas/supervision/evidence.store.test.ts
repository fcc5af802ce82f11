import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { newId, type OrganisationId } from '../../platform/ids.ts'
import { addMinutes, moment } from '../../platform/time/moment.ts'
import { evidenceFor, type EvidenceQuery } from './evidence.store.ts'
import { saveAttendance } from './holding/attendance.store.ts'
import { amina, ben, dora, femi, group } from './session/session.examples.ts'
import { addSession } from './session/session.store.ts'

const database = await testDatabase()
const service = testComposition(database)

const held = { ...group, startsAt: moment('2026-11-10T14:00:00Z') }
const came = [
  { person: ben, part: 'supervisee' as const, presence: 'present' as const, cause: null, minutes: 55 },
  { person: dora, part: 'supervisee' as const, presence: 'late' as const, cause: null, minutes: 55 },
  { person: femi, part: 'supervisee' as const, presence: 'absent' as const, cause: 'leave' as const, minutes: 0 },
  { person: amina, part: 'supervisor' as const, presence: 'present' as const, cause: null, minutes: 55 },
]

async function trustWithOneSession() {
  const organisation = await newOrganisation(database)
  const session = { ...held, id: newId<'session'>(), version: 1, unit: null, series: null }
  const times = { beganAt: held.startsAt, finishedAt: addMinutes(held.startsAt, 55) }
  await as(service, organisation, amina, async (work) => {
    await addSession(work, session, '')
    await saveAttendance(work, session, { ...times, rows: came })
  })
  const ask = (query: EvidenceQuery = {}) => as(service, organisation, amina, (work) => evidenceFor(work, query))
  return { organisation, session, times, ask }
}

const addOutside = (organisation: OrganisationId, state: 'asked' | 'vouched', answered: string | null) =>
  database.owner.query(
    `insert into outside_evidence values ($1, $2, $3, 'x', '2026-09-01', 60, 'one-to-one', true, 1, null, $4, $5,
      '2026-09-02T10:00Z', $6, 1)`,
    [organisation, newId(), ben, amina, state, answered],
  )

describe('evidence', () => {
  it('has a row for everybody who came, the supervisor as delivering', async () => {
    const { ask } = await trustWithOneSession()
    const rows = await ask()
    expect(rows.map((row) => row.person).sort()).toEqual([amina, ben, dora].sort())
    expect(rows.find((row) => row.person === ben)).toEqual({
      person: ben,
      source: rows[0]?.source,
      day: '2026-11-10',
      minutes: 55,
      type: 'child-protection-case-work',
      mode: 'group',
      remote: false,
      groupSize: 2,
      supervisor: amina,
      attendance: 'present',
      part: 'receiving',
      held: 'here',
      recordedAt: Date.parse('2026-11-20T10:00:00Z'),
    })
    expect(rows.find((row) => row.person === amina)?.part).toBe('delivering')
  })

  it('is for the people and days asked about', async () => {
    const { ask } = await trustWithOneSession()
    expect(await ask({ people: [femi] })).toEqual([])
    expect(await ask({ people: [ben] })).toHaveLength(1)
    expect(await ask({ people: [] })).toEqual([])
    expect(await ask({ to: '2026-11-09' as never })).toEqual([])
  })

  it('stays what it was when asked again as it was known', async () => {
    const { organisation, session, times, ask } = await trustWithOneSession()
    service.setClock(moment('2026-11-25T10:00:00Z'))
    const corrected = came.map((row) =>
      row.person === ben ? { ...row, presence: 'absent' as const, cause: 'leave' as const, minutes: 0 } : row,
    )
    await as(service, organisation, amina, (work) => saveAttendance(work, session, { ...times, rows: corrected }))
    expect((await ask()).map((row) => row.person)).not.toContain(ben)
    expect((await ask({ knownBy: moment('2026-11-21T10:00:00Z') })).map((row) => row.person)).toContain(ben)
    expect(await ask({ knownBy: moment('2026-11-19T10:00:00Z') })).toEqual([])
  })

  it('has what was held outside, and whether it was vouched for by then', async () => {
    const { organisation, ask } = await trustWithOneSession()
    await addOutside(organisation, 'vouched', '2026-10-05T10:00Z')
    const at = async (when: string) => (await ask({ people: [ben], knownBy: moment(when) })).map((row) => row.held)
    expect(await at('2026-09-03T10:00:00Z')).toEqual(['outside, not yet vouched for'])
    expect(await at('2026-10-06T10:00:00Z')).toEqual(['outside, vouched for'])
    expect(await at('2026-09-01T10:00:00Z')).toEqual([])
  })

  it('cannot be seen by the neighbour', async () => {
    await trustWithOneSession()
    const neighbour = await newOrganisation(database, 'Next door')
    expect(await as(service, neighbour, amina, (work) => evidenceFor(work))).toEqual([])
  })
})
