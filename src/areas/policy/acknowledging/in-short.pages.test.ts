import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addPerson, startPost } from '../../people/index.ts'
import { approveVersion, draftVersion, policyHistory } from '../version/version.changes.ts'

const database = await testDatabase()
const { bareTrust, setClock } = await supervisionWorld(database)
setClock()
const world = await bareTrust()
const { visit, ben, dora, noor, otto } = world
const text = readFileSync('policy-packs/safeguarding.yaml', 'utf8')
const title = 'Read the policy for supervision'

/** A health visitor who began on Monday, without supervision yet. */
async function newcomer() {
  return world.inside(noor, async (work) => {
    const added = await addPerson(work, { name: 'Imran Malik', email: null, staffNumber: null })
    if (!added.ok) throw new Error(added.reason)
    const post = { unit: world.team, staffGroup: 'health-visitor', profession: 'Health visitor', band: '6' } as const
    const facts = { ...post, trainingStage: null, hoursPerWeek: 37.5, kind: 'permanent', caseload: true } as const
    const begun = await startPost(work, added.value, {
      ...facts,
      manager: world.grace,
      from: day('2026-11-16'),
      to: null,
    })
    if (!begun.ok) throw new Error(begun.reason)
    return added.value
  })
}

async function approve(changed: string, from: string) {
  return world.inside(noor, async (work) => {
    const draft = await draftVersion(work, changed)
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const done = await approveVersion(work, draft.id, { revision: 1, from: day(from), anyApprovers: true })
    if (!done.ok) throw new Error(done.reason)
    return draft.id
  })
}

/** The safeguarding version that the trust began with. */
const inForce = () =>
  world.inside(noor, async (work) => {
    const found = (await policyHistory(work)).find((one) => one.pack.key === 'safeguarding')
    if (!found) throw new Error('no policy')
    return found.version.id
  })

describe('a new member of staff', () => {
  it('is shown the policy at induction, and says that they have read it, one version after the other', async () => {
    const imran = visit(await newcomer())
    const home = await imran.get('/')
    expect(home.headings.join()).toContain(`${title}, as part of your induction`)
    const path = home.linkTo('Read it')
    const page = await imran.get(path)
    expect(page.text).toMatch(/Welcome.*“Our policy” at the foot of every page/)
    expect(page.headings).toEqual(expect.arrayContaining(['What it asks of you', 'Where to turn']))
    expect(page.linkTo('0300 323 0035')).toBe('tel:03003230035')
    expect(page.text).toMatch(/in short, about \d minutes?; 2 to read/)
    expect(page.buttons).toEqual(expect.arrayContaining(['I have read it']))
    const deed = path.replace('/in-short', '/acknowledgement')
    const next = await imran.post(deed)
    expect(next.location).toMatch(/\/in-short$/)
    const last = await imran.post(String(next.location).replace('/in-short', '/acknowledgement'))
    expect(last.location).toBe('/policy')
    expect((await imran.get('/')).headings.join()).not.toContain(title)
    expect((await imran.post(deed)).status).toBe(303)
    expect((await imran.get(path)).text).toContain('You said on 20 November 2026 that you have read this version')
    expect((await imran.get('/policy')).text).toContain('You said on 20 November 2026 that you have read it')
  })

  it('is told on the page of the policy that they have not confirmed yet', async () => {
    const page = await visit(dora).get('/policy')
    expect(page.text).toContain('You have not confirmed yet that you read it')
    expect((await visit(dora).get(page.linkTo('Read it in short, and confirm'))).text).not.toContain('Welcome')
  })

  it('may read it in easy words', async () => {
    const page = await visit(dora).get((await visit(dora).get('/')).linkTo('Read it'))
    expect((await visit(dora).get(page.linkTo('easy-read'))).text).toContain('Show the usual words')
  })
})

describe('a new version', () => {
  it('asks again with what changed, and the one before can no longer be confirmed', async () => {
    const held = `/policy/versions/${await inForce()}/in-short`
    const deed = held.replace('/in-short', '/acknowledgement')
    const next = String((await visit(otto).post(deed)).location)
    await visit(otto).post(next.replace('/in-short', '/acknowledgement'))
    const fresh = await approve(
      text.replace('version: "1"', 'version: "2"').replace('lead: 4 weeks', 'lead: 6 weeks'),
      '2026-11-20',
    )
    const page = await visit(otto).get(`/policy/versions/${fresh}/in-short`)
    expect((await visit(otto).get('/')).headings.join()).toContain('Read what is new in the policy')
    expect(page.headings).toContain('What is new')
    expect(page.text).toContain('You read the version before on 20 November 2026')
    expect(page.text).toContain('What it asks of you has not changed')
    expect(page.text).toMatch(/Due soon, how long before.*4 weeks.*6 weeks/)
    const over = await visit(otto).get(held)
    expect(over.text).toContain('no longer in force')
    expect((await visit(ben).post(deed)).status).toBe(409)
  })

  it('is not there before it holds, nor as a draft, nor for the neighbour', async () => {
    const coming = await approve(text.replace('version: "1"', 'version: "3"'), '2026-12-01')
    expect((await visit(otto).get(`/policy/versions/${coming}/in-short`)).status).toBe(404)
    expect((await visit(otto).post(`/policy/versions/${coming}/acknowledgement`)).status).toBe(404)
    expect((await visit(otto).get(`/policy/versions/${newId()}/in-short`)).status).toBe(404)
    const neighbour = await bareTrust()
    const ours = (await visit(dora).get('/')).linkTo('Read it')
    expect((await neighbour.visit(neighbour.dora).get(ours)).status).toBe(404)
  })
})

describe('a review that has passed', () => {
  it('is told to whoever looks after the policy, and to nobody else at home', async () => {
    const home = await visit(noor).get('/')
    expect(home.headings.join()).toContain('The review of “Safeguarding supervision” has lapsed')
    expect(home.text).toContain('It should have been reviewed by 31 January 2022')
    expect((await visit(noor).get(home.linkTo('Look at the policy'))).status).toBe(200)
    expect((await visit(dora).get('/')).text).not.toContain('has lapsed')
  })
})
