import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { testService } from '../../../../test/service.ts'
import { asPerson, asService } from '../../../platform/composition.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { askerFor, insertRegistration, recordAbsence } from '../../people/index.ts'
import { makeSmallWorld } from '../../people/people.examples.ts'
import { peopleArea } from '../../people/area.ts'
import { approveVersion, bringInAcknowledgements, draftVersion } from '../../policy/index.ts'
import { assuranceArea } from '../area.ts'
import { heldSessionRows } from '../assurance.examples.ts'
import { refreshWaiting } from '../figures/figures.changes.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [peopleArea, assuranceArea], identify: askerFor })
const { composition } = service
const pack = readFileSync('policy-packs/examples/small.yaml', 'utf8').replaceAll('health-visitors', 'health-visitor')
const organisation = await newOrganisation(database)
const people = await asService(composition, { organisation }, makeSmallWorld)

const version = await asPerson(composition, { organisation, person: people.dilys }, async (work) => {
  const held = { registration: work.newId<'registration'>(), person: people.amina, kind: 'supervisor role' as const }
  await insertRegistration(work, { ...held, body: 'safeguarding-advisor', from: day('2020-01-01'), to: null })
  const draft = await draftVersion(work, pack)
  if (!draft.ok) throw new Error('The example pack has faults')
  const done = await approveVersion(work, draft.id, { revision: 1, from: day('2025-01-01'), anyApprovers: false })
  if (!done.ok) throw new Error(done.reason)
  return draft.id
})
if (!version) throw new Error('no version')
await asService(composition, { organisation }, async (work) => {
  await bringInAcknowledgements(work, [{ person: people.chloe, version, saidAt: work.moment }])
})
const rows = { day: day('2026-07-01'), supervisor: people.amina, people: [people.ben], type: 'case-work' }
for (const [statement, values] of heldSessionRows(organisation, rows))
  await database.owner.query(statement, [...values])
while ((await asService(composition, { organisation }, refreshWaiting)) > 0);

const visit = (person: PersonId) => service.visitor(organisation, person)

describe('my team', () => {
  it('says who needs the manager and why, with one button each, and how everyone stands', async () => {
    const page = await visit(people.grace).get('/my-team')
    expect(page.heading).toBe('My team')
    expect(page.text).toMatch(/2 people\. [12] needs? you\./)
    expect(page.headings.join()).toMatch(
      /Chloe Nguyen: no supervisor for case work supervision.*Ben Carter: overdue 7 weeks/,
    )
    expect(page.text).toContain('You see that supervision happened, never what was said.')
    expect(page.source).toContain(`/people/${people.ben}/obligations`)
    expect(page.linkTo('Find a supervisor')).toBe(`/people/${people.chloe}/supervisor?type=case-work`)
    expect(page.headings).toEqual(expect.arrayContaining(['Needs you', 'Everyone', 'Who has read the policy']))
    expect(page.text).toContain('Chloe Nguyen')
  })

  it('says who has not read the policy, and by when it is asked', async () => {
    const page = await visit(people.grace).get('/my-team')
    expect(page.text).toContain('1 of 2 have read it.')
    expect(page.text).toMatch(/Who has not yet \(1\).*Ben Carter, asked for by 18 December 2026/)
  })

  it('is a file with a line for everybody', async () => {
    const file = await visit(people.grace).get('/my-team/people')
    expect(file.source.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(file.source).toContain('Ben Carter')
    expect(file.headers['content-disposition']).toContain('my-team-2026-11-20.csv')
  })

  it('works with one person, and with nobody left', async () => {
    const page = await visit(people.amina).get('/my-team')
    expect(page.text).toMatch(/1 person\./)
    for (const odd of ['0', '-1', '2', 'x', '99999', "';--"])
      expect((await visit(people.amina).get(`/my-team?page=${encodeURIComponent(odd)}`)).text).toContain('Grace Okafor')
    expect((await visit(people.amina).get('/my-team/people')).source).toContain('Grace Okafor')
  })

  it('asks nothing of a manager about somebody who is away', async () => {
    await asPerson(composition, { organisation, person: people.grace }, async (work) => {
      const away = {
        person: people.ben,
        kind: 'sickness' as const,
        from: day('2026-11-16'),
        to: null,
        approvedBy: null,
      }
      const done = await recordAbsence(work, away)
      if (!done.ok) throw new Error(done.reason)
    })
    const page = await visit(people.grace).get('/my-team')
    expect(page.headings.join()).not.toContain('Ben Carter')
    expect(page.text).toMatch(/Ben Carter.*Away.*Not while away/)
  })

  it('is for line managers and team leads, of their own people alone', async () => {
    for (const path of ['/my-team', '/my-team/people']) {
      expect((await visit(people.ben).get(path)).status).toBe(403)
      expect((await visit(people.dilys).get(path)).status).toBe(403)
    }
    expect((await visit(people.grace).get('/my-team')).text).not.toContain('Ewan Fraser')
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = await asService(composition, { organisation: neighbour }, makeSmallWorld)
    const page = await service.visitor(neighbour, theirs.grace).get('/my-team')
    expect(page.text).not.toContain('have read it')
  })
})

describe('who has read the policy in the whole organisation', () => {
  it('is counted by unit for those who see totals, without names', async () => {
    const page = await visit(people.amina).get('/assurance/policy-readers')
    expect(page.heading).toBe('Who has read the policy')
    expect(page.text).toMatch(/Riverside teamHave read it 1Not yet 1Asked 2/)
    expect(page.text).toMatch(/EverybodyHave read it 1Not yet 4Asked 5/)
    expect(page.text).not.toContain('Chloe')
    expect((await visit(people.amina).get('/assurance')).linkTo('Who has read the policy')).toBe(
      '/assurance/policy-readers',
    )
  })

  it('is for nobody else', async () => {
    for (const who of [people.grace, people.ben, people.dilys])
      expect((await visit(who).get('/assurance/policy-readers')).status).toBe(403)
  })
})
