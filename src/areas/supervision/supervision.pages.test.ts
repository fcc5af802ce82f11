import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { newId } from '../../platform/ids.ts'
import { moment } from '../../platform/time/moment.ts'
import { evidenceFor } from './evidence.store.ts'

const database = await testDatabase()
const { service, trust } = await supervisionWorld(database)
const secret = 'The Okoro family and the missed visit'
const clinical = 'one-to-one-clinical'
const at = { day: '2026-11-24', time: '2pm', minutes: '60', placeKind: 'in person', place: 'Room 4' }

function setClock(to = '2026-11-20T10:00:00Z') {
  service.composition.setClock(moment(to))
}

/** Ben suggests a time to Amina; gives the session's address. */
async function suggested(world: Trust, given: Record<string, string> = {}) {
  setClock()
  const answer = await world
    .visit(world.ben)
    .post('/supervision/bookings', { type: clinical, side: 'they', with: world.amina, ...at, ...given })
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return answer.location
}

async function booked(world: Trust) {
  const href = await suggested(world)
  await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
  return href
}

async function held(world: Trust) {
  const href = await booked(world)
  setClock('2026-11-24T15:05:00Z')
  const answer = await world.visit(world.amina).post(`${href}/attendance`, {
    [`came-${world.ben}`]: 'present',
    began: '2pm',
    finished: '3pm',
    focus: secret,
    _version: '2',
  })
  expect(answer.location).toBe(`${href}/record`)
  return href
}

async function signed(world: Trust) {
  const href = await held(world)
  const record = { 'session--focus': secret, 'session--learning': 'To ask sooner', _version: '0' }
  const answer = await world.visit(world.amina).post(`${href}/record/signature`, record)
  expect(answer.location).toBe(href)
  return href
}

