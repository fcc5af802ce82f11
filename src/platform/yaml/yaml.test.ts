import { describe, expect, it } from 'vitest'
import { largestYaml, readYaml, writeYaml } from './yaml.ts'

const faults = (text: string): string[] => {
  const reading = readYaml(text)
  return reading.ok ? [] : reading.faults.map(({ line, message }) => `${line}: ${message}`)
}

describe('YAML', () => {
  it('keeps days and times as they were written', () => {
    const reading = readYaml('day: 2027-02-03\ntime: 09:00\nanswer: no\n')
    expect(reading.ok && reading.value).toEqual({ day: '2027-02-03', time: '09:00', answer: 'no' })
  })

  it('knows the line of every value, however its key is spelt', () => {
    const reading = readYaml('a:\n  - b: 1\n    applies to: x\n  - c: 2\n')
    expect(reading.ok && reading.placeOf(['a', 0, 'appliesTo'])).toEqual({ line: 3, column: 5 })
    expect(reading.ok && reading.placeOf(['a', 1])).toEqual({ line: 4, column: 5 })
    expect(reading.ok && reading.placeOf(['a', 0, 'missing', 'deeper'])).toEqual({ line: 2, column: 5 })
  })

  it.each([
    ['doubled keys', 'a: 1\nb: 2\na: 3\n', '3: This key stands here twice; keep one of them.'],
    ['aliases', 'a: &x 1\nb: *x\n', '2: Aliases (*name) are not read; write the value out.'],
    ['tags', 'a: !!js/function "x"\n', '1: Tags (!name) are not read.'],
    ['tabs', 'a:\n\tb: 1\n', '2: Indent with spaces, not with a tab.'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2: Only one document per file: take out the line “---” in the middle.'],
    ['what is too deep', `a: ${'['.repeat(100)}${']'.repeat(100)}`, '1: This is nested too deeply.'],
    [
      'what is too long',
      'a'.repeat(largestYaml + 1),
      '1: This file is too long: at most 2,000,000 characters are read.',
    ],
    ['what is no text', 'a\0b', '1: This is not a text file.'],
  ])('refuses %s', (_, text, fault) => {
    expect(faults(text)).toContain(fault)
  })

  it('survives a bomb of aliases', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]}, `.repeat(9)}]`).join('\n')}`
    expect(faults(bomb).length).toBeGreaterThan(0)
  })

  it('writes what it can read again', () => {
    const value = { a: ['x', { b: 'no' }], day: '2027-02-03', text: 'two\nlines' }
    const reading = readYaml(writeYaml(value))
    expect(reading.ok && reading.value).toEqual(value)
  })
})
