// The words and fields of supervision held elsewhere.
import { choice, date, defineForm, number, onlyWhen, person, text } from '../../../design/index.ts'

export const outsideForm = defineForm({
  type: choice({ label: 'Kind of supervision' }),
  day: date({ label: 'Day it was held', mustBe: 'past or today' }),
  minutes: number({ label: 'Length in minutes', min: 5, max: 480 }),
  format: choice({
    label: 'How it was held',
    missing: 'Select how it was held',
    options: [
      { value: 'one-to-one', label: 'One-to-one' },
      { value: 'group', label: 'In a group' },
    ],
  }),
  groupSize: onlyWhen('format', 'group', number({ label: 'How many people were supervised', min: 2, max: 50 })),
  placeKind: choice({
    label: 'Where',
    missing: 'Select where it was held',
    options: [
      { value: 'in person', label: 'In person' },
      { value: 'remote', label: 'By video or phone' },
    ],
  }),
  heldWith: text({
    label: 'Who supervised',
    hint: 'Name and role, for example “Hana Patel, designated nurse”',
    max: 200,
  }),
  heldAt: text({ label: 'At which organisation or on which course', optional: true, max: 200 }),
  voucher: person({ label: 'Who can vouch for it', hint: 'A colleague here who knows that it was held' }),
})