describe('agreeing a time', () => {
  it('goes from one side to the other until it is booked, and shows the conversation', async () => {
    const world = await trust()
    const href = await suggested(world)
    const amina = world.visit(world.amina)
    const ben = world.visit(world.ben)
    const page = await amina.get(href)
    expect(page.heading).toContain('One-to-one clinical supervision')
    expect(page.buttons).toContain('Accept this time')
    expect((await ben.get(href)).text).toContain('You suggested this time')
    await amina.post(`${href}/other-time`, { ...at, day: '2026-11-26', _version: '1' })
    expect((await ben.get(href)).text).toContain('2 times were suggested')
    const done = await ben.postAndFollow(`${href}/acceptance`, { _version: '2' })
    expect(done.text).toContain('Thursday 26 November 2026, 2pm, 1 hour')
    expect(done.text).toContain('Booked')
  })

  it('refuses an answer to a time that was changed meanwhile', async () => {
    const world = await trust()
    const href = await suggested(world)
    await world.visit(world.ben).post(`${href}/other-time`, { ...at, day: '2026-11-26', _version: '1' })
    const stale = await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('changed meanwhile')
  })

  it('can be turned down, and then nothing is booked', async () => {
    const world = await trust()
    const href = await suggested(world)
    await world.visit(world.amina).post(`${href}/withdrawal`, { _version: '1' })
    expect((await world.visit(world.ben).get(href)).text).toContain('Withdrawn')
  })

  it('comes back with what was typed and a sentence for each fault', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    const send = (given: Record<string, string>) =>
      ben.post('/supervision/bookings', { type: clinical, side: 'they', with: world.amina, ...at, ...given })
    expect((await send({ day: '', time: '', minutes: '' })).errors).toHaveLength(3)
    expect((await send({ day: '2026-11-19' })).errors).toEqual(['Day must be today or in the future'])
    expect((await send({ day: '2026-11-20', time: '9am' })).errors[0]).toContain('must be in the future')
    expect((await send({ day: '2027-02-29' })).status).toBe(422)
    expect((await send({ minutes: '4' })).errors).toHaveLength(1)
    expect((await send({ time: '25:00' })).errors[0]).toContain('must be a time')
    const march = await send({ day: '2027-03-28', time: '1:30am' })
    expect(march.errors[0]).toContain('clocks go forward')
    expect(march.fieldValue('Room')).toBe('Room 4')
    expect((await send({ with: world.ben })).errors[0]).toContain('nobody supervises themselves')
    expect((await send({ with: newId() })).errors[0]).toContain('people who work here')
    expect((await send({ with: "x' or 1=1 --" })).status).toBe(422)
    expect((await send({ type: 'nothing-known' })).errors[0]).toContain('kind of supervision')
    expect((await send({ place: 'x'.repeat(301) })).errors[0]).toContain('300 characters')
  })

  it('finds people by a part of their name without JavaScript', async () => {
    const world = await trust()
    const page = await world
      .visit(world.ben)
      .post('/supervision/bookings', { 'with-search': 'amin', _find: 'with', type: clinical })
    expect(page.text).toContain('Amina Yusuf')
  })

  it('refuses what overlaps, for either of the two', async () => {
    const world = await trust()
    await booked(world)
    const again = { type: clinical, side: 'they', with: world.amina, ...at, time: '2:30pm' }
    expect((await world.visit(world.dora).post('/supervision/bookings', again)).errors[0]).toContain(
      'Amina Yusuf has another session',
    )
    expect((await world.visit(world.ben).post('/supervision/bookings', again)).errors[0]).toContain(
      'another session at that time',
    )
    const after = await world.visit(world.dora).post('/supervision/bookings', { ...again, time: '3pm' })
    expect(after.status).toBe(303)
  })

  it('refuses a supervisor whom the policy does not name, and says who can', async () => {
    const world = await trust()
    setClock()
    const ask = { type: clinical, side: 'they', with: world.otto, ...at }
    const refused = await world.visit(world.ben).post('/supervision/bookings', ask)
    expect(refused.errors[0]).toContain('Otto Berg cannot supervise One-to-one clinical supervision')
    expect(refused.errors[0]).toContain('These people can: Amina Yusuf')
    const forced = await world.visit(world.ben).post('/supervision/bookings', { ...ask, reason: 'I say so' })
    expect(forced.errors[0]).toContain('set aside only by')
  })

  it('lets a named professional set the refusal aside with a reason, which is reported', async () => {
    const world = await trust()
    setClock()
    const noor = world.visit(world.noor)
    const ask = { type: clinical, side: 'they', with: world.otto, ...at }
    const first = await noor.post('/supervision/bookings', ask)
    expect(first.text).toContain('Why it should go ahead all the same')
    expect((await noor.post('/supervision/bookings', { ...ask, reason: 'Cover for sickness' })).status).toBe(303)
    const report = await noor.get('/supervision/overrides')
    expect(report.text).toContain('Cover for sickness')
    expect((await world.visit(world.ben).get('/supervision/overrides')).status).toBe(403)
  })

  it('asks for the supervisee’s own yes before a line manager supervises', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    const ask = { type: clinical, side: 'they', with: world.grace, ...at }
    expect((await ben.post('/supervision/bookings', ask)).errors[0]).toContain('only when that person has agreed')
    await world.visit(world.grace).post('/supervision/supervisors', { type: clinical, side: 'me', with: world.ben })
    const page = await ben.get('/supervision/supervisors')
    expect(page.text).toContain('is your line manager. Do you agree')
    const form = page.document.querySelector('form[action$="/consent"]')?.getAttribute('action') ?? ''
    expect((await world.visit(world.grace).post(form, { answer: 'yes' })).status).toBe(409)
    expect((await world.visit(world.dora).post(form, { answer: 'yes' })).status).toBe(404)
    await ben.post(form, { answer: 'yes' })
    expect((await ben.post('/supervision/bookings', ask)).status).toBe(303)
  })

  it('books once when the form is sent twice', async () => {
    const world = await trust()
    setClock()
    const form = { type: clinical, side: 'they', with: world.amina, ...at, _key: newId() }
    const ben = world.visit(world.ben)
    const [first, second] = [
      await ben.post('/supervision/bookings', form),
      await ben.post('/supervision/bookings', form),
    ]
    expect(second.location).toBe(first.location)
  })
})

describe('who sees a session', () => {
  it('is its people alone: not the line manager, a colleague, the named professional or the neighbour', async () => {
    const world = await trust()
    const href = await held(world)
    const neighbour = await trust()
    for (const path of [
      '',
      '/calendar',
      '/cancellation',
      '/attendance',
      '/record',
      '/other-time',
      '/own-part',
      '/feedback',
    ]) {
      for (const person of [world.grace, world.dora, world.noor])
        expect([path, (await world.visit(person).get(href + path)).status]).toEqual([path, 404])
      expect([path, (await neighbour.visit(neighbour.amina).get(href + path)).status]).toEqual([path, 404])
    }
  })

  it('is told to a calendar without a word of content', async () => {
    const world = await trust()
    const href = await booked(world)
    const calendar = await world.visit(world.ben).get(`${href}/calendar`)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(calendar.source).toContain('SUMMARY:Supervision')
    expect(calendar.source).toContain('DTSTART:20261124T140000Z')
    expect(calendar.source).not.toContain('Amina')
    expect(calendar.source).not.toContain('Room 4')
  })
})

