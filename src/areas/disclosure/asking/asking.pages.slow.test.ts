// What somebody might try with the glass: to be two people, to come by a role today, to guess, to replay, to stay longer.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { agree, ask, asked, opened, openingWorld, words } from '../../../../test/worlds/opening.ts'
import { newId } from '../../../platform/ids.ts'
import { grantRole } from '../../people/index.ts'

const database = await testDatabase()
const { world, colleague, at } = await openingWorld(database)
type World = Awaited<ReturnType<typeof world>>
const refusal = async (one: World, second: World['sana'], href: string) =>
  (await one.visit(second).post(`${href}/answer`, agree)).errors.join(' ')

describe('the second person', () => {
  it('is not the asker', async () => {
    const one = await world()
    const href = await asked(one)
    expect((await one.visit(one.sana).post(`${href}/answer`, agree)).status).toBe(404)
  })

  it('is not the same human being with another entry in the register', async () => {
    const one = await world()
    const twin = await colleague(one, 'sana  MALIK', { role: 'named professional' })
    const href = await asked(one)
    expect((await one.visit(twin).post(`${href}/answer`, agree)).status).toBe(404)
    expect((await one.visit(twin).get(href)).status).toBe(404)
  })

  it('is not somebody with the same e-mail under another name', async () => {
    const one = await world()
    const other = await colleague(one, 'Ana Reis', { role: 'safeguarding advisor', email: 'a.reis@trust.example' })
    const twin = await colleague(one, 'A Reis-Costa', { role: 'senior advisor', email: 'a.reis+two@trust.example' })
    const request = await one.visit(other).post(`/glass/records/${one.record}/request`, ask)
    expect((await one.visit(twin).post(`${request.location}/answer`, agree)).status).toBe(404)
  })

  it('has not come by the role today, whatever day it was dated back to', async () => {
    const one = await world()
    const today = await colleague(one, 'New Today', { role: 'named professional', granted: 0 })
    const back = await colleague(one, 'Dated Back', { role: 'named professional', granted: 0, from: 300 })
    const href = await asked(one)
    for (const second of [today, back]) {
      expect((await one.visit(second).post(`${href}/answer`, agree)).status).toBe(404)
      const request = await one.visit(second).post(`/glass/records/${one.record}/request`, ask)
      expect(request.status).toBe(403)
      expect(request.text).toContain('held since before today')
    }
  })

  it('is not a line manager of the asker, nor their line report', async () => {
    const one = await world()
    const boss = await colleague(one, 'Boss Above', { role: 'named professional' })
    const asker = await colleague(one, 'In Between', { role: 'safeguarding advisor', manager: boss })
    const below = await colleague(one, 'Down Below', { role: 'safeguarding advisor', manager: asker })
    const request = await one.visit(asker).post(`/glass/records/${one.record}/request`, ask)
    for (const second of [boss, below])
      expect((await one.visit(second).post(`${request.location}/answer`, agree)).status).toBe(404)
    expect((await one.visit(one.marek).post(`${request.location}/answer`, agree)).location).toBe(request.location)
  })

  it('who becomes a line manager after the request was made is told why they cannot decide', async () => {
    const one = await world()
    const href = await asked(one)
    await database.owner.query('update post set manager = $1 where organisation = $2 and person = $3', [
      one.marek,
      one.organisation,
      one.ben,
    ])
    expect((await one.visit(one.marek).get(href)).text).toContain(
      'You are the line manager of somebody in this session',
    )
    expect(await refusal(one, one.marek, href)).toContain('line manager')
  })

  it('whose role has ended decides nothing any more', async () => {
    const one = await world()
    const href = await asked(one)
    await database.owner.query('update role_grant set to_day = from_day where organisation = $1 and person = $2', [
      one.organisation,
      one.marek,
    ])
    expect((await one.visit(one.marek).post(`${href}/answer`, agree)).status).toBe(404)
  })

  it('is not somebody to whom the asker granted the role', async () => {
    const one = await world()
    const friend = await colleague(one, 'A Friend', { role: null })
    const boss = await colleague(one, 'Both Hats', { role: 'administrator' })
    await colleague(one, 'Both Hats', { role: 'safeguarding advisor', person: boss })
    at(-5 * 24 * 60)
    await one.inside(boss, (work) =>
      grantRole(work, { person: friend, role: 'named professional', from: work.today, to: null, reason: 'Mine' }),
    )
    at(0)
    const request = await one.visit(boss).post(`/glass/records/${one.record}/request`, ask)
    expect((await one.visit(friend).post(`${request.location}/answer`, agree)).status).toBe(404)
  })
})

