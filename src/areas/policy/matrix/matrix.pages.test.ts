import { describe, expect, it } from 'vitest'
import { changedLines, policyDrafts, smallPack, smallRow, smallRowForm } from '../../../../test/policy-draft.ts'
import { testDatabase } from '../../../../test/test-database.ts'

const database = await testDatabase()
const setting = await policyDrafts(database)

describe('a row of the staff matrix', () => {
  it('shows what it says now', async () => {
    const { owner, base } = await setting()
    const list = await owner.get(`${base}/matrix`)
    expect(list.text).toContain('At least every 3 months')
    const page = await owner.get(base + smallRow)
    expect(page.heading).toContain('Health visitors, case work supervision')
    expect(page.fieldValue('Interval')).toBe('3 months')
    expect(page.document.querySelector('input[value=health-visitors]')?.hasAttribute('checked')).toBe(true)
  })

  it('is changed by one line; comments and order stay', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.postAndFollow(base + smallRow, smallRowForm)
    expect(page.heading).toContain('Staff matrix')
    expect(page.text).toContain('At least every 2 months')
    expect(changedLines(await stored())).toEqual(['    every: 2 months'])
  })

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const { owner, base, stored } = await setting()
    const wrong = [
      [{ every: 'now and then' }, 'Say an interval'],
      [{ every: '' }, 'Enter interval'],
      [{ every: '0 months' }, 'Say an interval'],
      [{ every: '-3 months' }, 'Say an interval'],
      [{ often: '' }, 'Select how often'],
      [{ often: 'sometimes' }, 'must be one of the choices'],
      [{ strength: 'strong' }, 'must be one of the choices'],
      [{ types: [] }, 'Select which supervision they need'],
      [{ lead: '3 shifts' }, 'Say a length of time'],
      [{ often: 'whenever', every: '' }, 'needs an interval'],
      [{ name: 'x'.repeat(2001) }, 'must be 2,000 characters or fewer'],
    ] as const
    for (const [typed, sentence] of wrong) {
      const page = await owner.post(base + smallRow, { ...smallRowForm, note: 'Kept', ...typed })
      expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(sentence)])
      expect(page.fieldValue('Note')).toBe('Kept')
    }
    expect(await stored()).toBe(smallPack)
  })

  it('refuses a key that the pack does not know, at its line or field', async () => {
    const { owner, base } = await setting()
    const page = await owner.post(base + smallRow, { ...smallRowForm, staffGroups: 'astronauts' })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('astronauts')
  })

  it('takes emoji, right-to-left names and NUL as they are meant', async () => {
    const { owner, base, stored } = await setting()
    expect((await owner.post(base + smallRow, { ...smallRowForm, note: 'שלום 👩‍⚕️ #: ok\u0000' })).status).toBe(303)
    expect(await stored()).toContain('שלום 👩‍⚕️ #: ok')
  })

  it('can be added and taken out', async () => {
    const group = '  - { key: dentists, name: Dentists, source: own }'
    const withDentists = smallPack.replace('\nroles:', `\n${group}\nroles:`)
    const { owner, base, stored } = await setting(withDentists)
    const double = await owner.post(`${base}/parts/matrix/_new`, { ...smallRowForm, staffGroups: 'midwives' })
    expect([double.status, double.errors.join()]).toEqual([422, expect.stringContaining('both ask midwives')])
    const added = { ...smallRowForm, name: 'Dentists', staffGroups: 'dentists', source: 'own' }
    const list = await owner.postAndFollow(`${base}/parts/matrix/_new`, added)
    expect(list.text).toContain('3 rows')
    expect(await stored()).toContain('  - key: dentists-case-work\n    name: Dentists\n')
    const removal = await owner.get(`${base}/matrix/dentists-case-work/removal`)
    expect(removal.heading).toBe('Take out this row?')
    const left = await owner.postAndFollow(`${base}/matrix/dentists-case-work/removal`, { _version: '2' })
    expect(left.text).toContain('2 rows')
    expect(await stored()).toBe(withDentists)
  })

  it('is not there under a made-up key', async () => {
    const { owner, base } = await setting()
    for (const path of ['/parts/matrix/no-such-row', '/parts/nothing', '/parts/toString', '/matrix/none/removal'])
      expect((await owner.get(base + path)).status).toBe(404)
    expect((await owner.post(`${base}/matrix/none/removal`, { _version: '1' })).status).toBe(404)
  })
})
