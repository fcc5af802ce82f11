import { describe, expect, it } from 'vitest'
import { caseWorkWith, discussion } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { openingWorld, type OpeningWorld, words } from '../../../../test/worlds/opening.ts'
import { newId } from '../../../platform/ids.ts'
import { addMinutes } from '../../../platform/time/moment.ts'

const database = await testDatabase()
const { world, at, colleague, now, ...deeds } = await openingWorld(database)
const { listed, heldWith } = caseWorkWith(deeds)
const pathOf = (one: OpeningWorld) => `/case-discussions/${one.record}`
const open = (one: OpeningWorld, purpose = 'quality of supervision') =>
  one.visit(one.noor).post(`${pathOf(one)}/opening`, { purpose })

describe('a safeguarding lead', () => {
  it('sees the discussions of the own service in facts, opens one for a purpose and an hour', async () => {
    const one = await world()
    const noor = one.visit(one.noor)
    const list = await noor.get('/case-discussions')
    expect(list.text).toContain('Case brought by Ben Carter')
    expect(list.source).not.toContain(words)
    const ask = await noor.get(pathOf(one))
    expect(ask.source).not.toContain(words)
    expect((await noor.post(`${pathOf(one)}/opening`, {})).errors).toEqual(['Select what you read it for'])
    expect((await open(one, 'curiosity')).status).toBe(422)
    const page = await one.visit(one.noor).get((await open(one)).location ?? '')
    expect(page.text).toContain(`${words} risks`)
    expect(page.text).toContain('You read this as the safeguarding lead')
    at(61)
    expect((await one.visit(one.noor).get(pathOf(one))).source).not.toContain(words)
    expect((await one.visit(one.noor).get(one.href)).status).toBe(404)
  })

  it('is seen by the people of the session under “who has seen this”', async () => {
    const one = await world()
    await one.visit(one.noor).get((await open(one)).location ?? '')
    for (const person of [one.ben, one.amina])
      expect((await one.visit(person).get(one.href)).text).toContain('Noor Haddad')
  })

  it('opens it once at a time, and each time leaves a line', async () => {
    const one = await world()
    at(-61)
    await open(one)
    expect((await open(one)).status).toBe(403)
    at(0)
    expect((await open(one)).status).toBe(303)
    const kept = await database.owner.query(
      "select detail from trail_event where about = $1 and deed = 'opened as safeguarding lead'",
      [one.record],
    )
    expect(kept.rows).toMatchObject([{ detail: { purpose: 'quality of supervision' } }, {}])
  })

  it('never reads a discussion of their own staff, and is told why', async () => {
    const one = await world()
    await database.owner.query('update post set manager = $1 where organisation = $2 and person = $3', [
      one.noor,
      one.organisation,
      one.ben,
    ])
    const page = await one.visit(one.noor).get(pathOf(one))
    expect(page.status).toBe(403)
    expect(page.text).toContain('You are the line manager of somebody in this session')
    expect((await open(one)).status).toBe(403)
  })

  it('never reads as the lead what they missed of a session of their own', async () => {
    const one = await world()
    const id = await listed(one, one.ben)
    const people = [one.ben, one.noor]
    const startsAt = addMinutes(now, -2 * 24 * 60)
    const session = await heldWith(one, { people, cases: [{ by: one.ben, id }], absent: [one.noor], startsAt })
    const signing = `/sessions/${session}/cases/${id}/record/signature`
    await one.visit(one.amina).post(signing, { ...discussion(words), _version: '0' })
    const found = await database.owner.query('select id from session_record where session = $1', [session])
    at(0)
    const path = `/case-discussions/${found.rows[0].id}`
    expect((await one.visit(one.noor).post(`${path}/opening`, { purpose: 'quality of supervision' })).status).toBe(403)
    const page = await one.visit(one.noor).get(path)
    expect(page.status).toBe(403)
    expect(page.text).toContain('about a session of your own')
  })

  it('reads nothing of another service, nor from before they had the role', async () => {
    const one = await world()
    const elsewhere = await colleague(one, 'Elsewhere', { role: 'named professional' })
    const unit = newId<'unit'>()
    await database.owner.query('insert into unit (organisation, id) values ($1, $2)', [one.organisation, unit])
    await database.owner.query('update post set unit = $1 where organisation = $2 and person = $3', [
      unit,
      one.organisation,
      elsewhere,
    ])
    const late = await colleague(one, 'Late', { role: 'named professional', granted: 1 })
    for (const [person, why] of [
      [elsewhere, 'not of your own service'],
      [late, 'before you had this role'],
    ] as const) {
      const page = await one.visit(person).get(pathOf(one))
      expect(page.status).toBe(403)
      expect(page.text).toContain(why)
      expect((await one.visit(person).get('/case-discussions')).text).not.toContain('Case brought by')
    }
  })

  it('in a unit where several hold safeguarding roles serves the whole organisation', async () => {
    const one = await world()
    const unit = newId<'unit'>()
    await database.owner.query('insert into unit (organisation, id) values ($1, $2)', [one.organisation, unit])
    await database.owner.query('update post set unit = $1 where organisation = $2 and person = any($3)', [
      unit,
      one.organisation,
      [one.noor, one.sana],
    ])
    expect((await one.visit(one.noor).get('/case-discussions')).text).toContain('Case brought by Ben Carter')
    await database.owner.query('update post set unit = null where organisation = $1 and person = $2', [
      one.organisation,
      one.sana,
    ])
    expect((await one.visit(one.noor).get(pathOf(one))).text).toContain('not of your own service')
  })

  it('is named or designated: nobody else gets as far as the list', async () => {
    const one = await world()
    for (const other of [one.sana, one.marek, one.grace, one.ben, one.amina, one.otto]) {
      for (const path of ['/case-discussions', pathOf(one)]) expect((await one.visit(other).get(path)).status).toBe(403)
      expect(
        (await one.visit(other).post(`${pathOf(one)}/opening`, { purpose: 'quality of supervision' })).status,
      ).toBe(403)
    }
    for (const id of [newId(), 'nonsense', one.session])
      expect((await one.visit(one.noor).get(`/case-discussions/${id}`)).status).toBe(404)
  })
})
