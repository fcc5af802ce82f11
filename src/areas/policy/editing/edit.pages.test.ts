import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { policyArea } from '../area.ts'
import { approveVersion, draftVersion } from '../version/version.changes.ts'
import { findVersion } from '../version/version.store.ts'

const database = await testDatabase()
const roles = new Map<PersonId, string>()
const service = await testService(database, {
  areas: [policyArea],
  identify: async (_work, person) => ({
    name: 'Dana Okafor',
    roles: new Set(roles.get(person) ? [roles.get(person)!] : []),
  }),
})
const text = readFileSync('policy-packs/examples/small.yaml', 'utf8')

async function setting(pack = text) {
  const organisation = await newOrganisation(database)
  const somebody = (role: string) => {
    const person = newId<'person'>()
    roles.set(person, role)
    return person
  }
  const dana = somebody('director')
  const draft = await as(service.composition, organisation, dana, (work) => draftVersion(work, pack))
  if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
  const base = `/set-up/policy/${draft.id}`
  return {
    base,
    owner: service.visitor(organisation, dana),
    colleague: service.visitor(organisation, somebody('administrator')),
    nurse: service.visitor(organisation, somebody('')),
    stored: () =>
      as(service.composition, organisation, dana, async (work) => (await findVersion(work, draft.id))?.text ?? ''),
    approve: () =>
      as(service.composition, organisation, dana, (work) =>
        approveVersion(work, draft.id, { revision: 1, from: day('2026-11-20'), anyApprovers: true }),
      ),
  }
}

const row = '/parts/matrix/health-visitors-case-work'
const rowForm = {
  _version: '1',
  name: 'Health visitors, case work supervision',
  staffGroups: 'health-visitors',
  types: 'case-work',
  often: 'every',
  every: '2 months',
  strength: 'mandatory',
  source: 'X appendix, row 1',
}
/** The lines that are another than in the file the draft began from. */
const changedLines = (after: string) => after.split('\n').filter((line) => !text.split('\n').includes(line))

