// Signatures that somebody would like to write past the program, by their own SQL in their own name.
import { describe, expect, it } from 'vitest'
import { closed, inForce } from '../../../../test/worlds/agreement.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findAgreement } from '../agreement/agreement.store.ts'

const database = await testDatabase()
const { trust } = await supervisionWorld(database)

describe('the database itself', () => {
  const forged = async (body: (work: Work, id: string, hash: string) => Promise<unknown>) => {
    const world = await trust()
    const id = await closed(world.inside, { supervisee: world.ben, supervisor: world.amina })
    return world.inside(world.ben, async (work) => {
      const hash = (await findAgreement(work, id))?.textHash ?? ''
      return body(work, id, hash)
    })
  }
  const sign = (work: Work, id: string, what: { person: string; hash: string; closing?: number; at?: string }) =>
    sql`insert into agreement_signature (organisation, agreement, closing, person, part, typed_name, text_hash, signed_at,
        confirmed_at, means, seal, seal_key)
      values (${work.organisation}, ${id}, ${what.closing ?? 1}, ${what.person}, 'supervisee', 'x', ${what.hash},
        ${work.moment}, ${what.at ?? work.moment}, 'demonstration', 'x', '1')`.execute(work.db)

  it('takes no signature for somebody else, for another text, or by a stale confirmation', async () => {
    await expect(forged((work, id, hash) => sign(work, id, { person: newId(), hash }))).rejects.toThrow(/row-level/)
    const [own, old] = ['0'.repeat(64), moment('2026-11-20T09:54:00Z')]
    await expect(forged((work, id) => sign(work, id, { person: work.asker.person, hash: own }))).rejects.toThrow(
      /row-level/,
    )
    await expect(
      forged((work, id, hash) => sign(work, id, { person: work.asker.person, hash, closing: 2 })),
    ).rejects.toThrow(/row-level/)
    await expect(
      forged((work, id, hash) => sign(work, id, { person: work.asker.person, hash, at: old })),
    ).rejects.toThrow(/check/)
  })

  it('takes each signature once, and neither changes nor removes one', async () => {
    await expect(
      forged(async (work, id, hash) => {
        const mine = { person: work.asker.person, hash }
        await sign(work, id, mine)
        await sign(work, id, mine)
      }),
    ).rejects.toThrow(/unique/)
    for (const deed of ['update agreement_signature set typed_name = typed_name', 'delete from agreement_event'])
      await expect(forged((work) => sql.raw(deed).execute(work.db))).rejects.toThrow(/permission/)
  })

  it('lets nobody change what was signed', async () => {
    const world = await trust()
    const id = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
    const change = (set: string) =>
      world.inside(world.ben, (work) => sql.raw(`update agreement set ${set} where id = '${id}'`).execute(work.db))
    await expect(change(`text_hash = '${'a'.repeat(64)}'`)).rejects.toThrow(/cannot be changed/)
    await expect(change("state = 'signing'")).rejects.toThrow(/cannot be changed/)
    await expect(change("from_day = '2026-01-01'")).rejects.toThrow(/cannot be changed/)
  })
})
