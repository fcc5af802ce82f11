// Somebody with the database in hand, who may drop every check in it, alters what is stored of an agreement: each column, each
// byte of what was signed. Whoever opens its page is told.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { closed, inForce, signNow, written } from '../../../../test/worlds/agreement.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { isSignedByOrganisation } from '../../records/index.ts'
import { proposeChange } from '../adapting/proposal.changes.ts'
import { textOfRows } from '../agreement/keeping.changes.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { openAgreementText } from '../agreement/keeping.changes.ts'
import { findRows, findSignatures } from '../agreement/saving.store.ts'
import { hashOfText } from '../text/text-hash.changes.ts'
import { isSealed } from './signature.changes.ts'

const database = await testDatabase()
const { trust } = await supervisionWorld(database)
const { owner } = database

/** Which rows belong to an agreement, by table. */
const own: Readonly<Record<string, string>> = {
  agreement: 'id = $1',
  agreement_party: 'agreement = $1',
  agreement_signature: 'agreement = $1',
  agreement_event: 'agreement = $1',
  agreement_proposal: 'agreement = $1',
  sealed_text:
    "about = $1 and about_kind = 'agreement' and version = (select max(version) from sealed_text s where s.about = $1)",
}
/** A number that says nothing, and is read nowhere. */
const meaningless = new Set(['sealed_text.id'])

/** Every value of a type that is another one than it was. */
const other: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column}, '') || 'x'`,
  integer: (column) => `${column} + 1`,
  // The least that the service can write.
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 millisecond'`,
  date: (column) => `coalesce(${column}, '2026-01-01'::date) + 1`,
  bytea: (column) => `set_byte(${column}, 20, get_byte(${column}, 20) # 1)`,
}

async function dropEveryCheck(): Promise<void> {
  for (const table of Object.keys(own)) {
    const found = await owner.query(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f', 'u')`,
      [table],
    )
    for (const { name } of found.rows)
      await owner.query(`alter table ${table} drop constraint if exists ${name} cascade`)
    await owner.query(`alter table ${table} disable trigger user`)
  }
}

async function signed() {
  const world = await trust()
  const id = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
  return { world, id }
}
const tellsOf = async (world: Trust, id: AgreementId): Promise<boolean> => {
  const page = await world.visit(world.amina).get(`/agreements/${id}`)
  return page.status === 404 || page.text.includes('This is not as it was agreed')
}

describe('an agreement that was altered in the database', { timeout: 120_000 }, () => {
  it('says so, whichever column of whichever row it was', async () => {
    const { world, id } = await signed()
    const adapting = await written(world.inside, { supervisee: world.dora, supervisor: world.amina })
    const words = { party: 'both', heading: '', text: 'Other words', why: '' }
    await world.inside(world.dora, (work) =>
      proposeChange(work, adapting, { step: 'change', clause: 'respect', words }),
    )
    expect([await tellsOf(world, id), await tellsOf(world, adapting)]).toEqual([false, false])
    await dropEveryCheck()
    const unseen: string[] = []
    for (const [table, where] of Object.entries(own)) {
      const about = table === 'agreement_proposal' ? adapting : id
      for (const { column, type } of await columnsOf(table)) {
        if (meaningless.has(`${table}.${column}`)) continue
        const seen = await whileAltered({ table, where, about, set: `${column} = ${other[type]?.(column)}` }, () =>
          tellsOf(world, about),
        )
        if (!seen) unseen.push(`${table}.${column}`)
      }
    }
    expect(unseen).toEqual([])
    expect([await tellsOf(world, id), await tellsOf(world, adapting)]).toEqual([false, false])
  })

  it('says so when a row is gone or slipped in', async () => {
    const { world, id } = await signed()
    for (const [table, where] of Object.entries(own)) {
      if (table === 'agreement_proposal') continue
      await owner.query('create table kept as select * from ' + table + ' where ' + where.replaceAll('$1', `'${id}'`))
      await owner.query(
        `delete from ${table} where ${where} and ctid = (select max(ctid) from ${table} where ${where})`,
        [id],
      )
      expect([table, await tellsOf(world, id)]).toEqual([table, true])
      await owner
        .query(`delete from ${table} where ${where.split(' and version')[0]} and true`, [id])
        .catch(() => undefined)
      await owner.query(`insert into ${table} select * from kept`)
      await owner.query('drop table kept')
    }
    await owner.query(
      `insert into sealed_reader (organisation, about_kind, about, person, because, since)
        values ($1, 'agreement', $2, $3, 'supervisee', now())`,
      [world.organisation, id, world.dora],
    )
    expect(await tellsOf(world, id)).toBe(true)
  })

  it('fails at every single byte of what the seals are made of', async () => {
    const { world, id } = await signed()
    await world.inside(world.ben, async (work) => {
      const rows = await findRows(work, id)
      const opened = await openAgreementText(work, id)
      const [signature] = await findSignatures(work, id)
      if (!rows || !opened?.canonical || !signature) throw new Error('Nothing there')
      const isWhole = (text: string) =>
        isSignedByOrganisation(work, 'agreement seal', { text: textOfRows(text), signature: rows.seal, key: rows.key })
      expect(isWhole(rows.text)).toBe(true)
      expect(flips(rows.text).filter(isWhole)).toEqual([])
      const hash = hashOfText(opened.canonical)
      expect(flips(opened.canonical).filter((text) => hashOfText(text) === hash)).toEqual([])
      const sealed = (one: typeof signature) => isSealed(work, { id, closing: one.closing }, { signature: one })
      expect(sealed(signature)).toBe(true)
      for (const field of ['person', 'as', 'typedName', 'textHash', 'at', 'means', 'seal'] as const)
        expect(
          flips(signature[field]).filter((text) => sealed({ ...signature, [field]: text } as typeof signature)),
        ).toEqual([])
    })
  })

  it('takes no more signatures once its text was altered', async () => {
    const world = await trust()
    const id = await closed(world.inside, { supervisee: world.ben, supervisor: world.amina })
    await owner.query('update agreement set text_hash = $2 where id = $1', [id, 'a'.repeat(64)])
    await expect(world.inside(world.ben, (work) => signNow(work, id))).rejects.toThrow(/not as it was closed/)
  })
})

/** The text with one character changed, at every place. */
const flips = (text: string): string[] =>
  [...text].map((letter, at) => `${text.slice(0, at)}${letter === 'x' ? 'y' : 'x'}${text.slice(at + letter.length)}`)

async function columnsOf(table: string): Promise<readonly { column: string; type: string }[]> {
  const found = await owner.query(
    `select column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  )
  return found.rows
}

/** Alters the last of an agreement's rows in a table, looks, and puts it back. */
async function whileAltered<T>(
  { table, where, about, set }: { table: string; where: string; about: string; set: string },
  look: () => Promise<T>,
): Promise<T> {
  const mine = where.replaceAll('$1', `'${about}'`)
  await owner.query(
    `create table kept as select * from ${table} where ${mine} and ctid = (select max(ctid) from ${table} where ${mine})`,
  )
  const row = await owner.query(
    `update ${table} set ${set} where ctid = (select max(ctid) from ${table} where ${mine}) returning ctid::text as now`,
  )
  try {
    return await look()
  } finally {
    await owner.query(`delete from ${table} where ctid = $1::tid`, [row.rows[0]?.now])
    await owner.query(`insert into ${table} select * from kept`)
    await owner.query('drop table kept')
  }
}
