import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { OwnState } from '../in-date/own-supervision.ts'
import { chainOf, everybodyIn, type Known, type Link, partOf } from './chain.ts'

const one = (name: string, rank: number, by: readonly string[], state: OwnState = 'in date'): Known => ({
  person: name as PersonId,
  name,
  roles: [],
  own: { state, last: { day: day('2026-10-01'), by: null }, due: day('2027-01-01'), next: null },
  rank,
  supervisedBy: by as readonly PersonId[],
})
const shape = (links: readonly Link[]): unknown => links.map((link) => [link.name, shape(link.below)])

describe('the chain', () => {
  const ruth = { ...one('Ruth', 4, []), own: null }
  const known = [one('Tom', 1, ['Marcus']), one('Marcus', 2, ['Amina']), one('Amina', 3, ['Ruth', 'Marcus']), ruth]

  it('stands from the top down, each below the most senior who supervises them', () => {
    expect(shape(chainOf(known))).toEqual([['Ruth', [['Amina', [['Marcus', [['Tom', []]]]]]]]])
  })
  it('opens a circle where it closes, and loses nobody', () => {
    const circle = [one('A', 1, ['B']), one('B', 1, ['C']), one('C', 1, ['A'])]
    expect(everybodyIn(chainOf(circle))).toHaveLength(3)
    expect(chainOf(circle)).toHaveLength(1)
  })
  it('breaks where own supervision is out of date or nobody supervises, never at the top', () => {
    const late = chainOf([one('Late', 1, [], 'out of date')])
    const never = { ...one('Never', 1, []), own: { state: 'in date' as const, last: null, due: null, next: null } }
    expect([late[0]?.break, chainOf([never])[0]?.break, chainOf([ruth])[0]?.break]).toEqual([
      'out of date',
      'nobody',
      null,
    ])
    expect(chainOf([one('Top', 4, [], 'top')])[0]?.break).toBe(null)
  })
  it('shows somebody who stands above them and all below', () => {
    const wide = [...known, one('Siobhan', 3, ['Ruth']), one('Nadia', 1, ['Marcus'])]
    expect(shape(partOf(chainOf(wide), 'Marcus' as PersonId))).toEqual([
      [
        'Ruth',
        [
          [
            'Amina',
            [
              [
                'Marcus',
                [
                  ['Nadia', []],
                  ['Tom', []],
                ],
              ],
            ],
          ],
        ],
      ],
    ])
    expect(partOf(chainOf(wide), 'Ben' as PersonId)).toEqual([])
  })
})
