import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asPerson, asService } from '../../platform/composition.ts'
import { newId, type OrganisationId, type PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import { recordsArea } from '../records/area.ts'
import { absencesOf } from './absence/absence.store.ts'
import { endAbsence, recordAbsence, takeBackAbsence } from './absence/absence.changes.ts'
import { peopleArea } from './area.ts'
import { makeSmallWorld } from './people.examples.ts'
import { changePost, endPost, startPost } from './post/post.changes.ts'
import { isLineManagerOf, postsOf, postsOn, savePlan, staffOf } from './post/post.store.ts'
import { askerFor } from './register/asker.store.ts'
import { addPerson, correctPerson, leaveOrganisation } from './register/person.changes.ts'
import { findPerson, namesOf, searchPeople } from './register/person.store.ts'
import { findGrants } from './role/role.store.ts'
import { insertRegistration, insertTraining, registrationsOf, trainingOfPeople } from './standing/standing.store.ts'
import { addLead, unitTree } from './unit/unit.changes.ts'
import { findLeads } from './unit/unit.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea], identify: askerFor })
const today = day('2026-11-20')

async function world() {
  const organisation = await newOrganisation(database)
  return { organisation, ...(await asService(service, { organisation }, makeSmallWorld)) }
}
const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>) =>
  asService(service, { organisation }, body)

describe('posts', () => {
  it('change from a day on, and the days before stay as they were', async () => {
    const { organisation, ben, hillside, riverside } = await world()
    await inside(organisation, async (work) => {
      const [post] = await postsOf(work, ben)
      const about = { person: ben, post: post!.post, from: day('2026-11-01') }
      expect(await changePost(work, about, { unit: hillside, hoursPerWeek: 20 })).toMatchObject({ ok: true })
      expect(await postsOn(work, day('2026-10-31'), [ben])).toMatchObject([{ unit: riverside, hoursPerWeek: 37.5 }])
      expect(await postsOn(work, today, [ben])).toMatchObject([{ unit: hillside, hoursPerWeek: 20 }])
    })
  })

  it('can be had as they were known before a change was recorded', async () => {
    const { organisation, ben } = await world()
    const [before, later] = [moment('2026-11-20T10:00:00Z'), moment('2026-11-25T09:00:00Z')]
    await asService(service, { organisation, moment: later }, async (work) => {
      const [post] = await postsOf(work, ben)
      await changePost(work, { person: ben, post: post!.post, from: day('2026-01-01') }, { hoursPerWeek: 10 })
      expect(await postsOn(work, today, [ben])).toMatchObject([{ hoursPerWeek: 10 }])
      expect(await postsOn(work, today, [ben], before)).toMatchObject([{ hoursPerWeek: 37.5 }])
    })
  })

  it('refuse a line manager who would close a circle, and name the way', async () => {
    const { organisation, amina, ben, grace } = await world()
    await inside(organisation, async (work) => {
      const [post] = await postsOf(work, amina)
      const refused = await changePost(work, { person: amina, post: post!.post, from: today }, { manager: ben })
      expect(refused).toMatchObject({
        ok: false,
        field: 'manager',
        reason: expect.stringContaining('Amina Yusuf → Ben Carter → Grace Okafor → Amina Yusuf'),
      })
      expect(await staffOf(work, grace, today)).toHaveLength(2)
      expect(await isLineManagerOf(work, grace, ben, today)).toBe(true)
      expect(await isLineManagerOf(work, ben, grace, today)).toBe(false)
    })
  })

  it('end with their last day, and with the person who leaves', async () => {
    const { organisation, ben, chloe } = await world()
    await inside(organisation, async (work) => {
      const [post] = await postsOf(work, chloe)
      await endPost(work, { person: chloe, post: post!.post, lastDay: day('2026-11-19') })
      expect(await postsOn(work, today, [chloe])).toEqual([])
      await leaveOrganisation(work, ben, day('2026-11-19'))
      expect(await postsOn(work, today, [ben])).toEqual([])
      expect(await askerFor(work, ben)).toBeNull()
      expect((await findPerson(work, ben))?.leftOn).toBe('2026-11-19')
    })
  })
})

