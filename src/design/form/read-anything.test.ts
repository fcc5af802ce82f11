import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choice,
  choices,
  date,
  defineForm,
  email,
  file,
  longText,
  number,
  person,
  text,
  tick,
  timeOfDay,
  yesNo,
} from '../index.ts'

test('what is filled in is read back the same', () => {
  fc.assert(
    fc.property(
      fc.record({
        year: fc.integer({ min: 1900, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
        date: fc.integer({ min: 1, max: 28 }),
      }),
      fc.integer({ min: 0, max: 1439 }),
      fc.boolean(),
      ({ year, month, date: on }, minutes, yes) => {
        const form = defineForm({
          day: date({ label: 'Day' }),
          time: timeOfDay({ label: 'Time' }),
          yes: yesNo({ label: 'Yes' }),
          n: number({ label: 'N' }),
        })
        const value = {
          day: `${year}-${pad(month)}-${pad(on)}`,
          time: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
          yes,
          n: minutes,
        }
        expect(form.read(form.filled(value).typed)).toEqual({ ok: true, value })
      },
    ),
  )
})

const pad = (figure: number) => String(figure).padStart(2, '0')

const everything = defineForm({
  a: text({ label: 'A' }),
  b: longText({ label: 'B', optional: true }),
  c: date({ label: 'C' }),
  d: timeOfDay({ label: 'D' }),
  e: number({ label: 'E' }),
  f: choice({ label: 'F' }),
  g: choices({ label: 'G' }),
  h: yesNo({ label: 'H' }),
  i: person({ label: 'I' }),
  j: file({ label: 'J' }),
  k: email({ label: 'K' }),
  l: tick({ label: 'L', option: 'L' }),
})

test('no body whatever makes reading throw, and what was typed can always be shown again', () => {
  const names = [
    'a',
    'b',
    'c',
    'c-day',
    'c-month',
    'c-year',
    'd',
    'e',
    'f',
    'g',
    'h',
    'i',
    'i-search',
    'j',
    'k',
    'l',
    '__proto__',
    'constructor',
  ]
  const values = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.anything())
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), values), (body) => {
      const read = everything.read(body)
      if (!read.ok)
        for (const shown of Object.values(read.typed))
          expect(typeof shown === 'string' || Array.isArray(shown)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
