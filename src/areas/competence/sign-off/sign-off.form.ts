// The fields of the end of a sign-off and of the starting list, said once.
import { choices, date, defineForm, longText } from '../../../design/index.ts'

export const endForm = defineForm({
  reason: longText({
    label: 'Why does it end?',
    called: 'why it ends',
    hint: 'Kept on record and seen by those who sign off. No names of patients or families',
    max: 500,
  }),
})

export const startingForm = defineForm({
  ticked: choices({
    label: 'Who supervised before?',
    called: 'who supervised before',
    missing: 'Tick at least one person',
  }),
  reason: longText({
    label: 'What do you know it from?',
    called: 'what you know it from',
    hint: 'For example: from their years as supervisors here. Everybody who looks after supervisors reads it',
    max: 500,
  }),
})

export const exceptionForm = defineForm({
  until: date({
    label: 'Until which day?',
    called: 'the last day',
    hint: 'Within three months',
    mustBe: 'today or future',
  }),
  reason: longText({
    label: 'Why now, before the steps are done?',
    called: 'why',
    hint: 'Reported: everybody who looks after supervisors reads it. No names of patients or families',
    max: 500,
  }),
})
