import { describe, expect, it } from 'vitest'
import { readShape, strict, z } from './schema.ts'

const interval = z.union([
  z.string().regex(/months$/, { error: 'Say for example “3 months”.' }),
  strict({ months: z.number() }),
])
const rule = strict(
  { every: interval, strength: z.enum(['mandatory', 'recommended']), names: z.array(z.string()).optional() },
  { frequency: 'every' },
)

const faults = (value: unknown): string[] => {
  const reading = readShape(rule, value)
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a shape', () => {
  it('lets through what fits', () => {
    expect(readShape(rule, { every: { months: 3 }, strength: 'mandatory' })).toEqual({
      ok: true,
      value: { every: { months: 3 }, strength: 'mandatory' },
    })
  })

  it('names everything that does not, each with its path', () => {
    expect(faults({ evry: 1, frequency: 2, strength: 'mandatry', names: [1] })).toEqual([
      'every: “every” is missing.',
      'strength: “mandatry” is not one of mandatory, recommended. Did you mean “mandatory”?',
      'names.0: This should be text, not 1.',
      'evry: There is no key “evry” here. Did you mean “every”?',
      'frequency: There is no key “frequency” here. Did you mean “every”?',
    ])
  })

  it('speaks of the form that was meant, where there are several', () => {
    expect(faults({ every: 'soon', strength: 'mandatory' })).toEqual(['every: Say for example “3 months”.'])
    expect(faults({ every: { month: 3 }, strength: 'mandatory' })).toEqual([
      'every.months: “months” is missing.',
      'every.month: There is no key “month” here. Did you mean “months”?',
    ])
    expect(faults({ every: 3, strength: 'mandatory' })).toEqual([
      'every: This should be text or a group of keys, not 3.',
    ])
  })
})
