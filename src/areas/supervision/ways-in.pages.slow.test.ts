// Ways in that must stay shut: each is tried as somebody would who knows the addresses and writes the forms by hand.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { moment } from '../../platform/time/moment.ts'
import { day } from '../../platform/time/day.ts'
import { approveVersion, draftVersion, policyOn } from '../policy/index.ts'
import { objectionsTo } from './booking/checks.changes.ts'
import { termsIn } from './terms/terms.view.ts'
import { caseWorkWith, discussion, spoken } from '../../../test/worlds/case-work.ts'
import { at, clinical, secret, supervisionWorld } from '../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, suggested, booked, held, ...deeds } = await supervisionWorld(database)
const { listed, brought, heldWith } = caseWorkWith({ setClock, suggested, booked, held, ...deeds })
const cases = 'child-protection-case-work'
const yesterday = { ...at, day: '2026-11-18', time: '9am' }

describe('recording a session that was not booked', () => {
  it('is no way round who may supervise, or round a person’s own consent', async () => {
    const world = await trust()
    setClock()
    const form = { ...yesterday, type: clinical, with: world.ben }
    expect((await world.visit(world.otto).post('/supervision/held-session', form)).errors[0]).toContain(
      'cannot supervise',
    )
    expect((await world.visit(world.grace).post('/supervision/held-session', form)).status).toBe(422)
    expect((await world.visit(world.amina).post('/supervision/held-session', form)).status).toBe(303)
  })

  it('takes keys of the policy, never words, where facts are kept', async () => {
    const world = await trust()
    setClock()
    const form = { ...yesterday, type: secret, with: world.ben }
    expect((await world.visit(world.amina).post('/supervision/held-session', form)).status).toBe(422)
    const href = await booked(world)
    setClock('2026-11-24T15:05:00Z')
    const came = { [`came-${world.ben}`]: 'present', began: '2pm', finished: '3pm', model: secret, _version: '2' }
    expect((await world.visit(world.amina).post(`${href}/attendance`, came)).status).toBe(422)
  })
})

describe('a line manager', () => {
  it('gets no consent by calling one person a group', async () => {
    const world = await trust()
    setClock()
    const found = await world.inside(world.grace, async (work) => {
      const terms = termsIn(await policyOn(work), clinical)
      if (!terms) throw new Error('The policy has no such kind')
      const time = { startsAt: moment('2026-11-24T14:00:00Z'), minutes: 60, placeKind: 'in person' as const }
      const plan = { ...time, session: null, terms: { ...terms, format: 'either' as const }, format: 'group' as const }
      return objectionsTo(work, { ...plan, supervisor: world.grace, supervisees: [world.ben] })
    })
    expect(found).toMatchObject([{ check: 'consent', mayBeOverridden: false }])
  })
})

describe('a colleague', () => {
  it('does not learn from booking a group when others had supervision, or who is away', async () => {
    const world = await trust()
    await held(world)
    const list = `/supervision/group-booking?unit=${world.team}&type=${cases}`
    expect((await world.visit(world.amina).get(list)).text).toMatch(/Last had it|Never had it here/)
    const seen = await world.visit(world.otto).get(list)
    expect(seen.text).toContain('Ben Carter')
    expect(seen.text).not.toMatch(/Last had it|Never had it here|Away today|Booked for/)
  })

  it('does not look into absences and diaries with a series for people they do not supervise', async () => {
    const world = await trust()
    setClock()
    const series = { type: clinical, people: [world.ben], every: '4', unit: 'weeks', count: '6', ...at }
    const answer = await world.visit(world.amina).post('/supervision/series', series)
    expect(answer.status).toBe(422)
    expect(answer.errors[0]).toContain('whom you supervise')
  })
})

