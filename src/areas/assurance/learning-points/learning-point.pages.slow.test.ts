import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { asService } from '../../../platform/composition.ts'
import { day } from '../../../platform/time/day.ts'
import { grantRole } from '../../people/index.ts'

const database = await testDatabase()
const { service, trust, held, setClock } = await supervisionWorld(database)
const from = day('2024-11-20')
const text = { title: 'Ask who else lives there', words: 'A second visit showed more than the first one' }

/** A held session of Amina and Ben; Otto is a learning lead, Noor a named professional and second reader. */
async function withDraft() {
  const world = await trust()
  setClock()
  await asService(service.composition, { organisation: world.organisation }, (work) =>
    grantRole(work, { person: world.otto, role: 'learning lead', from, to: null, reason: 'Leads learning' }),
  )
  const session = await held(world)
  const draft = `/learning-points/from/session/${session.split('/').at(-1)}/draft`
  const form = { ...text, subjects: ['neglect'], team1: world.team, reader: world.noor }
  const amina = world.visit(world.amina)
  return { world, session, draft, form, amina, ben: world.visit(world.ben) }
}

async function drafted() {
  const here = await withDraft()
  const posted = await here.amina.post(here.draft, here.form)
  const at = posted.location ?? posted.errors.join(' | ')
  const hash = (await here.ben.get(at)).formTo(`${at}/answer`)['text-hash'] ?? ''
  const of = { 'text-hash': hash }
  return { ...here, at, of }
}

async function sent() {
  const here = await drafted()
  const { world, at, of, ben } = here
  await ben.post(`${at}/answer`, { ...of, agrees: 'yes' })
  const read = await world.visit(world.noor).post(`${at}/reading-over`, of)
  if (read.status !== 303) throw new Error(read.text)
  const answer = await world.visit(world.otto).post(`${at}/approval`, of)
  return { ...here, page: answer.location ?? answer.text }
}

describe('a learning point', () => {
  it('is drafted from a session by those who were there alone', async () => {
    const { world, session, draft, amina, form } = await withDraft()
    expect((await amina.get(session)).linkTo('Draft a learning point')).toBe(draft)
    for (const who of [world.grace, world.noor, world.dora]) {
      expect((await world.visit(who).get(draft)).status).toBe(404)
      expect((await world.visit(who).post(draft, form)).status).toBe(404)
    }
    expect((await amina.post(draft, {})).errors).toHaveLength(4)
    expect((await amina.post(draft, { ...form, reader: world.otto })).location).toBeDefined()
    expect((await amina.post(draft, { ...form, reader: world.ben })).errors[0]).toContain('who was not there')
    const named = await amina.post(draft, { ...form, words: 'She was born on 3 May 2019' })
    expect(named.errors[0]).toContain('This may identify somebody')
  })

  it('asks everybody whose it is, and is known to nobody else until they agree', async () => {
    const { world, at, ben, of } = await drafted()
    const needs = await world.inside(world.ben, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('May this be shared as a learning point?')
    for (const who of [world.noor, world.otto, world.grace]) expect((await world.visit(who).get(at)).status).toBe(404)
    expect((await world.visit(world.noor).post(`${at}/reading-over`, of)).status).toBe(404)
    expect((await ben.get(at)).buttons).toContain('I agree that exactly this is sent')
    expect((await ben.post(`${at}/answer`, { 'text-hash': 'x', agrees: 'yes' })).status).toBe(409)
    expect((await ben.post(`${at}/answer`, { ...of, agrees: 'yes' })).status).toBe(303)
    expect((await world.visit(world.noor).get(at)).text).toContain(text.words)
    expect((await world.visit(world.otto).get(at)).status).toBe(404)
  })

  it('is not sent when one says no, and asks everybody again with other words', async () => {
    const { amina, ben, at, of, form } = await drafted()
    expect((await ben.post(`${at}/answer`, { ...of, agrees: 'no' })).status).toBe(303)
    const page = await amina.get(at)
    expect(page.text).toContain('Not everybody agrees')
    expect((await ben.get(`${at}/text`)).status).toBe(404)
    const other = { ...form, words: 'Visit a second time', _version: '1' }
    expect((await amina.post(`${at}/text`, other)).location).toBe(at)
    expect((await amina.post(`${at}/text`, other)).errors[0]).toContain('somewhere else meanwhile')
    expect((await ben.post(`${at}/answer`, { ...of, agrees: 'yes' })).text).toContain('changed meanwhile')
    expect((await ben.get(at)).text).toContain('Visit a second time')
    expect((await ben.post(`${at}/withdrawal`)).status).toBe(303)
    expect((await ben.post(`${at}/withdrawal`)).status).toBe(409)
  })

  it('comes back from the second reader with a reason', async () => {
    const { world, at, of, ben, amina } = await drafted()
    await ben.post(`${at}/answer`, { ...of, agrees: 'yes' })
    const noor = world.visit(world.noor)
    expect((await noor.get(at)).buttons).toContain('Nobody can be known by it')
    expect((await noor.post(`${at}/reading-over`, { ...of, back: 'known' })).location).toBe('/learning-points')
    expect((await amina.get(at)).text).toContain('somebody could be known by it')
    expect((await noor.get(at)).status).toBe(404)
  })

  it('is approved by somebody else, sent, read by all and found again by subject', async () => {
    const { world, at, page } = await sent()
    expect(page).toContain('/learning-points/sent/')
    const dora = world.visit(world.dora)
    expect((await dora.get('/learning-points?subject=neglect&words=visit')).linkTo(text.title)).toBe(page)
    expect((await dora.get('/learning-points?subject=recording')).text).toContain('Nothing was found')
    const needs = await world.inside(world.dora, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Something to learn from')
    const shown = await dora.get(page)
    expect(shown.text).toContain(text.words)
    for (const name of ['Amina', 'Ben']) expect(shown.text).not.toContain(name)
    expect((await dora.postAndFollow(`${page}/reading`)).text).toContain('You have read it')
    expect((await world.visit(world.otto).get(at)).status).toBe(404)
  })

  it('shows managers who of theirs has read it, and nobody else', async () => {
    const { world, page } = await sent()
    await world.visit(world.dora).post(`${page}/reading`)
    const grace = await world.visit(world.grace).get(`${page}/readers`)
    expect(grace.text).toContain('1 of 3 of your people')
    expect(grace.text).toContain('Femi Ade')
    expect(grace.text).not.toContain('Dora Evans')
    expect((await world.visit(world.grace).get(`${page}/readers/figures`)).source).toContain(
      'Dora Evans,Riverside team,yes',
    )
    expect((await world.visit(world.dora).get(`${page}/readers`)).status).toBe(404)
  })

  it('loses its words when it is withdrawn', async () => {
    const { world, ben, page } = await sent()
    expect((await world.visit(world.dora).post(`${page}/withdrawal`)).status).toBe(404)
    expect((await ben.post(`${page}/withdrawal`)).status).toBe(303)
    expect((await world.visit(world.dora).get(page)).text).not.toContain(text.words)
    expect((await world.visit(world.otto).post(`${page}/withdrawal`)).status).toBe(409)
  })
})
