import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asPerson } from '../../../platform/composition.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { approveVersion, draftVersion, policyOn, saveDraft, withdrawVersion } from './version.changes.ts'
import { findVersions } from './version.store.ts'

const database = await testDatabase()
const director = testComposition(database, {
  identify: async () => ({ name: 'Dana Okafor', roles: new Set(['director']) }),
})
const staff = testComposition(database)
const [dana, ben] = [newId<'person'>(), newId<'person'>()]
const text = readFileSync('policy-packs/examples/small.yaml', 'utf8')

async function drafted() {
  const organisation = await newOrganisation(database)
  const draft = await as(director, organisation, dana, (work) => draftVersion(work, text))
  if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
  return { organisation, id: draft.id }
}

describe('a policy version', () => {
  it('is drafted, approved and in force from its day, not before', async () => {
    const { organisation, id } = await drafted()
    const approve = { revision: 1, from: day('2026-12-01'), anyApprovers: true }
    expect(await as(director, organisation, dana, (work) => approveVersion(work, id, approve))).toMatchObject({
      ok: true,
    })
    const on = (text: string) =>
      as(director, organisation, dana, async (work) => (await policyOn(work, day(text))).types.length)
    expect(await on('2026-11-30')).toBe(0)
    expect(await on('2026-12-01')).toBeGreaterThan(0)
  })

  it('once approved keeps its text, and once withdrawn never comes back, whatever the program is told', async () => {
    const { organisation, id } = await drafted()
    const approve = { revision: 1, from: day('2026-12-01'), anyApprovers: true }
    await as(director, organisation, dana, (work) => approveVersion(work, id, approve))
    const change = (what: string) =>
      database.owner.query(`update policy_version set ${what} where organisation = $1 and id = $2`, [organisation, id])
    const withdrawn = "status = 'withdrawn', approved_by = null, approved_at = null, in_force_from = null"
    await expect(change(`source_text = 'other', ${withdrawn}`)).rejects.toThrow('cannot be changed')
    await expect(change("status = 'draft'")).rejects.toThrow('cannot be changed')
    await change(withdrawn)
    await expect(change("source_text = 'other'")).rejects.toThrow('cannot be changed')
    await expect(change("status = 'draft'")).rejects.toThrow('does not come back')
  })

  it('is approved by an approving role alone, or by an administrator while nobody holds one', async () => {
    const { organisation, id } = await drafted()
    const approve = (anyApprovers: boolean) => ({ revision: 1, from: day('2026-12-01'), anyApprovers })
    expect(await as(staff, organisation, ben, (work) => approveVersion(work, id, approve(false)))).toMatchObject({
      ok: false,
    })
    const admin = testComposition(database, {
      identify: async () => ({ name: 'Ola', roles: new Set(['administrator']) }),
    })
    expect(await as(admin, organisation, ben, (work) => approveVersion(work, id, approve(true)))).toMatchObject({
      ok: false,
    })
    expect(await as(admin, organisation, ben, (work) => approveVersion(work, id, approve(false)))).toMatchObject({
      ok: true,
    })
  })

  it('cannot be saved over somebody else’s saving, nor with faults', async () => {
    const { organisation, id } = await drafted()
    const save = (revision: number, saved = text) =>
      as(director, organisation, dana, (work) => saveDraft(work, id, { revision, text: saved, note: '' }))
    expect(await save(1)).toEqual({ ok: true })
    expect(await save(1)).toEqual({ ok: false, stale: true })
    const broken = await save(2, text.replace('key:', 'kee:'))
    expect(broken).toMatchObject({ ok: false })
  })

  it('cannot be changed after it was approved, not even in the database', async () => {
    const { organisation, id } = await drafted()
    await as(director, organisation, dana, (work) =>
      approveVersion(work, id, { revision: 1, from: day('2026-11-20'), anyApprovers: true }),
    )
    await expect(
      database.owner.query(`update policy_version set source_text = 'x' where id = $1`, [id]),
    ).rejects.toThrow(/cannot be changed/)
    expect(await as(director, organisation, dana, (work) => withdrawVersion(work, id))).toMatchObject({ ok: false })
  })

  it('cannot be put in force in the past, but for the first of its pack', async () => {
    const { organisation, id } = await drafted()
    const approve = (which: typeof id, from: string) =>
      as(director, organisation, dana, (work) =>
        approveVersion(work, which, { revision: 1, from: day(from), anyApprovers: true }),
      )
    expect(await approve(id, '2024-01-01')).toMatchObject({ ok: true })
    const second = await as(director, organisation, dana, (work) => draftVersion(work, text))
    if (!second.ok) throw new Error('not drafted')
    expect(await approve(second.id, '2026-01-01')).toMatchObject({ ok: false, field: 'from' })
    expect(await approve(second.id, '2026-11-20')).toMatchObject({ ok: true })
  })

  it('cannot be seen by the neighbour', async () => {
    const { organisation } = await drafted()
    const neighbour = await newOrganisation(database, 'Next door')
    const count = (where: typeof organisation) =>
      asPerson(
        director,
        { organisation: where, person: dana, moment: testMoment },
        async (work) => (await findVersions(work)).length,
      )
    expect([await count(organisation), await count(neighbour)]).toEqual([1, 0])
  })
})
