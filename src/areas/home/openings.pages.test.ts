import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../test/composition.ts'
import { testService } from '../../../test/service.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { newId } from '../../platform/ids.ts'
import { peopleArea } from '../people/area.ts'
import { letRead, openTexts, sealTexts } from '../records/index.ts'
import { homeArea } from './area.ts'
import { pageNumber, whatOf, whyOf } from './openings.view.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [peopleArea, homeArea] })
const kind = 'one-to-one record' as const

/** Amina wrote a record of Ben's session; Cara covers it, Dev was let in and put out again. */
async function world() {
  const organisation = await newOrganisation(database)
  const [amina, ben, cara] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]
  for (const [id, name] of [
    [amina, 'Amina Yusuf'],
    [ben, 'Ben Carter'],
    [cara, 'Cara Doyle'],
  ])
    await database.owner.query('insert into person (organisation, id, name) values ($1, $2, $3)', [
      organisation,
      id,
      name,
    ])
  const about = { kind: 'session record', id: newId<string>() }
  await as(service.composition, organisation, amina, async (work) => {
    await sealTexts(work, { kind, about, version: 1, texts: { plan: 'Weekly contact' } })
    await letRead(work, about, [
      { person: ben, because: 'supervisee', until: null },
      { person: cara, because: 'supervisor', until: null },
    ])
  })
  const open = (person: typeof amina) =>
    as(service.composition, organisation, person, (work) => openTexts(work, { about, version: 1 }))
  const pageOf = (person: typeof amina, path = '/my-trail') => service.visitor(organisation, person).get(path)
  return { organisation, amina, ben, cara, open, pageOf }
}

describe('who has opened my records', () => {
  it('tells the writer and the supervisee who opened it, why and how often, and not that they did themselves', async () => {
    const { amina, ben, cara, open, pageOf } = await world()
    for (const reader of [amina, ben, cara, cara]) await open(reader)
    const seen = await pageOf(ben)
    expect(seen.heading).toBe('Who has opened my records')
    expect(seen.text).toMatch(/Cara Doyle.*The record of a session.*Supervisor.*20 November 2026.*2/)
    expect(seen.text).toMatch(/Amina Yusuf.*Wrote it/)
    expect(seen.text).not.toContain('Ben Carter')
    expect((await pageOf(amina)).text).toContain('Ben Carter')
  })

  it('tells somebody who only supervises nothing about others, and calmly that nobody has', async () => {
    const { ben, cara, open, pageOf } = await world()
    expect((await pageOf(ben)).text).toContain('Nobody has')
    await open(ben)
    expect((await pageOf(cara)).text).toContain('Nobody has')
  })

  it('turns pages, and takes nonsense for the first', async () => {
    const { ben, open, cara, pageOf } = await world()
    await open(cara)
    expect((await pageOf(ben, '/my-trail?page=2')).text).toContain('There is no more')
    expect((await pageOf(ben, '/my-trail?page=%27;--')).text).toContain('Cara Doyle')
    expect([pageNumber('0'), pageNumber('99999'), pageNumber('-1'), pageNumber('3')]).toEqual([1, 1, 1, 3])
  })

  it('tells the neighbour nothing, and asks a stranger to sign in', async () => {
    const { ben, cara, open } = await world()
    await open(cara)
    const neighbour = await newOrganisation(database, 'Next door')
    expect((await service.visitor(neighbour, ben).get('/my-trail')).text).toContain('Nobody has')
    expect((await service.stranger().get('/my-trail')).location).toContain('/sign-in')
  })

  it('has words for every thing and reason', () => {
    expect([whatOf('action'), whatOf('glass')]).toEqual(['An action', 'Glass'])
    expect([whyOf('cover'), whyOf(null)]).toEqual(['Cover', 'No longer can'])
  })
})
