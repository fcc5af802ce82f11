import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld } from '../../../../test/worlds/peer-review.ts'
import { mailsTo } from '../../../platform/mail/outbox.ts'

const database = await testDatabase()
const { withReview, withForum } = await peerReviewWorld(database)

describe('peer review in a calendar', () => {
  it('comes one by one or all together, and says nothing but when', async () => {
    const { world, forum, at } = await withReview()
    const dora = world.visit(world.dora)
    expect((await dora.get(forum)).linkTo('Add them all to your calendar')).toBe(`${forum}/calendar`)
    expect((await dora.get(at)).linkTo('Add it to your calendar')).toBe(`${at}/calendar`)
    const [one, all] = [await dora.get(`${at}/calendar`), await dora.get(`${forum}/calendar`)]
    expect(one.headers['content-type']).toContain('text/calendar')
    expect(one.source).toContain('SUMMARY:Peer review')
    expect(all.source.match(/DTSTART:\S+/g)).toEqual(['DTSTART:20261124T140000Z', 'DTSTART:20261222T140000Z'])
    for (const word of ['Seminar', 'Paediatric', 'Noor']) expect(one.source + all.source).not.toContain(word)
    for (const page of [at, forum]) expect((await world.visit(world.otto).get(`${page}/calendar`)).status).toBe(404)
  })

  it('is taken out again when it is called off, and those who meant to come are told', async () => {
    const { world, noor, at } = await withReview()
    const dora = world.visit(world.dora)
    await dora.post(`${at}/register`, { stands: 'coming' })
    await world.visit(world.ben).post(`${at}/register`, { stands: 'not coming' })
    await noor.post(`${at}/cancellation`)
    expect((await dora.get(at)).linkTo('Take it out of your calendar')).toBe(`${at}/calendar`)
    const off = (await dora.get(`${at}/calendar`)).source
    expect(off).toContain('METHOD:CANCEL')
    expect(off).toContain('SEQUENCE:1')
    const told = (who: 'dora' | 'ben') =>
      world.inside(world[who], async (work) => ({
        mails: (await mailsTo(work, world[who])).map((one) => one.template),
        needs: (await work.needs()).map((need) => need.title),
      }))
    const title = 'There is no peer review on 24 November 2026 at 2pm'
    const [toDora, toBen] = [await told('dora'), await told('ben')]
    expect(toDora.mails).toContain('peer-review-called-off')
    expect(toDora.needs).toContain(title)
    expect(toBen.mails).not.toContain('peer-review-called-off')
    expect(toBen.needs).not.toContain(title)
    await noor.post(`${at}/reinstatement`)
    expect((await dora.get(`${at}/calendar`)).source).toContain('SEQUENCE:2')
    expect((await told('dora')).needs).not.toContain(title)
  })

  it('has nothing to add where no date is planned', async () => {
    const { noor, forum } = await withForum()
    expect((await noor.get(`${forum}/calendar`)).text).toContain('No dates are planned')
  })
})
