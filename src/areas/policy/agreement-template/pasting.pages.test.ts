import { describe, expect, it } from 'vitest'
import { policyDrafts, smallPack } from '../../../../test/policy-draft.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { textOf } from '../pack/wording.ts'
import { packOf } from '../version/version.store.ts'

const database = await testDatabase()
const setting = await policyDrafts(database)

const ours = `Preceptorship agreement

As supervisee and supervisor, we agree to:

- Meet every month, in a quiet room.
- Tell each other early when we cannot come.

As supervisee, I agree to:

- Bring what I want to look at.

As supervisor, I agree to:

- Listen first.`

describe('a text of one’s own', () => {
  it('is looked at before it is saved as a new template', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.get(`${base}/agreements/_new`)
    expect(page.buttons).toContain('See what it becomes')
    const form = {
      ...page.formTo(`${base}/agreements`),
      name: 'Preceptorship contract',
      kind: 'one-to-one contract',
      term: '12 months',
      opensBefore: '4 weeks',
      text: ours,
    }
    const look = await owner.post(`${base}/agreements/_new/look`, form)
    expect(look.status).toBe(200)
    expect(look.text).toContain('It becomes 4 clauses')
    expect(look.fieldValue('Your text')).toContain('Listen first.')
    expect(await stored()).toBe(smallPack)
    const saved = await owner.post(`${base}/agreements`, look.formTo(`${base}/agreements`))
    expect(saved.location).toBe(`${base}/agreements/preceptorship-contract`)
    const made = packOf(await stored()).agreements?.[1]
    expect(made?.clauses.map(({ party, text }) => [party, textOf(text)])).toEqual([
      ['both', 'Meet every month, in a quiet room.'],
      ['both', 'Tell each other early when we cannot come.'],
      ['supervisee', 'Bring what I want to look at.'],
      ['supervisor', 'Listen first.'],
    ])
    expect(made?.signedBy).toEqual(['supervisee', 'supervisor'])
    const opened = await owner.get(`${base}/agreements/preceptorship-contract`)
    expect(opened.text).toContain('No kind of supervision needs this yet')
    const up = `${base}/agreements/preceptorship-contract/clauses/listen-first/place`
    expect((await owner.post(up, { to: 'up', _version: '2' })).status).toBe(303)
    expect(packOf(await stored()).agreements?.[1]?.clauses.map((one) => one.key)[2]).toBe('listen-first')
  })

  it('takes the place of the clauses that were there, or comes after them', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/agreements/yearly-contract/pasting`
    const form = { ...(await owner.get(at)).formTo(at), text: 'Comes on time and prepared.\n\nTells nobody.' }
    expect((await owner.post(at, { ...form, how: 'after' })).status).toBe(303)
    const clauses = async () => packOf(await stored()).agreements?.[0]?.clauses ?? []
    expect((await clauses()).map((one) => one.key)).toEqual(['on-time', 'comes-on-time-and-prepared', 'tells-nobody'])
    expect((await owner.post(at, { ...form, how: 'instead', _version: '2', _key: newId() })).status).toBe(303)
    expect((await clauses()).map((one) => [one.key, one.source])).toEqual([
      ['on-time', 'X 3'],
      ['tells-nobody', 'own'],
    ])
    expect((await clauses())[0]?.party).toBe('supervisee')
  })

  it('is never lost: not to a fault, and not to a colleague who saved meanwhile', async () => {
    const { owner, colleague, base } = await setting()
    const at = `${base}/agreements/yearly-contract/pasting`
    const form = { ...(await owner.get(at)).formTo(at), text: 'Mine alone.', how: 'after', source: 'own' }
    const wrong = [
      [{ text: '' }, 'Paste the text'],
      [{ text: ' - \n • \n' }, 'no words in this'],
      [{ how: '' }, 'Select what becomes'],
      [{ source: '' }, 'Enter where the text comes from'],
      [{ text: 'x'.repeat(60_001) }, '60,000 characters'],
    ] as const
    for (const path of [at, `${at}/look`])
      for (const [typed, sentence] of wrong) {
        const page = await owner.post(path, { ...form, ...typed })
        expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(sentence)])
      }
    const theirs = { _version: '1', text: 'Theirs.', how: 'after', source: 'own' }
    expect((await colleague.post(at, theirs)).status).toBe(303)
    const stale = await owner.post(at, form)
    expect(stale.status).toBe(409)
    expect(stale.fieldValue('Your text')).toBe('Mine alone.')
    expect((await owner.post(at, stale.formTo(at))).status).toBe(303)
  })

  it('is for those who look after policy, of this organisation, in a draft', async () => {
    const { base, nurse, owner, approve } = await setting()
    const { owner: neighbour } = await setting()
    const own = `${base}/agreements/yearly-contract`
    for (const path of [
      `${base}/agreements`,
      `${base}/agreements/_new`,
      own,
      `${own}/pasting`,
      `${own}/preview`,
      `${own}/removal`,
    ]) {
      expect([path, (await nurse.get(path)).status]).toEqual([path, 403])
      expect([path, (await neighbour.get(path)).status]).toEqual([path, 404])
    }
    for (const path of [
      `${base}/agreements`,
      `${own}/pasting`,
      `${own}/removal`,
      `${own}/clauses/on-time/place`,
      `${own}/clauses/on-time/removal`,
    ]) {
      expect([path, (await nurse.post(path, {})).status]).toEqual([path, 403])
      expect([path, (await neighbour.post(path, {})).status]).toEqual([path, 404])
    }
    await approve()
    for (const path of [`${base}/agreements`, own, `${own}/pasting`, `${own}/removal`])
      expect((await owner.get(path)).location).toBe(base)
    expect((await owner.post(`${own}/pasting`, { text: 'A', how: 'after', source: 'own' })).status).toBe(409)
    expect((await owner.post(`${own}/removal`, {})).status).toBe(409)
    expect((await owner.post(`${own}/clauses/on-time/place`, { to: 'up' })).status).toBe(409)
  })
})