describe('cancelling', () => {
  it('keeps who, why and whose duty it is, and can be put back for a while', async () => {
    const world = await trust()
    const href = await booked(world)
    const ben = world.visit(world.ben)
    const form = { cause: 'sickness', way: 'instead', _version: '2' }
    const page = await ben.postAndFollow(`${href}/cancellation`, form)
    expect(page.text).toContain('By Ben Carter on 20 November 2026 at 10am, with 4 days’ notice, because of sickness')
    expect(page.text).toContain('To be rebooked by Ben Carter')
    expect(page.buttons).toContain('Put it back')
    expect((await world.visit(world.amina).post(`${href}/cancellation/undoing`)).status).toBe(409)
    expect((await ben.postAndFollow(`${href}/cancellation/undoing`)).text).toContain('Booked')
  })

  it('is done with when a new session is booked in its place', async () => {
    const world = await trust()
    const href = await booked(world)
    const ben = world.visit(world.ben)
    await ben.post(`${href}/cancellation`, { cause: 'leave', way: 'in addition', _version: '2' })
    const needs = await world.inside(world.ben, (work) => work.needs())
    expect(needs.map((need) => need.title)).toContain('Find a new date with Amina Yusuf')
    const rebooks = href.split('/')[2] ?? ''
    const form = (await ben.get(`/supervision/booking?rebooks=${rebooks}`)).formTo('/supervision/bookings')
    expect(form).toMatchObject({ rebooks })
    const next = await ben.post('/supervision/bookings', {
      ...form,
      with: world.amina,
      side: 'they',
      type: clinical,
      ...at,
      day: '2026-12-01',
    })
    await world.visit(world.amina).post(`${next.location}/acceptance`, { _version: '1' })
    expect((await ben.get(href)).text).toContain('Rebooked for 1 December 2026')
    const again = await ben.post('/supervision/bookings', {
      rebooks,
      with: world.amina,
      side: 'they',
      type: clinical,
      ...at,
      day: '2026-12-02',
    })
    expect(again.errors[0]).toContain('rebooked already')
  })

  it('asks why, and refuses a second time and a stale page', async () => {
    const world = await trust()
    const href = await booked(world)
    const amina = world.visit(world.amina)
    expect((await amina.post(`${href}/cancellation`, { _version: '2' })).errors).toEqual([
      'Select why it is cancelled',
      'Select how it is rebooked',
    ])
    const form = { cause: 'other', way: 'instead' }
    expect((await amina.post(`${href}/cancellation`, { ...form, _version: '1' })).status).toBe(422)
    await amina.post(`${href}/cancellation`, { ...form, _version: '2' })
    expect((await world.visit(world.ben).post(`${href}/cancellation`, { ...form, _version: '3' })).status).toBe(409)
    const news = await world.inside(world.ben, (work) => work.needs())
    expect(news.map((need) => need.title)).toContain('Amina Yusuf cancelled a session with you')
  })
})

