import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { testService } from '../../../test/service.ts'
import { asPerson, asService } from '../../platform/composition.ts'
import type { PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { askerFor, grantRole, insertRegistration } from '../people/index.ts'
import { makeSmallWorld } from '../people/people.examples.ts'
import { peopleArea } from '../people/area.ts'
import { approveVersion, draftVersion } from '../policy/index.ts'
import { assuranceArea } from './area.ts'
import { heldSessionRows } from './assurance.examples.ts'
import { refreshWaiting } from './figures/figures.changes.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [peopleArea, assuranceArea], identify: askerFor })
const { composition } = service
const pack = readFileSync('policy-packs/examples/small.yaml', 'utf8').replaceAll('health-visitors', 'health-visitor')
const organisation = await newOrganisation(database)
const people = await asService(composition, { organisation }, makeSmallWorld)

await asPerson(composition, { organisation, person: people.dilys }, async (work) => {
  const held = { registration: work.newId<'registration'>(), person: people.amina, kind: 'supervisor role' as const }
  await insertRegistration(work, { ...held, body: 'safeguarding-advisor', from: day('2020-01-01'), to: null })
  const draft = await draftVersion(work, pack)
  if (!draft.ok) throw new Error('The example pack has faults')
  const done = await approveVersion(work, draft.id, { revision: 1, from: day('2025-01-01'), anyApprovers: false })
  if (!done.ok) throw new Error(done.reason)
  const director = await grantRole(work, {
    person: people.ewan,
    role: 'director',
    from: work.today,
    to: null,
    reason: 'Director of safeguarding',
  })
  if (!director.ok) throw new Error(director.reason)
})
for (const [statement, values] of heldSessionRows(organisation, {
  day: day('2026-07-01'),
  supervisor: people.amina,
  people: [people.ben],
  type: 'case-work',
})) {
  await database.owner.query(statement, [...values])
}
while ((await asService(composition, { organisation }, refreshWaiting)) > 0);

const visit = (person: PersonId) => service.visitor(organisation, person)

describe('a line manager', () => {
  it('sees that Ben is overdue, since when, and why, and nothing of what was said', async () => {
    const team = await visit(people.grace).get('/team')
    expect(team.heading).toBe('Your team')
    expect(team.text).toContain('Ben Carter: overdue')
    expect(team.text).toContain('You see that supervision happened, never what was said.')
    const why = await visit(people.grace).get(team.linkTo('See why'))
    expect(why.text).toContain('Overdue')
    expect(why.text).toContain('1 July 2026')
    expect(why.text).toContain(
      'health visitors need case work supervision at least every 3 months; last held 1 July 2026',
    )
  })

  it('sees the same as at a past day as it stood then', async () => {
    const page = await visit(people.grace).get('/team?as-at=2026-08-01')
    expect(page.text).not.toContain('Ben Carter: overdue')
    expect(page.text).toContain('1 August 2026')
  })

  it('is told in words when the day is no day, and sees today', async () => {
    for (const bad of [
      'as-at=2026-02-30',
      'as-at-day=31&as-at-month=4&as-at-year=2026',
      'as-at=9999-01-01',
      "as-at=';drop table post",
      'as-at=%00',
      'as-at=2026-01-01&as-at=x',
    ]) {
      const page = await visit(people.grace).get(`/team?${bad}`)
      expect(page.status, bad).toBe(200)
    }
    expect((await visit(people.grace).get('/team?as-at=2026-02-30')).text).toContain('The day must be a real date')
  })

  it('opens each figure to the people behind it, and keeps the day', async () => {
    const team = await visit(people.grace).get('/team')
    const late = await visit(people.grace).get(team.linkTo('overdue in your team'))
    expect(late.headings).toContain('Everyone: overdue')
    expect(late.text).toContain('1 found, most pressing first')
    const why = await visit(people.grace).get(late.linkTo('why Ben Carter stands so'))
    expect(why.text).toContain('last held 1 July 2026')
    const none = await visit(people.grace).get('/team?state=overdue&as-at=2026-08-01')
    expect(none.text).toContain('Nobody stands so')
    expect(none.linkTo('See everyone')).toBe('/team?as-at=2026-08-01#everyone')
  })

  it('narrows the list by its address, and keeps what was typed', async () => {
    const page = await visit(people.grace).get('/team?name=carter&state=overdue&kind=case-work')
    expect(page.fieldValue('Name or team')).toBe('carter')
    expect(page.text).toContain('1 found')
    for (const odd of ['page=99', 'page=-1', 'page=x', 'state=%00', 'kind=%27', 'name=%25%3C', 'state=a&state=b'])
      expect((await visit(people.grace).get(`/team?${odd}`)).status, odd).toBe(200)
  })

  it('takes the figures along as a file that a spreadsheet reads as text', async () => {
    const file = await visit(people.grace).get('/team/figures')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.source).toContain('Ben Carter')
    expect(file.source).toContain('overdue')
  })
})

