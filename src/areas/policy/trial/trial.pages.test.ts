import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { policyArea } from '../area.ts'

const database = await testDatabase()
const roles = new Set(['named professional'])
const service = await testService(database, { areas: [policyArea], identify: async () => ({ name: 'Dana', roles }) })
const someone = async () => service.visitor(await newOrganisation(database), newId())
const path = '/set-up/policy/try'

describe('trying a rule', () => {
  it('answers the example for each day, with its reasons', async () => {
    const visitor = await someone()
    const { text = '' } = (await visitor.get(path)).formTo(path)
    const page = await visitor.post(path, { text })
    expect(page.status).toBe(200)
    expect(page.errors).toEqual([])
    expect(page.text).toContain('31 January 2027')
    expect(page.text).toContain('Supervision for newcomers')
    expect(page.text).toMatch(/Overdue|Due soon|Met/)
    expect(page.document.querySelectorAll('#answers tbody tr').length).toBe(4)
    expect(page.fieldValue('Rule, person and days').trim()).toBe(text.trim())
  })

  it('can be sent again and again', async () => {
    const visitor = await someone()
    const form = (await visitor.get(path)).formTo(path)
    expect((await visitor.post(path, form)).status).toBe(200)
    expect((await visitor.post(path, form)).status).toBe(200)
  })

  it('names every fault with its line and keeps the text', async () => {
    const visitor = await someone()
    const { text = '' } = (await visitor.get(path)).formTo(path)
    const broken = text.replace('every: 1 week', 'evry: 1 week').replace('from: 2027-01-04', 'from: 2027-02-30')
    const page = await visitor.post(path, { text: broken })
    expect(page.status).toBe(422)
    expect(page.errors.every((error) => /^Line \d+: /.test(error))).toBe(true)
    expect(page.errors.join()).toContain('evry')
    expect(page.fieldValue('Rule, person and days')).toContain('2027-02-30')
  })

  it('takes nothing, nonsense and too much without falling over', async () => {
    const visitor = await someone()
    for (const text of ['', '\u0000', '👩‍⚕️ שלום', '[', '- - -', 'a: &x 1\nb: *x', 'x'.repeat(1_000_000)])
      expect((await visitor.post(path, { text })).status).toBe(422)
  })

  it('is for those who look after policy', async () => {
    const nurses = await testService(database, { areas: [policyArea] })
    const nurse = nurses.visitor(await newOrganisation(database), newId())
    expect((await nurse.get(path)).status).toBe(403)
    expect((await nurse.post(path, { text: '' })).status).toBe(403)
    expect((await service.stranger().get(path)).location).toContain('/sign-in')
  })
})
