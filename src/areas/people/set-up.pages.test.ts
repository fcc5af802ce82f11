import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { testService } from '../../../test/service.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asService } from '../../platform/composition.ts'
import { recordsArea } from '../records/area.ts'
import { peopleArea } from './area.ts'
import { makeSmallWorld } from './people.examples.ts'
import { askerFor } from './register/asker.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea], identify: askerFor })

async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const visitor = (person: typeof made.ben) => service.visitor(organisation, person)
  return { ...made, keeper: visitor(made.dilys), other: visitor(made.ben), visitor }
}
const from = { 'from-day': '20', 'from-month': '11', 'from-year': '2026' }

describe('set-up', () => {
  it('leads administrators to people, units, roles and imports, and nobody else', async () => {
    const { keeper, other } = await world()
    const page = await keeper.get('/set-up')
    expect(page.links.map(({ text }) => text)).toEqual([
      'People',
      'Import staff',
      'Import time worked',
      'Units',
      'Registrations that end',
      'Roles',
    ])
    for (const address of [
      '/set-up',
      '/set-up/units',
      '/set-up/roles',
      '/set-up/people/imports',
      '/set-up/people/new',
    ]) {
      expect((await other.get(address)).status, address).toBe(403)
    }
  })
})

describe('units', () => {
  it('are shown as a tree with people and leads', async () => {
    const { keeper } = await world()
    const page = await keeper.get('/set-up/units')
    expect(page.text).toContain('Riverside team')
    expect(page.text).toContain('Grace Okafor')
    const top = page.document.querySelector('tbody tr')?.textContent ?? ''
    expect(top.replaceAll(/\s+/g, ' ')).toMatch(/Children and families.*1.*6/)
  })

  it('are added, renamed from a day on, and ended when empty', async () => {
    const { keeper, service: parent } = await world()
    await keeper.post('/set-up/units', { name: 'Seaside team', parent, ...from })
    const list = await keeper.get('/set-up/units')
    const at = list.linkTo('Seaside team')
    await keeper.post(`${at}/change`, { name: 'Harbour team', parent, ...from })
    expect((await keeper.get(at)).heading).toContain('Harbour team')
    const ended = await keeper.post(`${at}/end`, { 'lastDay-day': '20', 'lastDay-month': '11', 'lastDay-year': '2026' })
    expect(ended.status).toBe(303)
  })

  it('are refused under themselves, twice, without a name, or while people are in them', async () => {
    const { keeper, directorate, riverside } = await world()
    const moved = await keeper.post(`/set-up/units/${directorate}/change`, {
      name: 'Children',
      parent: riverside,
      ...from,
    })
    expect(moved.errors.join()).toContain('cannot stand under itself')
    const twin = await keeper.post('/set-up/units', { name: 'children and FAMILIES', parent: '', ...from })
    expect(twin.errors.join()).toContain('already a unit of this name')
    expect((await keeper.post('/set-up/units', { name: '', ...from })).status).toBe(422)
    const ended = await keeper.post(`/set-up/units/${riverside}/end`, {
      'lastDay-day': '20',
      'lastDay-month': '11',
      'lastDay-year': '2026',
    })
    expect(ended.errors.join()).toContain('Move the people in it first')
  })

  it('have leads, found by name', async () => {
    const { keeper, hillside, ewan } = await world()
    const at = `/set-up/units/${hillside}/leads`
    const found = await keeper.post(at, { 'person-search': 'ewan', _find: 'person', ...from })
    expect(found.text).toContain('Ewan Fraser')
    expect((await keeper.post(at, { 'person-search': 'ewan', ...from })).errors.join()).toContain('choose the person')
    await keeper.post(at, { person: ewan, ...from })
    expect((await keeper.get(`/set-up/units/${hillside}`)).text).toContain('Ewan Fraser, since 20 November 2026')
  })
})

describe('roles', () => {
  const wanted = { role: 'auditor', reason: 'Yearly audit', ...from }

  it('are granted with a reason, shown, and ended at once', async () => {
    const { keeper, ben, visitor } = await world()
    const page = await keeper.postAndFollow('/set-up/roles', { ...wanted, person: ben })
    expect(page.text).toContain('Yearly audit')
    const row = [...page.document.querySelectorAll('tr')].find((one) => one.textContent?.includes('Yearly audit'))
    const end = row?.querySelector('a[href$="/end"]')?.getAttribute('href') ?? ''
    expect((await keeper.post(end, { reason: '' })).status).toBe(422)
    const after = await keeper.postAndFollow(end, { reason: 'Done' })
    expect(after.text).toContain('Roles that have ended (1)')
    expect((await visitor(ben).get('/set-up/roles')).status).toBe(403)
  })

  it('give their holder the pages that go with them, from then on', async () => {
    const { keeper, other, ben } = await world()
    expect((await other.get('/set-up')).status).toBe(403)
    await keeper.post('/set-up/roles', { ...wanted, role: 'administrator', person: ben })
    expect((await other.get('/set-up')).status).toBe(200)
  })

  it.each([
    [{ role: '', person: 'ben' }, 'Select role'],
    [{ role: 'king', person: 'ben' }, 'must be one of'],
    [{ role: 'auditor', person: '' }, 'Find and choose who gets the role'],
    [{ role: 'auditor', person: '00000000-0000-4000-8000-000000000000' }, 'Find and choose who gets the role'],
    [{ role: 'auditor', person: 'ben', reason: '' }, 'Enter the reason'],
    [{ role: 'auditor', person: 'ben', 'to-day': '1', 'to-month': '1', 'to-year': '2026' }, 'on or after the first'],
    [{ role: 'administrator', person: 'dilys' }, 'already has this role'],
  ])('are refused: %o', async (form, said) => {
    const { keeper, ben, dilys } = await world()
    const person = form.person === 'ben' ? ben : form.person === 'dilys' ? dilys : form.person
    const page = await keeper.post('/set-up/roles', { ...wanted, ...form, person })
    expect(page.status).toBe(422)
    expect(page.errors.join(' ').toLowerCase()).toContain(said.toLowerCase())
  })

  it('are not taken from the last administrator', async () => {
    const { keeper } = await world()
    const page = await keeper.get('/set-up/roles')
    const row = [...page.document.querySelectorAll('tr')].find((one) => one.textContent?.includes('Dilys'))
    const end = row?.querySelector('a[href$="/end"]')?.getAttribute('href') ?? ''
    expect((await keeper.post(end, { reason: 'x' })).errors.join()).toContain('the only administrator')
  })
})
