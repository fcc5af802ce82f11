import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { type Policy, policyOf, readPack } from '../../policy/index.ts'
import { readFileSync } from 'node:fs'
import { countedSpan, countedTypes, preparedFigures } from './prepared.ts'

function shipped(name: string): Policy {
  const reading = readPack(readFileSync(`policy-packs/${name}.yaml`, 'utf8'))
  if (!reading.ok) throw new Error('not a pack')
  return policyOf([{ pack: reading.pack, from: day('2026-01-01'), until: null } as never], day('2026-11-20'))
}
const fact = (type: string, prepared: boolean) => ({
  person: newId<'person'>(),
  type,
  day: day('2026-11-01'),
  prepared,
})

describe('what is counted', () => {
  it('is what the policy makes a gate or sets a target for, never what is private or merely offered', () => {
    expect(countedTypes(shipped('safeguarding'))).toEqual([
      { type: 'child-protection-case-work', name: 'Child protection case work supervision', target: 100 },
    ])
    expect(countedTypes(shipped('clinical-supervision'))).toEqual([])
  })
  it('is three months up to the day, clamped at the month’s end', () => {
    expect(countedSpan(day('2026-11-20'))).toEqual({ from: '2026-08-21', to: '2026-11-20' })
    expect(countedSpan(day('2027-05-31'))).toEqual({ from: '2027-03-01', to: '2027-05-31' })
  })
})

describe('the figure', () => {
  it('is how many had prepared, of those who came or were put off, rounded down', () => {
    const counted = [{ type: 'a', name: 'A', target: 100 }]
    const figures = preparedFigures(counted, [fact('a', true), fact('a', true), fact('a', false), fact('b', true)])
    expect(figures).toEqual([{ type: 'a', name: 'A', target: 100, prepared: 2, of: 3, percent: 66 }])
    expect(preparedFigures(counted, [])).toEqual([])
  })
})
