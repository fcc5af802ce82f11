import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { identifyingParts } from './identifying-text.ts'

const today = day('2026-11-20')
const found = (text: string) => identifyingParts(text, { today }).map((part) => `${part.kind}: ${part.text}`)

describe('what may identify somebody', () => {
  it.each([
    ['Discussed with Sarah Jones-Smith today', 'name: Sarah Jones-Smith'],
    ['her daughter Kezia is well', 'name: Kezia'],
    ['943 476 5919', 'NHS number: 943 476 5919'],
    ['DOB 12/03/19', 'date of birth: 12/03/19'],
    ['lives at TA1 4QF', 'postcode: TA1 4QF'],
    ['ring 07700 900123', 'phone number: 07700 900123'],
    ['write to s.jones@example.com', 'e-mail: s.jones@example.com'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })
})
