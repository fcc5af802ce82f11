import { describe, expect, it } from 'vitest'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { asService } from '../../../platform/composition.ts'
import { sql } from '../../../platform/database/database.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { moment } from '../../../platform/time/moment.ts'
import { policyHistory } from '../version/version.changes.ts'
import { acknowledgeVersion, bringInAcknowledgements, readingOf } from './acknowledgement.changes.ts'
import { findAcknowledgements, hasAcknowledged, insertAcknowledgement } from './acknowledgement.store.ts'

const database = await testDatabase()
const { service, bareTrust, setClock } = await supervisionWorld(database)
setClock()

async function world() {
  const trust = await bareTrust()
  const version = await trust.inside(trust.ben, async (work) => {
    const found = (await policyHistory(work)).find((one) => one.pack.key === 'safeguarding')
    if (!found) throw new Error('no policy')
    return found.version.id
  })
  return { ...trust, version }
}

const [one, next] = [await world(), await world()]

describe('saying that one has read a version', () => {
  it('is kept once, with its day and a line in the trail', async () => {
    const { inside, ben, dora, version, organisation } = one
    for (const _time of [1, 2])
      expect(await inside(ben, (work) => acknowledgeVersion(work, version))).toMatchObject({ ok: true })
    const said = await inside(ben, (work) => findAcknowledgements(work, [ben, dora]))
    expect([...said]).toEqual([[ben, [{ person: ben, version, on: '2026-11-20' }]]])
    const lines = await database.owner.query(
      `select count(*)::int as n from trail_event where organisation = $1 and deed = 'policy read'`,
      [organisation],
    )
    expect(lines.rows).toEqual([{ n: 1 }])
    expect(await inside(ben, (work) => hasAcknowledged(work, [dora]))).toBe(false)
  })

  it('cannot be said for somebody else, changed or taken back', async () => {
    const { inside, ben, dora, version, organisation } = one
    await inside(ben, (work) => insertAcknowledgement(work, version))
    await expect(
      inside(ben, (work) =>
        sql`insert into policy_acknowledgement (organisation, person, version, said_at)
          values (${organisation}, ${dora}, ${version}, now())`.execute(work.db),
      ),
    ).rejects.toThrow('row-level security')
    for (const change of [
      sql`delete from policy_acknowledgement`,
      sql`update policy_acknowledgement set said_at = now()`,
    ])
      await expect(inside(ben, (work) => change.execute(work.db))).rejects.toThrow('permission denied')
  })

  it('is brought in for many at once by the service alone', async () => {
    const { inside, femi, grace, version, organisation } = one
    const rows = [femi, grace].map((person) => ({ person, version, saidAt: moment('2026-03-02T09:00:00Z') }))
    expect(await inside(grace, (work) => bringInAcknowledgements(work, rows))).toMatchObject({ ok: false })
    await asService(service.composition, { organisation }, (work) => bringInAcknowledgements(work, rows))
    const said = await inside(grace, (work) => findAcknowledgements(work, [femi]))
    expect(said.get(femi)).toEqual([{ person: femi, version, on: '2026-03-02' }])
  })

  it('the neighbour cannot see it', async () => {
    await one.inside(one.ben, (work) => insertAcknowledgement(work, one.version))
    const seen = await next.inside(next.noor, (work) => findAcknowledgements(work, null))
    expect(seen.size).toBe(0)
    expect(await next.inside(next.noor, (work) => hasAcknowledged(work, [one.ben]))).toBe(false)
    expect(await next.inside(next.ben, (work) => acknowledgeVersion(work, one.version))).toMatchObject({ ok: false })
  })
})

describe('how people stand', () => {
  it('is told for everybody in post, and asks those of whom a row speaks for the other policy', async () => {
    const { inside, ben, noor, version } = one
    await inside(ben, (work) => insertAcknowledgement(work, version))
    const standing = await inside(noor, (work) => readingOf(work, null))
    expect(standing.size).toBe(7)
    expect(standing.get(noor)?.toRead.map((one) => one.packKey)).toContain('safeguarding')
    expect(standing.get(ben)?.toRead.map((one) => one.packKey)).not.toContain('safeguarding')
  })
})
