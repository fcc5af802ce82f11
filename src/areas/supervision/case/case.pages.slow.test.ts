import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Visitor } from '../../../../test/service.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

/** The form of one child and one criterion, as a browser would send it. */
async function formOf(ben: Visitor, given: Record<string, string> = {}) {
  const form = (await ben.get('/cases/new')).formTo('/cases')
  const row = form.people ?? ''
  return {
    ...form,
    reference: 'RV-2041',
    [`kind--${row}`]: 'child',
    [`initials--${row}`]: 'T.O.',
    [`relation--${row}`]: 'elder child',
    criteria: 'domestic-abuse',
    'since--domestic-abuse': '2026-09-14',
    ...given,
  }
}

async function listed(world: Trust, given: Record<string, string> = {}) {
  const ben = world.visit(world.ben)
  const answer = await ben.post('/cases', await formOf(ben, given))
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return { ben, href: answer.location }
}

describe('the list of cases', () => {
  it('is empty and teaches, then shows what was added, with its people and criteria', async () => {
    const world = await trust()
    expect((await world.visit(world.ben).get('/cases')).text).toContain('No cases on your list')
    const { ben, href } = await listed(world)
    const list = await ben.get('/cases')
    expect(list.linkTo('RV-2041')).toBe(href)
    for (const words of ['1 case to bring', '1 child', '1, since 14 September 2026', 'Not yet; listed 20'])
      expect(list.text).toContain(words)
    const page = await ben.get(href)
    expect(page.title).not.toContain('RV-2041')
    for (const words of [
      'T.O., child, elder child',
      'Domestic abuse is known',
      'Since 14 September 2026',
      'You hold it',
    ])
      expect(page.text).toContain(words)
    expect(page.headings).toContain('Who can see this case, and who has')
  })

  it('is long in pages, and its page number is nobody’s weapon', async () => {
    const world = await trust()
    const { ben } = await listed(world)
    for (let number = 0; number < 20; number += 1) await listed(world, { reference: `RV-${3000 + number}` })
    expect((await ben.get('/cases')).links.filter((link) => link.text.startsWith('RV-'))).toHaveLength(20)
    expect((await ben.get('/cases?page=2')).links.filter((link) => link.text.startsWith('RV-'))).toHaveLength(1)
    for (const wanted of ['0', '-1', '99', '1e9', "1'--", '<script>'])
      expect((await ben.get(`/cases?page=${encodeURIComponent(wanted)}`)).status).toBe(200)
  })

  it('stands in the navigation of whoever brings cases, and of nobody else', async () => {
    const world = await trust()
    await listed(world)
    expect((await world.visit(world.ben).get('/')).source).toContain('href="/cases"')
    expect((await world.visit(world.otto).get('/')).source).not.toContain('href="/cases"')
    expect((await world.visit(world.otto).get('/supervision')).linkTo('Start your list of cases')).toBe('/cases')
    expect((await world.visit(world.ben).get('/supervision')).linkTo('1 case on your list')).toBe('/cases')
  })
})

