import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asPerson, asService } from '../../../platform/composition.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { peopleArea } from '../../people/area.ts'
import { askerFor, registrationsOf } from '../../people/index.ts'
import { makeSmallWorld } from '../../people/people.examples.ts'
import { policyArea } from '../area.ts'
import { approveVersion, draftVersion } from '../version/version.changes.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [peopleArea, policyArea], identify: askerFor })
const pack = readFileSync('policy-packs/examples/small.yaml', 'utf8')
const given = { role: 'safeguarding-advisor', 'from-day': '1', 'from-month': '11', 'from-year': '2026' }

async function world() {
  const organisation = await newOrganisation(database)
  const people = await asService(service.composition, { organisation }, makeSmallWorld)
  await asPerson(service.composition, { organisation, person: people.dilys }, async (work) => {
    const draft = await draftVersion(work, pack)
    if (!draft.ok) throw new Error('The example pack has faults')
    await approveVersion(work, draft.id, { revision: 1, from: day('2025-01-01'), anyApprovers: false })
  })
  const visit = (person: PersonId) => service.visitor(organisation, person)
  return { organisation, people, visit, address: `/people/${people.grace}/supervisor-roles` }
}

describe('supervisor roles', () => {
  it('are given from a day, shown on the person’s page, and ended', async () => {
    const { people, visit, address } = await world()
    const done = await visit(people.dilys).postAndFollow(address, given)
    expect(done.text).toContain('Safeguarding advisor')
    expect((await visit(people.dilys).get(`/people/${people.grace}`)).text).toContain('May supervise as')
    const ending = done.linkTo('End the role Safeguarding advisor')
    const page = await visit(people.dilys).get(ending)
    expect(page.heading).toContain('End the role Safeguarding advisor')
    const last = { 'lastDay-day': '18', 'lastDay-month': '11', 'lastDay-year': '2026' }
    const ended = await visit(people.dilys).postAndFollow(ending, last)
    expect(ended.text).toContain('None yet')
    expect(ended.text).toContain('1 November 2026 to 18 November 2026')
  })

  it('end with a day that can be, and the end is taken back within a week', async () => {
    const { people, visit, address } = await world()
    const dilys = visit(people.dilys)
    const ending = (await dilys.postAndFollow(address, given)).linkTo('End the role Safeguarding advisor')
    const last = (day: string, month = '11') => ({ 'lastDay-day': day, 'lastDay-month': month, 'lastDay-year': '2026' })
    for (const [form, words] of [
      [last('31'), 'real date'],
      [last('', ''), 'Last day'],
      [last('30', '10'), 'must not be before the role began'],
    ] as const) {
      const page = await dilys.post(ending, form)
      expect(page.status).toBe(422)
      expect(page.errors.join(' ')).toContain(words)
    }
    await dilys.post(ending, last('18'))
    expect((await dilys.post(ending, last('17'))).errors.join(' ')).toContain('has a last day already')
    const back = await dilys.postAndFollow(`${ending}/undoing`)
    expect(back.text).toContain('Since 1 November 2026')
    expect((await dilys.post(`${ending}/undoing`)).status).toBe(409)
    await dilys.post(ending, last('18'))
    service.composition.setClock(moment('2026-11-28T10:00:00Z'))
    expect((await visit(people.dilys).post(`${ending}/undoing`)).status).toBe(409)
    expect((await visit(people.dilys).get(address)).text).not.toContain('Ended in the last days')
    service.composition.setClock(moment('2026-11-20T10:00:00Z'))
  })

  it('that end are taken back by nobody for themselves, nor after the role was given again', async () => {
    const { people, visit, address } = await world()
    const ending = (await visit(people.dilys).postAndFollow(address, given)).linkTo('End the role Safeguarding advisor')
    const last = { 'lastDay-day': '10', 'lastDay-month': '11', 'lastDay-year': '2026' }
    await visit(people.dilys).post(ending, last)
    await visit(people.dilys).post(address, { ...given, 'from-day': '15' })
    const again = await visit(people.dilys).post(`${ending}/undoing`)
    expect(again.status).toBe(409)
    expect(again.text).toContain('given the role again')
    for (const nobody of [people.ben, people.grace]) {
      expect((await visit(nobody).get(ending)).status).toBe(403)
      expect((await visit(nobody).post(`${ending}/undoing`)).status).toBe(403)
    }
  })

  it('are refused when unknown, held already, or without a real day; what was typed stays', async () => {
    const { people, visit, address } = await world()
    const dilys = visit(people.dilys)
    for (const [form, words] of [
      [{ ...given, role: 'wizard' }, 'Choose one of the roles of the policy'],
      [{ ...given, role: '' }, 'Choose a supervisor role'],
      [{ ...given, 'from-day': '31' }, 'real date'],
      [{ ...given, 'from-year': '\u0000' }, 'From'],
    ] as const) {
      const page = await dilys.post(address, form)
      expect(page.status).toBe(422)
      expect(page.errors.join(' ')).toContain(words)
    }
    await dilys.post(address, given)
    expect((await dilys.post(address, given)).errors.join(' ')).toContain('already')
  })

  it('are not given to oneself while there is anybody else to ask, nor by those who may not', async () => {
    const { people, visit, address } = await world()
    const own = await visit(people.amina).post(`/people/${people.amina}/supervisor-roles`, given)
    expect(own.errors.join(' ')).toContain('Ask somebody else')
    expect((await visit(people.ben).post(address, given)).status).toBe(403)
    expect((await visit(people.grace).get(address)).status).toBe(403)
    expect((await visit(people.dilys).post(`${address}/${newId()}/end`, {})).status).toBe(404)
  })

  it('of a neighbour are not found', async () => {
    const [ours, theirs] = [await world(), await world()]
    expect((await ours.visit(ours.people.dilys).post(theirs.address, given)).status).toBe(404)
    const held = await asService(service.composition, { organisation: theirs.organisation }, (work) =>
      registrationsOf(work, theirs.people.grace),
    )
    expect(held).toEqual([])
  })
})
