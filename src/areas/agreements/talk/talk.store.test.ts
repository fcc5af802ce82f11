import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import { findHopes, insertHopes, saveHopesRow } from '../hopes/hopes.store.ts'
import { addEntry, findEntries } from './talk.store.ts'

const database = await testDatabase()
const { trust, begunRules } = await learningSetWorld(database)
/** Knows everybody, also where they do not work. */
const anywhere = testComposition(database)
const comment = { kind: 'comment', clause: 'commitment', version: 1, answers: null, left: null } as const

describe('what is said of ground rules', () => {
  it('is numbered in order, in the own name of whoever says it', async () => {
    const world = await trust()
    const { id } = await begunRules(world, ['ben', 'dora'])
    expect(await world.inside(world.ben, (work) => addEntry(work, id, comment))).toBe(1)
    const agrees = { ...comment, kind: 'agrees', left: 3 } as const
    expect(await world.inside(world.dora, (work) => addEntry(work, id, agrees))).toBe(2)
    const entries = await world.inside(world.amina, (work) => findEntries(work, id))
    expect(entries).toMatchObject([
      { number: 1, by: world.ben, kind: 'comment', left: null },
      { number: 2, by: world.dora, kind: 'agrees', left: 3 },
    ])
  })

  it('is refused by the database to strangers, in another name, of closed rules, and is never changed', async () => {
    const world = await trust()
    const { id } = await begunRules(world, ['ben', 'dora'])
    await expect(world.inside(world.otto, (work) => addEntry(work, id, comment))).rejects.toThrow(/row-level security/)
    await world.inside(world.ben, (work) => addEntry(work, id, comment))
    const change = (work: Work) => sql`update agreement_talk set kind = 'concern'`.execute(work.db)
    await expect(world.inside(world.ben, change)).rejects.toThrow(/permission/)
    const forge = (work: Work) =>
      sql`insert into agreement_talk (organisation, agreement, number, kind, clause_key, by_person, at, version)
        values (${work.organisation}, ${id}, 9, 'comment', 'commitment', ${world.dora}, now(), 1)`.execute(work.db)
    await expect(world.inside(world.ben, forge)).rejects.toThrow(/row-level security/)
    await database.owner.query(`update agreement set state = 'withdrawn' where id = $1`, [id])
    await expect(world.inside(world.ben, (work) => addEntry(work, id, comment))).rejects.toThrow(/row-level security/)
  })

  it('cannot be seen or added to by the neighbour', async () => {
    const world = await trust()
    const { id } = await begunRules(world, ['ben', 'dora'])
    await world.inside(world.ben, (work) => addEntry(work, id, comment))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(anywhere, neighbour, world.ben, body)
    expect(await theirs((work) => findEntries(work, id))).toEqual([])
    expect(await theirs((work) => findHopes(work, id))).toEqual([])
    await expect(theirs((work) => addEntry(work, id, comment))).rejects.toThrow(/row-level security/)
  })
})

describe('hopes and worries', () => {
  it('are kept once for each person, and changed by them alone', async () => {
    const world = await trust()
    const { id } = await begunRules(world, ['ben', 'dora'])
    const mine = await world.inside(world.ben, async (work) => {
      const hopes = {
        id: work.newId<'hopes'>(),
        agreement: id,
        person: world.ben,
        shared: 0,
        sharedAbout: work.newId<'shared hopes'>(),
        save: 1,
      }
      await insertHopes(work, hopes)
      return hopes
    })
    expect(await world.inside(world.ben, (work) => saveHopesRow(work, { ...mine, shared: 2, save: 2 }))).toBe(true)
    expect(await world.inside(world.ben, (work) => saveHopesRow(work, { ...mine, shared: 3, save: 2 }))).toBe(false)
    expect(await world.inside(world.dora, (work) => saveHopesRow(work, { ...mine, shared: 9, save: 3 }))).toBe(false)
    expect(await world.inside(world.dora, (work) => findHopes(work, id))).toEqual([{ ...mine, shared: 2, save: 2 }])
    const other = { ...mine, id: mine.id.replace(/^./, '0') as typeof mine.id, person: world.dora }
    await expect(world.inside(world.ben, (work) => insertHopes(work, other))).rejects.toThrow(/row-level security/)
  })
})