describe('a row of the staff matrix', () => {
  it('shows what it says now', async () => {
    const { owner, base } = await setting()
    const list = await owner.get(`${base}/matrix`)
    expect(list.text).toContain('At least every 3 months')
    const page = await owner.get(base + row)
    expect(page.heading).toContain('Health visitors, case work supervision')
    expect(page.fieldValue('Interval')).toBe('3 months')
    expect(page.document.querySelector('input[value=health-visitors]')?.hasAttribute('checked')).toBe(true)
  })

  it('is changed by one line; comments and order stay', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.postAndFollow(base + row, rowForm)
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
      const page = await owner.post(base + row, { ...rowForm, note: 'Kept', ...typed })
      expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(sentence)])
      expect(page.fieldValue('Note')).toBe('Kept')
    }
    expect(await stored()).toBe(text)
  })

  it('refuses a key that the pack does not know, at its line or field', async () => {
    const { owner, base } = await setting()
    const page = await owner.post(base + row, { ...rowForm, staffGroups: 'astronauts' })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('astronauts')
  })

  it('takes emoji, right-to-left names and NUL as they are meant', async () => {
    const { owner, base, stored } = await setting()
    expect((await owner.post(base + row, { ...rowForm, note: 'שלום 👩‍⚕️ #: ok\u0000' })).status).toBe(303)
    expect(await stored()).toContain('שלום 👩‍⚕️ #: ok')
  })

  it('can be added and taken out', async () => {
    const group = '  - { key: dentists, name: Dentists, source: own }'
    const withDentists = text.replace('\nroles:', `\n${group}\nroles:`)
    const { owner, base, stored } = await setting(withDentists)
    const double = await owner.post(`${base}/parts/matrix/_new`, { ...rowForm, staffGroups: 'midwives' })
    expect([double.status, double.errors.join()]).toEqual([422, expect.stringContaining('both ask midwives')])
    const added = { ...rowForm, name: 'Dentists', staffGroups: 'dentists', source: 'own' }
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

describe('two people at one draft', () => {
  it('never lose what either typed', async () => {
    const { owner, colleague, base, stored } = await setting()
    await owner.post(base + row, rowForm)
    const page = await colleague.post(base + row, { ...rowForm, every: '6 weeks', note: 'Mine' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Somebody else saved meanwhile')
    expect(page.text).toContain('2 months')
    expect(page.text).toContain('6 weeks')
    expect(page.fieldValue('Note')).toBe('Mine')
    expect(await stored()).toContain('every: 2 months')
    const again = page.formTo(base + row)
    expect(again._version).toBe('2')
    expect((await colleague.post(base + row, { ...rowForm, every: '6 weeks', _version: again._version! })).status).toBe(
      303,
    )
    expect(await stored()).toContain('every: 6 weeks')
  })

  it('see both whole texts', async () => {
    const { owner, colleague, base } = await setting()
    await owner.post(base + row, rowForm)
    const mine = text.replace('lead: 4 weeks', 'lead: 5 weeks')
    const page = await colleague.post(`${base}/text`, { _version: '1', text: mine })
    expect(page.status).toBe(409)
    expect(page.text).toContain('5 weeks')
    expect(page.document.querySelector('pre')?.textContent).toContain('every: 2 months')
    expect(page.fieldValue('Text of the pack')).toContain('lead: 5 weeks')
  })

  it('submit the same form twice and it acts once', async () => {
    const { owner, base, stored } = await setting()
    const twice = { ...rowForm, _key: newId() }
    expect((await owner.post(base + row, twice)).status).toBe(303)
    expect((await owner.post(base + row, twice)).status).toBe(303)
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

describe('the whole text', () => {
  it('names every fault with its line, and keeps the text', async () => {
    const { owner, base, stored } = await setting()
    const broken = text
      .replace('owner: Professional', 'ownr: Professional')
      .replace('every: 3 months', 'every: 3 moons')
    const page = await owner.post(`${base}/text`, { _version: '1', text: broken })
    expect(page.status).toBe(422)
    const line = broken.split('\n').findIndex((one) => one.startsWith('ownr')) + 1
    expect(page.errors.some((error) => error.startsWith(`Line ${line}:`))).toBe(true)
    expect(page.errors.join()).toContain('3 moons')
    expect(page.document.getElementById(`line-${line}`)?.textContent).toContain('ownr: Professional')
    expect(page.fieldValue('Text of the pack')).toContain('3 moons')
    expect(await stored()).toBe(text)
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
      text: text.replace('lead: 4', 'lead: 5'),
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
    for (const path of ['', '/matrix', row, '/text', '/parts/targets', '/matrix/health-visitors-case-work/removal']) {
      expect([path, (await nurse.get(base + path)).status]).toEqual([path, 403])
      expect([path, (await neighbour.get(base + path)).status]).toEqual([path, 404])
    }
    for (const path of [row, '/text', '/draft', '/matrix/health-visitors-case-work/removal']) {
      expect([path, (await nurse.post(base + path, rowForm)).status]).toEqual([path, 403])
      expect([path, (await neighbour.post(base + path, rowForm)).status]).toEqual([path, 404])
    }
  })

  it('of a version in force begins a draft of it, once', async () => {
    const { base, owner, approve } = await setting()
    await approve()
    expect((await owner.get(base + row)).location).toBe(base)
    expect((await owner.post(base + row, rowForm)).status).toBe(409)
    expect((await owner.post(`${base}/text`, { _version: '1', text })).status).toBe(409)
    expect((await owner.get(base)).buttons).toContain('Start a draft from this version')
    const draft = await owner.post(`${base}/draft`)
    expect(draft.location).not.toBe(base)
    const page = await owner.get(draft.location!)
    expect(page.heading).toContain('version 2')
    expect((await owner.post(`${base}/draft`)).location).toBe(draft.location)
  })
})
