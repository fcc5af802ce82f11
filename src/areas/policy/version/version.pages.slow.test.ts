import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { peopleArea } from '../../people/area.ts'
import { policyArea } from '../area.ts'

const database = await testDatabase()
const roles = new Map<PersonId, string>()
const service = await testService(database, {
  areas: [peopleArea, policyArea],
  identify: async (_work, person) => ({
    name: 'Dana Okafor',
    roles: new Set(roles.get(person) ? [roles.get(person)!] : []),
  }),
})
const text = readFileSync('policy-packs/examples/small.yaml', 'utf8')

async function setting() {
  const organisation = await newOrganisation(database)
  const as = (role: string) => {
    const person = newId<'person'>()
    roles.set(person, role)
    return service.visitor(organisation, person)
  }
  return { director: as('director'), administrator: as('administrator'), nurse: as('') }
}
type Visitor = Awaited<ReturnType<typeof setting>>['director']
const fileOf = (body: string | Buffer) => ({ file: { name: 'pack.yaml', body } })
const day = (from: string) => ({ from })

async function adopted(visitor: Visitor, packKey = 'safeguarding'): Promise<string> {
  return (await visitor.post(`/set-up/policy/adoption/${packKey}`)).location ?? ''
}

describe('policies', () => {
  it('shipped with the service can be adopted, approved and are then in force', async () => {
    const { director } = await setting()
    const draft = await adopted(director)
    const page = await director.get(draft)
    expect(page.heading).toContain('Safeguarding supervision')
    expect(page.buttons).toContain('Approve this version')
    expect((await director.post(`${draft}/approval`, { _version: '1', ...day('2026-01-01') })).status).toBe(303)
    expect((await director.get('/set-up/policy')).text).toContain('In force today')
  })

  it('begin once on a day when two drafts are approved for it at one moment; the other is told so', async () => {
    const { director } = await setting()
    const drafts = [await adopted(director), await adopted(director), await adopted(director)]
    expect(new Set(drafts).size).toBe(3)
    const answers = await Promise.all(
      drafts.map((draft) => director.post(`${draft}/approval`, { _version: '1', ...day('2026-12-01') })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    for (const answer of answers.filter(({ status }) => status === 422))
      expect(answer.errors[0]).toContain('begins on that day')
  })

  it('are changed through a draft whose differences read as words', async () => {
    const { director } = await setting()
    const first = await adopted(director)
    await director.post(`${first}/approval`, { _version: '1', ...day('2026-01-01') })
    const draft = (await director.post(`${first}/draft`)).location ?? ''
    const row = `${draft}/parts/matrix/midwives-case-work`
    const form = (await director.get(row)).formTo(row)
    const saved = await director.post(row, {
      ...form,
      types: 'child-protection-case-work',
      often: 'every',
      every: '2 months',
      strength: 'mandatory',
      staffGroups: 'midwives',
      supervisors: ['named-midwife', 'safeguarding-advisor'],
    })
    expect(saved.status).toBe(303)
    const page = await director.get(draft)
    expect(page.text).toContain('3 differences from the version in force')
    expect(page.text).toContain(
      'Staff matrix › Midwives: child protection case work supervision › How often, at least every',
    )
    expect(page.text).toContain('Named midwife, Safeguarding advisor')
    expect(page.text).not.toMatch(/[{}[\]]"/)
  })

  it('refuse a day of the past, twice the same day, and a stale approval', async () => {
    const { director } = await setting()
    const first = await adopted(director)
    for (const from of ['', '2026-02-30', 'soon', '0000-00-00'])
      expect((await director.post(`${first}/approval`, { _version: '1', ...day(from) })).status).toBe(422)
    expect((await director.post(`${first}/approval`, { _version: '9', ...day('2026-01-01') })).errors.join()).toContain(
      'Somebody changed this draft',
    )
    await director.post(`${first}/approval`, { _version: '1', ...day('2026-12-01') })
    const second = (await director.post(`${first}/draft`)).location ?? ''
    const approve = async (from: string) =>
      (await director.post(`${second}/approval`, { _version: '1', ...day(from) })).errors.join()
    expect(await approve('2026-11-01')).toContain('a day that has passed')
    expect(await approve('2026-12-01')).toContain('begins on that day')
  })

  it('come in from a file, with every fault named by its line', async () => {
    const { director } = await setting()
    const read = (body: string | Buffer) =>
      director.upload('/set-up/policy/import', { note: 'From a file' }, fileOf(body))
    expect((await read(text)).status).toBe(303)
    const broken = await read(text.replace('owner:', 'ownr:').replace('strength: mandatory', 'strength: strong'))
    expect(broken.status).toBe(422)
    expect(broken.errors.length).toBeGreaterThan(1)
    expect(broken.errors.every((error) => /^Line \d+: /.test(error))).toBe(true)
    for (const body of ['', '\u0000\u0001', Buffer.from([0xff, 0xfe, 0x00]), '👩‍⚕️', 'a,b\n1,2', 'x'.repeat(2_100_000)])
      expect((await read(body)).status).toBe(422)
    expect((await director.post('/set-up/policy/import', {})).status).toBe(422)
  })

  it('go out as the file they are', async () => {
    const { director } = await setting()
    const draft = (await director.upload('/set-up/policy/import', {}, fileOf(text))).location ?? ''
    const file = await director.get(`${draft}/file`)
    expect(file.source).toBe(text)
    expect(file.headers['content-disposition']).toContain('small-example-1.yaml')
  })

  it('can be given up while they are drafts', async () => {
    const { director } = await setting()
    const draft = await adopted(director)
    expect((await director.postAndFollow(`${draft}/withdrawal`)).status).toBe(200)
    expect((await director.get(draft)).text).toContain('Given up')
  })
})

describe('who may', () => {
  it('is kept: staff not at all, the neighbour’s are not there', async () => {
    const { director, nurse } = await setting()
    const { director: neighbour } = await setting()
    const draft = await adopted(director)
    for (const path of ['/set-up/policy', draft, `${draft}/file`]) expect((await nurse.get(path)).status).toBe(403)
    expect((await nurse.post('/set-up/policy/adoption/safeguarding')).status).toBe(403)
    expect((await director.post('/set-up/policy/adoption/no-such-pack')).status).toBe(404)
    for (const path of [draft, `${draft}/file`]) expect((await neighbour.get(path)).status).toBe(404)
    for (const deed of ['approval', 'withdrawal', 'draft'])
      expect((await neighbour.post(`${draft}/${deed}`, { _version: '1', ...day('2026-12-01') })).status).toBe(404)
  })

  it('lets an administrator approve while nobody else can', async () => {
    const { administrator } = await setting()
    const draft = await adopted(administrator)
    expect((await administrator.post(`${draft}/approval`, { _version: '1', ...day('2026-01-01') })).status).toBe(303)
  })
})

describe('a new organisation', () => {
  it('is told its first steps on the set-up page, and which are done', async () => {
    const { administrator } = await setting()
    const page = await administrator.get('/set-up')
    expect(page.headings).toContain('First steps')
    expect(page.linkTo('Adopt a policy')).toBe('/set-up/policy')
    const draft = await adopted(administrator)
    expect((await administrator.get('/set-up')).text).toContain('There is a draft')
    await administrator.post(`${draft}/approval`, { _version: '1', ...day('2026-01-01') })
    expect((await administrator.get('/set-up')).text).toContain('Done')
  })
})
