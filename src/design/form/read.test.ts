import { expect, test } from 'vitest'
import {
  choice,
  choices,
  cleanText,
  date,
  defineForm,
  email,
  file,
  longText,
  number,
  onlyWhen,
  person,
  searchIn,
  text,
  tick,
  timeOfDay,
  titleWith,
  yesNo,
} from '../index.ts'

/** The message that a one-field form answers, or its value. */
function reading(field: Parameters<typeof defineForm>[0][string], body: Record<string, unknown>, context = {}) {
  const read = defineForm({ it: field }).read(body, context)
  return read.ok ? read.value.it : read.errors.map(({ message, input }) => `${input}: ${message}`).join('; ')
}

const day = (d: string, m: string, y: string) => ({ 'it-day': d, 'it-month': m, 'it-year': y })

test.each([
  [day('3', '2', '2027'), '2027-02-03'],
  [day(' 03 ', 'feb', '2027'), '2027-02-03'],
  [day('1', 'September', '2027'), '2027-09-01'],
  [day('29', '2', '2028'), '2028-02-29'],
  [{ it: '2027-02-03' }, '2027-02-03'],
  [day('', '', ''), 'it-day: Enter the date of session'],
  [day('3', '', ''), 'it-month: Date of session must include a month and year'],
  [day('', '2', '2027'), 'it-day: Date of session must include a day'],
  [day('29', '2', '2027'), 'it-day: Date of session must be a real date'],
  [day('31', '4', '2027'), 'it-day: Date of session must be a real date'],
  [day('3', '13', '2027'), 'it-month: Date of session must be a real date'],
  [day('3', 'smarch', '2027'), 'it-month: Date of session must be a real date'],
  [day('0', '2', '2027'), 'it-day: Date of session must be a real date'],
  [day('3', '2', '27'), 'it-year: Year must include 4 numbers'],
  [day('3', '2', '0000'), 'it-year: Year must include 4 numbers'],
  [day('3', '2', 'MMXX'), 'it-year: Date of session must be a real date'],
  [day('3', '2', '1066'), 'it-day: Date of session must be on or after 1 January 1900'],
  [day('3', '2', '9999'), 'it-day: Date of session must be on or before 31 December 2100'],
  [{ it: '2027-02-30' }, 'it-day: Date of session must be a real date'],
])('a date %j is read as %s', (body, expected) => {
  expect(reading(date({ label: 'Date of session', missing: 'Enter the date of session' }), body)).toBe(expected)
})

test.each([
  ['past', '2026-11-19', '2026-11-19'],
  ['past', '2026-11-20', 'it-day: Day must be in the past'],
  ['past or today', '2026-11-20', '2026-11-20'],
  ['past or today', '2026-11-21', 'it-day: Day must be today or in the past'],
  ['today or future', '2026-11-20', '2026-11-20'],
  ['today or future', '2026-11-19', 'it-day: Day must be today or in the future'],
  ['future', '2026-11-20', 'it-day: Day must be in the future'],
] as const)('a day that must be %s: %s', (mustBe, it, expected) => {
  expect(reading(date({ label: 'Day', mustBe }), { it }, { today: '2026-11-20' })).toBe(expected)
})

test('a date that needs today and is not given it is a mistake of the programmer', () => {
  expect(() => reading(date({ label: 'Day', mustBe: 'past' }), { it: '2026-11-20' })).toThrow('needs today')
})

test.each([
  ['2:30pm', '14:30'],
  ['2.30 pm', '14:30'],
  ['2:30 P.M.', '14:30'],
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['02:30', '02:30'],
  ['9:15', '09:15'],
  ['2pm', '14:00'],
  ['12am', '00:00'],
  ['12:05pm', '12:05'],
  ['14:30pm', '14:30'],
  ['noon', '12:00'],
  ['Midnight', '00:00'],
  ['2:30', 'it: Start must say am or pm, like 2:30pm'],
  ['9', 'it: Start must say am or pm, like 2:30pm'],
  ['25:00', 'it: Start must be a time, like 9:30am or 2:30pm'],
  ['14:60', 'it: Start must be a time, like 9:30am or 2:30pm'],
  ['13am', 'it: Start must be a time, like 9:30am or 2:30pm'],
  ['soon', 'it: Start must be a time, like 9:30am or 2:30pm'],
  ['', 'it: Enter start'],
])('a time "%s" is read as %s', (it, expected) => {
  expect(reading(timeOfDay({ label: 'Start' }), { it })).toBe(expected)
})

test.each([
  ['60', 60],
  ['1,200', 'it: Length must be 480 or fewer'],
  ['4', 'it: Length must be 5 or more'],
  ['1.5', 'it: Length must be a whole number'],
  ['-60', 'it: Length must be 5 or more'],
  ['1e3', 'it: Length must be a number'],
  ['٦٠', 'it: Length must be a number'],
  ['an hour', 'it: Length must be a number'],
  ['', 'it: Enter length'],
])('a number "%s" is read as %s', (it, expected) => {
  expect(reading(number({ label: 'Length', min: 5, max: 480 }), { it })).toBe(expected)
})

