import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { type Moment, moment as momentFrom } from '../time/moment.ts'
import { type Identity, sql } from './database.ts'

const database = await testDatabase()
const ORG = '11111111-1111-4111-8111-111111111111'
const NEIGHBOUR = '22222222-2222-4222-8222-222222222222'
const amina: Identity = { organisation: ORG, person: '33333333-3333-4333-8333-333333333333', role: 'mcs_request' }
const door: Identity = { organisation: null, person: null, role: 'mcs_door' }
const insertOrganisations =
  "insert into organisation (id, name, kind) values ($1, 'Ours', 'test'), ($2, 'Theirs', 'test')"

test('a transaction carries who is asking and forgets it at its end', async () => {
  const inside = await database.transact(amina, async (tx) => {
    const found = await sql<{ role: string; organisation: string; person: string }>`select current_user::text as role,
      current_setting('app.organisation') as organisation, current_setting('app.person') as person`.execute(tx)
    return found.rows[0]
  })
  expect(inside).toEqual({ role: 'mcs_request', organisation: ORG, person: amina.person })
  const after = await database.pool.query(
    "select current_user::text as role, current_setting('app.person', true) as person",
  )
  expect(after.rows[0].role).toMatch(/^mcs_login_/)
  expect(after.rows[0].person ?? '').toBe('')
})

test('values cross as days, instants and numbers', async () => {
  const moment = momentFrom('2027-02-03T14:30:00.123Z')
  const row = await database.transact(amina, async (tx) => {
    const found = await sql<{
      day: string
      moment: Moment
      count: number
      same: boolean
      days: (string | null)[]
    }>`select
      date '2027-03-28' as day, ${moment}::timestamptz as moment, count(*) as count,
      ${moment}::timestamptz = '2027-02-03 14:30:00.123+00' as same, array[date '2027-01-31', null] as days`.execute(tx)
    return found.rows[0]
  })
  expect(row?.day).toBe('2027-03-28')
  expect(row?.moment).toBe(moment)
  expect(row?.count).toBe(1)
  expect(row?.same).toBe(true)
  expect(row?.days).toEqual(['2027-01-31', null])
})

test('what throws is rolled back', async () => {
  const attempt = database.transact(door, async (tx) => {
    await sql`insert into organisation (id, name, kind) values (${ORG}, 'Lost', 'test')`.execute(tx)
    throw new Error('changed my mind')
  })
  await expect(attempt).rejects.toThrow('changed my mind')
  const left = await database.owner.query('select from organisation')
  expect(left.rowCount).toBe(0)
})

test('the login of requests may read nothing before it puts on a role', async () => {
  await expect(database.pool.query('select from organisation')).rejects.toThrow('permission denied')
})

test('the neighbour cannot see or change an organisation, its request keys or its outbox', () =>
  database.rehearse(async (rehearsal, arrange) => {
    await arrange(insertOrganisations, [ORG, NEIGHBOUR])
    for (const organisation of [ORG, NEIGHBOUR]) {
      await rehearsal.transact({ ...amina, organisation }, async (tx) => {
        await sql`insert into request_key (organisation, person, key, method, path)
          values (${organisation}, gen_random_uuid(), gen_random_uuid(), 'POST', '/sessions')`.execute(tx)
        await sql`insert into outbox (organisation, id, to_person, template)
          values (${organisation}, gen_random_uuid(), gen_random_uuid(), 'session-proposed')`.execute(tx)
      })
    }
    await rehearsal.transact(amina, async (tx) => {
      for (const table of ['organisation', 'request_key', 'outbox']) {
        const seen = await sql`select from ${sql.table(table)}`.execute(tx)
        expect([table, seen.rows.length]).toEqual([table, 1])
      }
    })
    const forged = rehearsal.transact(amina, (tx) =>
      sql`insert into outbox (organisation, id, to_person, template)
        values (${NEIGHBOUR}, gen_random_uuid(), gen_random_uuid(), 'session-proposed')`.execute(tx),
    )
    await expect(forged).rejects.toThrow('row-level security')
  }))

