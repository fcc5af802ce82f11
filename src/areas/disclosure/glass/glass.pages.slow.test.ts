import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { agree, ask, asked, opened, openingWorld, words } from '../../../../test/worlds/opening.ts'
import { newId } from '../../../platform/ids.ts'
import { addDays } from '../../../platform/time/day.ts'

const database = await testDatabase()
const { world, at, day } = await openingWorld(database)
const HOUR = 60

describe('finding the record that is needed', () => {
  it('goes by person and day, and shows facts alone', async () => {
    const one = await world()
    const sana = one.visit(one.sana)
    const form = { person: one.ben, day }
    const page = await sana.post('/glass/records', form)
    expect(page.status).toBe(200)
    expect(page.linkTo('Discussion of a case brought by Ben Carter')).toBe(`/glass/records/${one.record}`)
    expect(page.source).not.toContain(words)
    expect((await sana.post('/glass/records', { person: one.otto, day })).text).toContain('No signed record')
    expect((await sana.post('/glass/records', { 'person-search': 'Ben', _find: 'person' })).text).toContain(
      'Ben Carter',
    )
  })

  it('shows each fault beside its field', async () => {
    const one = await world()
    const sana = one.visit(one.sana)
    for (const [form, fault] of [
      [{ day }, 'Find and choose the person'],
      [{ person: one.ben }, 'Enter the day of the session'],
      [{ person: one.ben, day: '2999-01-01' }, 'must be'],
      [{ person: 'somebody', day }, 'Choose one of the people found'],
    ] as const) {
      const page = await sana.post('/glass/records', form)
      expect(page.status).toBe(422)
      expect(page.errors.join(' ')).toContain(fault)
    }
  })

  it('is for people in safeguarding alone', async () => {
    const one = await world()
    for (const other of [one.ben, one.grace, one.otto, one.amina])
      for (const path of ['/glass', '/glass/new', `/glass/records/${one.record}`])
        expect((await one.visit(other).get(path)).status).toBe(403)
  })
})

describe('asking for a record', () => {
  it('needs the cause, the reason and whether telling is a risk', async () => {
    const one = await world()
    const sana = one.visit(one.sana)
    const to = `/glass/records/${one.record}/request`
    expect((await sana.post(to, {})).errors).toEqual([
      'Select why it cannot come from its author',
      'Say what you need from it, and why now',
      'Select whether telling them could put somebody at risk',
    ])
    expect((await sana.post(to, { ...ask, telling: 'risk' })).errors).toEqual(['Enter who would be at risk, and how'])
    expect((await sana.post(to, { ...ask, cause: 'curious' })).errors.join(' ')).toContain('one of the choices')
    const page = await sana.post(to, { ...ask, cause: '' })
    expect(page.fieldValue('What you need from it')).toBe(ask.reason)
  })

  it('tells those who can decide, in a mail of fixed words and at home', async () => {
    const one = await world()
    const href = await asked(one)
    const mails = await database.owner.query(
      "select to_person from outbox where template = 'glass-asked' and organisation = $1",
      [one.organisation],
    )
    expect(new Set(mails.rows.map((row) => row.to_person))).toEqual(new Set([one.noor, one.marek, one.ruth]))
    expect((await one.visit(one.marek).get('/')).text).toContain('A second person is needed now')
    const page = await one.visit(one.marek).get(href)
    expect(page.text).toContain(ask.reason)
    expect(page.source).not.toContain(words)
    for (const other of [one.ben, one.amina, one.grace, one.otto])
      expect((await one.visit(other).get(href)).status).toBe(404)
  })

  it('is done once at a time', async () => {
    const one = await world()
    await asked(one)
    const again = await one.visit(one.sana).post(`/glass/records/${one.record}/request`, ask)
    expect(again.errors).toEqual(['You have asked for this record already. It is on your list'])
  })

  it('is not found for a record that is not there', async () => {
    const one = await world()
    for (const id of [newId(), 'nonsense'])
      expect((await one.visit(one.sana).post(`/glass/records/${id}/request`, ask)).status).toBe(404)
  })
})

describe('the second person', () => {
  it('agrees or refuses with a reason, once', async () => {
    const one = await world()
    const href = await asked(one)
    const marek = one.visit(one.marek)
    expect((await marek.post(`${href}/answer`, { answer: 'refused' })).errors).toEqual(['Give your reason'])
    expect((await marek.post(`${href}/answer`, { answer: 'agreed', words: 'x' })).errors).toEqual([
      'Select when those concerned are told',
    ])
    expect((await marek.post(`${href}/answer`, { ...agree, telling: 'later' })).errors).toEqual(['Enter the later day'])
    expect((await marek.post(`${href}/answer`, { answer: 'refused', words: 'Ask Amina, she is back' })).location).toBe(
      href,
    )
    expect((await marek.post(`${href}/answer`, agree)).errors.join(' ')).toContain('answered this already')
    expect((await one.visit(one.sana).get(href)).text).toContain('Ask Amina, she is back')
  })

  it('after two refusals cannot open it any more', async () => {
    const one = await world()
    const href = await asked(one)
    for (const second of [one.marek, one.noor])
      await one.visit(second).post(`${href}/answer`, { answer: 'refused', words: 'No' })
    expect((await one.visit(one.ruth).post(`${href}/answer`, agree)).errors.join(' ')).toContain(
      'Two people have refused',
    )
    expect((await one.visit(one.sana).post(`${href}/opening`)).status).toBe(409)
    expect((await one.visit(one.sana).get(`${href}/record`)).status).toBe(403)
  })

  it('comes too late after a day, and the opening too late four hours after the agreement', async () => {
    const one = await world()
    const late = await asked(one)
    at(24 * HOUR + 1)
    expect((await one.visit(one.marek).post(`${late}/answer`, agree)).errors.join(' ')).toContain('expired')
    at(0)
    await one.visit(one.marek).post(`${late}/answer`, agree)
    at(4 * HOUR + 1)
    expect((await one.visit(one.sana).post(`${late}/opening`)).status).toBe(409)
    expect((await one.visit(one.sana).get(late)).text).toContain('Expired')
  })
})

