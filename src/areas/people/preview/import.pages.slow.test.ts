import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { checkOn } from '../import/check.changes.ts'
import { benRow, fileHeadings, graceRow, smallPolicy } from '../import/import.examples.ts'
import { writeImport } from '../import/import.changes.ts'
import type { ImportId } from '../import/import.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })

async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const visitor = (person: typeof made.ben) => service.visitor(organisation, person)
  return { ...made, organisation, keeper: visitor(made.dilys), other: visitor(made.ben) }
}
type Keeper = Awaited<ReturnType<typeof world>>['keeper']

async function sent(keeper: Keeper, body: string | Buffer) {
  const answer = await keeper.upload('/set-up/people/imports', {}, { file: { name: 'staff.csv', body } })
  if (answer.location === null) return { answer, at: '', columns: answer }
  return { answer, at: answer.location.replace('/columns', ''), columns: await keeper.get(answer.location) }
}

async function checked(keeper: Keeper, rows: readonly string[], chosen: Record<string, string> = {}) {
  const { at, columns } = await sent(keeper, [fileHeadings, ...rows].join('\r\n'))
  const selected = Object.fromEntries(
    [...columns.document.querySelectorAll('select')].map((one) => [
      one.getAttribute('name') ?? '',
      one.querySelector('option[selected]')?.getAttribute('value') ?? '',
    ]),
  )
  const { _key, ...own } = columns.formTo(`${at}/columns`)
  const form = { ...own, ...selected, ...chosen }
  expect(_key).toBeTruthy()
  return { at, page: await keeper.postAndFollow(`${at}/columns`, form), form }
}
const mail = (row: string) => row.replace('ben@', 'b3@').replace('grace@', 'g2@')
const [ben, grace] = [mail(benRow), mail(graceRow)]

describe('importing staff by page', () => {
  it('recognises columns, shows what would change, and writes after yes', async () => {
    const { keeper } = await world()
    const { at, page } = await checked(keeper, [ben, grace])
    expect(page.heading).toBe('What would change')
    expect(page.text).toContain('2 added')
    expect(page.text).toContain('Nothing has been written yet')
    expect((await keeper.get('/people?text=Benjamin')).text).toContain('Nobody found')
    expect((await keeper.get(`${at}/rows/added`)).text).toContain('Children > Riverside')
    const done = await keeper.postAndFollow(`${at}/confirmation`)
    expect(done.heading).toBe('Imported')
    expect((await keeper.get('/people?text=riverside')).text).toContain('Okafor')
    expect((await keeper.post(`${at}/confirmation`)).status).toBe(409)
  })

  it('remembers the columns, and shows changes before and after', async () => {
    const { keeper } = await world()
    const first = await checked(keeper, [ben, grace])
    await keeper.post(`${first.at}/confirmation`)
    const { at, page } = await checked(keeper, [ben.replace('37.5', '20'), grace])
    expect(page.text).toContain('1 changed')
    const rows = await keeper.get(`${at}/rows/changed`)
    expect(rows.text).toContain('Hours a week: 37.5')
    expect(rows.text).toContain('becomes 20')
  })

  it('names refused rows with line, column and reason, on the page and as a file', async () => {
    const { keeper } = await world()
    const { at, page } = await checked(keeper, [
      ben.replace('01/04/2019', '31/02/2019'),
      grace.replace('7,37.5', '7,-2'),
    ])
    expect(page.text).toContain('The start date “31/02/2019” is not a real date.')
    expect(page.text).toContain('Hours a week: The hours a week cannot be negative')
    const csv = await keeper.get(`${at}/refused.csv`)
    expect(csv.source).toContain('2,3,Ben Carter,Start date,')
    expect(csv.headers['content-disposition']).toContain('refused-rows.csv')
    expect((await keeper.get(`${at}/refused`)).text).toContain('Grace Okafor')
  })

  it('asks once what an unknown staff group means', async () => {
    const { keeper } = await world()
    const { at, page } = await checked(keeper, [
      ben.replace('Health visitors', 'Helth visitors').replace('Permanent,2', 'Permanent,'),
    ])
    expect(page.text).toContain('Nearest: Health visitors')
    const after = await keeper.postAndFollow(`${at}/staff-groups`, {
      'meant-Helth visitors': 'health-visitors',
      'meant-x': 'y',
    })
    expect(after.text).toContain('1 added')
    expect(after.text).not.toContain('Helth')
  })

  it('counts people who are not in the file apart, and warns', async () => {
    const { keeper } = await world()
    const { at, page } = await checked(keeper, [ben], { missingHaveLeft: 'yes', managerNumber: '' })
    expect(page.headings.join()).toContain('6 people are not in the file')
    expect((await keeper.get(`${at}/rows/missing`)).text).toContain('Chloe Nguyen')
  })

  it('is cancelled without a trace', async () => {
    const { keeper } = await world()
    const { at } = await checked(keeper, [ben, grace])
    const list = await keeper.postAndFollow(`${at}/cancellation`)
    expect(list.text).toContain('Cancelled')
    expect((await keeper.get(at)).text).toContain('Nothing was changed')
    expect((await keeper.get(`${at}/columns`)).status).toBe(303)
  })

  it('shows how far a large file is, and comes again by itself', async () => {
    const { keeper, organisation } = await world()
    const rows = Array.from({ length: 6_000 }, (_, at) =>
      ben
        .replace('3,Ben', `${at + 100},Ben${at}`)
        .replace('b3@', `b${at}@`)
        .replace('Permanent,2', 'Permanent,'),
    )
    const { at, page } = await checked(keeper, rows)
    expect(page.heading).toBe('Reading the file')
    expect(page.headers.refresh).toBe('2')
    const id = at.split('/').at(-1) as ImportId
    await asService(service.composition, { organisation }, (work) => checkOn(work, id))
    expect((await keeper.get(at)).text).toContain('6,000 added')
    expect((await keeper.postAndFollow(`${at}/confirmation`)).heading).toBe('Importing')
    await asService(service.composition, { organisation }, (work) => writeImport(work, id))
    expect((await keeper.get(at)).heading).toBe('Imported')
    expect(service.composition.enqueued.map(({ job }) => job)).toEqual(['check-staff-import', 'write-staff-import'])
  })

  it('gives a template that it reads itself', async () => {
    const { keeper } = await world()
    const csv = await keeper.get('/set-up/people/template.csv')
    const { columns } = await sent(keeper, csv.source)
    expect(columns.text).toContain('19 of them were recognised')
  })
})

