import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { type PolicyPack, readPack } from '../../policy/index.ts'
import { policyOf } from '../../policy/version/policy.ts'
import { routeOf, routesOf } from './route.view.ts'

const pack = (name: string): PolicyPack => {
  const reading = readPack(readFileSync(`policy-packs/${name}.yaml`, 'utf8'))
  if (!reading.ok) throw new Error(`The pack ${name} has faults`)
  return reading.pack
}
const policyWith = (packs: readonly PolicyPack[]) =>
  policyOf(packs.map((one) => ({ pack: one, from: day('2026-01-01'), until: null })) as never, day('2026-11-20'))

describe('the routes to choose from', () => {
  const policy = policyWith([pack('safeguarding'), pack('clinical-supervision')])

  it('begin with danger and end with the one that takes everything', () => {
    const routes = routesOf(policy)
    expect(routes[0]?.kind).toBe('immediate danger')
    expect(routes.at(-1)?.key).toBe('something-else')
    expect(new Set(routes.map((route) => route.key)).size).toBe(routes.length)
  })

  it('say who does what, within which time, and how to reach them', () => {
    const [first] = routeOf(policy, 'child-concern').steps
    expect(first).toMatchObject({ who: 'You', within: '1 day', contact: { phone: expect.stringMatching(/^0300/) } })
  })

  it('are there without any policy, and for a key that no policy has', () => {
    expect(routesOf(policyWith([])).map((route) => route.key)).toEqual(['something-else'])
    expect(routeOf(policy, 'no-such-route').key).toBe('something-else')
  })
})
