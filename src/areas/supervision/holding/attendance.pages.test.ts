import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, secret, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { moment } from '../../../platform/time/moment.ts'
import { evidenceFor } from '../evidence.store.ts'
import { recordHeldSession } from './attendance.changes.ts'

const database = await testDatabase()
const { trust, setClock, booked, held } = await supervisionWorld(database)

describe('holding', () => {
  it('counts as evidence at once, and shows no word of it to anybody else', async () => {
    const world = await trust()
    await held(world)
    const rows = await world.inside(world.grace, (work) => evidenceFor(work))
    expect(rows.map((row) => [row.person, row.part, row.minutes]).sort()).toEqual(
      [
        [world.amina, 'delivering', 60],
        [world.ben, 'receiving', 60],
      ].sort(),
    )
    expect(JSON.stringify(rows)).not.toContain('Okoro')
  })

  it('is for the supervisor, after the start, with a word for everybody', async () => {
    const world = await trust()
    const href = await booked(world)
    const amina = world.visit(world.amina)
    expect((await amina.get(`${href}/attendance`)).status).toBe(409)
    expect((await world.visit(world.ben).get(`${href}/attendance`)).status).toBe(404)
    setClock('2026-11-24T15:05:00Z')
    const page = await amina.get(`${href}/attendance`)
    expect(page.formTo(`${href}/attendance`)).toMatchObject({
      [`came-${world.ben}`]: 'present',
      began: '2pm',
      finished: '3pm',
    })
    const send = (given: Record<string, string>) =>
      amina.post(`${href}/attendance`, {
        [`came-${world.ben}`]: 'present',
        began: '2pm',
        finished: '3pm',
        _version: '2',
        ...given,
      })
    expect((await send({ [`came-${world.ben}`]: '' })).errors).toEqual(['Select whether Ben Carter came'])
    expect((await send({ [`came-${world.ben}`]: 'absent' })).errors).toEqual(['Select why Ben Carter did not come'])
    expect((await send({ [`came-${world.ben}`]: 'absent', [`cause-${world.ben}`]: 'leave' })).errors[0]).toContain(
      'Nobody came',
    )
    expect((await send({ finished: '1pm' })).errors).toEqual(['The finish must be after the start'])
    expect((await send({ finished: '11pm' })).status).toBe(422)
    expect((await send({})).status).toBe(303)
    const stale = await send({})
    expect(stale.errors[0]).toContain('changed meanwhile')
  })

  it('points out words of the agreed focus that may tell who it is about, and keeps them once it is said why', async () => {
    const world = await trust()
    const href = await booked(world)
    setClock('2026-11-24T15:05:00Z')
    const amina = world.visit(world.amina)
    const came = { [`came-${world.ben}`]: 'present', began: '2pm', finished: '3pm', _version: '2' }
    const asked = await amina.post(`${href}/attendance`, { ...came, focus: 'Ben Carter and the visit to Sarah Jones' })
    expect(asked.errors).toEqual([expect.stringContaining('“Sarah Jones” (name)')])
    expect(asked.errors.join(' ')).not.toContain('Ben Carter')
    expect(asked.fieldValue('Agreed focus')).toContain('Sarah Jones')
    const again = { ...asked.formTo(`${href}/attendance`), identifiesNobody: 'The name of a clinic' }
    expect((await amina.post(`${href}/attendance`, again)).location).toBe(`${href}/record`)
    expect((await amina.get(href)).text).toContain('the visit to Sarah Jones')
    const lines = await database.owner.query<{ detail: unknown }>(
      "select detail from trail_event where organisation = $1 and deed = 'identifying text justified'",
      [world.organisation],
    )
    expect(lines.rows).toEqual([{ detail: { name: 1 } }])
  })

  it('can be recorded for a session that was never booked', async () => {
    const world = await trust()
    setClock()
    const form = { type: clinical, with: world.ben, ...at, day: '2026-11-18', time: '9am' }
    const amina = world.visit(world.amina)
    expect((await amina.post('/supervision/held-session', { ...form, day: '2026-11-21' })).status).toBe(422)
    expect(
      (await amina.post('/supervision/held-session', { ...form, day: '2026-11-20', time: '10am' })).errors[0],
    ).toContain('must be over')
    const done = await amina.post('/supervision/held-session', form)
    expect(done.location).toMatch(/^\/sessions\/.+\/record$/)
  })

  it('is judged by the deed itself, whoever calls it', async () => {
    const world = await trust()
    setClock()
    const startsAt = moment('2026-11-19T09:00:00Z')
    const finishedAt = moment('2026-11-19T10:00:00Z')
    const came = [{ person: world.ben, presence: 'present' as const, cause: null }]
    const record = (by: typeof world.ben) =>
      world.inside(by, (work) =>
        recordHeldSession(
          work,
          {
            id: work.newId(),
            type: clinical,
            format: 'one-to-one',
            state: 'booked',
            supervisor: by,
            supervisees: [world.ben],
            startsAt,
            minutes: 60,
            placeKind: 'in person',
            proposedBy: null,
            proposals: 1,
            rebooks: null,
            version: 1,
            unit: null,
            series: null,
          },
          { beganAt: startsAt, finishedAt, came, model: null, focus: '', version: 1 },
        ),
      )
    expect(await record(world.otto)).toMatchObject({ ok: false, field: 'supervisor' })
    expect(await record(world.grace)).toMatchObject({ ok: false, reason: expect.stringMatching(/agreed to it/) })
    expect(await record(world.amina)).toMatchObject({ ok: true })
  })

  it('is corrected by the supervisor, and who may read follows who was there', async () => {
    const world = await trust()
    setClock()
    const amina = world.visit(world.amina)
    const type = 'child-protection-case-work'
    const form = { unit: world.team, type, people: [world.ben, world.dora], ...at, minutes: '60' }
    const href = (await amina.post('/supervision/group-bookings', form)).location ?? ''
    setClock('2026-11-24T15:05:00Z')
    const times = { began: '2pm', finished: '3pm' }
    const ben = { [`came-${world.ben}`]: 'present' }
    const absent = { [`came-${world.dora}`]: 'absent', [`cause-${world.dora}`]: 'leave' }
    await amina.post(`${href}/attendance`, { ...ben, ...absent, ...times, _version: '1' })
    await amina.post(`${href}/record/signature`, { 'reflection--impact': secret, _version: '0' })
    expect((await world.visit(world.dora).get(`${href}/record`)).source).not.toContain(secret)
    const page = await amina.get(`${href}/attendance`)
    expect(page.heading).toBe('Correct who came')
    expect(page.formTo(`${href}/attendance`)).toMatchObject({ [`came-${world.dora}`]: 'absent' })
    await amina.post(`${href}/attendance`, { ...ben, [`came-${world.dora}`]: 'late', ...times, _version: '2' })
    expect((await world.visit(world.dora).get(`${href}/record`)).source).toContain(secret)
    await amina.post(`${href}/attendance`, { ...ben, ...absent, ...times, _version: '3' })
    expect((await world.visit(world.dora).get(`${href}/record`)).source).not.toContain(secret)
    const rows = await world.inside(world.amina, (work) => evidenceFor(work, { people: [world.dora] }))
    expect(rows).toEqual([])
  })
})
