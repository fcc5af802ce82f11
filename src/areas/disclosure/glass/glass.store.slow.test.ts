import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asked, opened, openingWorld, type OpeningWorld, words } from '../../../../test/worlds/opening.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { findReadGlass, findGlass, findGlassOf, findOpenedAbout } from './glass.store.ts'
import type { GlassId } from './glass.ts'

const database = await testDatabase()
const { world, service, now } = await openingWorld(database)
const idOf = (href: string) => href.split('/').at(-1) as GlassId
const tables = ['glass', 'glass_answer', 'glass_opening', 'glass_telling', 'glass_review', 'lead_reading']

/** A statement of an attacker's own, as the role of requests, with who they are set as the program sets it. */
const attack = (one: OpeningWorld, person: PersonId, statement: string) =>
  database.transact({ organisation: one.organisation, person, role: 'mcs_request' }, async (tx) =>
    Number((await sql.raw(statement).execute(tx)).numAffectedRows ?? 0),
  )

const letIn = (one: OpeningWorld, person: PersonId, until: string, because = 'broke the glass') =>
  `insert into sealed_reader (organisation, about_kind, about, person, because, since, until)
   values ('${one.organisation}', 'session record', '${one.record}', '${person}', '${because}', now(), ${until})`

const reads = (one: OpeningWorld, person: PersonId) =>
  database.transact({ organisation: one.organisation, person, role: 'mcs_request' }, async (tx) => {
    const found = await sql.raw(`select from sealed_text where about = '${one.record}'`).execute(tx)
    return found.rows.length > 0
  })

describe('a request', () => {
  it('comes back with its answers, opening and telling, by id, by record and for those concerned', async () => {
    const one = await world()
    const id = idOf(await opened(one))
    await one.inside(one.noor, async (work) => {
      const glass = await findGlass(work, id)
      expect(glass).toMatchObject({
        askedBy: one.sana,
        cause: 'author ill or away',
        answers: [{ by: one.marek, answer: 'agreed', tellOn: null }],
        opening: { at: now },
        tellings: [{ decision: 'told' }],
        review: null,
      })
      expect(await findReadGlass(work)).toHaveLength(1)
      expect(await findGlassOf(work, [one.record as never])).toHaveLength(1)
      expect(await findOpenedAbout(work, one.ben)).toHaveLength(1)
      expect(await findOpenedAbout(work, one.dora)).toEqual([])
    })
  })

  it('is never changed or removed, nor written in somebody else’s name', async () => {
    const one = await world()
    const id = idOf(await asked(one))
    for (const table of tables)
      for (const deed of [`update ${table} set organisation = organisation`, `delete from ${table}`])
        await expect(attack(one, one.sana, deed)).rejects.toThrow(/permission denied/)
    const answer = (by: PersonId) =>
      `insert into glass_answer values ('${one.organisation}', '${id}', '${by}', now(), 'agreed', null)`
    await expect(attack(one, one.sana, answer(one.sana))).rejects.toThrow(/row-level security/)
    await expect(attack(one, one.sana, answer(one.marek))).rejects.toThrow(/row-level security/)
    await expect(attack(one, one.ben, answer(one.ben))).rejects.toThrow(/row-level security/)
  })
})

describe('the database itself', () => {
  it('opens nothing before a second person agreed, and nothing for anybody else', async () => {
    const one = await world()
    const id = idOf(await asked(one))
    const opening = (by: PersonId) =>
      `insert into glass_opening values ('${one.organisation}', '${id}', '${by}', now(), now() + interval '1 hour')`
    await expect(attack(one, one.sana, opening(one.sana))).rejects.toThrow(/row-level security/)
    await expect(attack(one, one.marek, opening(one.marek))).rejects.toThrow(/row-level security/)
    await expect(attack(one, one.sana, letIn(one, one.sana, "now() + interval '1 hour'"))).rejects.toThrow(/security/)
    expect(await reads(one, one.sana)).toBe(false)
  })

  it('gives an hour and not a second more, once', async () => {
    const one = await world()
    const id = idOf(await opened(one))
    expect(await reads(one, one.sana)).toBe(true)
    for (const longer of ['null', "now() + interval '2 hours'", "until + interval '1 second'"])
      await expect(
        attack(
          one,
          one.sana,
          `update sealed_reader set until = ${longer} where person = '${one.sana}' and about = '${one.record}'`,
        ),
      ).rejects.toThrow(/row-level security/)
    const kept = `update sealed_reader set because = 'cover', until = null where person = '${one.sana}' and about = '${one.record}'`
    await expect(attack(one, one.sana, kept)).rejects.toThrow(/row-level security/)
    const again = `insert into glass_opening values ('${one.organisation}', '${id}', '${one.sana}', now(), now() + interval '1 hour')`
    await expect(attack(one, one.sana, again)).rejects.toThrow(/duplicate key/)
    await expect(attack(one, one.sana, letIn(one, one.marek, "now() + interval '1 hour'"))).rejects.toThrow(/security/)
  })

  it('ends the reading by its own clock, whatever the program thinks', async () => {
    const one = await world()
    await opened(one)
    const ended =
      "update sealed_reader set until = now() - interval '1 second' where because = 'broke the glass' and about = $1"
    await database.owner.query(ended, [one.record])
    expect(await reads(one, one.sana)).toBe(false)
  })

  it('lets no lead in without an opening for a purpose, nor for longer than an hour', async () => {
    const one = await world()
    const hour = "now() + interval '1 hour'"
    await expect(attack(one, one.noor, letIn(one, one.noor, hour, 'read as safeguarding lead'))).rejects.toThrow(
      /security/,
    )
    const reading = (lead: PersonId, until: string) =>
      `insert into lead_reading values ('${one.organisation}', '${newId()}', '${one.record}', '${lead}',
        'quality of supervision', now(), ${until})`
    await expect(attack(one, one.ben, reading(one.ben, hour))).rejects.toThrow(/row-level security/)
    await expect(attack(one, one.noor, reading(one.noor, "now() + interval '1 day'"))).rejects.toThrow(
      /check constraint/,
    )
    await expect(attack(one, one.sana, reading(one.sana, hour))).rejects.toThrow(/row-level security/)
  })
})

describe('the neighbour', () => {
  it('sees nothing of it and can do nothing with it', async () => {
    const one = await world()
    const id = idOf(await opened(one))
    const neighbour = await newOrganisation(database, 'Next door')
    const identity = { organisation: neighbour, person: one.sana, role: 'mcs_request' as const }
    for (const table of tables)
      expect(
        await database.transact(identity, async (tx) => (await sql.raw(`select from ${table}`).execute(tx)).rows),
      ).toEqual([])
    const review = `insert into glass_review values ('${neighbour}', '${id}', '${one.noor}', now(), 'justified')`
    await expect(
      database.transact({ ...identity, person: one.noor }, (tx) => sql.raw(review).execute(tx)),
    ).rejects.toThrow()
    const bare = { ...service.composition, identify: async () => ({ name: 'Sana', roles: new Set<string>() }) }
    await as(bare, neighbour, one.sana, async (work) => {
      expect(await findGlass(work, id)).toBeNull()
      expect(await findReadGlass(work)).toEqual([])
    })
    const sealed = await database.owner.query(
      'select row_to_json(t)::text as row from sealed_text t where about = $1',
      [id],
    )
    expect(sealed.rows.some((row) => String(row.row).includes(words))).toBe(false)
  })
})
