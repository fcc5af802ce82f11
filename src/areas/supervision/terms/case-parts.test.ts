import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { policyOf, readPack } from '../../policy/index.ts'
import { asksAboutCases, namesOf, partsForAll, partsForCase, type PersonAsked } from './case-parts.ts'
import { termsIn } from './terms.view.ts'

const reading = readPack(readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
if (!reading.ok) throw new Error('The safeguarding pack is faulty')
const inForce = { pack: reading.pack, from: day('2026-01-01'), until: null } as Parameters<typeof policyOf>[0][number]
const terms = termsIn(policyOf([inForce], day('2026-11-20')), 'child-protection-case-work')
const parts = terms?.recordParts ?? []
const people: readonly PersonAsked[] = [
  { id: 'p1', kind: 'child', initials: 'AB' },
  { id: 'p2', kind: 'unborn', initials: '' },
]

describe('the parts of a case work record', () => {
  const asked = partsForCase(parts, { people })

  it('are asked for the session as a whole, for the case, or for each person at risk', () => {
    expect(partsForAll(parts).map((part) => part.key)).toContain('reflection--impact')
    expect(partsForAll(parts).every((part) => part.forEach === null)).toBe(true)
    expect(asked.map((part) => part.key)).not.toContain('reflection--impact')
    expect(asked.map((part) => part.key)).toEqual([
      'each-case--information',
      'each-case--records',
      'each-case--involvement',
      'each-case--earlier-plan',
      'each-case--family',
      'each-person--voice--p1',
      'each-person--risks--p1',
      'each-person--protection--p1',
      'each-person--voice--p2',
      'each-person--risks--p2',
      'each-person--protection--p2',
      'plan--plan-of-care',
      'plan--telling',
      'plan--clinical-record',
    ])
  })
  it('name the person before the question, and never two alike', () => {
    expect(asked.find((part) => part.key === 'each-person--risks--p1')?.label).toBe('AB, child: Risks')
    expect(asked.find((part) => part.key === 'each-person--risks--p2')?.label).toBe('Unborn baby: Risks')
    const twins = namesOf([...people, { id: 'p3', kind: 'child', initials: 'AB' }])
    expect([...twins.values()]).toEqual(['AB, child (1)', 'Unborn baby', 'AB, child (2)'])
  })
  it('are needed for a case that is discussed where the template needs them', () => {
    expect(asked.find((part) => part.key === 'each-person--risks--p2')?.needed).toBe('always')
    expect(asked.find((part) => part.key === 'each-case--family')?.needed).toBe('no')
  })
  it('carry the prompts of the policy beside them, and what they mean', () => {
    const information = asked.find((part) => part.key === 'each-case--information')
    expect(information?.promptsName).toBe('Stay curious')
    expect(information?.prompts.length).toBeGreaterThan(5)
    expect(asked.find((part) => part.key === 'each-case--family')?.promptsName).toBe('Think Family')
    expect(asked.filter((part) => part.means === 'plan').map((part) => part.key)).toEqual(['plan--plan-of-care'])
  })
  it('are none for a case without people, beyond those for the case', () => {
    expect(partsForCase(parts, { people: [] }).every((part) => part.forEach === 'case')).toBe(true)
    expect(asksAboutCases(parts)).toBe(true)
    expect(asksAboutCases(partsForAll(parts))).toBe(false)
  })
})
