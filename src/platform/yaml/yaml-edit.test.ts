import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editYaml } from './yaml-edit.ts'
import { readYaml } from './yaml.ts'

const text = `# The pack
name: Small   # its name
matrix:
  # First row
  - key: one
    applies-to: { staffGroups: [a, b] }
    every: 3 months # not less
    strength: mandatory

  # Second row
  - key: two
    every: 2 months
summary: >-
  Two lines
  of text
empty:
contact: { phone: 01632 960123, note: "a, b" }
`
const data = (edited: string) => {
  const reading = readYaml(edited)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}
/** The lines that an edit changed: taken out with -, put in with +. */
const changed = (edits: Parameters<typeof editYaml>[1]) => {
  const [before, after] = [text.split('\n'), editYaml(text, edits).split('\n')]
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ]
}

describe('an edit of a YAML text', () => {
  it('changes a value and leaves its comment', () => {
    expect(changed([{ path: ['matrix', 0, 'every'], value: '6 weeks' }])).toEqual([
      '-    every: 3 months # not less',
      '+    every: 6 weeks # not less',
    ])
  })

  it('finds keys however they are spelt', () => {
    expect(changed([{ path: ['matrix', 0, 'appliesTo', 'staffGroups'], value: ['c'] }])).toEqual([
      '-    applies-to: { staffGroups: [a, b] }',
      '+    applies-to: { staffGroups: [c] }',
    ])
  })

  it('adds a key at the end of its group, and a row at the end of its list', () => {
    expect(changed([{ path: ['matrix', 0, 'note'], value: 'Ask: why?' }])).toEqual(['+    note: "Ask: why?"'])
    expect(changed([{ path: ['matrix', 2], value: { key: 'three', types: ['x'] } }])).toEqual([
      '+  - key: three',
      '+    types: [x]',
    ])
    expect(changed([{ path: ['contact', 'email'], value: 'a@b.example' }])[1]).toBe(
      '+contact: { phone: 01632 960123, note: "a, b", email: a@b.example }',
    )
  })

  it('takes out a key, a row, one of a line', () => {
    expect(changed([{ path: ['matrix', 0, 'strength'], value: undefined }])).toEqual(['-    strength: mandatory'])
    expect(changed([{ path: ['matrix', 1], value: undefined }])).toEqual(['-  - key: two', '-    every: 2 months'])
    expect(changed([{ path: ['contact', 'phone'], value: undefined }])[1]).toBe('+contact: { note: "a, b" }')
  })

  it('replaces folded text and fills what was empty', () => {
    expect(data(editYaml(text, [{ path: ['summary'], value: 'New' }]))).toMatchObject({ summary: 'New', empty: null })
    expect(data(editYaml(text, [{ path: ['empty'], value: [{ day: '2027-05-08' }] }]))).toMatchObject({
      empty: [{ day: '2027-05-08' }],
    })
  })

  it('writes any text so that it is read back the same', () => {
    for (const value of ['yes', '12', 'a: b', '# no', '- x', ']}', 'שלום 👩‍⚕️', 'two\nlines', '"', "it's", ' ']) {
      const edited = editYaml(text, [
        { path: ['name'], value },
        { path: ['contact', 'note'], value },
        { path: ['matrix', 1, 'note'], value },
      ])
      expect(data(edited)).toMatchObject({ name: value, contact: { note: value }, matrix: [{}, { note: value }] })
    }
  })

  it('writes the whole anew where nothing smaller will do', () => {
    expect(data(editYaml('a: [1]\nb:\n  - 2\n', [{ path: ['b', 0], value: undefined }]))).toEqual({ a: [1], b: [] })
  })

  it('changes one line of a shipped pack', () => {
    const pack = readFileSync('policy-packs/safeguarding.yaml', 'utf8')
    const edited = editYaml(pack, [{ path: ['matrix', 0, 'every'], value: '2 months' }])
    const lines = pack.split('\n')
    expect(edited.split('\n').filter((line, at) => line !== lines[at])).toEqual(['    every: 2 months'])
  })

  it('moves a thing of a list with its comments and leaves the rest', () => {
    const moved = editYaml(text, [{ path: ['matrix', 0], moveTo: 1 }])
    expect(moved.split('\n').toSorted()).toEqual(text.split('\n').toSorted())
    expect(moved.indexOf('# Second row')).toBeLessThan(moved.indexOf('# First row'))
    expect(moved).toContain('  # First row\n  - key: one')
    expect((data(moved) as { matrix: { key: string }[] }).matrix.map((one) => one.key)).toEqual(['two', 'one'])
    expect(data(editYaml('a: [1, 2, 3]\n', [{ path: ['a', 2], moveTo: 0 }]))).toEqual({ a: [3, 1, 2] })
    expect(editYaml('a:\n  - 1\n  - 2', [{ path: ['a', 1], moveTo: 0 }])).toBe('a:\n  - 2\n  - 1')
    expect(() => editYaml(text, [{ path: ['matrix', 5], moveTo: 0 }])).toThrow('Nothing can be moved')
  })

  it('writes a list within a thing under its key', () => {
    const made = editYaml('all:\n  - key: a\n', [
      { path: ['all', 1], value: { key: 'b', own: [{ key: 'c', text: 'd' }] } },
    ])
    expect(made).toBe('all:\n  - key: a\n  - key: b\n    own:\n      - key: c\n        text: d\n')
  })
})
