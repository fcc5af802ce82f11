import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld, heard, recordOf } from '../../../test/worlds/advice.ts'
import { sql } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { evidenceFor } from '../supervision/index.ts'

const database = await testDatabase()
const { world, service } = await adviceWorld(database)

describe('both records', () => {
  it('are compared, each written without the other', async () => {
    const one = await world()
    const href = await one.taken()
    const tom = one.visit(one.tom)
    expect((await tom.post(`${href}/record`, { ...recordOf, theme: '' })).errors).toEqual([
      'Select what it was mostly about',
    ])
    expect((await tom.post(`${href}/record`, { ...recordOf, due: '' })).errors).toEqual([
      'Enter the day by which they will do it',
    ])
    await tom.post(`${href}/record`, recordOf)
    const ben = one.visit(one.ben)
    expect((await ben.get('/')).text).toContain('Write down the advice you were given')
    expect((await ben.get(href)).source).not.toContain(recordOf.words)
    await ben.post(`${href}/account`, heard)
    const both = await ben.get(href)
    for (const words of [recordOf.words, heard.words, 'Both records say the same']) expect(both.text).toContain(words)
    expect((await tom.get(href)).text).toContain(heard.words)
    expect((await one.visit(one.pip).get(href)).source).not.toContain(recordOf.words)
  })

  it('that differ are flagged for a lead, who looks at both', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.ben).post(`${href}/account`, { ...heard, next: 'the adviser', advice: ['carry on'] })
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const noor = one.visit(one.noor)
    expect((await noor.get('/')).text).toContain('heard differently')
    expect((await noor.get('/advice/desk')).text).toContain('what was advised and who does the next step')
    const page = await noor.get(href)
    for (const words of [recordOf.words, heard.words]) expect(page.text).toContain(words)
    expect((await one.visit(one.tom).post(`${href}/review`)).status).toBe(409)
    await noor.post(`${href}/review`)
    expect((await noor.get('/')).text).not.toContain('heard differently')
  })

  it('may be read first, and the comparison says so', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const ben = one.visit(one.ben)
    await ben.post(`${href}/reading`)
    expect((await ben.get(href)).text).toContain(recordOf.words)
    await ben.post(`${href}/account`, heard)
    expect((await ben.get(href)).text).toContain('written after reading the first')
  })

  it('count as ad hoc supervision, and what was agreed as an action of the caller', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const evidence = await one.inside(one.ben, (work) => evidenceFor(work, { people: [one.ben] }))
    expect(evidence.map(({ type, minutes, supervisor }) => [type, minutes, supervisor])).toEqual([
      ['ad-hoc-safeguarding', 25, one.tom],
    ])
    const actions = await one.visit(one.ben).get('/actions')
    expect(actions.text).toContain(recordOf.action)
    const page = await one
      .visit(one.ben)
      .get(actions.links.find(({ href: to }) => to.startsWith('/actions/'))?.href ?? '')
    expect(page.linkTo('The advice that it came from')).toBe(href)
  })

  it('become a case on the caller’s list', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const ben = one.visit(one.ben)
    expect((await ben.post(`${href}/case`, { reference: 'RX-204', kind: 'child', initials: '' })).errors).toEqual([
      'Enter their initials',
    ])
    expect((await ben.post(`${href}/case`, { reference: '', kind: 'child', initials: 'T.O.' })).errors).toEqual([
      'Enter the local record reference',
    ])
    const made = await ben.post(`${href}/case`, { reference: 'RX-204', kind: 'child', initials: 'T.O.' })
    expect((await ben.get(made.location ?? '')).text).toContain('RX-204')
    expect((await ben.get(href)).text).toContain('You put it on')
  })

  it('are written by nobody else, and not twice', async () => {
    const one = await world()
    const href = await one.taken()
    expect((await one.visit(one.noor).post(`${href}/record`, recordOf)).status).toBe(422)
    expect((await one.visit(one.otto).post(`${href}/account`, heard)).status).toBe(404)
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    expect((await one.visit(one.tom).post(`${href}/record`, recordOf)).status).toBe(422)
    await one.visit(one.ben).post(`${href}/account`, heard)
    expect((await one.visit(one.ben).post(`${href}/account`, heard)).status).toBe(422)
    expect((await one.visit(one.ben).post(`${href}/reading`)).status).toBe(409)
  })

  it('or one of them alone: it is closed with the reason', async () => {
    const one = await world()
    const href = await one.taken()
    const because = 'the caller did not write theirs'
    expect((await one.visit(one.tom).post(`${href}/closing`, { because })).errors.join()).toContain(
      'Nothing has been advised',
    )
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    expect((await one.visit(one.pip).post(`${href}/closing`, { because })).status).toBe(422)
    expect((await one.visit(one.tom).post(`${href}/closing`, { because: '' })).errors).toEqual([
      'Select why it is closed',
    ])
    expect((await one.visit(one.tom).post(`${href}/closing`, { because })).location).toBe(href)
  })
})

describe('the words of a request', () => {
  it('stand nowhere in the database as they were written', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    await one.visit(one.ben).post(`${href}/account`, heard)
    const tables = await database.owner.query(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    for (const { name } of tables.rows as { name: string }[]) {
      const rows = await database.owner.query(
        `select from ${name} t where row_to_json(t)::text ~ 'missed three visits|ring the school|ask the school'`,
      )
      expect([name, rows.rows.length]).toEqual([name, 0])
    }
  })

  it('are not found by guessing', async () => {
    const one = await world()
    const href = await one.asked()
    for (const deed of [
      'taking',
      'hand-over',
      'return',
      'elsewhere',
      'receipt',
      'renewal',
      'withdrawal',
      'closing',
      'words',
      'review',
      'record',
      'account',
      'reading',
      'case',
    ])
      for (const at of [href, `/advice/requests/${newId()}`, '/advice/requests/nonsense'])
        expect((await one.visit(one.otto).post(`${at}/${deed}`, { words: 'x' })).status).toBe(404)
    expect(service.faults).toEqual([])
    expect(
      await one.inside(one.otto, async (work) => (await sql`select from advice_entry`.execute(work.db)).rows),
    ).toEqual([])
  })
})

describe('the page of a request', () => {
  it('has no two fields of one name, for whoever looks', async () => {
    const one = await world()
    const href = await one.taken()
    for (const who of [one.tom, one.ben, one.pip, one.noor]) {
      const { document } = await one.visit(who).get(href)
      const ids = [...document.querySelectorAll('main [id]')].map((node) => node.id)
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    }
  })
})