describe('holding', () => {
  it('counts as evidence at once, and shows no word of it to anybody else', async () => {
    const world = await trust()
    await held(world)
    const rows = await world.inside(world.grace, (work) => evidenceFor(work))
    expect(rows.map((row) => [row.person, row.part, row.minutes]).sort()).toEqual(
      [
        [world.amina, 'delivering', 60],
        [world.ben, 'receiving', 60],
      ].sort(),
    )
    expect(JSON.stringify(rows)).not.toContain('Okoro')
  })

  it('is for the supervisor, after the start, with a word for everybody', async () => {
    const world = await trust()
    const href = await booked(world)
    const amina = world.visit(world.amina)
    expect((await amina.get(`${href}/attendance`)).status).toBe(409)
    expect((await world.visit(world.ben).get(`${href}/attendance`)).status).toBe(404)
    setClock('2026-11-24T15:05:00Z')
    const page = await amina.get(`${href}/attendance`)
    expect(page.formTo(`${href}/attendance`)).toMatchObject({
      [`came-${world.ben}`]: 'present',
      began: '2pm',
      finished: '3pm',
    })
    const send = (given: Record<string, string>) =>
      amina.post(`${href}/attendance`, {
        [`came-${world.ben}`]: 'present',
        began: '2pm',
        finished: '3pm',
        _version: '2',
        ...given,
      })
    expect((await send({ [`came-${world.ben}`]: '' })).errors).toEqual(['Select whether Ben Carter came'])
    expect((await send({ [`came-${world.ben}`]: 'absent' })).errors).toEqual(['Choose why they did not come'])
    expect((await send({ [`came-${world.ben}`]: 'absent', [`cause-${world.ben}`]: 'leave' })).errors[0]).toContain(
      'Nobody came',
    )
    expect((await send({ finished: '1pm' })).errors).toEqual(['The finish must be after the start'])
    expect((await send({ finished: '11pm' })).status).toBe(422)
    expect((await send({})).status).toBe(303)
    expect((await send({})).status).toBe(422)
  })

  it('can be recorded for a session that was never booked', async () => {
    const world = await trust()
    setClock()
    const form = { type: clinical, with: world.ben, ...at, day: '2026-11-18', time: '9am' }
    const amina = world.visit(world.amina)
    expect((await amina.post('/supervision/held-session', { ...form, day: '2026-11-21' })).status).toBe(422)
    expect(
      (await amina.post('/supervision/held-session', { ...form, day: '2026-11-20', time: '10am' })).errors[0],
    ).toContain('must be over')
    const done = await amina.post('/supervision/held-session', form)
    expect(done.location).toMatch(/^\/sessions\/.+\/record$/)
  })
})

