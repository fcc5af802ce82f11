import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'
import { mailsTo } from '../../../platform/mail/outbox.ts'
import { day } from '../../../platform/time/day.ts'
import { addLead } from '../../people/index.ts'

const database = await testDatabase()
const { withOpen, setClock } = await peerReviewWorld(database)
const at = '/peer-reviews/recommendations'

async function recommended() {
  const here = await withOpen()
  const { world, noor } = here
  await world.inside(world.grace, (work) =>
    addLead(work, { unit: world.team, person: world.grace, from: day('2026-01-01') }),
  )
  const form = { words: said.recommended, owner: world.ben, due: '2027-02-24' }
  await noor.post(`${here.at}/recommendations`, { ...form, unit: world.team })
  await noor.post(`${here.at}/recommendations`, { ...form, owner: world.dora })
  return here
}

describe('what peer review recommended', () => {
  it('is counted by state and age for those who lead it, and comes as a file', async () => {
    const { noor, world } = await recommended()
    const page = await noor.get(at)
    expect(page.text).toContain('In every forum that you lead')
    expect(page.text).toContain('By how they stand, and how long ago each was recommended')
    for (const name of ['Ben Carter', 'Dora Evans', 'Riverside team', 'Everybody']) expect(page.text).toContain(name)
    const file = await noor.get(`${at}/figures`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.source.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(file.source).toContain('Not begun')
    expect(page.text + file.source).not.toContain(said.recommended)
    expect((await noor.get('/peer-reviews')).linkTo('What peer review recommended, and how it stands')).toBe(at)
    for (const who of [world.ben, world.otto]) {
      expect((await world.visit(who).get(at)).status).toBe(403)
      expect((await world.visit(who).get(`${at}/figures`)).status).toBe(403)
    }
  })

  it('is told to whoever leads the team that it is for: that it is there, and no word of it', async () => {
    const { world } = await recommended()
    const grace = world.visit(world.grace)
    const page = await grace.get(at)
    expect(page.text).toContain('For the teams that you lead')
    expect(page.text).toContain('Ben Carter')
    expect(page.text).not.toContain('Dora Evans')
    expect(page.text).not.toContain(said.recommended)
    const told = () =>
      world.inside(world.grace, async (work) => ({
        mails: (await mailsTo(work, world.grace)).map((one) => one.template),
        needs: (await work.needs()).map((need) => need.title),
      }))
    const first = await told()
    expect(first.mails).toContain('peer-review-recommended')
    expect(first.needs).toContain('Peer review recommended something for your team')
    setClock('2027-01-10T09:00:00Z')
    expect((await told()).needs.filter((title) => title.includes('for your team'))).toEqual([])
    setClock('2027-02-25T09:00:00Z')
    expect((await told()).needs).toContain('What peer review recommended for your team is late')
    expect((await grace.get(at)).text).toContain('1 of 1 is late')
  })
})
