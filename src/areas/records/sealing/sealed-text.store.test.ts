import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { dropDraft, letRead, openTexts, sealTexts, whoSees } from './sealed-text.changes.ts'
import { verifyTrail } from '../trail/verification.changes.ts'

const database = await testDatabase()
const service = testComposition(database)
const [amina, ben, cara] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]
const texts = { plan: 'Weekly contact. 😀 مرحبا', feelings: '' }

async function written() {
  const organisation = await newOrganisation(database)
  const about = { kind: 'session record', id: newId<string>() }
  await as(service, organisation, amina, async (work) => {
    await sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts })
    await letRead(work, about, [{ person: ben, because: 'supervisee', until: null }])
  })
  return { organisation, about }
}

describe('sealed texts', () => {
  it('open for the writer and for those let in, and say who has seen them', async () => {
    const { organisation, about } = await written()
    for (const reader of [amina, ben]) {
      const opened = await as(service, organisation, reader, (work) => openTexts(work, { about, version: 1 }))
      expect(opened).toMatchObject({ texts, spoiled: [], writtenBy: amina })
    }
    const seen = await as(service, organisation, amina, (work) => whoSees(work, about))
    expect(seen.can.map((reader) => reader.person).sort()).toEqual([amina, ben].sort())
    expect(seen.has.map((reading) => reading.person).sort()).toEqual([amina, ben].sort())
  })

  it('open for good to whoever reads them for good, whatever is let for a time besides', async () => {
    const { organisation, about } = await written()
    const until = moment('2099-01-01T00:00:00Z')
    const can = await as(service, organisation, amina, async (work) => {
      await letRead(work, about, [
        { person: ben, because: 'was offered it', until },
        { person: cara, because: 'cover', until },
      ])
      await letRead(work, about, [{ person: cara, because: 'was offered it', until: moment('2098-01-01T00:00:00Z') }])
      return (await whoSees(work, about)).can
    })
    expect(can.find((reader) => reader.person === ben)).toMatchObject({ because: 'supervisee', until: null })
    expect(can.find((reader) => reader.person === cara)).toMatchObject({ because: 'cover' })
    await as(service, organisation, amina, (work) =>
      letRead(work, about, [{ person: cara, because: 'supervisor', until: null }]),
    )
    const later = await as(service, organisation, amina, (work) => whoSees(work, about))
    expect(later.can.find((reader) => reader.person === cara)).toMatchObject({ because: 'supervisor', until: null })
  })

  it('open for nobody else, and leave no line that says they were opened', async () => {
    const { organisation, about } = await written()
    const opened = await as(service, organisation, cara, (work) => openTexts(work, { about, version: 1 }))
    expect(opened.texts).toEqual({})
    expect((await as(service, organisation, amina, (work) => whoSees(work, about))).has).toEqual([])
  })

  it('are their writer’s alone as drafts, whoever reads what is signed off', async () => {
    const { organisation, about } = await written()
    const draft = { kind: 'one-to-one record' as const, about, version: 0, texts: { plan: 'Not yet said' } }
    await as(service, organisation, amina, (work) => sealTexts(work, draft))
    const asRead = (reader: typeof amina) =>
      as(service, organisation, reader, async (work) => {
        const opened = await openTexts(work, { about, version: 0 })
        await dropDraft(work, about)
        return opened.texts
      })
    expect(await asRead(ben)).toEqual({})
    expect(await asRead(amina)).toEqual({ plan: 'Not yet said' })
    expect(await asRead(amina)).toEqual({})
  })

  it('cannot be seen by the neighbour', async () => {
    const { about } = await written()
    const neighbour = await newOrganisation(database, 'Next door')
    const opened = await as(service, neighbour, amina, (work) => openTexts(work, { about, version: 1 }))
    expect(opened.texts).toEqual({})
    expect(await as(service, neighbour, amina, (work) => whoSees(work, about))).toEqual({ can: [], has: [] })
  })

  it('hold nothing readable in the database', async () => {
    const { about } = await written()
    const rows = await database.owner.query('select sealed, wrapped_key from sealed_text where about = $1', [about.id])
    expect(rows.rows.some((row: { sealed: Buffer }) => row.sealed.includes(Buffer.from('Weekly contact')))).toBe(false)
  })

  it('are written once, but for the draft', async () => {
    const { organisation, about } = await written()
    const draft = (text: string) =>
      as(service, organisation, amina, (work) =>
        sealTexts(work, { kind: 'one-to-one record', about, version: 0, texts: { plan: text } }),
      )
    await draft('first')
    await draft('second')
    const opened = await as(service, organisation, amina, (work) => openTexts(work, { about, version: 0 }))
    expect(opened.texts).toEqual({ plan: 'second' })
    const again = as(service, organisation, amina, (work) =>
      sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts }),
    )
    await expect(again).rejects.toThrow(/unique/)
  })

  it('say so when a byte was changed in the database', async () => {
    const { organisation, about } = await written()
    await database.owner.query(
      `update sealed_text set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where about = $1 and field = 'plan'`,
      [about.id],
    )
    const opened = await as(service, organisation, amina, (work) => openTexts(work, { about, version: 1 }))
    expect(opened).toMatchObject({ texts: { feelings: '' }, spoiled: ['plan'] })
  })
})

describe('the trail', () => {
  it('is whole after honest work, and names the first line that was changed, removed or cut off', async () => {
    const { organisation, about } = await written()
    for (let times = 0; times < 5; times += 1) {
      await as(service, organisation, amina, (work) => openTexts(work, { about, version: 1 }))
    }
    const verify = () => as(service, organisation, amina, verifyTrail)
    const proof = await verify()
    expect(proof).toMatchObject({ whole: true, events: 7 })
    await database.owner.query(`delete from trail_event where organisation = $1 and number = 7`, [organisation])
    expect(await verify()).toMatchObject({ whole: false, brokenAt: 7 })
    await database.owner.query(`update trail_event set deed = 'wrote' where organisation = $1 and number = 4`, [
      organisation,
    ])
    expect(await verify()).toMatchObject({ whole: false, brokenAt: 4 })
  })

  it('keeps its order when many write at once', async () => {
    const { organisation, about } = await written()
    await Promise.all(
      Array.from({ length: 20 }, () =>
        as(service, organisation, ben, (work) => openTexts(work, { about, version: 1 })),
      ),
    )
    expect(await as(service, organisation, amina, verifyTrail)).toMatchObject({ whole: true, events: 22 })
  })

  it('cannot be changed or shortened by the request role, and the neighbour cannot see it', async () => {
    const { organisation } = await written()
    const identity = { organisation, person: amina, role: 'mcs_request' as const }
    const { sql } = await import('../../../platform/database/database.ts')
    await expect(database.transact(identity, (tx) => sql`delete from trail_event`.execute(tx))).rejects.toThrow(
      /permission/,
    )
    await expect(
      database.transact(identity, (tx) => sql`update trail_event set deed = 'x'`.execute(tx)),
    ).rejects.toThrow(/permission/)
    const neighbour = await newOrganisation(database, 'Next door')
    expect(await as(service, neighbour, amina, verifyTrail)).toMatchObject({ whole: true, events: 0 })
  })
})
