import { expect, it } from 'vitest'
import { fieldsOf, type Test } from './test-of-facts.ts'

it('names every field that a condition asks about, however deep', () => {
  const role: Test = { field: 'role', oneOf: ['named-nurse'], words: 'a named nurse' }
  const band: Test = { field: 'band', atLeast: 7, atMost: 9, words: 'band 7 or above' }
  const senior: Test = { field: 'moreSenior', is: true, words: 'more senior' }
  expect(fieldsOf({ all: [role, { any: [{ not: band }, { supervisor: senior }] }] })).toEqual([
    'role',
    'band',
    'moreSenior',
  ])
})
