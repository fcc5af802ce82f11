// The words and fields of making a programme and of what it says of itself.
import { choice, defineForm, longText, text } from '../../../design/index.ts'

const name = text({
  label: 'Name of the programme',
  hint: 'For example “Leading with confidence”. Everybody in the organisation can see it',
  missing: 'Enter a name for the programme',
  called: 'name of the programme',
  max: 120,
})
const lead = choice({
  label: 'Who leads it',
  hint: 'Somebody with the role of programme lead. They alone read the feedback',
  missing: 'Choose who leads the programme',
  as: 'select',
})

export const programmeForm = defineForm({
  name,
  lead,
  aims: longText({ label: 'What it is for', optional: true, rows: 4, max: 5_000 }),
  expect: longText({
    label: 'What to expect',
    hint: 'Begins with the words of your policy, to be changed as you like',
    optional: true,
    rows: 8,
    max: 5_000,
  }),
  commitment: longText({
    label: 'How much time it takes',
    hint: 'For example “Six meetings of two and a half hours in a year, and what you decide to do between them”',
    optional: true,
    rows: 3,
    max: 2_000,
  }),
})

export const wellbeingForm = defineForm({
  wellbeing: longText({
    label: 'What helps to keep well',
    hint: 'Begins with the words of your policy, to be changed as you like',
    optional: true,
    rows: 8,
    max: 5_000,
  }),
  contacts: longText({
    label: 'Whom to turn to here',
    hint: 'One to a line: who, how to reach them, and when. For example “Staff support line: 01632 960001, day and night”',
    optional: true,
    rows: 6,
    max: 2_000,
  }),
})