describe('what an import refuses', () => {
  it.each([
    ['nothing chosen', null, 'Choose staff file'],
    ['an empty file', '', 'empty'],
    ['a spreadsheet', 'PK\u0003\u0004xl', 'This is a spreadsheet'],
    ['one line', 'Name,Number', 'headings but no rows'],
  ])('%s', async (_what, body, said) => {
    const { keeper } = await world()
    const files: Record<string, { name: string; body: string }> = body === null ? {} : { file: { name: 'x.csv', body } }
    const page = await keeper.upload('/set-up/people/imports', {}, files)
    expect(page.status).toBe(422)
    expect(page.errors.join(' ').toLowerCase()).toContain(said.toLowerCase())
  })

  it('columns that cannot be read with, chosen twice, or that are not there', async () => {
    const { keeper } = await world()
    const { at, form } = await checked(keeper, [ben])
    expect((await keeper.post(`${at}/columns`, { ...form, staffNumber: '' })).errors.join()).toContain(
      'the staff number',
    )
    expect((await keeper.post(`${at}/columns`, { ...form, email: '0' })).errors.join()).toContain(
      'Choose another column',
    )
    expect((await keeper.post(`${at}/columns`, { ...form, staffNumber: '99' })).status).toBe(422)
    expect((await keeper.post(`${at}/columns`, { ...form, 'from-day': '31', 'from-month': '2' })).status).toBe(422)
  })

  it('anybody but administrators, and the neighbour', async () => {
    const { keeper, other } = await world()
    const { at } = await checked(keeper, [ben])
    const neighbour = await world()
    for (const address of ['', '/columns', '/rows/added', '/refused', '/refused.csv']) {
      expect((await other.get(`${at}${address}`)).status, address).toBe(403)
      expect((await neighbour.keeper.get(`${at}${address}`)).status, address).toBe(404)
    }
    for (const address of ['confirmation', 'cancellation', 'columns', 'staff-groups']) {
      expect((await other.post(`${at}/${address}`)).status, address).toBe(403)
      expect((await neighbour.keeper.post(`${at}/${address}`)).status, address).toBe(404)
    }
  })

  it('a list that does not exist', async () => {
    const { keeper } = await world()
    const { at } = await checked(keeper, [ben])
    expect((await keeper.get(`${at}/rows/everything`)).status).toBe(404)
    expect((await keeper.get(`${at}/rows/added?page=-5`)).status).toBe(200)
  })
})