describe('the record', () => {
  it('is drafted as it is typed, survives a closed browser, and is the writer’s alone until signed off', async () => {
    const world = await trust()
    const href = await held(world)
    const amina = world.visit(world.amina)
    const draft = await amina.post(`${href}/record/draft`, { 'session--focus': secret, _version: '0' })
    expect(draft.status).toBe(200)
    expect(JSON.parse(draft.source)).toEqual({ version: 1 })
    expect((await world.visit(world.amina).get(`${href}/record`)).source).toContain(secret)
    expect((await world.visit(world.ben).get(`${href}/record`)).source).not.toContain(secret)
  })

  it('refuses a save from an old page and shows both texts', async () => {
    const world = await trust()
    const href = await held(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/record/draft`, { 'session--focus': 'Typed on the phone', _version: '0' })
    expect(
      (await amina.post(`${href}/record/draft`, { 'session--focus': 'Typed at the desk', _version: '0' })).status,
    ).toBe(409)
    const stale = await amina.post(`${href}/record`, { 'session--focus': 'Typed at the desk', _version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.source).toContain('Typed on the phone')
    expect(stale.source).toContain('Typed at the desk')
    const kept = stale.formTo(`${href}/record/signature`)
    expect((await amina.post(`${href}/record/signature`, kept)).location).toBe(href)
  })

  it('needs its needed parts, and loses nothing when one is missing', async () => {
    const world = await trust()
    const href = await held(world)
    const answer = await world
      .visit(world.amina)
      .post(`${href}/record/signature`, { 'session--learning': 'Kept words', _version: '0' })
    expect(answer.errors).toEqual(['Fill in “What did we look at?” before you sign off'])
    expect(answer.source).toContain('Kept words')
    const huge = await world
      .visit(world.amina)
      .post(`${href}/record/signature`, { 'session--reflection': 'x'.repeat(30_000), _version: '0' })
    expect(huge.errors[0]).toContain('20,000 characters')
  })

  it('is read and answered by the supervisee, with a comment beside it', async () => {
    const world = await trust()
    const href = await signed(world)
    const ben = world.visit(world.ben)
    const page = await ben.get(`${href}/record`)
    expect(page.text).toContain(secret)
    expect(page.headings).toContain('Who can see this record, and who has')
    expect((await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'commented' })).errors).toEqual([
      'Write your comment',
    ])
    await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'commented', comment: 'I saw it otherwise' })
    const amina = await world.visit(world.amina).get(`${href}/record`)
    expect(amina.text).toContain('I saw it otherwise')
    expect((await ben.post(`${href}/record/answer`, { _version: '1', outcome: 'agreed' })).errors).toEqual([
      'You have answered this version already',
    ])
    expect(
      (await world.visit(world.amina).post(`${href}/record/answer`, { _version: '1', outcome: 'agreed' })).status,
    ).toBe(422)
  })

  it('is amended only by a further version that says why, and both stay', async () => {
    const world = await trust()
    const href = await signed(world)
    const amina = world.visit(world.amina)
    expect((await amina.post(`${href}/record/signature`, { 'session--focus': 'Other', _version: '1' })).status).toBe(
      422,
    )
    const form = (await amina.postAndFollow(`${href}/record/amendment`)).formTo(`${href}/record/signature`)
    expect(form['session--focus']).toBe(secret)
    expect((await amina.post(`${href}/record/signature`, { ...form, 'session--focus': 'A new focus' })).errors).toEqual(
      ['Say what you changed and why'],
    )
    await amina.post(`${href}/record/signature`, {
      ...form,
      'session--focus': 'A new focus',
      why: 'The first was too wide',
    })
    const page = await world.visit(world.ben).get(`${href}/record`)
    for (const words of ['A new focus', secret, 'The first was too wide', 'Version 2, signed off'])
      expect(page.text).toContain(words)
    expect((await world.visit(world.ben).post(`${href}/record/amendment`)).status).toBe(409)
  })

  it('says when it was written late', async () => {
    const world = await trust()
    const href = await held(world)
    setClock('2026-11-28T09:00:00Z')
    await world.visit(world.amina).post(`${href}/record/signature`, { 'session--focus': 'x', _version: '0' })
    expect((await world.visit(world.ben).get(`${href}/record`)).text).toContain('Written 4 days after')
  })

  it('agrees an action beside it, which waits on the owner’s home', async () => {
    const world = await trust()
    const href = await held(world)
    const record = {
      'session--focus': 'x',
      _version: '0',
      action: 'Ring the nurse',
      owner: world.ben,
      due: '2026-11-27',
    }
    expect(
      (await world.visit(world.amina).post(`${href}/record/signature`, { ...record, owner: world.dora })).errors,
    ).toEqual(['Choose somebody of this session'])
    await world.visit(world.amina).post(`${href}/record/signature`, record)
    expect((await world.visit(world.ben).get('/actions')).text).toContain('Ring the nurse')
    expect((await world.inside(world.ben, (work) => work.needs())).map((need) => need.title)).toContain(
      'Report on an action',
    )
  })

  it('keeps feedback between the two', async () => {
    const world = await trust()
    const href = await signed(world)
    await world.visit(world.ben).post(`${href}/feedback/signature`, { helped: 'Your quiet', _version: '0' })
    expect((await world.visit(world.amina).get(`${href}/feedback`)).text).toContain('Your quiet')
    expect((await world.visit(world.grace).get(`${href}/feedback`)).status).toBe(404)
  })
})

describe('a group', () => {
  const type = 'child-protection-case-work'
  async function group(world: Trust) {
    setClock()
    const amina = world.visit(world.amina)
    const page = await amina.get(`/supervision/group-booking?unit=${world.team}&type=${type}`)
    expect(page.text).toContain('Never had it here')
    const form = {
      unit: world.team,
      type,
      rebooks: '',
      people: [world.ben, world.dora, world.femi],
      ...at,
      minutes: '120',
    }
    const answer = await amina.post('/supervision/group-bookings', form)
    if (!answer.location) throw new Error(answer.errors.join(' | '))
    return answer.location
  }

  it('is booked at once by its supervisor, for people of the team', async () => {
    const world = await trust()
    const href = await group(world)
    expect((await world.visit(world.femi).get(href)).text).toContain('Booked')
    const none = await world.visit(world.amina).post('/supervision/group-bookings', { unit: world.team, type, ...at })
    expect(none.errors).toEqual(['Select who comes'])
    const wrong = { unit: world.team, type, ...at, day: '2026-12-01', people: [world.ben] }
    expect((await world.visit(world.otto).post('/supervision/group-bookings', wrong)).errors[0]).toContain(
      'Otto Berg cannot supervise',
    )
  })

  it('is recorded in seconds; those absent do not read its record; own parts are for the supervisor', async () => {
    const world = await trust()
    const href = await group(world)
    setClock('2026-11-24T16:05:00Z')
    const amina = world.visit(world.amina)
    const came = { [`came-${world.ben}`]: 'present', [`came-${world.dora}`]: 'late', [`came-${world.femi}`]: 'absent' }
    await amina.post(`${href}/attendance`, {
      ...came,
      [`cause-${world.femi}`]: 'sickness',
      began: '2pm',
      finished: '4pm',
      _version: '1',
    })
    await amina.post(`${href}/record/signature`, { 'reflection--impact': secret, _version: '0' })
    expect((await world.visit(world.dora).get(`${href}/record`)).text).toContain(secret)
    expect((await world.visit(world.femi).get(`${href}/record`)).source).not.toContain(secret)
    await world.visit(world.dora).post(`${href}/own-part/signature`, { mine: 'What I take away', _version: '0' })
    expect((await amina.get(`${href}/own-part`)).text).toContain('What I take away')
    expect((await world.visit(world.ben).get(`${href}/own-part`)).source).not.toContain('What I take away')
  })
})

describe('sessions in a row', () => {
  it('step round weekends and bank holidays, and are looked at before they are suggested', async () => {
    const world = await trust()
    setClock()
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const amina = world.visit(world.amina)
    const form = { type: clinical, people: world.ben, every: '1', unit: 'weeks', count: '4', ...at, day: '2026-12-04' }
    const page = await amina.post('/supervision/series', form)
    expect(page.heading).toBe('Look at the days')
    const christmas = await amina.post('/supervision/series', form)
    expect(christmas.text).toContain('25 December 2026 is Christmas Day')
    const done = await amina.postAndFollow('/supervision/series', { ...form, days: ['2026-12-04', '2026-12-11'] })
    expect(done.text).toContain('4 December 2026 at 2pm')
    expect((await amina.post('/supervision/series', { ...form, count: '1' })).status).toBe(422)
  })
})

describe('supervision held elsewhere', () => {
  it('is vouched for by the named colleague, and counts with that', async () => {
    const world = await trust()
    setClock()
    const form = {
      type: clinical,
      day: '2026-11-03',
      minutes: '60',
      format: 'one-to-one',
      placeKind: 'in person',
      heldWith: 'Hana Patel',
      voucher: world.grace,
    }
    const answer = await world.visit(world.ben).post('/supervision/outside-evidence', form)
    const href = answer.location ?? ''
    expect((await world.visit(world.dora).get(href)).status).toBe(404)
    expect((await world.visit(world.ben).post(`${href}/voucher`, { answer: 'yes' })).status).toBe(409)
    const page = await world.visit(world.grace).postAndFollow(`${href}/voucher`, { answer: 'yes' })
    expect(page.text).toContain('Vouched for')
    const rows = await world.inside(world.ben, (work) => evidenceFor(work, { people: [world.ben] }))
    expect(rows).toMatchObject([{ held: 'outside, vouched for', day: '2026-11-03' }])
    const bad = await world
      .visit(world.ben)
      .post('/supervision/outside-evidence', { ...form, day: '2026-11-21', minutes: '1', heldWith: '' })
    expect(bad.errors).toHaveLength(3)
    const self = await world.visit(world.ben).post('/supervision/outside-evidence', { ...form, voucher: world.ben })
    expect(self.errors[0]).toContain('nobody vouches for themselves')
  })
})

describe('the supervision page', () => {
  it('shows what is ahead, my supervisors and the ways to book', async () => {
    const world = await trust()
    await booked(world)
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const page = await world.visit(world.ben).get('/supervision')
    expect(page.text).toContain('24 November 2026 at 2pm')
    expect(page.text).toContain('Amina Yusuf, One-to-one clinical supervision')
    expect(page.headings).toContain('Sessions of the last year')
    expect((await world.visit(world.otto).get('/supervision')).text).toContain('Nothing is booked')
  })

  it('ends a pair with a kind of reason', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    await ben.post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const href = (await ben.get('/supervision/supervisors')).linkTo('End supervision')
    expect((await ben.post(href, {})).errors).toEqual(['Select why it ends'])
    expect((await ben.postAndFollow(href, { kind: 'moved' })).text).toContain('You have no supervisor here yet')
    const self = await ben.post('/supervision/supervisors', { type: clinical, side: 'they', with: world.ben })
    expect(self.errors[0]).toContain('nobody supervises themselves')
  })
})
