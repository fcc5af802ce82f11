// The one short form: what it is about, how urgent, where to ring back. An administrator's has the caller, too.
import { choice, defineForm, longText, person, text } from '../../../design/index.ts'

const soonness = [
  { value: 'now', label: 'Now: it cannot wait' },
  { value: 'today', label: 'Today' },
  { value: 'this week', label: 'This week' },
] as const
const phoneWords = {
  width: 20,
  max: 40,
  pattern: {
    is: /^\+?[\d ()-]{3,}(?: ?(?:ext\.?|x) ?\d+)?$/i,
    otherwise: 'Enter a phone number in digits, such as 01632 960123',
  },
} as const

const ask = {
  details: longText({
    label: 'What do you need advice on?',
    hint: 'A few words are enough. References and initials, no names',
    missing: 'Say in a few words what you need advice on',
    rows: 3,
    max: 4_000,
  }),
  urgency: choice({
    label: 'How soon do you need it?',
    missing: 'Select how soon you need it',
    options: soonness,
  }),
  phone: text({
    ...phoneWords,
    label: 'Number to ring you on',
    missing: 'Enter a number to ring you on',
    autocomplete: 'tel',
  }),
}

export const askForm = defineForm(ask)

/** What the desk writes down of every call. */
export const callFields = {
  details: longText({
    label: 'What they need advice on',
    hint: 'A few words, for the professional who rings back. References and initials, no names',
    missing: 'Say in a few words what they need advice on',
    rows: 3,
    max: 4_000,
  }),
  urgency: choice({
    label: 'How soon do they need it?',
    missing: 'Select how soon they need it',
    options: soonness,
  }),
  phone: text({ ...phoneWords, label: 'Number to ring them on', missing: 'Enter a number to ring them on' }),
  to: choice({
    label: 'Hand it to',
    hint: 'Leave it to the whole desk if you are not sure',
    as: 'select',
    optional: true,
  }),
}

/** For the desk, when somebody rings. */
export const callForm = defineForm({
  caller: person({
    label: 'Who is calling',
    hint: 'Not in the register? Use the last button: what you have typed comes along',
    missing: 'Find and choose the caller',
  }),
  ...callFields,
})

export const handForm = defineForm({
  to: choice({ label: 'Who takes it from here', missing: 'Choose a colleague', as: 'select' }),
})

// Several forms stand on one page, so no two of them have a field of the same name.
export const elsewhereForm = defineForm({
  turnTo: longText({
    label: 'Where they should turn instead, and why',
    missing: 'Say where they should turn instead',
    rows: 3,
    max: 4_000,
  }),
})

export const addForm = defineForm({
  more: longText({ label: 'Something to add', missing: 'Write what you want to add', rows: 3, max: 4_000 }),
})

const closing = (unwritten: string) =>
  defineForm({
    because: choice({
      label: 'Why it is closed',
      missing: 'Select why it is closed',
      options: [
        { value: 'not needed any more', label: 'They need it no longer' },
        { value: 'the caller has left', label: 'They have left' },
        { value: 'the caller did not write theirs', label: unwritten },
      ],
    }),
  })

export const closingForm = closing('They have not written down what they heard')
/** For somebody who is not in the register. */
export const closingOutsideForm = closing('It could not be read back to them')
