import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changedLines, policyDrafts, smallPack, smallRow, smallRowForm } from '../../../../test/policy-draft.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { comparePacks } from '../reading/compare.ts'
import { packOf } from '../version/version.store.ts'

const database = await testDatabase()
const setting = await policyDrafts(database)

describe('two people at one draft', () => {
  it('never lose what either typed', async () => {
    const { owner, colleague, base, stored } = await setting()
    await owner.post(base + smallRow, smallRowForm)
    const page = await colleague.post(base + smallRow, { ...smallRowForm, every: '6 weeks', note: 'Mine' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Somebody else saved meanwhile')
    expect(page.text).toContain('2 months')
    expect(page.text).toContain('6 weeks')
    expect(page.fieldValue('Note')).toBe('Mine')
    expect(await stored()).toContain('every: 2 months')
    const again = page.formTo(base + smallRow)
    expect(again._version).toBe('2')
    expect(
      (await colleague.post(base + smallRow, { ...smallRowForm, every: '6 weeks', _version: again._version! })).status,
    ).toBe(303)
    expect(await stored()).toContain('every: 6 weeks')
  })

  it('see both whole texts', async () => {
    const { owner, colleague, base } = await setting()
    await owner.post(base + smallRow, smallRowForm)
    const mine = smallPack.replace('lead: 4 weeks', 'lead: 5 weeks')
    const page = await colleague.post(`${base}/text`, { _version: '1', text: mine })
    expect(page.status).toBe(409)
    expect(page.text).toContain('5 weeks')
    expect(page.document.querySelector('pre')?.textContent).toContain('every: 2 months')
    expect(page.fieldValue('Text of the pack')).toContain('lead: 5 weeks')
  })

  it('submit the same form twice and it acts once', async () => {
    const { owner, base, stored } = await setting()
    const twice = { ...smallRowForm, _key: newId() }
    expect((await owner.post(base + smallRow, twice)).status).toBe(303)
    expect((await owner.post(base + smallRow, twice)).status).toBe(303)
    expect(changedLines(await stored())).toEqual(['    every: 2 months'])
  })
})

describe('the other parts of a draft', () => {
  it('are listed with what they hold', async () => {
    const { owner, base } = await setting()
    const page = await owner.get(base)
    for (const part of ['staff matrix', 'targets', 'advice desk', 'escalation routes', 'the whole text'])
      expect(page.linkTo(part)).toContain(base)
  })

  it('targets', async () => {
    const { owner, base, stored } = await setting()
    const save = (typed: string) => owner.post(`${base}/parts/targets/_all`, { _version: '1', 'target-0': typed })
    for (const typed of ['', 'most', '101%', '-5%', '9'.repeat(5000)]) expect((await save(typed)).status).toBe(422)
    expect((await save('90%')).status).toBe(303)
    expect(await stored()).toContain('atLeast: 90%, source: own')
  })

  it('who confirms having read it, and how soon', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/parts/reading/_all`
    const page = await owner.get(`${base}/parts/reading`)
    expect(page.formTo(at)).toMatchObject({ by: 'everyone', within: '4 weeks' })
    expect((await owner.post(at, { _version: '1', by: 'everyone', within: '' })).errors).toEqual([
      'Say how soon they are asked to',
    ])
    expect((await owner.post(at, { _version: '1', by: 'everyone', within: 'soon' })).status).toBe(422)
    expect((await owner.post(at, { _version: '1', by: 'everyone', within: '4 weeks' })).status).toBe(303)
    expect(await stored()).not.toContain('reading:')
    expect((await owner.post(at, { _version: '1', by: 'those with a row', within: '6 weeks' })).status).toBe(303)
    expect(packOf(await stored()).reading).toEqual({ by: 'those with a row', within: '6 weeks' })
    expect((await owner.get(base)).text).toContain('Those whom a row of the staff matrix is for')
    expect((await owner.post(at, { _version: '2', by: 'nobody', within: '' })).status).toBe(303)
    expect(packOf(await stored()).reading).toEqual({ by: 'nobody' })
  })

  it('the advice desk, day by day', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.get(`${base}/parts/desk`)
    const form = page.formTo(`${base}/parts/desk/_all`)
    expect(form['from-0']).toBe('9am')
    expect(form['people-0']).toBe('Duty advisor')
    expect((await owner.post(`${base}/parts/desk/_all`, { ...form, 'to-0': '8am' })).errors).toEqual([
      'On Monday the desk closes before it opens',
    ])
    expect((await owner.post(`${base}/parts/desk/_all`, { ...form, 'to-2': '' })).errors).toEqual([
      'Say when the desk closes on Wednesday',
    ])
    expect((await owner.post(`${base}/parts/desk/_all`, { ...form, phone: 'ring us' })).status).toBe(422)
    expect((await owner.post(`${base}/parts/desk/_all`, { ...form, 'to-4': '3pm' })).status).toBe(303)
    const hours = await stored()
    expect(hours).toContain('friday')
    expect(hours).toContain('15:00')
    expect((await owner.get(`${base}/parts/desk`)).formTo(`${base}/parts/desk/_all`)['to-4']).toBe('3pm')
  })

  it('escalation contacts', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/parts/escalation/child-at-risk`
    const form = (await owner.get(at)).formTo(at)
    expect((await owner.post(at, { ...form, 'phone-0': 'x' })).errors.join()).toContain('phone number in digits')
    expect((await owner.post(at, { ...form, 'phone-0': '01632 960999' })).status).toBe(303)
    expect(await stored()).toContain('01632 960999')
  })

  it('kinds of supervision: groups and rebooking', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/parts/kinds/case-work`
    const form = { ...(await owner.get(at)).formTo(at), by: 'supervisor', priority: 'high' }
    expect((await owner.post(at, { ...form, smallest: '9', largest: '4' })).status).toBe(422)
    expect((await owner.post(at, { ...form, largest: 'many' })).status).toBe(422)
    expect((await owner.post(at, { ...form, largest: '6' })).status).toBe(303)
    expect(await stored()).toContain('largest: 6')
    expect(await stored()).toContain('by: supervisor')
  })

  it('kinds of supervision: hours after which the meeting of a set is closed, which nothing else has', async () => {
    const pack = readFileSync('policy-packs/action-learning.yaml', 'utf8')
    const { owner, base, stored } = await setting(pack)
    const at = `${base}/parts/kinds/action-learning-set`
    const form = (await owner.get(at)).formTo(at)
    expect(form.closesAfterHours).toBe('12')
    for (const typed of ['0', '73', '2.5', 'soon'])
      expect((await owner.post(at, { ...form, closesAfterHours: typed })).status).toBe(422)
    expect((await owner.post(at, { ...form, closesAfterHours: '20' })).status).toBe(303)
    expect(await stored()).toContain('closesAfterHours: 20')
    const differences = comparePacks(packOf(pack), packOf(await stored()))
    expect(differences).toEqual([
      {
        where: ['Kinds of supervision', 'Action learning set', 'Closed by itself, hours after its end'],
        before: '12',
        after: '20',
      },
    ])
    const other = await setting()
    const oneToOne = await other.owner.get(`${other.base}/parts/kinds/case-work`)
    expect(oneToOne.text).not.toContain('Close a meeting that nobody finished')
  })

  it('bank holidays, owner and review', async () => {
    const { owner, base, stored } = await setting()
    const days = `${base}/parts/holidays/_all`
    expect((await owner.post(days, { _version: '1', 'day-0': '2027-02-30', 'name-0': 'X' })).status).toBe(422)
    expect((await owner.post(days, { _version: '1', 'day-0': '2027-05-10' })).errors).toEqual([
      'Say what this day is called',
    ])
    expect((await owner.post(days, { _version: '1', 'day-0': '2027-05-10', 'name-0': 'Coronation' })).status).toBe(303)
    expect(await stored()).toContain('add:\n    - day: 2027-05-10\n      name: Coronation')
    const at = `${base}/parts/particulars/_all`
    const form = (await owner.get(`${base}/parts/particulars`)).formTo(at)
    expect((await owner.post(at, { ...form, 'review-year': '2020' })).errors.join()).toContain('after the day of issue')
    expect((await owner.post(at, { ...form, owner: '' })).errors).toEqual(['Enter owner'])
    expect((await owner.post(at, { ...form, 'review-year': '2029' })).status).toBe(303)
    expect(await stored()).toContain('review: 2029-01-05')
  })
})