test('a rehearsal leaves nothing behind and undoes what a failed transaction did', async () => {
  await database.rehearse(async (rehearsal, arrange) => {
    await arrange(insertOrganisations, [ORG, NEIGHBOUR])
    const attempt = rehearsal.transact(amina, async (tx) => {
      await sql`update organisation set name = 'Renamed'`.execute(tx)
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    const names = await arrange('select name from organisation order by name')
    expect(names).toEqual([{ name: 'Ours' }, { name: 'Theirs' }])
  })
  const lost = await database.owner.query("select from organisation where name = 'Lost'")
  expect(lost.rowCount).toBe(0)
})

test('a person who is nobody sees nothing', () =>
  database.rehearse(async (rehearsal, arrange) => {
    await arrange(insertOrganisations, [ORG, NEIGHBOUR])
    const seen = await rehearsal.transact({ ...amina, organisation: null }, (tx) =>
      sql`select from organisation`.execute(tx),
    )
    expect(seen.rows).toHaveLength(0)
  }))

test('a killed connection does not end the process', async () => {
  const client = await database.pool.connect()
  const found = await client.query('select pg_backend_pid() as pid')
  await database.owner.query('select pg_terminate_backend($1)', [found.rows[0].pid])
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a statement that has its name answers each asker in their own right', async () => {
  const neighbour: Identity = { ...amina, organisation: NEIGHBOUR }
  await database.transact(door, (tx) =>
    sql`insert into organisation (id, name, kind) values (${ORG}, 'Ours', 'test'), (${NEIGHBOUR}, 'Theirs', 'test')
      on conflict do nothing`.execute(tx),
  )
  const seen = (identity: Identity) =>
    database.transact(identity, async (tx) => {
      const found = await sql<{ name: string }>`select name from organisation where name <> ${'nobody'}`.execute(tx)
      return found.rows.map(({ name }) => name)
    })
  for (let time = 0; time < 12; time += 1) {
    expect(await seen(amina)).toEqual(['Ours'])
    expect(await seen(neighbour)).toEqual(['Theirs'])
  }
})

test('nobody asks as what is no id, and the connection is as good as before', async () => {
  const asks = (identity: Identity) => database.transact(identity, async () => 'asked')
  const person = `${amina.person}', true); drop table person; --`
  await expect(asks({ ...amina, person })).rejects.toThrow('Nobody can ask as this')
  await expect(asks({ ...amina, organisation: '' })).rejects.toThrow('Nobody can ask as this')
  expect(await asks(amina)).toBe('asked')
})

test('what is asked after a fault in the same transaction is refused, and nothing of it stays', async () => {
  const attempt = database.transact(door, async (tx) => {
    await sql`insert into organisation (id, name, kind) values (${NEIGHBOUR}, 'Lost', 'test')`.execute(tx)
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return 'went on'
  })
  await expect(attempt).rejects.toThrow()
  const lost = await database.owner.query("select from organisation where name = 'Lost'")
  expect(lost.rowCount).toBe(0)
})

test('what is asked at once is answered in its order, and a fault of one takes all back', async () => {
  await database.transact(door, async (tx) => {
    const asked = [1, 2, 3].map((number) => sql<{ number: number }>`select ${number}::int as number`.execute(tx))
    expect((await Promise.all(asked)).flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual([1, 2, 3])
  })
  const attempt = database.transact(door, (tx) =>
    Promise.all([
      sql`insert into organisation (id, name, kind) values (gen_random_uuid(), 'Lost', 'test')`.execute(tx),
      sql`select 1 / 0`.execute(tx),
      sql`select 1`.execute(tx),
    ]),
  )
  await expect(attempt).rejects.toThrow('division by zero')
  const lost = await database.owner.query("select from organisation where name = 'Lost'")
  expect(lost.rowCount).toBe(0)
})

test('a transaction of one statement keeps what it changed, and takes no second', async () => {
  const id = '00000000-0000-4000-8000-0000000000a1'
  const insert = (name: string, kind: string) => (tx: Parameters<Parameters<typeof database.ask>[1]>[0]) =>
    sql`insert into organisation (id, name, kind) values (${id}, ${name}, ${kind})`.execute(tx)
  await expect(database.ask(door, insert('Ours alone', 'no such kind'))).rejects.toThrow('organisation')
  await database.ask(door, insert('Ours alone', 'test'))
  const kept = await database.owner.query('select name from organisation where id = $1', [id])
  expect(kept.rows).toEqual([{ name: 'Ours alone' }])
  const twice = database.ask(door, async (tx) => {
    await sql`select 1`.execute(tx)
    await sql`select 2`.execute(tx)
  })
  await expect(twice).rejects.toThrow('The transaction is over')
})

test('nothing is asked any more when a transaction is over, and its connection is another’s', async () => {
  let kept: Parameters<Parameters<typeof database.ask>[1]>[0] | undefined
  await database.transact(door, async (tx) => {
    kept = tx
    await sql`select 1`.execute(tx)
  })
  await expect(sql`select 1`.execute(kept!)).rejects.toThrow('The transaction is over')
})

test('a moment is read to the thousandth, whatever the server wrote of it', async () => {
  const found = await database.transact(door, (tx) =>
    sql<{ at: string }>`select unnest(array['2027-02-03 14:30:00+00', '2027-02-03 14:30:00.5+00',
      '2027-02-03 14:30:00.123987+00', '2027-07-03 14:30:00+01']::timestamptz[]) as at`.execute(tx),
  )
  const told = ['2027-02-03T14:30:00.000Z', '2027-02-03T14:30:00.500Z', '2027-02-03T14:30:00.123Z']
  expect(found.rows.map(({ at }) => at)).toEqual([...told, '2027-07-03T13:30:00.000Z'])
})
