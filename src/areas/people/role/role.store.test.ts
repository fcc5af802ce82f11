import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService, theService, workWithin } from '../../../platform/composition.ts'
import { newId, type OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'
import { endRole, grantRole } from './role.changes.ts'
import { findGrants, peopleWithRole, rolesOn } from './role.store.ts'
import { insertRegistration, insertTraining, registrationsOf, trainingOfPeople } from '../standing/standing.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea], identify: askerFor })
const today = day('2026-11-20')

async function world() {
  const organisation = await newOrganisation(database)
  return { organisation, ...(await asService(service, { organisation }, makeSmallWorld)) }
}
const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>) =>
  asService(service, { organisation }, body)

describe('roles', () => {
  it('are granted by an administrator to others, from a day, and end at once', async () => {
    const { organisation, dilys, ben } = await world()
    await as(service, organisation, dilys, async (work) => {
      const wanted = { person: ben, role: 'auditor' as const, from: today, to: null, reason: 'Yearly audit' }
      const granted = await grantRole(work, wanted)
      if (!granted.ok) throw new Error(granted.reason)
      expect(await grantRole(work, wanted)).toMatchObject({ ok: false, field: 'role' })
      expect([...(await rolesOn(work, ben, today))]).toEqual(['auditor'])
      expect(await peopleWithRole(work, 'auditor', today)).toEqual([ben])
      await endRole(work, granted.value, 'Audit done')
      expect([...(await rolesOn(work, ben, today))]).toEqual([])
      expect(await findGrants(work, ben)).toMatchObject([{ reason: 'Yearly audit', endedBy: dilys }])
    })
  })

  it('begin today at the earliest, but for what the service brings in from the past', async () => {
    const { organisation, dilys, ben } = await world()
    const wanted = {
      person: ben,
      role: 'auditor' as const,
      from: day('2026-11-19'),
      to: null,
      reason: 'Since yesterday',
    }
    await as(service, organisation, dilys, async (work) => {
      expect(await grantRole(work, wanted)).toMatchObject({ ok: false, field: 'from' })
      expect(await findGrants(work, ben)).toEqual([])
    })
    expect(await inside(organisation, (work) => grantRole(work, wanted))).toMatchObject({ ok: true })
  })

  it('are granted to oneself by the only administrator alone, and it shows', async () => {
    const { organisation, dilys, ben } = await world()
    const wanted = { role: 'auditor' as const, from: today, to: null, reason: 'Nobody else is here yet' }
    await as(service, organisation, dilys, async (work) => {
      expect(await grantRole(work, { ...wanted, person: dilys })).toMatchObject({ ok: true })
      expect((await findGrants(work, dilys)).filter(({ grantedToSelf }) => grantedToSelf)).toHaveLength(1)
      await grantRole(work, { ...wanted, person: ben, role: 'administrator' })
      expect(await grantRole(work, { ...wanted, person: dilys, role: 'director' })).toMatchObject({ ok: false })
    })
    await as(service, organisation, ben, async (work) => {
      const [own] = await findGrants(work, ben)
      const [administrator] = (await findGrants(work, dilys)).filter(({ role }) => role === 'administrator')
      expect(await endRole(work, administrator!.id, 'Moved on')).toMatchObject({ ok: true })
      expect(await endRole(work, own!.id, 'Moved on')).toMatchObject({ ok: false })
    })
  })

  it('cannot be granted by anybody else', async () => {
    const { organisation, ben } = await world()
    await as(service, organisation, ben, async (work) => {
      const wanted = { person: ben, role: 'administrator' as const, from: today, to: null, reason: 'Me' }
      expect(await grantRole(work, wanted)).toMatchObject({ ok: false })
    })
  })

  it('begin with the first administrator, on record as granted to self', async () => {
    const organisation = await newOrganisation(database)
    const person = newId<'person'>()
    const asker = { ...theService, person, name: 'First Person' }
    await database.transact({ organisation, person, role: 'mcs_request' }, (db) =>
      workWithin(service, db, { organisation, asker, moment: service.clock() }, async (work) => {
        await peopleArea.founds?.(work, { name: 'First Person', email: 'first@example.nhs.uk' })
        expect(await findGrants(work, person)).toMatchObject([{ role: 'administrator', grantedToSelf: true }])
      }),
    )
    expect(await as(service, organisation, person, async (work) => [...work.asker.roles])).toEqual(['administrator'])
  })
})

describe('standing', () => {
  it('follows from the data', async () => {
    const { organisation, grace, ben } = await world()
    expect(await as(service, organisation, grace, async (work) => [...work.asker.standing])).toEqual([
      'line manager',
      'team lead',
    ])
    expect(await as(service, organisation, ben, async (work) => [...work.asker.standing])).toEqual([])
  })

  it('holds registrations and training levels', async () => {
    const { organisation, ben } = await world()
    await inside(organisation, async (work) => {
      const registration = work.newId<'registration'>()
      await insertRegistration(work, {
        registration,
        person: ben,
        kind: 'registration',
        body: 'NMC',
        from: today,
        to: null,
      })
      const training = { person: ben, subject: 'safeguarding children', level: '3', on: today, expires: null }
      await insertTraining(work, training)
      expect(await registrationsOf(work, ben)).toMatchObject([{ body: 'NMC' }])
      expect(await trainingOfPeople(work, [ben])).toEqual([training])
    })
  })
})

describe('the neighbour', () => {
  it('sees no role, registration or training of ours', async () => {
    const { organisation, ben, dilys } = await world()
    const neighbour = await newOrganisation(database, 'Next door')
    await inside(neighbour, async (work) => {
      expect(await findGrants(work, dilys)).toEqual([])
      expect(await peopleWithRole(work, 'administrator', today)).toEqual([])
      expect(await registrationsOf(work, ben)).toEqual([])
    })
    expect(await inside(organisation, (work) => peopleWithRole(work, 'administrator', today))).toEqual([dilys])
  })
})
