import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { Programme } from './programme.ts'
import { findProgramme, findProgrammes, insertProgramme, lockProgramme, saveProgramme } from './programme.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const grace = newId<'person'>()

async function made() {
  const organisation = await newOrganisation(database)
  const inside = <T>(body: (work: Work) => Promise<T>) => as(service, organisation, grace, body)
  const programme = await inside(async (work) => {
    const words = { aims: 'To grow', expect: '', commitment: '', wellbeing: 'Take breaks', contacts: '' }
    const facts = { madeBy: grace, madeAt: work.moment, until: null, version: 1 }
    const fresh: Programme = { id: work.newId(), name: 'Leading', lead: grace, ...words, ...facts }
    await insertProgramme(work, fresh)
    return fresh
  })
  return { inside, programme }
}

describe('programmes', () => {
  it('are kept with what they say', async () => {
    const { inside, programme } = await made()
    expect(await inside((work) => findProgramme(work, programme.id))).toEqual(programme)
    expect(await inside((work) => lockProgramme(work, programme.id))).toEqual(programme)
    expect(await inside((work) => findProgrammes(work))).toEqual([programme])
  })

  it('are saved only from their newest version; those that ended stand last', async () => {
    const { inside, programme } = await made()
    const ended = { ...programme, until: day('2026-11-20'), version: 2 }
    expect(await inside((work) => saveProgramme(work, ended))).toBe(true)
    expect(await inside((work) => saveProgramme(work, ended))).toBe(false)
    const later = { ...programme, id: newId<'programme'>(), name: 'Zest' }
    await inside((work) => insertProgramme(work, later))
    expect((await inside((work) => findProgrammes(work))).map((one) => one.name)).toEqual(['Zest', 'Leading'])
  })

  it('cannot be seen or changed by the neighbour', async () => {
    const { programme } = await made()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, grace, body)
    expect(await theirs((work) => findProgramme(work, programme.id))).toBeNull()
    expect(await theirs((work) => findProgrammes(work))).toEqual([])
    expect(await theirs((work) => saveProgramme(work, { ...programme, version: 2 }))).toBe(false)
  })
})