describe('persons', () => {
  it('are found by name, number and team, and names by id', async () => {
    const { organisation, ben, grace } = await world()
    await inside(organisation, async (work) => {
      const search = (text: string) => searchPeople(work, { text, day: today, most: 10, skip: 0 })
      expect((await search('carter riverside')).people).toMatchObject([{ id: ben, unit: 'Riverside team' }])
      expect((await search('20000002')).people).toMatchObject([{ id: grace }])
      expect((await search('%')).count).toBe(0)
      expect((await search('')).count).toBe(6)
      expect([...(await namesOf(work, [ben, grace])).values()].sort()).toEqual(['Ben Carter', 'Grace Okafor'])
    })
  })

  it('never share a staff number or an e-mail', async () => {
    const { organisation } = await world()
    await inside(organisation, async (work) => {
      const twin = { name: 'Ben Two', staffNumber: '20000003', email: null }
      expect(await addPerson(work, twin)).toMatchObject({ ok: false, field: 'staffNumber' })
      expect(await addPerson(work, { ...twin, staffNumber: null, email: 'BEN.carter@example.nhs.uk' })).toMatchObject({
        ok: false,
        field: 'email',
      })
    })
  })

  it('are not overwritten by a stale save', async () => {
    const { organisation, ben } = await world()
    await inside(organisation, async (work) => {
      const person = (await findPerson(work, ben))!
      const details = { ...person, name: 'Benjamin Carter' }
      expect(await correctPerson(work, person, details)).toMatchObject({ ok: true })
      expect(await correctPerson(work, person, details)).toMatchObject({ ok: false })
    })
  })

  it('take names in any script', async () => {
    const { organisation } = await world()
    await inside(organisation, async (work) => {
      const added = await addPerson(work, { name: 'ليلى حداد 🌟', staffNumber: null, email: null })
      expect(added.ok && (await findPerson(work, added.value))?.name).toBe('ليلى حداد 🌟')
    })
  })
})

describe('absences', () => {
  it('are recorded, ended and taken back, and never said twice', async () => {
    const { organisation, ben } = await world()
    await inside(organisation, async (work) => {
      const given = { person: ben, kind: 'sickness' as const, from: today, to: null, approvedBy: null }
      const recorded = await recordAbsence(work, given)
      expect(await recordAbsence(work, given)).toMatchObject({ ok: false })
      if (!recorded.ok) throw new Error(recorded.reason)
      const about = { person: ben, absence: recorded.value }
      expect(await endAbsence(work, about, day('2026-11-01'))).toMatchObject({ ok: false, field: 'lastDay' })
      await endAbsence(work, about, day('2026-12-01'))
      expect(await absencesOf(work, ben)).toMatchObject([{ kind: 'sickness', to: '2026-12-01' }])
      await takeBackAbsence(work, about)
      expect(await absencesOf(work, ben)).toEqual([])
    })
  })
})

describe('the neighbour', () => {
  const tables = [
    'person',
    'unit',
    'unit_place',
    'unit_lead',
    'post',
    'absence',
    'registration',
    'training',
    'role_grant',
  ]

  it('sees nothing of any of these tables, and knows nobody', async () => {
    const { organisation, ben, grace, riverside } = await world()
    await inside(organisation, async (work) => {
      await recordAbsence(work, { person: ben, kind: 'sickness', from: today, to: null, approvedBy: grace })
      const registration = work.newId<'registration'>()
      await insertRegistration(work, {
        registration,
        person: ben,
        kind: 'registration',
        body: 'NMC',
        from: today,
        to: null,
      })
      await insertTraining(work, { person: ben, subject: 'children', level: '3', on: today, expires: null })
    })
    const neighbour = await newOrganisation(database, 'Next door')
    for (const table of tables) {
      const all = await database.owner.query(`select from ${table} where organisation = $1`, [organisation])
      expect(all.rowCount, table).toBeGreaterThan(0)
    }
    await inside(neighbour, async (work) => {
      expect(await findPerson(work, ben)).toBeNull()
      expect(await postsOf(work, ben)).toEqual([])
      expect(await absencesOf(work, ben)).toEqual([])
      expect(await registrationsOf(work, ben)).toEqual([])
      expect(await trainingOfPeople(work, null)).toEqual([])
      expect(await findGrants(work)).toEqual([])
      expect(await unitTree(work, today)).toEqual([])
      expect(await findLeads(work, today)).toEqual([])
      expect((await searchPeople(work, { text: '', day: today, most: 5, skip: 0 })).count).toBe(0)
      expect(await addLead(work, { unit: riverside, person: ben, from: today })).toMatchObject({ ok: false })
    })
    expect(await asPerson(service, { organisation: neighbour, person: ben }, async () => 'in')).toBeNull()
  })

  it('cannot be given a post in another organisation’s unit', async () => {
    const { riverside } = await world()
    const neighbour = await newOrganisation(database, 'Next door')
    const given = { from: today, started: today, assignment: '', post: newId<'post'>(), to: null }
    const facts = {
      unit: riverside,
      staffGroup: null,
      profession: null,
      band: null,
      trainingStage: null,
      hoursPerWeek: null,
      kind: 'bank',
      caseload: null,
      manager: null,
    } as const
    const attempt = (write: (work: Work, person: PersonId) => Promise<unknown>) =>
      inside(neighbour, async (work) => {
        const added = await addPerson(work, { name: 'Next Door', staffNumber: null, email: null })
        if (!added.ok) throw new Error(added.reason)
        return write(work, added.value)
      })
    const asked = await attempt((work, person) => startPost(work, person, { ...facts, from: today, to: null }))
    expect(asked).toMatchObject({ ok: false, field: 'unit' })
    const written = attempt((work, person) => savePlan(work, { supersede: [], add: [{ ...facts, ...given, person }] }))
    await expect(written).rejects.toThrow(/foreign key/)
  })
})
