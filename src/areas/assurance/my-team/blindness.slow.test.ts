// Two trusts in which the same was done on the same days, and other words were written in confidence: the manager's page and
// file are the same to the byte, but for ids (TRUST, "manager blindness").
import { describe, expect, it } from 'vitest'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'

const database = await testDatabase()
const { trust, booked, setClock } = await supervisionWorld(database)

/** Ben has a session with Amina, whose record says these words. */
async function after(world: Trust, words: string): Promise<readonly string[]> {
  const href = await booked(world)
  setClock('2026-11-24T15:05:00Z')
  const came = { [`came-${world.ben}`]: 'present', began: '2pm', finished: '3pm', focus: words, _version: '2' }
  const held = await world.visit(world.amina).post(`${href}/attendance`, came)
  if (held.location !== `${href}/record`) throw new Error(held.errors.join(' | ') || held.text)
  const record = { 'session--focus': words, 'session--learning': words, _version: '0' }
  const signed = await world.visit(world.amina).post(`${href}/record/signature`, record)
  if (signed.status !== 303) throw new Error(signed.errors.join(' | ') || signed.text)
  const grace = world.visit(world.grace)
  return [(await grace.get('/my-team')).source, (await grace.get('/my-team/people')).source]
}

/** Ids, and tokens of forms and scripts, are new in every world. */
const withoutIds = (source: string): string =>
  source
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/(nonce|value)="[^"]{16,}"/g, '$1="token"')

describe('my team', () => {
  it('is the same to the byte, whatever was said', async () => {
    setClock()
    const worlds = [await trust(), await trust()] as const
    const one = await after(worlds[0], 'The youngest and the missed visit')
    const other = await after(worlds[1], `mae 7 yn y teulu ${'бабушка '.repeat(60)}`)
    expect(one[0]).toContain('Ben Carter')
    expect(other.map(withoutIds)).toEqual(one.map(withoutIds))
    expect(one.join()).not.toContain('missed visit')
  })
})