describe('adding a case', () => {
  it('adds and takes off people without scripts, and keeps what was typed', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    const form = await formOf(ben)
    const more = await ben.post('/cases/rows', form)
    expect(more.status).toBe(200)
    expect(more.fieldValue('Local reference')).toBe('RV-2041')
    expect(more.fieldValue('Person 1: initials')).toBe('T.O.')
    expect(more.fieldValue('Person 2: initials')).toBe('')
    const rows = [...more.document.querySelectorAll('input[name=people]')].map((one) => one.getAttribute('value') ?? '')
    expect(rows).toHaveLength(2)
    const fewer = await ben.post('/cases/rows', { ...form, people: rows, off: rows[0] ?? '' })
    expect(fewer.source).not.toContain('Person 2')
    const both = { ...form, people: rows, [`kind--${rows[1]}`]: 'unborn', [`relation--${rows[1]}`]: 'due in spring' }
    const answer = await ben.postAndFollow('/cases', both)
    expect(answer.text).toContain('1 child and 1 unborn child')
  })

  it('says beside each field what is missing', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    const form = (await ben.get('/cases/new')).formTo('/cases')
    expect((await ben.post('/cases', form)).errors).toEqual(['Enter local reference'])
    expect((await ben.post('/cases', { ...form, reference: 'RV-1' })).errors).toEqual([
      'Add at least one person at risk',
    ])
    const half = { ...form, reference: 'RV-1', [`kind--${form.people}`]: 'adult', criteria: 'child-plan' }
    expect((await ben.post('/cases', half)).errors).toEqual([
      'Enter person 1: initials',
      'Enter since when: child plan',
    ])
    const ahead = await formOf(ben, { 'since--domestic-abuse': '2027-01-01' })
    expect((await ben.post('/cases', ahead)).errors[0]).toContain('today or in the past')
    const name = await formOf(ben, { [`initials--${form.people}`]: 'Tobias' })
    expect((await ben.post('/cases', { ...name, [`initials--${name.people}`]: 'Tobias' })).errors).toEqual([
      'Enter initials only, up to four capital letters, like T.O. or TO',
    ])
  })

  it('points out identifying text and takes a reason, which is sealed with the case', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    const form = await formOf(ben, { connections: 'Lives with Sarah Jones at TA1 4QF' })
    const asked = await ben.post('/cases', form)
    expect(asked.status).toBe(422)
    expect(asked.errors[0]).toContain('“Sarah Jones” (name), “TA1 4QF” (postcode)')
    expect(asked.fieldValue('Local reference')).toBe('RV-2041')
    const again = { ...asked.formTo('/cases'), criteria: 'domestic-abuse' }
    const kinds = { [`kind--${form.people}`]: 'child' }
    const because = { identifiesNobody: 'A refuge of that name, and its own address' }
    const page = await ben.postAndFollow('/cases', { ...again, ...kinds, ...because })
    expect(page.text).toContain('identify nobody because: A refuge of that name')
    const trail = await database.owner.query<{ detail: object }>(
      `select detail from trail_event where organisation = $1 and deed = 'identifying text justified'`,
      [world.organisation],
    )
    expect(trail.rows.map((row) => row.detail)).toEqual([{ name: 1, postcode: 1 }])
  })

  it('points out a text that is only an NHS number, and a reference of one’s own twice', async () => {
    const world = await trust()
    const { ben } = await listed(world)
    const number = await ben.post('/cases', await formOf(ben, { reference: '999 123 4578' }))
    expect(number.errors).toEqual([expect.stringContaining('(NHS number)')])
    const twice = await ben.post('/cases', await formOf(ben, { reference: 'rv 2041' }))
    expect(twice.errors).toEqual([expect.stringContaining('You have a case with this reference already')])
  })

  it('lets a colleague list the same family, and tells neither of the other', async () => {
    const world = await trust()
    await listed(world)
    const dora = world.visit(world.dora)
    const answer = await dora.post('/cases', await formOf(dora))
    expect(answer.location).toMatch(/^\/cases\//)
    expect((await dora.get('/cases')).text).toContain('1 case to bring')
  })

  it('answers every kind of bad input with words, never with a fault', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    const huge = 'x'.repeat(200_000)
    for (const bad of [
      huge,
      'RV\u0000-1',
      '\u202egnp',
      '👩🏽‍⚕️',
      '<script>',
      "'; drop table",
      '__proto__',
      '999 123 4578',
    ]) {
      const answer = await ben.post('/cases', await formOf(ben, { reference: bad, connections: bad }))
      expect([bad.slice(0, 20), answer.status < 500]).toEqual([bad.slice(0, 20), true])
    }
    for (const day of ['0000-01-01', '9999-12-31', '2026-02-30'])
      expect((await ben.post('/cases', await formOf(ben, { 'since--domestic-abuse': day }))).status).toBe(422)
    const forged = await formOf(ben, { criteria: 'no-such', people: 'x'.repeat(5000) })
    expect((await ben.post('/cases', forged)).status).toBe(422)
  })
})

describe('changing a case', () => {
  it('shows both texts when it was saved elsewhere, and loses nothing', async () => {
    const world = await trust()
    const { ben, href } = await listed(world)
    const [old, phone] = [await withPerson(ben, href), await withPerson(ben, href)]
    await ben.post(`${href}/details`, { ...phone, connections: 'Typed on the phone' })
    const stale = await ben.post(`${href}/details`, { ...old, connections: 'Typed at the desk' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Typed on the phone')
    expect(stale.source).toContain('Typed at the desk')
    const kept = { ...old, ...stale.formTo(`${href}/details`), criteria: 'domestic-abuse' }
    const row = { [`kind--${old.people}`]: 'child' }
    expect((await ben.post(`${href}/details`, { ...kept, ...row })).location).toBe(href)
    expect((await ben.get(href)).text).toContain('Typed at the desk')
  })

  it('closes with a kind of reason and reopens, from the newest page alone', async () => {
    const world = await trust()
    const { ben, href } = await listed(world)
    const form = (await ben.get(`${href}/closing`)).formTo(`${href}/closing`)
    expect((await ben.post(`${href}/closing`, form)).errors).toEqual(['Select why this case closes'])
    const other = (await ben.get(`${href}/closing`)).formTo(`${href}/closing`)
    expect((await ben.post(`${href}/closing`, { ...form, because: 'moved away' })).location).toBe('/cases')
    expect((await ben.post(`${href}/closing`, { ...other, because: 'moved away' })).status).toBe(409)
    expect((await ben.get('/cases')).linkTo('Closed cases (1)')).toBe('/cases/closed')
    expect((await ben.get('/cases/closed')).text).toContain('Closed on 20 November 2026: moved away')
    const open = (await ben.get(href)).formTo(`${href}/reopening`)
    expect((await ben.post(`${href}/reopening`, open)).location).toBe(href)
  })

  it('is for its holder: nobody else finds it, whatever they ask for', async () => {
    const world = await trust()
    const { href } = await listed(world)
    for (const person of [world.amina, world.dora, world.grace, world.noor, world.otto]) {
      const other = world.visit(person)
      for (const path of ['', '/details', '/closing', '/handover'])
        expect((await other.get(href + path)).status).toBe(404)
      for (const path of ['/details', '/rows', '/closing', '/reopening', '/handover', '/handover/acceptance'])
        expect((await other.post(href + path, { _version: '1' })).status).toBe(404)
    }
    setClock()
  })
})

/** The form of a case as its page shows it, with what a browser would tick. */
async function withPerson(ben: Visitor, href: string): Promise<Record<string, string>> {
  const form = (await ben.get(`${href}/details`)).formTo(`${href}/details`)
  return { ...form, [`kind--${form.people}`]: 'child', criteria: 'domestic-abuse' }
}
