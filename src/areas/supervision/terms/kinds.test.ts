import { describe, expect, it } from 'vitest'
import { offerKinds } from './kinds.ts'

const kinds = ['advice', 'clinical', 'case-work', 'peer', 'planned'].map((key) => ({ key, name: key.toUpperCase() }))
const offered = (own: Parameters<typeof offerKinds>[1]) =>
  offerKinds(kinds, own).map(({ value, divider }) => (divider === undefined ? value : `— ${value}`))

describe('the kinds that a form offers', () => {
  it('begin with what must be had, then what the two have together, then what is recommended', () => {
    const needed = [
      { key: 'peer', strength: 'recommended' },
      { key: 'case-work', strength: 'mandatory' },
    ]
    expect(offered({ needed, paired: ['planned'] })).toEqual(['case-work', 'planned', 'peer', '— advice', 'clinical'])
  })

  it('have no line when nobody has a kind of their own, or everything is their own', () => {
    expect(offered({ needed: [], paired: [] })).toEqual(['advice', 'clinical', 'case-work', 'peer', 'planned'])
    expect(offered({ needed: [], paired: kinds.map(({ key }) => key) }).join()).not.toContain('—')
  })

  it('name every kind once, also when several rows ask for it', () => {
    const needed = ['mandatory', 'recommended', 'as required'].map((strength) => ({ key: 'peer', strength }))
    expect(offered({ needed, paired: ['peer'] })).toHaveLength(kinds.length)
  })

  it('keep behind the line what is only as required', () => {
    expect(offered({ needed: [{ key: 'advice', strength: 'as required' }], paired: ['peer'] })).toEqual([
      'peer',
      '— advice',
      'clinical',
      'case-work',
      'planned',
    ])
  })
})
