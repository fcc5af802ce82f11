import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { answersTo } from '../../../platform/standing.ts'
import type { LearningSet, Membership } from './set.ts'
import {
  endMembershipRow,
  findSet,
  findSetOfMembership,
  findSets,
  findSetsOf,
  insertMembership,
  insertSet,
  isInASet,
  lockSet,
  saveSet,
} from './set.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [farah, ben] = [newId<'person'>(), newId<'person'>()]
const from = day('2026-09-01')

async function made() {
  const organisation = await newOrganisation(database)
  const inside = <T>(body: (work: Work) => Promise<T>) => as(service, organisation, farah, body)
  const set = await inside(async (work) => {
    const memberships: readonly Membership[] = [
      { id: work.newId(), person: farah, as: 'facilitator', from, until: null },
      { id: work.newId(), person: ben, as: 'member', from: day('2026-10-01'), until: null },
    ]
    const madeNow = { madeBy: farah, madeAt: work.moment, version: 1 }
    const fresh: LearningSet = {
      id: work.newId(),
      name: 'Tuesday set',
      type: 'action-learning-set',
      from,
      until: null,
      ...madeNow,
      memberships,
    }
    await insertSet(work, fresh)
    for (const one of memberships) await insertMembership(work, fresh.id, one)
    return fresh
  })
  return { inside, set }
}

describe('sets', () => {
  it('are kept with everybody who was ever in them', async () => {
    const { inside, set } = await made()
    expect(await inside((work) => findSet(work, set.id))).toEqual(set)
    expect(await inside((work) => lockSet(work, set.id))).toEqual(set)
    expect(await inside((work) => findSetOfMembership(work, set.memberships[1]?.id ?? newId()))).toEqual(set)
    expect(await inside((work) => findSetsOf(work, ben))).toEqual([set])
    expect(await inside((work) => findSetsOf(work, newId()))).toEqual([])
    expect(await inside((work) => answersTo(work, [isInASet(work, ben)]))).toEqual([true])
    expect(await inside((work) => answersTo(work, [isInASet(work, newId())]))).toEqual([false])
    expect(await inside((work) => findSets(work, { most: 10, skip: 0 }))).toEqual({ sets: [set], count: 1 })
  })

  it('are saved only from their newest version', async () => {
    const { inside, set } = await made()
    const renamed = { ...set, name: 'Wednesday set', version: 2 }
    expect(await inside((work) => saveSet(work, renamed))).toBe(true)
    expect(await inside((work) => saveSet(work, { ...set, name: 'Another', version: 2 }))).toBe(false)
    expect(await inside((work) => findSet(work, set.id))).toMatchObject({ name: 'Wednesday set', version: 2 })
  })

  it('keep who left, with the day', async () => {
    const { inside, set } = await made()
    const left = { ...(set.memberships[1] as Membership), until: day('2026-11-20') }
    await inside((work) => endMembershipRow(work, left))
    const found = await inside((work) => findSet(work, set.id))
    expect(found?.memberships[1]).toEqual(left)
  })

  it('have one facilitator at a time, by the database too', async () => {
    const { inside, set } = await made()
    const second = { id: newId<'membership'>(), person: ben, as: 'facilitator' as const, from, until: null }
    await expect(inside((work) => insertMembership(work, set.id, second))).rejects.toThrow(/one_facilitator/)
  })

  it('cannot be seen or changed by the neighbour, nor who is in them', async () => {
    const { set } = await made()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, farah, body)
    expect(await theirs((work) => findSet(work, set.id))).toBeNull()
    expect(await theirs((work) => findSetOfMembership(work, set.memberships[0]?.id ?? newId()))).toBeNull()
    expect(await theirs((work) => findSetsOf(work, ben))).toEqual([])
    expect(await theirs((work) => answersTo(work, [isInASet(work, ben)]))).toEqual([false])
    expect(await theirs((work) => findSets(work, { most: 10, skip: 0 }))).toEqual({ sets: [], count: 0 })
    expect(await theirs((work) => saveSet(work, { ...set, version: 2 }))).toBe(false)
    const more = { id: newId<'membership'>(), person: ben, as: 'deputy' as const, from, until: null }
    await expect(theirs((work) => insertMembership(work, set.id, more))).rejects.toThrow(/foreign key/)
  })
})
