import { describe, expect, it } from 'vitest'
import { policyDrafts, smallPack, smallRow, smallRowForm } from '../../../../test/policy-draft.ts'
import { testDatabase } from '../../../../test/test-database.ts'

const database = await testDatabase()
const setting = await policyDrafts(database)

describe('the whole text', () => {
  it('names every fault with its line, and keeps the text', async () => {
    const { owner, base, stored } = await setting()
    const broken = smallPack
      .replace('owner: Professional', 'ownr: Professional')
      .replace('every: 3 months', 'every: 3 moons')
    const page = await owner.post(`${base}/text`, { _version: '1', text: broken })
    expect(page.status).toBe(422)
    const line = broken.split('\n').findIndex((one) => one.startsWith('ownr')) + 1
    expect(page.errors.some((error) => error.startsWith(`Line ${line}:`))).toBe(true)
    expect(page.errors.join()).toContain('3 moons')
    expect(page.document.getElementById(`line-${line}`)?.textContent).toContain('ownr: Professional')
    expect(page.fieldValue('Text of the pack')).toContain('3 moons')
    expect(await stored()).toBe(smallPack)
  })

  it('refuses what is empty, too long or no text of a pack, without losing it', async () => {
    const { owner, base } = await setting()
    for (const typed of ['', '\u0000', '👩‍⚕️', '- a\n- b', 'x'.repeat(1_000_000), 'a: [', '"'.repeat(300)])
      expect((await owner.post(`${base}/text`, { _version: '1', text: typed })).status).toBe(422)
    expect((await owner.post(`${base}/text`, { _version: '1', text: 'y'.repeat(2_000_001) })).status).toBe(422)
  })

  it('is saved when it has no faults', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.postAndFollow(`${base}/text`, {
      _version: '1',
      text: smallPack.replace('lead: 4', 'lead: 5'),
      note: 'Lead',
    })
    expect(page.heading).toContain('Small example')
    expect(await stored()).toContain('lead: 5 weeks')
  })
})

describe('editing', () => {
  it('is for those who look after policy, of this organisation', async () => {
    const { base, nurse } = await setting()
    const { owner: neighbour } = await setting()
    for (const path of [
      '',
      '/matrix',
      smallRow,
      '/text',
      '/parts/targets',
      '/matrix/health-visitors-case-work/removal',
    ]) {
      expect([path, (await nurse.get(base + path)).status]).toEqual([path, 403])
      expect([path, (await neighbour.get(base + path)).status]).toEqual([path, 404])
    }
    for (const path of [smallRow, '/text', '/draft', '/matrix/health-visitors-case-work/removal']) {
      expect([path, (await nurse.post(base + path, smallRowForm)).status]).toEqual([path, 403])
      expect([path, (await neighbour.post(base + path, smallRowForm)).status]).toEqual([path, 404])
    }
  })

  it('of a version in force begins a draft of it, once', async () => {
    const { base, owner, approve } = await setting()
    await approve()
    expect((await owner.get(base + smallRow)).location).toBe(base)
    expect((await owner.post(base + smallRow, smallRowForm)).status).toBe(409)
    expect((await owner.post(`${base}/text`, { _version: '1', text: smallPack })).status).toBe(409)
    expect((await owner.get(base)).buttons).toContain('Start a draft from this version')
    const draft = await owner.post(`${base}/draft`)
    expect(draft.location).not.toBe(base)
    const page = await owner.get(draft.location!)
    expect(page.heading).toContain('version 2')
    expect((await owner.post(`${base}/draft`)).location).toBe(draft.location)
  })
})