describe('the hour', () => {
  it('opens the record read-only, with a banner, for whoever asked and nobody else', async () => {
    const one = await world()
    const href = await opened(one)
    const page = await one.visit(one.sana).get(`${href}/record`)
    for (const text of [`${words} risks`, 'You opened this in need', 'It closes by itself', 'RV-2041'])
      expect(page.text).toContain(text)
    expect(page.buttons).toEqual([])
    expect(page.linkTo('Pass on a concern')).toContain(one.record)
    for (const other of [one.marek, one.noor, one.ben, one.grace])
      expect((await one.visit(other).get(`${href}/record`)).status).toBe(404)
    expect((await one.visit(one.sana).get(one.href)).status).toBe(404)
  })

  it('ends after an hour, also on a page that stayed open, and is not opened twice', async () => {
    const one = await world()
    const href = await opened(one)
    const sana = one.visit(one.sana)
    const page = await sana.get(`${href}/record`)
    expect(page.headers.refresh ?? page.source).toEqual(expect.stringMatching(/360\d/))
    expect((await sana.post(`${href}/opening`)).status).toBe(409)
    at(59)
    expect((await sana.get(`${href}/record`)).status).toBe(200)
    at(60)
    const over = await sana.get(`${href}/record`)
    expect(over.status).toBe(403)
    expect(over.source).not.toContain(words)
    expect((await sana.post(`${href}/opening`)).status).toBe(409)
  })

  it('shows under “who has seen this”, and everybody concerned is told', async () => {
    const one = await world()
    const href = await opened(one)
    await one.visit(one.sana).get(`${href}/record`)
    expect((await one.visit(one.amina).get(one.href)).text).toContain('Sana Malik')
    for (const concerned of [one.amina, one.ben]) {
      expect((await one.visit(concerned).get('/')).text).toContain('Something of yours was opened in need')
      const page = await one.visit(concerned).get(href)
      expect(page.heading).toBe('Something of yours was opened in need')
      expect(page.text).toContain('Sana Malik')
      expect(page.text).toContain('Marek Zielinski')
      expect(page.source).not.toContain(ask.reason)
    }
    expect((await one.visit(one.dora).get(href)).status).toBe(404)
  })
})

describe('telling later', () => {
  it('is decided by the second person, with a day; until then nobody concerned finds it', async () => {
    const one = await world()
    const on = addDays(day, 10)
    const href = await opened(one, { telling: 'later', tellOn: on, words: 'The parent works here' })
    for (const concerned of [one.amina, one.ben]) {
      expect((await one.visit(concerned).get(href)).status).toBe(404)
      expect((await one.visit(concerned).get('/')).text).not.toContain('opened in need')
    }
    expect((await one.visit(one.sana).post(`${href}/telling`, { decision: 'told' })).status).toBe(404)
    at(8 * 24 * HOUR)
    expect((await one.visit(one.marek).get('/')).text).toContain('Tell those concerned')
    expect((await one.visit(one.marek).post(`${href}/telling`, { decision: 'later' })).errors).toHaveLength(2)
    expect((await one.visit(one.marek).post(`${href}/telling`, { decision: '' })).errors).toEqual([
      'Select whether they are told now',
    ])
    await one.visit(one.marek).post(`${href}/telling`, { decision: 'told' })
    expect((await one.visit(one.ben).get(href)).heading).toBe('Something of yours was opened in need')
    expect((await one.visit(one.marek).post(`${href}/telling`, { decision: 'told' })).errors.join(' ')).toContain(
      'told already',
    )
  })
})

describe('the review', () => {
  it('is by another, after the hour, and says whether it was justified and what follows', async () => {
    const one = await world()
    const href = await opened(one)
    const form = { outcome: 'justified', follows: 'Cover is arranged earlier from now on' }
    expect((await one.visit(one.noor).post(`${href}/review`, form)).errors.join(' ')).toContain('not over yet')
    at(2 * HOUR)
    expect((await one.visit(one.marek).post(`${href}/review`, form)).errors.join(' ')).toContain(
      'neither asked nor agreed',
    )
    expect((await one.visit(one.sana).post(`${href}/review`, form)).status).toBe(404)
    expect((await one.visit(one.noor).post(`${href}/review`, {})).errors).toHaveLength(2)
    expect((await one.visit(one.noor).post(`${href}/review`, form)).location).toBe(href)
    expect((await one.visit(one.ruth).post(`${href}/review`, form)).errors.join(' ')).toContain('reviewed already')
    expect((await one.visit(one.sana).get(href)).text).toContain(form.follows)
  })

  it('shows as overdue after a week', async () => {
    const one = await world()
    const href = await opened(one)
    at(9 * 24 * HOUR)
    expect((await one.visit(one.noor).get('/glass')).text).toContain('Review overdue')
    expect((await one.visit(one.noor).get('/')).text).toContain('Review a record that was opened in need')
    expect((await one.visit(one.noor).get(href)).text).toContain('Review it')
  })
})
