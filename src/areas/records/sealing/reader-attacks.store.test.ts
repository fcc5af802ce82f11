// What somebody could do who got SQL of their own run as the role of requests: the database binds rows to the asker by
// itself, whatever the program does (TRUST 1 and 4).
import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../../../platform/ids.ts'
import { letRead, openTexts, sealTexts } from './sealed-text.changes.ts'

const database = await testDatabase()
const service = testComposition(database)
const [amina, ben, cara, dev] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]

/** Amina wrote it, Ben is supervised, Dev covers until tomorrow, Cara is nobody's. */
async function written() {
  const organisation = await newOrganisation(database)
  const about = { kind: 'session record', id: newId<string>() }
  await as(service, organisation, amina, async (work) => {
    await sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts: { plan: 'Weekly contact' } })
    const { rows } = await sql<{ until: never }>`select now() + interval '1 day' as until`.execute(work.db)
    await letRead(work, about, [
      { person: ben, because: 'was present', until: null },
      { person: dev, because: 'cover', until: rows[0]?.until ?? null },
    ])
  })
  return { organisation, about }
}

type Written = Awaited<ReturnType<typeof written>>

/** The attacker's own statement, with who they are set as the program sets it. Answers how many rows it touched. */
async function attack(organisation: OrganisationId, person: PersonId, statement: string): Promise<number> {
  return database.transact({ organisation, person, role: 'mcs_request' }, async (tx) => {
    const done = await sql.raw(statement).execute(tx)
    return Number(done.numAffectedRows ?? 0)
  })
}

const letIn = ({ organisation, about }: Written, person: PersonId, because: string, until = 'null') =>
  `insert into sealed_reader (organisation, about_kind, about, person, because, since, until)
   values ('${organisation}', '${about.kind}', '${about.id}', '${person}', '${because}', now(), ${until})`

const opens = ({ organisation, about }: Written, person: PersonId) =>
  as(service, organisation, person, async (work) => (await openTexts(work, { about, version: 1 })).texts.plan)

describe('by hand-written SQL, somebody who may not read a record', () => {
  it.each(['wrote it', 'supervisor', 'supervisee', 'was present', 'cover', 'owner'])(
    'cannot make themselves a reader because “%s”',
    async (because) => {
      const one = await written()
      await expect(attack(one.organisation, cara, letIn(one, cara, because))).rejects.toThrow(/row-level security/)
      expect(await opens(one, cara)).toBeUndefined()
    },
  )

  it('cannot break the glass, nor read as a lead, for anybody and for any time, when nobody opened it', async () => {
    const one = await written()
    for (const because of ['broke the glass', 'read as safeguarding lead'])
      for (const until of ["now() + interval '1 hour'", "now() + interval '1 day'", 'null'])
        for (const asker of [cara, ben])
          await expect(attack(one.organisation, asker, letIn(one, cara, because, until))).rejects.toThrow(/security/)
    expect(await opens(one, cara)).toBeUndefined()
  })

  it('cannot take a reader away, or take over a row', async () => {
    const one = await written()
    expect(await attack(one.organisation, cara, 'delete from sealed_reader')).toBe(0)
    expect(await attack(one.organisation, cara, "update sealed_reader set because = 'supervisor'")).toBe(0)
    const moved = `update sealed_reader set person = '${cara}'`
    await expect(attack(one.organisation, amina, moved)).rejects.toThrow(/permission/)
  })

  it('cannot put words into it', async () => {
    const one = await written()
    const plant = `insert into sealed_text (organisation, id, kind, about_kind, about, field, version, key_id, wrapped_key,
        sealed, written_by, written_at)
      values ('${one.organisation}', gen_random_uuid(), 'note', '${one.about.kind}', '${one.about.id}', 'plan', 9, '1', '', '',
        '${cara}', now())`
    await expect(attack(one.organisation, cara, plant)).rejects.toThrow(/row-level security/)
  })
})

describe('by hand-written SQL, somebody who reads a record for a time or was only present', () => {
  it('cannot let others in, stay longer or throw anybody out', async () => {
    const one = await written()
    for (const reader of [dev, ben]) {
      await expect(attack(one.organisation, reader, letIn(one, cara, 'cover'))).rejects.toThrow(/row-level security/)
      expect(await attack(one.organisation, reader, 'update sealed_reader set until = null')).toBe(0)
      expect(await attack(one.organisation, reader, 'delete from sealed_reader')).toBe(0)
    }
  })
})

describe('by hand-written SQL, its writer', () => {
  it('lets others in and ends it again, but cannot unwrite that they wrote it', async () => {
    const one = await written()
    await attack(one.organisation, amina, letIn(one, cara, 'supervisor'))
    expect(await opens(one, cara)).toBe('Weekly contact')
    const end = (person: PersonId) => `delete from sealed_reader where person = '${person}'`
    expect(await attack(one.organisation, amina, end(cara))).toBe(1)
    expect(await opens(one, cara)).toBeUndefined()
    expect(await attack(one.organisation, amina, end(amina))).toBe(0)
    const ended = "update sealed_reader set until = now() where because = 'wrote it'"
    expect(await attack(one.organisation, amina, ended)).toBe(0)
  })
})

describe('by hand-written SQL, the trail', () => {
  it('takes no line in somebody else’s name, nor in the service’s', async () => {
    const organisation = await newOrganisation(database)
    const line = (by: string) =>
      `insert into trail_event (organisation, number, at, by_person, deed, about_kind, about, key_id, hash)
       values ('${organisation}', 1, now(), '${by}', 'opened', 'session record', gen_random_uuid(), '1', '')`
    for (const by of [ben, '00000000-0000-0000-0000-000000000001'])
      await expect(attack(organisation, amina, line(by))).rejects.toThrow(/row-level security/)
    expect(await attack(organisation, amina, line(amina))).toBe(1)
  })

  it('shows and takes nothing for the neighbour', async () => {
    const one = await written()
    const neighbour = await newOrganisation(database, 'Next door')
    await expect(attack(neighbour, amina, letIn(one, cara, 'wrote it'))).rejects.toThrow(/row-level security/)
    expect(await attack(neighbour, amina, 'delete from sealed_reader')).toBe(0)
  })
})
