import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { newId } from '../../../platform/ids.ts'

const database = await testDatabase()
const { bareTrust, setClock } = await supervisionWorld(database)

describe('the learning that was sent', () => {
  it('teaches how it comes there when nothing has been sent, and finds nothing that never was', async () => {
    setClock()
    const world = await bareTrust()
    const dora = world.visit(world.dora)
    const page = await dora.get('/learning-points')
    expect(page.heading).toBe('Learning points')
    expect(page.text).toContain('Nothing has been sent yet')
    expect((await dora.get(`/learning-points?subject=nonsense&words=${'x'.repeat(500)}`)).status).toBe(200)
    expect((await dora.get('/supervision')).linkTo('What others learned and shared')).toBe('/learning-points')
    const never = `/learning-points/sent/${newId<'point'>()}`
    for (const path of [never, `${never}/readers`]) expect((await dora.get(path)).status).toBe(404)
    for (const deed of ['reading', 'withdrawal']) expect((await dora.post(`${never}/${deed}`)).status).toBe(404)
  })
})
