import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { addPerson, startPost } from '../../people/index.ts'
import { policyArea } from '../area.ts'
import { approveVersion, draftVersion } from '../version/version.changes.ts'

const database = await testDatabase()
const directors = new Set<PersonId>()
const service = await testService(database, {
  areas: [policyArea],
  identify: async (_work, person) => ({
    name: 'Amina Yusuf',
    roles: new Set(directors.has(person) ? ['director'] : []),
  }),
})
const text = readFileSync('policy-packs/safeguarding.yaml', 'utf8')

async function setting(pack = text, from = '2024-01-01') {
  const organisation = await newOrganisation(database)
  const director = newId<'person'>()
  directors.add(director)
  const inWork = <T>(body: (work: Work) => Promise<T>) => as(service.composition, organisation, director, body)
  const draft = async (changed: string) => {
    const made = await inWork((work) => draftVersion(work, changed))
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    return made.id
  }
  const approve = async (changed: string, begins: string) => {
    const id = await draft(changed)
    const done = await inWork((work) =>
      approveVersion(work, id, { revision: 1, from: day(begins), anyApprovers: true }),
    )
    if (!done.ok) throw new Error(done.reason)
    return id
  }
  const first = await approve(pack, from)
  return {
    organisation,
    inWork,
    draft,
    approve,
    first,
    nurse: (id = newId<'person'>()) => service.visitor(organisation, id),
  }
}

const healthVisitor = {
  unit: null,
  staffGroup: 'Health visitors',
  profession: null,
  band: '6',
  trainingStage: null,
  hoursPerWeek: 37.5,
  kind: 'permanent',
  caseload: true,
  manager: null,
  from: day('2026-01-05'),
  to: null,
} as const

describe('the policy, for every member of staff', () => {
  it('says what this person needs, from whom and why', async () => {
    const { nurse, inWork } = await setting()
    const added = await inWork((work) => addPerson(work, { name: 'Grace Okoro', email: null, staffNumber: null }))
    if (!added.ok) throw new Error(added.reason)
    const person = added.value
    await inWork((work) => startPost(work, person, healthVisitor))
    const page = await nurse(person).get('/policy')
    expect(page.headings).toContain('Child protection case work supervision')
    expect(page.text).toContain('At least every 3 months')
    expect(page.text).toContain('safeguarding advisor (children)')
    expect(page.text).toContain('Because you are in: health visitors')
  })

  it('says so when no row is for them', async () => {
    const { nurse } = await setting()
    expect((await nurse().get('/policy')).text).toContain('No row of the policy is for your post')
  })

  it('says plainly that its review has lapsed, and who looks after it', async () => {
    const { nurse } = await setting()
    const page = await nurse().get('/policy')
    expect(page.headings.join()).toContain('The review of this policy has lapsed')
    expect(page.text).toContain('31 January 2022')
    const { nurse: other } = await setting(text.replace('review: 2022-01-31', 'review: 2030-01-31'))
    expect((await other().get('/policy')).text).not.toContain('lapsed')
    const { nurse: near } = await setting(text.replace('review: 2022-01-31', 'review: 2027-01-31'))
    expect((await near().get('/policy')).text).toContain('Its review is due by 31 January 2027')
  })

  it('has easy-read words', async () => {
    const { nurse, first } = await setting()
    const page = await nurse().get('/policy')
    const easy = await nurse().get(page.linkTo('easy-read'))
    expect(easy.text).toContain('Supervision is time to talk with an expert about keeping people safe')
    expect((await nurse().get(`/policy/versions/${first}?words=easy`)).text).toContain('You meet a safeguarding expert')
  })

  it('teaches an organisation without one', async () => {
    const organisation = await newOrganisation(database)
    const page = await service.visitor(organisation, newId()).get('/policy')
    expect(page.headings).toContain('No policy is in force yet')
    expect((await service.visitor(organisation, newId()).get('/policy/versions')).text).toContain('There are none yet')
  })
})

describe('versions of the policy', () => {
  it('stay readable with their days', async () => {
    const { nurse, approve, first } = await setting()
    const second = await approve(text.replace('version: "1"', 'version: "2"'), '2026-12-01')
    const list = await nurse().get('/policy/versions')
    expect(list.text).toContain('From 1 January 2024 until 1 December 2026')
    expect(list.text).toContain('Begins later')
    const page = await nurse().get(`/policy/versions/${first}`)
    expect(page.text).toContain('Health visitors')
    expect(page.text).toContain('9am to 4:20pm')
    expect((await nurse().get(`/policy/versions/${second}`)).status).toBe(200)
  })

  it('are not there while they are drafts, nor for the neighbour', async () => {
    const { nurse, draft, first } = await setting()
    const { nurse: neighbour } = await setting()
    expect((await nurse().get(`/policy/versions/${await draft(text)}`)).status).toBe(404)
    expect((await neighbour().get(`/policy/versions/${first}`)).status).toBe(404)
    expect((await nurse().get(`/policy/versions/${newId()}`)).status).toBe(404)
  })
})
