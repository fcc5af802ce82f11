import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { asService } from '../../platform/composition.ts'
import { day } from '../../platform/time/day.ts'
import { addPerson } from '../people/index.ts'
import { approveVersion, draftVersion } from '../policy/index.ts'

const database = await testDatabase()
const { service, trust, setClock } = await supervisionWorld(database)

const pageAt = async (one: Trust, when: string) => {
  setClock(when)
  return one.visit(one.ben).get('/advice')
}

describe('the advice desk of the shipped policy', async () => {
  const one = await trust()

  it.each([
    ['2026-11-20T16:19:00Z', 'Open now, until 4:20pm', 'It closes in 1 minute'],
    ['2026-11-20T16:21:00Z', 'Closed now', 'It opens again on Monday 23 November 2026 at 9am'],
    ['2026-12-25T11:00:00Z', 'Closed today: Christmas Day', 'It opens again on Tuesday 29 December 2026 at 9am'],
    ['2026-10-25T00:30:00Z', 'Closed now', 'It opens again tomorrow, Monday 26 October 2026, at 9am'],
    ['2026-10-25T01:30:00Z', 'Closed now', 'It opens again tomorrow, Monday 26 October 2026, at 9am'],
    ['2027-03-28T00:59:00Z', 'Closed now', 'It opens again on Tuesday 30 March 2027 at 9am'],
  ])('at %s says: %s', async (when, heading, words) => {
    const page = await pageAt(one, when)
    expect(page.heading).toBe('Advice')
    expect(page.headings).toContain(heading)
    expect(page.text).toContain(words)
  })

  it('while open has a number to press, before anything else', async () => {
    const page = await pageAt(one, '2026-11-20T10:00:00Z')
    expect(page.links[0]).toEqual({ text: 'Call 0300 323 0035', href: 'tel:03003230035' })
    expect(page.text).toContain('On duty: Administrators of the single point of access')
  })

  it('while closed says first what to do when it cannot wait, then who stands in', async () => {
    const page = await pageAt(one, '2026-11-20T18:00:00Z')
    expect(page.headings.slice(1, 3)).toEqual(['Closed now', 'Important: Urgent'])
    const [urgent, manager] = ['emergency duty team or the police', 'on-call manager'].map((words) =>
      page.text.indexOf(words),
    )
    expect(urgent).toBeGreaterThan(0)
    expect(manager).toBeGreaterThan(urgent ?? 0)
  })

  it('is in everybody’s menu', async () => {
    expect((await one.visit(one.otto).get('/')).linkTo('Advice')).toBe('/advice')
  })
})

describe('a desk with hours of its own', async () => {
  const one = await trust()
  const text = readFileSync('policy-packs/safeguarding.yaml', 'utf8')
    .replace(
      '    weekends: closed',
      '    weekends: closed\n    friday: { from: 09:00, to: 15:00, people: [Catriona Reid] }',
    )
    .replace(
      '  otherwise:',
      '  closedDays: [{ day: 2026-11-27, why: Training day }]\n  otherwise:\n    - { key: standby, when: after midnight, turnTo: The night standby, contact: { phone: 01632 960999 } }',
    )
  await one.inside(one.noor, async (work) => {
    const draft = await draftVersion(work, text)
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const done = await approveVersion(work, draft.id, { revision: 1, from: day('2026-11-20'), anyApprovers: true })
    if (!done.ok) throw new Error(done.reason)
  })

  it('closes earlier on Fridays, and names who is on duty that day', async () => {
    expect((await pageAt(one, '2026-11-20T14:59:59Z')).text).toContain('On duty: Catriona Reid')
    expect((await pageAt(one, '2026-11-20T15:00:00Z')).headings).toContain('Closed now')
  })

  it('has a standby after midnight', async () => {
    expect((await pageAt(one, '2026-11-20T23:59:00Z')).text).not.toContain('night standby')
    const night = await pageAt(one, '2026-11-21T00:00:00Z')
    expect(night.text).toContain('night standby')
    expect(night.linkTo('01632 960999')).toBe('tel:01632960999')
  })

  it('has closed days of its own', async () => {
    expect((await pageAt(one, '2026-11-27T10:00:00Z')).headings).toContain('Closed today: Training day')
  })
})

describe('without a desk in the policy', () => {
  it('says so, and what to do', async () => {
    const organisation = await newOrganisation(database)
    const person = await asService(service.composition, { organisation }, (work) =>
      addPerson(work, { name: 'Ben Carter', staffNumber: null, email: null }),
    )
    if (!person.ok) throw new Error(person.reason)
    const page = await service.visitor(organisation, person.value).get('/advice')
    expect(page.headings).toContain('Your policy names no advice desk')
    expect(page.linkTo('Call 999')).toBe('tel:999')
  })
})
