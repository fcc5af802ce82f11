import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { adviceWorld, asking, heard, recordOf } from '../../../test/worlds/advice.ts'
import { evidenceFor } from '../supervision/index.ts'

const database = await testDatabase()
const { world, service } = await adviceWorld(database)
const kayleigh = { name: 'Kayleigh Osei', role: 'Agency nurse', place: 'Harbour ward' }
const record = { ...recordOf, action: '', due: '' }

async function rung() {
  const one = await world()
  const sent = await one.visit(one.pip).post('/advice/calls/outside', { ...asking, ...kayleigh })
  return { ...one, href: sent.location ?? sent.errors.join() }
}

describe('a caller who is not in the register', () => {
  it('is taken down by the desk; what was typed in the other form comes along', async () => {
    const one = await world()
    const pip = one.visit(one.pip)
    const begun = await pip.post('/advice/calls/outside', { ...asking, caller: '', begun: 'yes' })
    expect([begun.status, begun.errors]).toEqual([200, []])
    expect(begun.source).toContain(asking.details)
    const bare = await pip.post('/advice/calls/outside', { ...asking, name: '', role: ' ', place: '' })
    expect(bare.errors).toEqual(['Enter their name', 'Enter their role', 'Enter their organisation or unit'])
    expect((await one.visit(one.ben).get('/advice/calls/outside')).status).toBe(403)
    const sent = await pip.postAndFollow('/advice/calls/outside', { ...asking, ...kayleigh, to: one.tom })
    for (const words of ['Kayleigh Osei', 'Agency nurse, Harbour ward', asking.details, asking.phone, 'Tom Whitfield'])
      expect(sent.text).toContain(words)
    const wrong = await pip.post('/advice/calls/outside', { ...asking, ...kayleigh, to: one.otto })
    expect(wrong.errors).toEqual(['Choose somebody who advises at the desk'])
  })

  it('is on the desk’s list by name; what they asked is not', async () => {
    const { href, ...one } = await rung()
    const list = await one.visit(one.tom).get('/advice/desk')
    expect(list.text).toContain('Kayleigh Osei (not in the register)')
    expect((await one.visit(one.tom).get(href)).source).not.toContain(asking.details)
    for (const who of [one.ben, one.grace, one.otto]) expect((await one.visit(who).get(href)).status).toBe(404)
  })

  it('is advised, and hears it read back; that they heard it differently is flagged', async () => {
    const { href, ...one } = await rung()
    const tom = one.visit(one.tom)
    await tom.post(`${href}/taking`)
    expect((await tom.get(href)).source).not.toContain('Something the caller will do')
    expect((await tom.post(`${href}/account`, heard)).status).toBe(404)
    expect((await tom.post(`${href}/record`, record)).location).toBe(href)
    expect((await tom.get('/')).text).toContain('Write down what you read back')
    expect((await one.visit(one.noor).post(`${href}/account`, heard)).status).toBe(404)
    expect((await tom.get(href)).headings).toContain('Read it back')
    await tom.post(`${href}/account`, { ...heard, next: 'both', words: 'She rings, and so do we' })
    const page = await one.visit(one.noor).get(href)
    for (const words of ['read back to them', 'She rings, and so do we', 'differ in who does the next step'])
      expect(page.text).toContain(words)
    await tom.post(`${href}/account/correction`, { ...heard, why: 'She rang again' })
    expect((await tom.get(href)).text).toContain('say the same since one was corrected')
  })

  it('never stands in the way: closed, withdrawn by the desk, or sent elsewhere on the phone', async () => {
    const one = await rung()
    expect((await one.visit(one.ben).post(`${one.href}/withdrawal`)).status).toBe(404)
    await one.visit(one.pip).post(`${one.href}/withdrawal`)
    expect((await one.visit(one.pip).get(one.href)).text).toContain('Withdrawn')
    const next = await rung()
    await next.visit(next.pip).post(`${next.href}/elsewhere`, { turnTo: 'Her agency' })
    expect((await next.visit(next.pip).get(next.href)).text).toContain('Closed')
    const last = await rung()
    const tom = last.visit(last.tom)
    await tom.post(`${last.href}/taking`)
    await tom.post(`${last.href}/record`, record)
    await tom.post(`${last.href}/closing`, { because: 'the caller did not write theirs' })
    expect((await tom.get(last.href)).text).toContain('Closed')
  })

  it('is found in the register later: it counts as theirs, and opens nothing to them', async () => {
    const { href, ...one } = await rung()
    const tom = one.visit(one.tom)
    await tom.post(`${href}/taking`)
    await tom.post(`${href}/record`, record)
    const pip = one.visit(one.pip)
    const found = await pip.post(`${href}/person`, { _find: 'registered', 'registered-search': 'Otto' })
    expect(found.text).toContain('This is them')
    expect((await pip.post(`${href}/person`, { registered: '' })).errors).toEqual(['Find and choose them'])
    expect((await pip.post(`${href}/person`, { registered: one.tom })).errors.join()).toContain('cannot have asked it')
    expect((await one.visit(one.otto).post(`${href}/person`, { registered: one.otto })).status).toBe(404)
    expect((await pip.post(`${href}/person`, { registered: one.otto })).location).toBe(href)
    expect((await pip.post(`${href}/person`, { registered: one.ben })).status).toBe(422)
    const evidence = await one.inside(one.otto, (work) => evidenceFor(work, { people: [one.otto] }))
    expect(evidence.map(({ type, minutes, supervisor }) => [type, minutes, supervisor])).toEqual([
      ['ad-hoc-safeguarding', 25, one.tom],
    ])
    expect((await one.visit(one.otto).get(href)).status).toBe(404)
    expect(service.faults).toEqual([])
  })
})
