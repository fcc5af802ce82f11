import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'
import { findPerson } from '../register/person.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea], identify: askerFor })
const here = '/set-up/people/time-worked'

async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const number = await asService(
    service.composition,
    { organisation },
    async (work) => (await findPerson(work, made.ben))?.staffNumber,
  )
  const keeper = service.visitor(organisation, made.dilys)
  const send = (rows: string) =>
    keeper.upload(here, {}, { file: { name: 'roster.csv', body: `Staff number,From,To,Shifts,Hours\r\n${rows}` } })
  return { keeper, other: service.visitor(organisation, made.ben), number: number ?? '', send }
}

describe('importing time worked', () => {
  it('shows what it would do, with refused rows by line and reason, then imports it once', async () => {
    const { keeper, number, send } = await world()
    const sent = await send(
      `${number},01/11/2026,07/11/2026,3,22.5\r\n${number},01/12/2026,,1,\r\nnobody,2026-11-01,,1,\r\n`,
    )
    const look = await keeper.get(sent.location ?? '')
    expect(look.text).toContain('1 added, 0 changed, 0 recorded already, 2 refused')
    expect(look.text).toContain('has not come yet')
    expect(look.text).toContain('Nobody here has this staff number')
    expect((await keeper.get(`${sent.location}/refused.csv`)).source).toContain('nobody')
    expect((await keeper.post(`${sent.location}/commitment`)).location).toBe(here)
    expect((await keeper.post(`${sent.location}/commitment`)).status).toBe(409)
    expect((await keeper.get(sent.location ?? '')).status).toBe(409)
    const again = await keeper.get((await send(`${number},01/11/2026,07/11/2026,3,22.5\r\n`)).location ?? '')
    expect(again.text).toContain('0 added, 0 changed, 1 recorded already')
    expect(again.buttons).not.toContain('Import 1 rows')
  })

  it('refuses what is no such file, in words, and can be cancelled', async () => {
    const { keeper, number, send } = await world()
    expect((await keeper.upload(here, {}, {})).errors).toHaveLength(1)
    const wrong = await keeper.upload(here, {}, { file: { name: 'x.csv', body: 'Name,Day\r\nBen,2026-11-01\r\n' } })
    expect(wrong.errors[0]).toContain('Staff number')
    const sent = await send(`${number},2026-11-01,,1,\r\n`)
    expect((await keeper.post(`${sent.location}/cancellation`)).location).toBe(here)
    expect((await keeper.post(`${sent.location}/cancellation`)).status).toBe(409)
  })

  it('is for administrators, and unknown files are not found', async () => {
    const { keeper, other, send, number } = await world()
    expect((await other.get(here)).status).toBe(403)
    const sent = await send(`${number},2026-11-01,,1,\r\n`)
    expect((await other.get(sent.location ?? '')).status).toBe(403)
    const theirs = await world()
    expect((await theirs.keeper.get(sent.location ?? '')).status).toBe(404)
    expect((await keeper.get(`${here}/not-an-id`)).status).toBe(404)
  })
})
