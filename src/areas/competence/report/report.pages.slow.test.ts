import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import {
  answered,
  groupBooked,
  holds,
  observationWorld,
  plan,
  planned,
  seen,
} from '../../../../test/worlds/observation.ts'
import type { Trust } from '../../../../test/worlds/supervision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { letRead, thing } from '../../records/index.ts'

const database = await testDatabase()
const { world, setClock } = await observationWorld(database)
const told = { 'seen--place': '4', 'seen--feedback': seen, action1: plan, due1: '2027-01-20' }

/** An observation that took place, on the day after. */
async function observed(): Promise<{ one: Trust; at: string }> {
  const one = await world()
  const at = await planned(one, await groupBooked(one))
  await answered(one, at)
  setClock('2026-11-25T09:00:00Z')
  return { one, at }
}

async function sent() {
  const { one, at } = await observed()
  const answer = await one.visit(one.noor).post(`${at}/sending`, { ...told, _version: '0' })
  if (answer.location !== at) throw new Error(answer.errors.join(' | ') || answer.text)
  return { one, at }
}

describe('what was seen', () => {
  it('is kept as it is typed, for whoever observed alone', async () => {
    const { one, at } = await observed()
    const noor = one.visit(one.noor)
    expect((await noor.get('/')).text).toContain('Write down what you saw')
    const page = await noor.get(`${at}/writing`)
    expect(page.heading).toContain('What you saw')
    expect(page.source).not.toContain('Ben Carter')
    await noor.post(`${at}/writing/draft`, { 'seen--feedback': seen, action1: plan, _version: '0' })
    expect((await noor.post(`${at}/writing/draft`, { 'seen--feedback': 'x', _version: '0' })).status).toBe(409)
    const again = await noor.get(`${at}/writing`)
    expect(again.source).toContain(seen)
    expect(again.source).toContain(plan)
    expect((await one.visit(one.amina).get(at)).source).not.toContain(seen)
    for (const person of [one.amina, one.ben, one.otto])
      expect((await one.visit(person).get(`${at}/writing`)).status).toBe(404)
  })

  it('shows both texts when it was saved elsewhere meanwhile, and loses neither', async () => {
    const { one, at } = await observed()
    const noor = one.visit(one.noor)
    expect((await noor.post(`${at}/writing`, { 'seen--feedback': 'From the phone', _version: '0' })).status).toBe(303)
    for (const deed of ['writing', 'sending']) {
      const page = await noor.post(`${at}/${deed}`, { ...told, _version: '0' })
      expect(page.status).toBe(409)
      expect(page.source).toContain('From the phone')
      expect(page.source).toContain(seen)
    }
  })

  it('is not sent before it says what is needed, and points out words that tell who somebody is', async () => {
    const { one, at } = await observed()
    const noor = one.visit(one.noor)
    const empty = await noor.post(`${at}/sending`, { _version: '0' })
    expect(empty.status).toBe(422)
    expect(empty.errors).toContain('Write: feedback to the supervisor')
    const half = { ...told, due1: '', _version: '0' }
    expect((await noor.post(`${at}/sending`, half)).errors).toEqual(['Enter by when it will be done'])
    const noPlan = { 'seen--feedback': seen, _version: '0' }
    expect((await noor.post(`${at}/sending`, noPlan)).errors).toEqual([
      'Enter at least one thing that the supervisor will do',
    ])
    const named = { ...told, 'seen--feedback': 'She spoke of 999 123 4560, born 3 May 2019', _version: '0' }
    expect((await noor.post(`${at}/sending`, named)).status).toBe(422)
  })

  it('cannot be written of a session that was not observed', async () => {
    const one = await world()
    const at = await planned(one, await groupBooked(one))
    const noor = one.visit(one.noor)
    expect((await noor.get(`${at}/writing`)).status).toBe(409)
    await answered(one, at, [one.ben])
    setClock('2026-11-25T09:00:00Z')
    expect((await noor.get(`${at}/writing`)).status).toBe(409)
    expect((await noor.post(`${at}/sending`, { ...told, _version: '0' })).status).toBe(422)
    expect((await noor.post(`${at}/writing`, { ...told, _version: '0' })).status).toBe(409)
  })
})

describe('the supervisor', () => {
  it('reads it, has its actions, and answers once', async () => {
    const { one, at } = await sent()
    const amina = one.visit(one.amina)
    expect((await amina.get('/')).text).toContain('Read what was seen')
    const page = await amina.get(at)
    expect(page.text).toContain(seen)
    expect(page.text).toContain('4 of 5')
    expect((await amina.get('/actions')).text).toContain(plan)
    expect((await amina.post(`${at}/comment`, { _version: '1' })).errors).toEqual(['Select whether you agree'])
    const empty = await amina.post(`${at}/comment`, { outcome: 'commented', _version: '1' })
    expect(empty.errors).toEqual(['Write your comment'])
    const comment = { outcome: 'commented', comment: 'It was a hard day', _version: '1' }
    expect((await amina.post(`${at}/comment`, comment)).location).toBe(at)
    expect((await amina.post(`${at}/comment`, comment)).status).toBe(409)
    expect((await one.visit(one.noor).get(at)).text).toContain('It was a hard day')
    expect((await one.visit(one.noor).get('/observations')).text).toContain('24 November 2027')
  })

  it('is asked again when it was changed and sent again', async () => {
    const { one, at } = await sent()
    const amina = one.visit(one.amina)
    await amina.post(`${at}/comment`, { outcome: 'agreed', _version: '1' })
    const noor = one.visit(one.noor)
    expect((await noor.get(`${at}/writing`)).source).toContain(seen)
    await noor.post(`${at}/sending`, { 'seen--feedback': 'Asks kindly', _version: '0' })
    expect((await noor.post(`${at}/report`)).status).toBe(409)
    expect((await amina.post(`${at}/comment`, { outcome: 'agreed', _version: '1' })).status).toBe(409)
    expect((await amina.get(at)).text).toContain('Asks kindly')
  })
})

