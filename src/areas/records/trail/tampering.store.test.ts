// What somebody could do to the trail who owns the database: each way is found, and named in plain words. Some of them hold
// the trail's own key as well; those are found by the signed checkpoints outside the database (TRUST 4).
import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { newId } from '../../../platform/ids.ts'
import { type CheckpointShelf, memoryShelf } from '../../../platform/keys/checkpoint-shelf.ts'
import { hmac } from '../../../platform/keys/sealing.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { signCheckpoint } from './checkpoint.changes.ts'
import { textOfLink, type TrailEvent } from './trail.ts'
import { writeTrail } from './trail.changes.ts'
import { verifyTrail } from './verification.changes.ts'

const database = await testDatabase()
const amina = newId<'person'>()

/** An organisation with eight lines, a checkpoint, the line that says so, and three lines more. */
async function trailOfTwelve() {
  const organisation = await newOrganisation(database)
  const shelf = memoryShelf()
  const service = { ...testComposition(database), checkpoints: shelf as CheckpointShelf }
  const write = (times: number) =>
    as(service, organisation, amina, async (work) => {
      for (let n = 0; n < times; n += 1)
        writeTrail(work, { deed: 'opened', about: { kind: 'session record', id: newId() }, detail: { version: n } })
    })
  const sign = () => asService(service, { organisation }, signCheckpoint)
  const verify = async () => {
    const proof = await asService(service, { organisation }, verifyTrail)
    return proof.whole ? 'whole' : `${proof.brokenAt}: ${proof.why}`
  }
  const sqlOn = (statement: string, values: unknown[] = []) =>
    database.owner.query(statement, [organisation, ...values])
  await write(8)
  await sign()
  await write(3)
  expect(await verify()).toBe('whole')
  return { organisation, shelf, service, write, sign, verify, sqlOn }
}

type Trail = Awaited<ReturnType<typeof trailOfTwelve>>
const where = 'where organisation = $1 and number'

/** All lines made to follow from each other again, with the key: what a superuser who stole it would do. */
async function chainAgain({ organisation, service, sqlOn }: Trail): Promise<void> {
  const { rows } = await sqlOn('select * from trail_event where organisation = $1 order by number')
  const key = service.keys.find(organisation, 'trail', '1')?.bytes ?? Buffer.alloc(0)
  let hash = ''
  for (const row of rows) {
    const event: TrailEvent = {
      ...row,
      number: Number(row.number),
      by: row.by_person,
      about: { kind: row.about_kind, id: row.about },
    }
    hash = hmac(key, textOfLink(event, hash)).toString('hex')
    await sqlOn(`update trail_event set hash = decode($3, 'hex') ${where} = $2`, [row.number, hash])
  }
  await sqlOn(`update trail_head set number = $2, hash = decode($3, 'hex') where organisation = $1`, [
    rows.length,
    hash,
  ])
}

