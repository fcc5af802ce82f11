import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld } from '../../../../test/worlds/learning-held.ts'

const database = await testDatabase()
const { withMeetings } = await learningHeldWorld(database)
const text = 'We suggest that the duty rota is planned a month ahead'

async function proposed() {
  const here = await withMeetings()
  const { world, address: set } = here
  const ben = world.visit(world.ben)
  const posted = await ben.post(`${set}/announcements`, { text, people: [world.noor] })
  return { ...here, set, ben, at: posted.location ?? '' }
}

type Here = Awaited<ReturnType<typeof proposed>>

async function agrees(
  { world, at }: Here,
  who: 'amina' | 'dora' | 'femi' | 'ben',
  button = 'I agree that it may be told',
) {
  const visitor = world.visit(world[who])
  const page = await visitor.get(at)
  expect(page.buttons).toContain(button)
  const form = page.formTo(`${at}/agreement`)
  return visitor.post(`${at}/agreement`, form)
}

describe('a change that others need to know', () => {
  it('is proposed by anybody in the set, and asks everybody else', async () => {
    const { world, set, at } = await proposed()
    expect((await world.visit(world.dora).get(at)).text).toContain(text)
    const needs = await world.inside(world.dora, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('May this be told outside your set?')
    expect((await world.visit(world.femi).get(`${set}/announcements`)).text).toContain('Asked')
    for (const who of [world.noor, world.grace, world.otto]) {
      expect((await world.visit(who).get(at)).status).toBe(404)
      expect((await world.visit(who).get(`${set}/announcements`)).status).toBe(404)
    }
  })

  it('is told only once everybody agrees to exactly its text', async () => {
    const here = await proposed()
    const { world, ben, at } = here
    const hash = (await ben.get(at)).formTo(`${at}/agreement`)['text-hash'] ?? ''
    expect((await ben.post(`${at}/telling`, { 'text-hash': hash })).text).toContain('have not agreed to this text yet')
    for (const who of ['amina', 'dora', 'femi'] as const) expect((await agrees(here, who)).status).toBe(303)
    expect((await world.visit(world.dora).post(`${at}/telling`, { 'text-hash': hash })).status).toBe(404)
    expect((await ben.post(`${at}/telling`, { 'text-hash': hash })).status).toBe(303)
    const noor = world.visit(world.noor)
    expect((await noor.get(at)).text).toContain(text)
    const told = await world.inside(world.noor, async (work) => (await work.needs()).map((need) => need.title))
    expect(told).toContain('A learning set has told you something')
    expect((await noor.postAndFollow(`${at}/reading`)).text).toContain('You have said that you read it')
    expect((await ben.post(`${at}/withdrawal`)).status).toBe(409)
    expect((await world.visit(world.grace).get(at)).status).toBe(404)
  })

  it('starts again with another text or somebody else to tell', async () => {
    const here = await proposed()
    const { world, ben, at } = here
    await agrees(here, 'dora')
    const old = (await ben.get(at)).formTo(`${at}/agreement`)['text-hash'] ?? ''
    const more = { text, people: [world.noor, world.otto], _version: '1' }
    expect((await ben.post(`${at}/text`, more)).status).toBe(303)
    expect((await ben.post(`${at}/text`, more)).status).toBe(422)
    const late = await world.visit(world.femi).post(`${at}/agreement`, { 'text-hash': old, agrees: 'yes' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('The text was changed meanwhile')
    expect((await world.visit(world.dora).get(at)).buttons).toContain('I agree that it may be told')
    expect((await world.visit(world.dora).get(`${at}/text`)).status).toBe(404)
  })

  it('waits for whoever joins before it is told, who reads it once it is saved again', async () => {
    const here = await proposed()
    const { world, set, ben, at } = here
    for (const who of ['amina', 'dora', 'femi'] as const) await agrees(here, who)
    await world.visit(world.amina).post(`${set}/members`, { people: world.otto, as: 'member', from: '2026-11-20' })
    const hash = (await ben.get(at)).formTo(`${at}/agreement`)['text-hash'] ?? ''
    expect((await ben.post(`${at}/telling`, { 'text-hash': hash })).status).toBe(409)
    const otto = world.visit(world.otto)
    expect((await otto.get(at)).text).toContain('You joined the set after this was written')
    await ben.post(`${at}/text`, { text, people: [world.noor], _version: '1' })
    expect((await otto.get(at)).text).toContain(text)
    await otto.post(`${at}/agreement`, { 'text-hash': hash, agrees: 'yes' })
    expect((await ben.post(`${at}/telling`, { 'text-hash': hash })).status).toBe(303)
  })

  it('is taken on by those who lead the set when whoever proposed it has left, and read by those who came since', async () => {
    const here = await proposed()
    const { world, set, at } = here
    const amina = world.visit(world.amina)
    expect((await amina.get(`${at}/text`)).status).toBe(404)
    await database.owner.query(
      `update learning_set_membership set until_day = '2026-11-20', ended_by = person, ended_at = added_at
        where person = $1`,
      [world.ben],
    )
    await amina.post(`${set}/members`, { people: world.otto, as: 'member', from: '2026-11-20' })
    expect((await world.visit(world.otto).get(at)).text).toContain('Ask whoever leads the set to save it again')
    expect((await world.visit(world.dora).get(`${at}/text`)).status).toBe(404)
    const page = await amina.get(`${at}/text`)
    expect(page.fieldValue('What is to be told')).toBe(text)
    const other = `${text}, from May on`
    expect((await amina.post(`${at}/text`, { ...page.formTo(`${at}/text`), text: other })).status).toBe(303)
    for (const who of [world.otto, world.dora]) expect((await world.visit(who).get(at)).text).toContain(other)
    expect((await world.visit(world.ben).get(at)).status).toBe(404)
  })

  it('is not told when one no longer agrees, or it is withdrawn', async () => {
    const here = await proposed()
    const { ben, at } = here
    for (const who of ['amina', 'dora', 'femi'] as const) await agrees(here, who)
    await agrees(here, 'femi', 'I no longer agree')
    const page = await ben.get(at)
    expect(page.text).toContain('Still to agree to exactly this text: Femi')
    expect(page.buttons).not.toContain('Tell it now')
    expect((await ben.post(`${at}/withdrawal`)).status).toBe(303)
    expect((await ben.get(at)).text).toContain('It was withdrawn and is not told')
  })

  it('has words pointed out that may tell who it is about, and keeps for the set alone why they may stand', async () => {
    const here = await proposed()
    const { world, set, ben } = here
    const told = { text: 'Mrs Sarah Jones is to hold the duty phone', people: [world.noor] }
    const asked = await ben.post(`${set}/announcements`, told)
    expect(asked.status).toBe(422)
    expect(asked.errors.join()).toContain('This may identify somebody: “Mrs Sarah Jones” (name)')
    expect(asked.fieldValue('What is to be told')).toBe(told.text)
    const because = { identifiesNobody: 'That is what the phone is called' }
    const posted = await ben.post(`${set}/announcements`, {
      ...asked.formTo(`${set}/announcements`),
      ...told,
      ...because,
    })
    const at = posted.location ?? ''
    expect((await world.visit(world.dora).get(at)).text).toContain(because.identifiesNobody)
    expect((await ben.get(`${at}/text`)).fieldValue('It identifies nobody because')).toBe(because.identifiesNobody)
    for (const who of ['amina', 'dora', 'femi'] as const) await agrees({ ...here, at }, who)
    await ben.post(`${at}/telling`, (await ben.get(at)).formTo(`${at}/telling`))
    const page = await world.visit(world.noor).get(at)
    expect(page.text).toContain(told.text)
    expect(page.text).not.toContain(because.identifiesNobody)
  })

  it('says beside the field what is missing, and loses nothing that was typed', async () => {
    const { world, set, ben } = await proposed()
    const found = await ben.post(`${set}/announcements`, { text, 'people-search': 'Noor', _find: 'people' })
    expect(found.fieldValue('What is to be told')).toBe(text)
    expect(found.text).toContain('Noor')
    const none = await ben.post(`${set}/announcements`, { text })
    expect(none.status).toBe(422)
    expect(none.fieldValue('What is to be told')).toBe(text)
    const own = await ben.post(`${set}/announcements`, { text, people: [world.dora] })
    expect(own.errors.join()).toContain('Somebody of the set is among them')
    const long = await ben.post(`${set}/announcements`, { text: 'x'.repeat(2001), people: [world.noor] })
    expect(long.errors.join()).toContain('2,000 characters or fewer')
  })
})
