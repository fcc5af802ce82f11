// When the plan of a case was entered in the clinical record: the holder's own word, once for each version (SPEC 12.8).
import { choice, date, defineForm, onlyWhen } from '../../../design/index.ts'

export const clinicalEntryForm = defineForm({
  outcome: choice({
    label: 'Is the plan in the clinical record?',
    hint: 'This page is not the clinical record',
    missing: 'Select whether the plan is in the clinical record',
    options: [
      { value: 'entered', label: 'Yes, I entered it' },
      { value: 'not needed', label: 'It need not be entered' },
    ],
  }),
  day: onlyWhen(
    'outcome',
    'entered',
    date({
      label: 'When did you enter it?',
      mustBe: 'past or today',
      missing: 'Enter the day on which you entered the plan',
    }),
  ),
})