describe('tampering with the trail is found and named:', () => {
  it('a line that was edited', async () => {
    const { verify, sqlOn } = await trailOfTwelve()
    await sqlOn(`update trail_event set deed = 'wrote' ${where} = 4`)
    expect(await verify()).toBe('4: Line 4 was changed after it was written')
  })

  it('a line that was deleted', async () => {
    const { verify, sqlOn } = await trailOfTwelve()
    await sqlOn(`delete from trail_event ${where} = 4`)
    expect(await verify()).toBe('4: Line 4 was removed')
  })

  it('a line that was slipped in', async () => {
    const { verify, sqlOn } = await trailOfTwelve()
    for (let number = 12; number >= 4; number -= 1)
      await sqlOn(`update trail_event set number = $2 ${where} = $3`, [number + 1, number])
    await sqlOn(`insert into trail_event select organisation, 4, at, by_person, deed, about_kind, about, detail, key_id, hash
      from trail_event ${where} = 3`)
    expect(await verify()).toBe('4: Line 4 was slipped in before what was line 4')
  })

  it('two lines that changed places', async () => {
    const { verify, sqlOn } = await trailOfTwelve()
    for (const [from, to] of [
      [4, 400],
      [5, 4],
      [400, 5],
    ])
      await sqlOn(`update trail_event set number = $2 ${where} = $3`, [to, from])
    expect(await verify()).toBe('4: Lines 4 and 5 changed places')
  })

  it('an end that was cut off, its record with it', async () => {
    const one = await trailOfTwelve()
    await one.sqlOn(`delete from trail_event ${where} > 6`)
    await one.sqlOn(
      `update trail_head set (number, hash) = (select number, hash from trail_event ${where} = 6) where organisation = $1`,
    )
    expect(await one.verify()).toMatch(
      /^7: The trail ends at line 6, but checkpoint 1 of 20 November 2026 at 10am saw line 8/,
    )
  })

  it('a chain made again by a superuser who holds the trail’s key', async () => {
    const one = await trailOfTwelve()
    await one.sqlOn(`update trail_event set by_person = gen_random_uuid() ${where} = 4`)
    await chainAgain(one)
    expect(await one.verify()).toMatch(
      /^8: Line 8 is not the line that checkpoint 1 of .* signed: the chain was made again/,
    )
  })

  it('a clock that was set back to write a line of an earlier day', async () => {
    const one = await trailOfTwelve()
    const back = { ...one.service, clock: () => addMinutes(testMoment, -3 * 24 * 60) }
    await as(back, one.organisation, amina, async (work) =>
      writeTrail(work, { deed: 'signed off', about: { kind: 'session record', id: newId() } }),
    )
    const proof = await asService(one.service, { organisation: one.organisation }, verifyTrail)
    expect(proof.notices).toEqual([
      'At line 13 the clock had been set back by 3 days; moments after it may be too early',
    ])
    await one.sqlOn(`delete from trail_event ${where} = 13`)
    expect(await one.verify()).toBe('13: Line 13 was removed')
    await one.sqlOn(`update trail_event set number = 13 ${where} = 14`)
    await chainAgain(one)
    expect(await one.verify()).toMatch(/^13: Line 13 says it was written 3 days before the line in front of it/)
  })

  it('an older copy of the database that was put back', async () => {
    const one = await trailOfTwelve()
    await one.write(5)
    await one.sign()
    await one.sqlOn(`delete from trail_event ${where} > 12`)
    await one.sqlOn(
      `update trail_head set (number, hash) = (select number, hash from trail_event ${where} = 12) where organisation = $1`,
    )
    expect(await one.verify()).toMatch(/^13: The trail ends at line 12, but checkpoint 2 .* older copy of the database/)
    await one.write(8)
    expect(await one.verify()).toMatch(/^17: Line 17 is not the line that checkpoint 2 .* goes on from an older copy/)
  })

  it('two chains that were joined', async () => {
    const one = await trailOfTwelve()
    const key = one.service.keys.find(one.organisation, 'trail', '1')?.bytes ?? Buffer.alloc(0)
    const { rows } = await one.sqlOn(`select *, encode((select hash from trail_event t ${where} = 2), 'hex') as before
      from trail_event ${where} = 5`)
    const [row] = rows
    const event = { ...row, number: 5, by: row.by_person, about: { kind: row.about_kind, id: row.about } }
    const hash = hmac(key, textOfLink(event, row.before)).toString('hex')
    await one.sqlOn(`update trail_event set hash = decode($2, 'hex') ${where} = 5`, [hash])
    expect(await one.verify()).toBe('5: Line 5 goes on from line 2, not from line 4: the trail was split')
  })

  it('a number that is there twice', async () => {
    const { verify, sqlOn } = await trailOfTwelve()
    await database.owner.query('alter table trail_event drop constraint trail_event_pkey')
    await sqlOn(`insert into trail_event select * from trail_event ${where} = 4`)
    expect(await verify()).toBe('5: Line 4 is there twice')
    await sqlOn(`delete from trail_event ${where} = 4`)
    await database.owner.query('alter table trail_event add primary key (organisation, number)')
  })

  it('a line that names another key', async () => {
    const one = await trailOfTwelve()
    await one.sqlOn(`update trail_event set key_id = '2' ${where} = 4`)
    expect(await one.verify()).toBe('4: Line 4 names key 2, but was written with key 1: its key was changed')
  })

  it('a forged prune: the beginning gone, and a line that says it was pruned', async () => {
    const one = await trailOfTwelve()
    await as(one.service, one.organisation, amina, async (work) =>
      writeTrail(work, {
        deed: 'trail pruned',
        about: { kind: 'organisation', id: one.organisation },
        detail: { to: 3 },
      }),
    )
    await one.sqlOn(`delete from trail_event ${where} <= 3`)
    expect(await one.verify()).toMatch(
      /^1: The trail begins at line 4: lines 1 to 3 were removed. No line is ever pruned/,
    )
  })
})

describe('tampering with the checkpoints is found and named:', () => {
  const editShelf = ({ shelf, organisation }: Trail, edit: (lines: readonly string[]) => readonly string[]) =>
    shelf.all.set(organisation, [...edit(shelf.lines(organisation))])

  it('one that was changed', async () => {
    const one = await trailOfTwelve()
    editShelf(one, (lines) => lines.map((line) => line.replace('"line":8', '"line":7')))
    expect(await one.verify()).toMatch(/^1: Checkpoint 1 was changed, or signed by somebody else/)
  })

  it('one that was taken out of the middle', async () => {
    const one = await trailOfTwelve()
    await one.sign()
    await one.write(1)
    await one.sign()
    editShelf(one, ([first = '', , third = '']) => [first, third])
    expect(await one.verify()).toMatch(/^9: Checkpoint 2 is missing/)
  })

  it('all of them gone', async () => {
    const one = await trailOfTwelve()
    editShelf(one, () => [])
    expect(await one.verify()).toMatch(/^1: Checkpoint 1 is missing from memory, though the trail says it was written/)
  })
})

describe('a checkpoint', () => {
  it('that a crash cut short does not break those after it, and shows while it is the last', async () => {
    const one = await trailOfTwelve()
    one.shelf.add(one.organisation, '{"cut')
    expect(await one.verify()).toMatch(/^9: The last line of the checkpoints was cut or changed/)
    expect(await one.sign()).toMatchObject({ checkpoint: 2 })
    expect(await one.verify()).toBe('whole')
  })

  it('is signed when the trail has grown, and not for its own line alone', async () => {
    const one = await trailOfTwelve()
    expect(await one.sign()).toMatchObject({ checkpoint: 2, line: 12, key: '1' })
    expect(await one.sign()).toBeNull()
    await one.write(1)
    expect(await one.sign()).toMatchObject({ checkpoint: 3, line: 14 })
    expect(await one.verify()).toBe('whole')
  })

  it('is the neighbour’s own affair', async () => {
    const [one, other] = [await trailOfTwelve(), await trailOfTwelve()]
    one.shelf.all.set(one.organisation, [...other.shelf.lines(other.organisation)])
    expect(await one.verify()).toMatch(/^1: Checkpoint 1 was changed, or signed by somebody else/)
    expect(await other.verify()).toBe('whole')
  })
})