describe('the person', () => {
  it('is asked at home to find a date for what is overdue, with the reason', async () => {
    const needs = await asPerson(composition, { organisation, person: people.ben }, (work) => work.needs())
    expect(needs).toMatchObject([
      { urgency: 'now', title: 'Book your case work supervision', button: { label: 'Find a date' }, by: '2026-10-01' },
    ])
    expect(needs?.[0]?.reason).toContain('last held 1 July 2026')
  })
})

describe('who may see', () => {
  it('keeps the team page for those who manage or lead, and assurance for its readers', async () => {
    expect((await visit(people.ben).get('/team')).status).toBe(403)
    expect((await visit(people.ben).get('/assurance')).status).toBe(403)
    expect((await visit(people.dilys).get('/assurance')).status).toBe(403)
    expect((await visit(people.amina).get('/assurance')).status).toBe(200)
  })

  it('shows directors totals without a name, on pages and in files', async () => {
    const page = await visit(people.ewan).get(`/assurance/units/${people.riverside}`)
    expect(page.status).toBe(200)
    expect(page.source).not.toContain('Ben Carter')
    const file = await visit(people.ewan).get('/assurance/figures')
    expect(file.source).toContain('Riverside')
    expect(file.source).not.toContain('Ben Carter')
  })

  it('shows the safeguarding service people, each opening to reasons', async () => {
    const page = await visit(people.amina).get(`/assurance/units/${people.riverside}`)
    expect((await visit(people.amina).get(page.linkTo('Ben Carter'))).text).toContain('last held 1 July 2026')
  })

  it('opens the organisation’s figures to people for those who may see them, and to nobody else', async () => {
    const all = await visit(people.amina).get('/assurance')
    expect(all.text).toContain('Ben Carter')
    const late = await visit(people.amina).get(all.linkTo('overdue in the whole organisation'))
    expect(late.headings).toContain('Everyone: overdue')
    for (const path of ['/assurance', `/assurance/units/${people.riverside}`]) {
      const page = await visit(people.ewan).get(`${path}?state=overdue&name=carter`)
      expect(page.source, path).not.toContain('Ben Carter')
      expect(page.headings.join(' '), path).not.toContain('Everyone')
      expect(
        page.links.filter(({ href }) => href.includes('state=')),
        path,
      ).toEqual([])
    }
  })

  it('shows supervisors those they supervise, and nobody else’s', async () => {
    const page = await visit(people.amina).get('/supervision/supervisees')
    expect(page.heading).toBe('Those you supervise')
    expect(page.text).toContain('Ben Carter')
    expect((await visit(people.chloe).get('/supervision/supervisees')).text).toContain('You supervise nobody yet')
  })

  it('opens a person’s reasons to the person, and not to colleagues or strangers', async () => {
    const address = `/people/${people.ben}/obligations`
    expect((await visit(people.ben).get(address)).heading).toBe('How your supervision stands')
    const missing = await visit(people.chloe).get('/people/00000000-0000-4000-8000-000000000000/obligations')
    const hidden = await visit(people.chloe).get(address)
    expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    expect((await visit(people.ewan).get(address)).status).toBe(404)
  })

  it('shows nothing of it next door', async () => {
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = await asService(composition, { organisation: neighbour }, makeSmallWorld)
    const grace = service.visitor(neighbour, theirs.grace)
    expect((await grace.get(`/people/${people.ben}/obligations`)).status).toBe(404)
    expect((await service.visitor(neighbour, theirs.amina).get(`/assurance/units/${people.riverside}`)).status).toBe(
      404,
    )
  })
})
