import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../test/composition.ts'
import { testService } from '../../../test/service.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { sql } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { agreeAction } from './action.changes.ts'
import { actionsArea } from './area.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [actionsArea] })
const secret = 'Ring the school nurse about attendance'

async function agreed(text = secret, due = '2026-11-30') {
  const organisation = await newOrganisation(database)
  const [amina, ben, manager] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]
  const made = await as(service.composition, organisation, amina, (work) =>
    agreeAction(work, {
      owner: ben,
      text,
      due: day(due),
      from: { kind: 'session', id: newId() },
      readers: [amina, ben],
    }),
  )
  if (!made.ok) throw new Error(made.reason)
  const visitor = (person: typeof ben) => service.visitor(organisation, person)
  return {
    organisation,
    id: made.value,
    ben: visitor(ben),
    amina: visitor(amina),
    manager: visitor(manager),
    benId: ben,
  }
}
const report = { _version: '1', outcome: 'done', note: '' }

describe('my actions', () => {
  it('show the owner what was agreed, and when it is due', async () => {
    const { ben, id } = await agreed()
    const page = await ben.get('/actions')
    expect(page.heading).toBe('My actions')
    expect(page.text).toContain(secret)
    expect(page.text).toContain('Due 30 November 2026')
    expect(page.linkTo('Report on the action')).toBe(`/actions/${id}`)
    expect(page.title).not.toContain('school')
  })

  it('teach somebody who has none', async () => {
    const { manager } = await agreed()
    expect((await manager.get('/actions')).text).toContain('No open actions')
  })
})

describe('one action', () => {
  it('points out identifying text in a report, and keeps it once it is said why it may stand', async () => {
    const { id, ben } = await agreed()
    const typed = { _version: '1', outcome: 'part done', note: 'Spoke with Sarah Jones', newDue: '2026-12-01' }
    const asked = await ben.post(`/actions/${id}/report`, typed)
    expect(asked.errors).toEqual([expect.stringContaining('“Sarah Jones” (name)')])
    expect(asked.source).toContain('Spoke with Sarah Jones')
    const form = { ...asked.formTo(`/actions/${id}/report`), outcome: 'part done' }
    const answer = await ben.post(`/actions/${id}/report`, { ...form, identifiesNobody: 'The name of the helpline' })
    expect(answer.location).toBe('/actions')
  })

  it('leaves a line for each time it was shown, also when a report is sent back with faults', async () => {
    const { id, amina, organisation } = await agreed()
    const opened = async () =>
      (
        await database.owner.query(
          "select 1 from trail_event where organisation = $1 and about = $2 and deed = 'opened'",
          [organisation, id],
        )
      ).rowCount
    const answer = await amina.post(`/actions/${id}/report`, { _version: '1' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(secret)
    expect(await opened()).toBe(1)
  })

  it('is not there for anybody but its owner and whoever agreed it', async () => {
    const { id, amina, manager, organisation } = await agreed()
    expect((await amina.get(`/actions/${id}`)).text).toContain(secret)
    expect((await manager.get(`/actions/${id}`)).status).toBe(404)
    expect((await manager.post(`/actions/${id}/report`, report)).status).toBe(404)
    const neighbour = service.visitor(await newOrganisation(database, 'Next door'), newId())
    expect((await neighbour.get(`/actions/${id}`)).status).toBe(404)
    expect(organisation).toBeTruthy()
  })

  it('is reported done, and then stands among the finished', async () => {
    const { ben, id } = await agreed()
    const page = await ben.postAndFollow(`/actions/${id}/report`, report)
    expect(page.headings).toContain('Finished')
    expect((await ben.get(`/actions/${id}`)).text).toContain('Done, 20 November 2026')
  })

  it('is carried on when part done, with what is left for both to read', async () => {
    const { ben, amina, id } = await agreed()
    const partly = { ...report, outcome: 'part done', note: 'The visit is left', newDue: '2026-12-15' }
    await ben.post(`/actions/${id}/report`, partly)
    const page = await amina.get(`/actions/${id}`)
    expect(page.text).toContain('Due 15 December 2026')
    expect(page.text).toContain('The visit is left')
  })

  it('becomes another when it is changed', async () => {
    const { ben, id } = await agreed()
    const changed = { ...report, outcome: 'changed', note: 'Write instead', newDue: '2026-12-10' }
    const page = await ben.postAndFollow(`/actions/${id}/report`, changed)
    expect(page.text).toContain('Write instead')
    expect(page.text).toContain('Due 10 December 2026')
  })

  it('comes back with what was typed when something is missing', async () => {
    const { ben, id } = await agreed()
    const answer = (form: Record<string, string>) => ben.post(`/actions/${id}/report`, { _version: '1', ...form })
    const none = await answer({ note: 'kept words' })
    expect(none.status).toBe(422)
    expect(none.errors).toEqual(['Select what came of it'])
    expect(none.source).toContain('kept words')
    expect((await answer({ outcome: 'part done' })).errors).toEqual(['Say what is left to do'])
    expect((await answer({ outcome: 'not done', note: 'No time' })).errors).toEqual(['Enter the new day to do it by'])
    const odd = await answer({
      outcome: 'part done',
      note: 'x',
      'newDue-day': '31',
      'newDue-month': '2',
      'newDue-year': '2027',
    })
    expect(odd.errors).toEqual(['New day to do it by must be a real date'])
    const past = await answer({ outcome: 'part done', note: 'x', newDue: '2026-11-19' })
    expect(past.errors).toEqual(['New day to do it by must be today or in the future'])
    const long = await answer({ outcome: 'not done', note: 'x'.repeat(1_000_000), letGo: 'yes' })
    expect([422, 413]).toContain(long.status)
    expect((await answer({ outcome: 'eaten' })).errors).toEqual(['What came of it? must be one of the choices shown'])
  })

  it('refuses a report from a page that is out of date, and keeps its words', async () => {
    const { ben, amina, id } = await agreed()
    const later = { ...report, outcome: 'part done', note: 'From my phone', newDue: '2026-12-15' }
    await amina.post(`/actions/${id}/report`, { ...later, note: 'First' })
    const stale = await ben.post(`/actions/${id}/report`, later)
    expect(stale.status).toBe(422)
    expect(stale.errors[0]).toContain('meanwhile')
    expect(stale.source).toContain('From my phone')
  })

  it('is reported once when the form is sent twice', async () => {
    const { ben, id, organisation, benId } = await agreed()
    const twice = { ...report, _key: newId() }
    await ben.post(`/actions/${id}/report`, twice)
    expect((await ben.post(`/actions/${id}/report`, twice)).location).toBe('/actions')
    const reports = await as(service.composition, organisation, benId, (work) =>
      sql`select from action_report`.execute(work.db),
    )
    expect(reports.rows).toHaveLength(1)
  })

  it('shows script and right-to-left words as they were written', async () => {
    const { ben } = await agreed('<script>alert(1)</script> مرحبا 😀')
    const page = await ben.get('/actions')
    expect(page.text).toContain('<script>alert(1)</script> مرحبا 😀')
    expect(page.source).not.toContain('<script>alert(1)')
  })
})

describe('home', () => {
  it('says how many actions wait and since when, never what they are', async () => {
    const { organisation, benId } = await agreed(secret, '2026-11-25')
    const needs = await as(service.composition, organisation, benId, (work) => work.needs())
    expect(needs).toMatchObject([
      { urgency: 'soon', title: 'Report on an action', reason: 'It is due 25 November 2026.' },
    ])
  })
})