describe('the report to the director', () => {
  it('is what the supervisor has read and said, stays as it is, and reaches nobody else', async () => {
    const { one, at } = await sent()
    const [noor, amina, otto] = [one.visit(one.noor), one.visit(one.amina), one.visit(one.otto)]
    expect((await noor.post(`${at}/report`)).status).toBe(409)
    expect((await otto.get(at)).status).toBe(404)
    await amina.post(`${at}/comment`, { outcome: 'commented', comment: 'It was a hard day', _version: '1' })
    expect((await otto.get('/observations/report')).source).not.toContain(seen)
    expect((await noor.post(`${at}/report`)).location).toBe(at)
    expect((await noor.post(`${at}/report`)).status).toBe(409)
    expect((await otto.get('/')).text).toContain('A report of observed supervision for you')
    const report = await otto.get('/observations/report')
    for (const words of [seen, plan, 'It was a hard day', 'Amina Yusuf', '0 of 1 finished'])
      expect(report.text).toContain(words)
    expect(report.source).not.toContain('Ben Carter')
    expect(report.buttons).toContain('I have read it: the report on Amina Yusuf')
    expect((await otto.get(at)).text).toContain(seen)
    expect((await amina.get(at)).text).toContain('gets the report')
    expect((await noor.get(`${at}/writing`)).status).toBe(409)
    await otto.post(`${at}/receipt`)
    expect((await otto.get('/')).text).not.toContain('observed supervision for you')
    for (const person of [one.grace, one.ben, one.dora]) {
      expect((await one.visit(person).get(at)).status).toBe(404)
      expect((await one.visit(person).get('/observations/report')).status).toBe(403)
    }
  })

  it('is taken by whoever comes to the office later, by their own deed, and by nobody else', async () => {
    const { one, at } = await sent()
    await one.visit(one.amina).post(`${at}/comment`, { outcome: 'agreed', _version: '1' })
    await one.visit(one.noor).post(`${at}/report`)
    const reading = '/observations/report/reading'
    await holds(one, one.grace, 'director-of-safeguarding')
    const grace = one.visit(one.grace)
    const before = await grace.get('/observations/report')
    expect(before.source).not.toContain(seen)
    expect(before.buttons).toContain('Read earlier reports')
    expect((await grace.get(at)).source).not.toContain(seen)
    for (const person of [one.noor, one.ben, one.dora]) expect((await one.visit(person).post(reading)).status).toBe(403)
    expect((await one.visit(one.otto).post(reading)).status).toBe(409)
    const after = await grace.postAndFollow(reading)
    expect(after.text).toContain(seen)
    expect(after.text).toContain(plan)
    expect(after.buttons).not.toContain('Read earlier reports')
    expect((await one.visit(one.amina).get(at)).text).toContain('Grace Okafor')
  })

  it('cannot be taken past the page by somebody without the office, nor from next door', async () => {
    const { one, at } = await sent()
    await one.visit(one.amina).post(`${at}/comment`, { outcome: 'agreed', _version: '1' })
    await one.visit(one.noor).post(`${at}/report`)
    const about = thing('observation report', at.split('/').at(-1) as Id<'observation'>)
    const take = (who: Trust, person: PersonId, by = person) =>
      who.inside(by, (work) => letRead(work, about, [{ person, because: 'gets the report', until: null }]))
    await expect(take(one, one.ben)).rejects.toThrow('row-level security')
    await expect(take(one, one.grace)).rejects.toThrow('row-level security')
    await holds(one, one.grace, 'director-of-safeguarding')
    await expect(take(one, one.grace, one.ben)).rejects.toThrow('row-level security')
    const next = await world()
    await holds(next, next.grace, 'director-of-safeguarding')
    await expect(take(next, next.grace)).rejects.toThrow('row-level security')
    await take(one, one.grace)
  })

  it('waits two weeks for the supervisor, and no longer', async () => {
    const { one, at } = await sent()
    setClock('2026-12-08T23:00:00Z')
    expect((await one.visit(one.noor).post(`${at}/report`)).status).toBe(409)
    setClock('2026-12-09T09:00:00Z')
    expect((await one.visit(one.noor).post(`${at}/report`)).location).toBe(at)
  })
})

it('never tells the people of the session or their line manager a word of it', async () => {
  const { one, at } = await sent()
  const session = (await one.visit(one.amina).get(at)).source.match(/sessions\/[0-9a-f-]{36}/)?.[0] ?? ''
  for (const person of [one.ben, one.grace])
    for (const path of ['/', '/actions', '/observations', at, `/${session}`])
      expect((await one.visit(person).get(path)).source).not.toContain(seen)
})
