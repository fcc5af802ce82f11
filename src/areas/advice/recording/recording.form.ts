// The two records of one advice: the same choices for both sides, so that they can be compared.
import { choice, choices, date, defineForm, longText, number, text } from '../../../design/index.ts'
import type { Part } from './writing.ts'
import { type Advice, type JudgedUrgency, type NextStep, themes } from './comparison.ts'

export const adviceWords: Readonly<Record<Advice, string>> = {
  'carry on': 'Carry on as planned',
  'refer for a child': 'Refer to children’s social care',
  'refer for an adult': 'Refer to adult social care',
  'call the police': 'Call the police',
  'share with others': 'Share with other professionals, such as the GP',
  'write it down': 'Write it into the clinical record',
  'bring to supervision': 'Bring it to planned supervision',
  'talk again': 'Talk with the desk again',
}
export const urgencyWords: Readonly<Record<JudgedUrgency, string>> = {
  now: 'At once',
  today: 'Today',
  'this week': 'This week',
  'no hurry': 'No hurry',
}
export const nextWords: Readonly<Record<NextStep, string>> = {
  'the caller': 'Whoever asked',
  'the adviser': 'Whoever advised',
  both: 'Both',
  nobody: 'Nobody: there is nothing to do',
}
const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }))

const compared = {
  advice: choices({
    label: 'What was advised',
    hint: 'Select all that apply',
    missing: 'Select what was advised',
    options: optionsOf(adviceWords),
  }),
  urgency: choice({ label: 'How urgent is it', missing: 'Select how urgent it is', options: optionsOf(urgencyWords) }),
  next: choice({
    label: 'Who does the next step',
    missing: 'Select who does the next step',
    options: optionsOf(nextWords),
  }),
}

const advised = longText({
  label: 'The advice, in your own words',
  hint: 'What you were told, what you weighed, what you advised and why. References and initials, no names',
  missing: 'Write down the advice',
  rows: 5,
  max: 20_000,
})
const heard = longText({
  label: 'What you heard, in your own words',
  hint: 'What you take from it and what you will do. References and initials, no names',
  missing: 'Write down what you heard',
  rows: 4,
  max: 20_000,
})

/** What whoever advised writes down. */
export const adviceForm = defineForm(
  {
    theme: choice({
      label: 'What it was mostly about',
      hint: 'Counted for the figures of the desk, without anybody’s name',
      missing: 'Select what it was mostly about',
      as: 'select',
      options: themes.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
    }),
    ...compared,
    words: advised,
    minutes: number({ label: 'How long you talked', suffix: 'minutes', min: 1, max: 240 }),
    action: text({
      label: 'Something the caller will do',
      hint: 'Appears in what they need to do. Leave empty if there is nothing',
      optional: true,
      max: 500,
    }),
    due: date({ label: 'By which day', mustBe: 'today or future', optional: true }),
  },
  {
    check: ({ action, due }) =>
      action !== null && due === null
        ? [{ field: 'due', message: 'Enter the day by which they will do it' }]
        : action === null && due !== null
          ? [{ field: 'action', message: 'Say what they will do by that day' }]
          : [],
  },
)

/** What whoever asked writes down. */
export const heardForm = defineForm({ ...compared, words: heard })

const why = longText({
  label: 'What was wrong before',
  hint: 'Kept with it. References and initials, no names',
  missing: 'Say what was wrong before',
  rows: 2,
  max: 2_000,
})

const readBack = longText({
  label: 'What they heard, in their words',
  hint: 'What they take from it and what they will do. References and initials, no names',
  missing: 'Write down what they heard',
  rows: 4,
  max: 20_000,
})
const readBackForm = defineForm({ ...compared, words: readBack })

/** What whoever asked writes down; of somebody who is not in the register, whoever advised does. */
export const accountForm = (isReadBack: boolean) => (isReadBack ? readBackForm : heardForm)

const corrections = {
  advice: defineForm({ ...compared, words: advised, why }),
  account: defineForm({ ...compared, words: heard, why }),
  readBack: defineForm({ ...compared, words: readBack, why }),
} as const

/** What corrects either record: the same choices and words, and why. */
export const correctionForm = (part: Part, isReadBack: boolean) =>
  corrections[part === 'account' && isReadBack ? 'readBack' : part]

/** The adviser's fields where nobody can be given an action. */
export const withoutAction = ['theme', 'advice', 'urgency', 'next', 'words', 'minutes'] as const

/** What a request becomes on the caller's list of cases. */
export const caseForm = defineForm({
  reference: text({
    label: 'Local record reference',
    hint: 'Never a name',
    missing: 'Enter the local record reference',
    max: 40,
    width: 20,
  }),
  kind: choice({
    label: 'Who is at risk',
    missing: 'Select who is at risk',
    options: [
      { value: 'child', label: 'A child' },
      { value: 'unborn', label: 'An unborn child' },
      { value: 'adult', label: 'An adult' },
    ],
  }),
  initials: text({
    label: 'Their initials',
    hint: 'At most; leave empty for an unborn child',
    optional: true,
    max: 6,
    width: 5,
    pattern: {
      is: /^(?:\p{Lu}\.? ?){1,4}$/u,
      otherwise: 'Enter initials only, up to four capital letters, like T.O. or TO',
    },
  }),
})