describe('the duty to rebook', () => {
  it('is not met by a session with somebody else, or of another kind', async () => {
    const world = await trust()
    const href = await booked(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/cancellation`, { cause: 'leave', way: 'in addition', _version: '2' })
    const rebooks = href.slice('/sessions/'.length)
    const form = { ...at, day: '2026-12-01', type: clinical, side: 'me', rebooks }
    const other = await amina.post('/supervision/bookings', { ...form, with: world.dora })
    expect(other.errors[0]).toContain('the people of the cancelled one')
    expect((await amina.post('/supervision/bookings', { ...form, with: world.ben })).status).toBe(303)
  })
})

describe('what is agreed later', () => {
  it('is checked again: a supervisor who may no longer supervise is not booked by an old proposal', async () => {
    const world = await trust()
    const href = await suggested(world)
    await database.owner.query(
      "update registration set superseded_at = now() where organisation = $1 and person = $2 and kind = 'supervisor role'",
      [world.organisation, world.amina],
    )
    const answer = await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('cannot supervise')
  })
})

describe('correcting who came', () => {
  it('does not open a record that only the supervisor reads', async () => {
    const world = await trust()
    setClock()
    const text = readFileSync('policy-packs/safeguarding.yaml', 'utf8')
    const draft = await world.inside(world.otto, (work) =>
      draftVersion(work, text.replaceAll('[supervisee, supervisor, those present]', '[supervisor]')),
    )
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const inForce = { revision: 1, from: day('2026-11-21'), anyApprovers: true }
    const approved = await world.inside(world.noor, (work) => approveVersion(work, draft.id, inForce))
    if (!approved.ok) throw new Error(approved.reason)
    const amina = world.visit(world.amina)
    const form = { ...at, unit: world.team, type: cases, people: [world.ben, world.dora] }
    const href = (await amina.post('/supervision/group-bookings', form)).location ?? ''
    setClock('2026-11-24T15:05:00Z')
    const [ben, dora] = [`came-${world.ben}`, `came-${world.dora}`]
    const times = { began: '2pm', finished: '3pm', [ben]: 'present' }
    const absent = { [dora]: 'absent', [`cause-${world.dora}`]: 'leave' }
    await amina.post(`${href}/attendance`, { ...times, ...absent, _version: '1' })
    const signed = await amina.post(`${href}/record/signature`, { 'reflection--impact': secret, _version: '0' })
    expect(signed.status).toBe(303)
    await amina.post(`${href}/attendance`, { ...times, [dora]: 'present', _version: '2' })
    expect((await amina.get(`${href}/record`)).source).toContain(secret)
    expect((await world.visit(world.ben).get(`${href}/record`)).source).not.toContain(secret)
    expect((await world.visit(world.dora).get(`${href}/record`)).source).not.toContain(secret)
  })
})

type World = Awaited<ReturnType<typeof trust>>
const handedTo = async (world: World, id: string, to: World['dora'], from = world.ben) => {
  const offer = await world.visit(from).post(`/cases/${id}/handover`, { to, agreed: 'yes' })
  const accepted = await world.visit(to).post(`/cases/${id}/handover/acceptance`)
  if (offer.status !== 303 || accepted.status !== 303) throw new Error(offer.text + accepted.text)
}

describe('a case that a colleague brought', () => {
  it('is not brought again to the same session by whoever holds it now', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben, world.dora], cases: [{ by: world.ben, id }] })
    await handedTo(world, id, world.dora)
    const answer = await world.visit(world.dora).post(`/sessions/${session}/brought-cases`, { case: id })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('A colleague brought this case')
  })

  it('shows whoever held it before neither that it was closed nor who holds it after the next', async () => {
    const world = await trust()
    setClock()
    const id = await listed(world, world.ben)
    await handedTo(world, id, world.dora)
    await handedTo(world, id, world.femi, world.dora)
    await world.visit(world.femi).post(`/cases/${id}/closing`, { because: 'died', _version: '3' })
    expect((await world.visit(world.femi).get(`/cases/${id}`)).text).toContain('Closed on')
    const before = await world.visit(world.ben).get(`/cases/${id}`)
    expect(before.text).toContain('Dora Evans holds it')
    expect(before.text).not.toMatch(/Closed on|Femi/)
  })
})

describe('a supervisor', () => {
  it('reads a case no more that does not come after all', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await brought(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const amina = world.visit(world.amina)
    expect((await amina.get(`/cases/${id}`)).status).toBe(200)
    const left = { [`comes-${id}`]: 'left out', [`why-${id}`]: 'Nothing new' }
    expect((await world.visit(world.ben).post(`/sessions/${session}/preparation/cases`, left)).status).toBe(303)
    expect((await amina.get(`/cases/${id}`)).status).toBe(404)
  })
})

describe('somebody who is corrected to have been absent', () => {
  it('reads neither how a case was called nor what was agreed in it', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const [ben, dora] = [`came-${world.ben}`, `came-${world.dora}`]
    const session = await heldWith(world, { people: [world.ben, world.dora], cases: [{ by: world.ben, id }] })
    const form = { ...discussion(spoken), action: 'Call the midwife', owner: world.ben, _version: '0' }
    await world.visit(world.amina).post(`/sessions/${session}/cases/${id}/record/signature`, form)
    await world.visit(world.ben).post(`/sessions/${session}/cases/${id}/record/answer`, {
      outcome: 'commented',
      comment: 'He said it differently',
      _version: '1',
    })
    const things = async () =>
      (
        await database.owner.query<{ kind: string }>(
          'select distinct about_kind as kind from sealed_reader where organisation = $1 and person = $2 order by 1',
          [world.organisation, world.dora],
        )
      ).rows.map((row) => row.kind)
    const read = ['action', 'record answer', 'session case', 'session record']
    expect(await things()).toEqual(read)
    const came = { began: '2pm', finished: '3pm', [ben]: 'present' }
    const absent = { ...came, [dora]: 'absent', [`cause-${world.dora}`]: 'leave', _version: '2' }
    expect((await world.visit(world.amina).post(`/sessions/${session}/attendance`, absent)).status).toBe(303)
    expect(await things()).toEqual([])
    const present = { ...came, [dora]: 'present', _version: '3' }
    expect((await world.visit(world.amina).post(`/sessions/${session}/attendance`, present)).status).toBe(303)
    expect(await things()).toEqual(read)
  })
})

describe('cover that a supervisor granted', () => {
  it('does not reach what is said to the next holder, nor a line manager', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const startsAt = '2096-02-07T14:00:00Z'
    await brought(world, { people: [world.ben], cases: [{ by: world.ben, id }], startsAt })
    const until = { 'until-day': '1', 'until-month': '3', 'until-year': '2096' }
    const granted = await world.visit(world.amina).post(`/cases/${id}/cover`, { colleague: world.otto, ...until })
    expect(granted.status).toBe(303)
    await handedTo(world, id, world.dora)
    const later = { people: [world.dora], cases: [{ by: world.dora, id }], startsAt: '2096-02-14T14:00:00Z' }
    const href = `/sessions/${await heldWith(world, later)}/cases/${id}/record`
    const signed = await world.visit(world.amina).post(`${href}/signature`, { ...discussion(spoken), _version: '0' })
    expect(signed.status).toBe(303)
    expect((await world.visit(world.dora).get(href)).text).toContain(`${spoken} plan`)
    expect((await world.visit(world.otto).get(href)).status).toBe(404)
  })
})
