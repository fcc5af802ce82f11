// A line of the trail for every deed and every reading, whoever does it and however it ends.
import { describe, expect, it } from 'vitest'
import { newOrganisation, as, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService, workWithin } from '../../../platform/composition.ts'
import { newId, type OrganisationId } from '../../../platform/ids.ts'
import { openTexts, sealTexts, thing } from '../sealing/sealed-text.changes.ts'
import { writeTrail } from './trail.changes.ts'
import { verifyTrail } from './verification.changes.ts'
import { findReadings } from './trail.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const deedsOf = async (organisation: OrganisationId) =>
  (
    await database.owner.query('select deed from trail_event where organisation = $1 order by number', [organisation])
  ).rows.map((row) => String(row.deed))

describe('the trail', () => {
  it('holds what jobs and commands do', async () => {
    const organisation = await newOrganisation(database)
    await asService(service, { organisation }, async (work) =>
      writeTrail(work, { deed: 'staff imported', about: thing('import', newId()) }),
    )
    expect(await deedsOf(organisation)).toEqual(['staff imported'])
  })

  it('holds what the founding of an organisation does', async () => {
    const organisation = await newOrganisation(database)
    const person = newId<'person'>()
    const asker = { person, name: 'First Person', roles: new Set<string>(), standing: new Set<string>() }
    await database.transact({ organisation, person, role: 'mcs_request' }, (tx) =>
      workWithin(service, tx, { organisation, asker, moment: service.clock() }, async (work) =>
        writeTrail(work, { deed: 'role granted to self', about: thing('person', person) }),
      ),
    )
    expect(await deedsOf(organisation)).toEqual(['role granted to self'])
  })

  it('goes on without a break after a work whose lines were taken back, and beside works at the same moment', async () => {
    const organisation = await newOrganisation(database)
    const line = (deed: string) => ({ deed, about: thing('person', newId()) })
    await asService(service, { organisation }, async (work) => writeTrail(work, line('first')))
    const broken = asService(service, { organisation }, async (work) => {
      writeTrail(work, line('lost'))
      work.beforeCommit(() => Promise.reject(new Error('Broken off')))
    })
    await expect(broken).rejects.toThrow('Broken off')
    const together = ['second', 'third', 'fourth'].map((deed) =>
      asService(service, { organisation }, async (work) => writeTrail(work, line(deed))),
    )
    await Promise.all(together)
    expect((await deedsOf(organisation)).sort()).toEqual(['first', 'fourth', 'second', 'third'])
    expect(await asService(service, { organisation }, verifyTrail)).toMatchObject({ whole: true })
  })

  it('keeps the reading, and nothing else, of a change that is refused', async () => {
    const organisation = await newOrganisation(database)
    const [person, about] = [newId<'person'>(), thing('record', newId())]
    const one = { kind: 'note' as const, about, version: 1, texts: { words: 'Said in confidence' } }
    await as(service, organisation, person, (work) => sealTexts(work, one))
    await as(service, organisation, person, (work) =>
      work.attempt(
        async () => {
          await openTexts(work, { about, version: 1 })
          await sealTexts(work, { ...one, version: 2 })
        },
        () => false,
      ),
    )
    expect(await deedsOf(organisation)).toEqual(['wrote', 'opened'])
    const [later, proof] = await as(service, organisation, person, async (work) => [
      await openTexts(work, { about, version: 2 }),
      await verifyTrail(work),
    ])
    expect(later.texts).toEqual({})
    expect(proof).toMatchObject({ whole: true })
  })
})

it('tells the neighbour nothing', async () => {
  const [organisation, neighbour] = [await newOrganisation(database), await newOrganisation(database, 'Next door')]
  const about = thing('import', newId())
  await asService(service, { organisation }, async (work) => writeTrail(work, { deed: 'opened', about }))
  const [readings, proof] = await asService(service, { organisation: neighbour }, async (work) => [
    await findReadings(work, about),
    await verifyTrail(work),
  ])
  expect(readings).toEqual([])
  expect(proof).toMatchObject({ whole: true, events: 0 })
})