test('texts lose what cannot be seen and keep what people mean', () => {
  expect(cleanText('a\u0000b\r\nc\rd\u0007')).toBe('ab\nc\nd')
  expect(cleanText('\ud83d half an emoji')).toBe('\ufffd half an emoji')
  expect(reading(text({ label: 'Name' }), { it: '  Zoë   علي 👩🏽‍⚕️ ' })).toBe('Zoë علي 👩🏽‍⚕️')
  expect(reading(longText({ label: 'Note' }), { it: '\n two\n  lines \n' })).toBe('two\n  lines')
})

test('what is too long is refused and kept whole', () => {
  const form = defineForm({
    note: longText({ label: 'Notes', max: 100 }),
    other: longText({ label: 'Other', max: 10, showAtMost: 50 }),
  })
  const megabyte = 'x'.repeat(1_000_000)
  const read = form.read({ note: megabyte, other: megabyte })
  if (read.ok) throw new Error('read what was too long')
  expect(read.errors[0]?.message).toBe('Notes must be 100 characters or fewer. You have 999,900 too many.')
  expect(read.typed.note).toBe(megabyte)
  expect(read.typed.other?.length).toBe(50)
})

test('choices outside those offered, twice, and against each other are refused', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
    { value: 'none', label: 'None', exclusive: true },
  ] as const
  expect(reading(choice({ label: 'Kind', options }), { it: 'c' })).toBe('it: Kind must be one of the choices shown')
  expect(reading(choice({ label: 'Kind', options }), { it: '' })).toBe('it: Select kind')
  expect(reading(choice({ label: 'Kind', options }), { it: ['b', 'a'] })).toBe('b')
  expect(reading(choices({ label: 'Kinds', options }), { it: ['b', 'a', 'a'] })).toEqual(['a', 'b'])
  expect(reading(choices({ label: 'Kinds', options }), { it: ['a', 'none'] })).toBe(
    'it: Select “None” alone, or take it off',
  )
  expect(reading(choices({ label: 'Kinds', options, optional: true }), {})).toEqual([])
  expect(reading(yesNo({ label: 'Safe?' }), { it: 'no' })).toBe(false)
  expect(reading(yesNo({ label: 'Safe?' }), { it: 'maybe' })).toBe('it: Select yes or no: safe?')
  expect(reading(tick({ label: 'Read', option: 'I have', mustTick: 'Tick it' }), {})).toBe('it: Tick it')
})

test('an e-mail address, a person, a file', () => {
  expect(reading(email({ label: 'E-mail' }), { it: ' Amina.Yusuf@Example.NHS.uk ' })).toBe('amina.yusuf@example.nhs.uk')
  expect(reading(email({ label: 'E-mail' }), { it: 'a@b' })).toContain('must look like name@example.nhs.uk')
  expect(reading(person({ label: 'Supervisor' }), { 'it-search': 'car' })).toBe(
    'it-search: Find “car”, then choose the person you mean',
  )
  expect(reading(person({ label: 'Supervisor' }), { it: 'ben-1' })).toBe('ben-1')
  expect(searchIn({ _find: 'it', 'it-search': ' car ' })).toEqual({ field: 'it', words: 'car' })
  const upload = { field: 'it', fileName: 'staff.csv', path: '/x', size: 12 }
  expect(reading(file({ label: 'Staff list' }), {}, { uploads: [upload] })).toEqual(upload)
  expect(reading(file({ label: 'Staff list' }), {}, { uploads: [{ ...upload, size: 0 }] })).toBe(
    'it: The file you chose is empty',
  )
  expect(reading(file({ label: 'Staff list' }), {})).toBe('it: Choose staff list')
})

const absence = defineForm(
  {
    from: date({ label: 'First day' }),
    to: date({ label: 'Last day' }),
    why: choice({
      label: 'Why',
      options: [
        { value: 'leave', label: 'Leave' },
        { value: 'other', label: 'Other' },
      ],
    }),
    other: onlyWhen('why', 'other', text({ label: 'Other reason' })),
  },
  {
    check: ({ from, to }) =>
      to < from ? [{ field: 'to', message: 'Last day must be on or after the first day' }] : [],
  },
)

test('fields are compared with each other once each is right by itself', () => {
  const read = absence.read({ from: '2027-02-03', to: '2027-02-01', why: 'leave', other: 'forged' })
  expect(read).toMatchObject({
    ok: false,
    errors: [{ field: 'to', input: 'to-day', message: 'Last day must be on or after the first day' }],
  })
  expect(titleWith(read.ok ? undefined : read, 'Absence')).toBe('Error: Absence')
})

test('a field that hangs on a choice is asked only then, and null otherwise', () => {
  const body = { from: '2027-02-03', to: '2027-02-04' }
  expect(absence.read({ ...body, why: 'leave', other: 'forged' })).toMatchObject({ ok: true, value: { other: null } })
  expect(absence.read({ ...body, why: 'other' })).toMatchObject({ ok: false, errors: [{ field: 'other' }] })
})

test('a rule’s refusal comes beside its field, with everything typed', () => {
  const state = absence.refused(
    { from: '2027-02-30', why: 'leave' },
    { reason: 'She was here that day', field: 'from' },
  )
  expect(state).toMatchObject({
    errors: [{ field: 'from', input: 'from-day' }],
    typed: { 'from-day': '30', why: 'leave' },
  })
  expect(absence.refused({}, { reason: 'Not now' }).errors[0]?.field).toBe('')
})
