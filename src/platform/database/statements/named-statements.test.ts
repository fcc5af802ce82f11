import { describe, expect, it } from 'vitest'
import { StatementNames } from './named-statements.ts'

describe('names of statements', () => {
  it('are given at the third time, and stay', () => {
    const names = new StatementNames()
    expect([names.nameOf('select $1'), names.nameOf('select $1')]).toEqual([undefined, undefined])
    const name = names.nameOf('select $1')
    expect(name).toMatch(/^s[0-9a-f]{32}$/)
    expect(names.nameOf('select $1')).toBe(name)
  })

  it('are never more than so many, whatever is sent', () => {
    const names = new StatementNames(2)
    for (let round = 0; round < 4; round += 1) {
      for (const text of ['a', 'b', 'c']) names.nameOf(text)
    }
    expect(names.nameOf('a')).toBeDefined()
    expect(names.nameOf('b')).toBeDefined()
    expect(names.nameOf('c')).toBeUndefined()
  })

  it('survive any number of texts that come once', () => {
    const names = new StatementNames(2)
    for (let round = 0; round < 3; round += 1) names.nameOf('often')
    for (let one = 0; one < 100; one += 1) names.nameOf(`once ${one}`)
    expect(names.nameOf('often')).toBeDefined()
  })
})
