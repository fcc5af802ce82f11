import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld, heard, recordOf } from '../../../test/worlds/advice.ts'

const database = await testDatabase()
const { world, service } = await adviceWorld(database)

describe('a record that is being written', () => {
  it('is kept as it is typed, for its writer alone', async () => {
    const one = await world()
    const href = await one.taken()
    const tom = one.visit(one.tom)
    const first = await tom.post(`${href}/record/draft`, { ...recordOf, theme: '', _version: '0' })
    expect([first.status, first.source]).toEqual([200, '{"version":1}'])
    const again = await tom.get(href)
    expect(again.source).toContain(recordOf.words)
    expect(again.source).toContain('value="refer for a child" checked')
    for (const who of [one.ben, one.pip, one.noor])
      expect((await one.visit(who).get(href)).source).not.toContain(recordOf.words)
    expect((await tom.post(`${href}/record/draft`, { ...recordOf, _version: '0' })).status).toBe(409)
    await tom.post(`${href}/record`, { ...recordOf, _version: '1' })
    expect((await tom.post(`${href}/record/draft`, { ...recordOf, _version: '1' })).status).toBe(409)
  })

  it('is kept by its button, too, and shows both texts when it was saved elsewhere', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const ben = one.visit(one.ben)
    const later = { ...heard, words: 'Typed on the phone', later: 'yes', _version: '0' }
    expect((await ben.post(`${href}/account/draft`, later)).location).toBe(href)
    const stale = await ben.post(`${href}/account`, { ...heard, words: 'Typed at the desk', _version: '0' })
    expect(stale.errors.join()).toContain('saved from another window')
    for (const words of ['Typed on the phone', 'Typed at the desk']) expect(stale.source).toContain(words)
    await ben.post(`${href}/account`, { ...heard, words: 'Typed at the desk', _version: '1' })
    expect((await ben.get(href)).text).toContain('Typed at the desk')
  })

  it('is not saved by nobody else, nor before somebody has taken the request', async () => {
    const one = await world()
    const href = await one.asked()
    expect((await one.visit(one.tom).post(`${href}/record/draft`, recordOf)).status).toBe(404)
    expect((await one.visit(one.ben).post(`${href}/account/draft`, { ...heard, _version: '0' })).status).toBe(409)
    expect((await one.visit(one.otto).post(`${href}/account/draft`, heard)).status).toBe(404)
    expect(service.faults).toEqual([])
  })
})

const why = 'I ticked the wrong next step'

describe('a record that was saved', () => {
  it('is corrected by its author: compared anew, what it said before beside it, the other side told', async () => {
    const one = await world()
    const href = await one.taken()
    await one.visit(one.tom).post(`${href}/record`, recordOf)
    const ben = one.visit(one.ben)
    await ben.post(`${href}/account`, { ...heard, next: 'both', words: 'We both ring' })
    expect((await ben.get(`${href}/account/correction`)).source).toContain('We both ring')
    const missing = await ben.post(`${href}/account/correction`, { ...heard, why: '' })
    expect(missing.errors).toEqual(['Say what was wrong before'])
    expect((await ben.post(`${href}/account/correction`, { ...heard, why })).location).toBe(href)
    const page = await one.visit(one.tom).get(href)
    for (const words of [heard.words, 'We both ring', why, 'Both records say the same since one was corrected'])
      expect(page.text).toContain(words)
    const mails = await database.owner.query(
      "select count(*)::int as n from outbox where template = 'advice-corrected'",
    )
    expect(mails.rows).toEqual([{ n: 1 }])
    // The first difference stays to be looked at.
    const noor = one.visit(one.noor)
    expect((await noor.get('/advice/desk')).text).toContain('until one was corrected')
    await noor.post(`${href}/review`)
    await one.visit(one.tom).post(`${href}/record/correction`, { ...recordOf, next: 'the adviser', why })
    expect((await noor.get('/advice/desk')).text).toContain('who does the next step')
    expect((await ben.get(href)).text).toContain('The two records differ in who does the next step')
  })

  it('is corrected by nobody else, and not before it is there', async () => {
    const one = await world()
    const href = await one.taken()
    const tom = one.visit(one.tom)
    expect((await tom.get(`${href}/record/correction`)).status).toBe(409)
    expect((await tom.post(`${href}/record/correction`, { ...recordOf, why })).status).toBe(409)
    await tom.post(`${href}/record`, recordOf)
    for (const who of [one.ben, one.noor, one.pip, one.otto])
      expect((await one.visit(who).post(`${href}/record/correction`, { ...recordOf, why })).status).toBe(404)
    expect((await tom.get(`${href}/account/correction`)).status).toBe(404)
    expect((await one.visit(one.ben).get(`${href}/account/correction`)).status).toBe(409)
  })

  it('is kept while the correction is typed', async () => {
    const one = await world()
    const href = await one.taken()
    const tom = one.visit(one.tom)
    await tom.post(`${href}/record`, recordOf)
    const { source } = await tom.get(`${href}/record/correction`)
    const version = /name="_version" value="(\d+)"/.exec(source)?.[1] ?? ''
    const typed = { ...recordOf, words: 'Half of a correction', _version: version }
    expect((await tom.post(`${href}/record/draft`, typed)).status).toBe(200)
    expect((await tom.get(`${href}/record/correction`)).source).toContain('Half of a correction')
    expect((await tom.get(href)).source).not.toContain('Half of a correction')
    const stale = await tom.post(`${href}/record/correction`, { ...recordOf, why, _version: version })
    expect(stale.source).toContain('Half of a correction')
    expect(stale.errors.join()).toContain('saved from another window')
  })
})