describe('whoever asks', () => {
  it('is not a line manager of anybody in the session, and is told why in plain words', async () => {
    const one = await world()
    await colleague(one, 'Grace', { role: 'safeguarding advisor', person: one.grace })
    const page = await one.visit(one.grace).get(`/glass/records/${one.record}`)
    expect(page.status).toBe(403)
    expect(page.text).toContain('Line managers see that supervision happened, never what was said')
    expect((await one.visit(one.grace).post(`/glass/records/${one.record}/request`, ask)).status).toBe(403)
  })

  it('did not grant the role to themselves', async () => {
    const one = await world()
    await database.owner.query(
      'update role_grant set granted_to_self = true, granted_by = person where organisation = $1 and person = $2',
      [one.organisation, one.sana],
    )
    expect((await one.visit(one.sana).post(`/glass/records/${one.record}/request`, ask)).status).toBe(403)
  })

  it('cannot open a draft, feedback or anything by a guessed id', async () => {
    const one = await world()
    const found = await database.owner.query(
      "insert into session_record (organisation, id, session, kind, writer, version, saved_at) values ($1, $2, $3, 'feedback', $4, 1, now()) returning id",
      [one.organisation, newId(), one.session, one.ben],
    )
    for (const id of [found.rows[0].id, one.session, one.caseId, newId()])
      expect((await one.visit(one.sana).post(`/glass/records/${id}/request`, ask)).status).toBe(404)
  })
})

describe('replays and guesses', () => {
  it('act once: the same form again is answered as before, and another key is refused', async () => {
    const one = await world()
    const href = await asked(one)
    const _key = newId()
    const marek = one.visit(one.marek)
    for (const _ of [1, 2]) expect((await marek.post(`${href}/answer`, { ...agree, _key })).location).toBe(href)
    expect((await marek.post(`${href}/answer`, agree)).status).toBe(422)
    const again = newId()
    for (const _ of [1, 2]) await one.visit(one.sana).post(`${href}/opening`, { _key: again })
    const openings = await database.owner.query('select from glass_opening where organisation = $1', [one.organisation])
    expect(openings.rowCount).toBe(1)
  })

  it('of ids find nothing, for anybody, in the same words', async () => {
    const one = await world()
    const href = await opened(one)
    for (const deed of ['answer', 'opening', 'telling', 'review'])
      for (const path of [`/glass/${newId()}`, '/glass/x', href])
        expect((await one.visit(one.otto).post(`${path}/${deed}`, agree)).status).toBe(404)
    const [there, nowhere] = [await one.visit(one.otto).get(href), await one.visit(one.otto).get(`/glass/${newId()}`)]
    expect(there.text).toBe(nowhere.text)
  })

  it('of the reading page after the hour, or with the clock set back before it, show no word', async () => {
    const one = await world()
    const href = await opened(one)
    await database.owner.query(
      "update sealed_reader set until = now() - interval '1 second' where because = 'broke the glass' and about = $1",
      [one.record],
    )
    const back = await one.visit(one.sana).get(`${href}/record`)
    expect(back.status).toBe(403)
    expect(back.source).not.toContain(words)
    at(61)
    for (const path of [`${href}/record`, href, '/glass', `/glass/records/${one.record}`])
      expect((await one.visit(one.sana).get(path)).source).not.toContain(words)
  })

  it('a second time need a second agreement', async () => {
    const one = await world()
    await opened(one)
    at(90)
    const href = await asked(one)
    expect((await one.visit(one.sana).post(`${href}/opening`)).status).toBe(409)
  })
})
