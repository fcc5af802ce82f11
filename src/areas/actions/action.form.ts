// The words and fields of agreeing an action and of reporting on one.
import { choice, date, defineForm, longText, tick } from '../../design/index.ts'

export const reportForm = defineForm({
  outcome: choice({
    label: 'What came of it?',
    missing: 'Select what came of it',
    options: [
      { value: 'done', label: 'Done' },
      { value: 'part done', label: 'Part done' },
      { value: 'not done', label: 'Not done' },
      { value: 'changed', label: 'Changed', hint: 'It became something else. Say below what it is now' },
    ],
  }),
  note: longText({
    label: 'What is left, why not, or what it is now',
    hint: 'Not needed when it is done',
    max: 2000,
    optional: true,
  }),
  newDue: date({
    label: 'New day to do it by',
    hint: 'When it is carried on or changed',
    mustBe: 'today or future',
    optional: true,
  }),
  letGo: tick({ label: 'If it was not done', option: 'Nobody needs to do it any more' }),
})

export const actionForm = defineForm({
  text: longText({ label: 'What will be done', max: 2000 }),
  due: date({ label: 'By when', mustBe: 'today or future' }),
})
