import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { comparePacks } from './compare.ts'
import { packOf } from '../version/version.store.ts'

const text = readFileSync('policy-packs/examples/small.yaml', 'utf8')
const pack = packOf(text)

describe('what differs between two versions', () => {
  it('is nothing between a pack and itself, nor when rows only moved', () => {
    expect(comparePacks(pack, packOf(text))).toEqual([])
    expect(comparePacks(pack, { ...pack, matrix: [...(pack.matrix ?? [])].reverse() })).toEqual([])
  })

  it('names the row and the detail, before and after', () => {
    const changed = packOf(
      text.replace('every: 3 months\n    strength: mandatory', 'every: 2 months\n    strength: mandatory'),
    )
    expect(comparePacks(pack, changed)).toEqual([
      {
        where: ['Staff matrix', 'Health visitors, case work supervision', 'How often, at least every'],
        before: '3 months',
        after: '2 months',
      },
    ])
  })

  it('calls roles by their names and steps by their number', () => {
    const changed = packOf(
      text
        .replace('supervisors: [senior-safeguarding-advisor]\n', 'supervisors: [safeguarding-advisor]\n')
        .replace('does: Call the desk', 'does: Ring the desk'),
    )
    expect(comparePacks(pack, changed)).toEqual([
      {
        where: ['Staff matrix', 'Midwives, case work supervision', 'From whom'],
        before: 'Senior safeguarding advisor',
        after: 'Safeguarding advisor',
      },
      {
        where: ['Escalation routes', 'A child may be at risk now', 'Steps', '1', 'Does'],
        before: 'Call the desk',
        after: 'Ring the desk',
      },
    ])
  })

  it('tells what was added and what was taken out', () => {
    const less = { ...pack, matrix: (pack.matrix ?? []).slice(0, 1) }
    expect(comparePacks(pack, less)).toMatchObject([
      { where: ['Staff matrix', 'Midwives, case work supervision'], after: null },
    ])
    expect(comparePacks(less, pack)).toMatchObject([
      { where: ['Staff matrix', 'Midwives, case work supervision'], before: null },
    ])
  })
})
