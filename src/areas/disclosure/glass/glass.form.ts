// The fields of breaking the glass: finding, asking, deciding, telling, reviewing; each once.
import { choice, date, defineForm, longText, onlyWhen, person } from '../../../design/index.ts'

export const findingForm = defineForm({
  person: person({
    label: 'Whose record',
    hint: 'The supervisor, or somebody who was supervised',
    missing: 'Find and choose the person',
  }),
  day: date({ label: 'The day of the session', mustBe: 'past or today' }),
})

export const askingForm = defineForm({
  cause: choice({
    label: 'Why it cannot come from its author',
    missing: 'Select why it cannot come from its author',
    options: [
      { value: 'author ill or away', label: 'The author is ill or away' },
      { value: 'author cannot be reached', label: 'The author cannot be reached' },
      { value: 'somebody at risk now', label: 'Somebody is at risk now, and there is no time to ask the author' },
    ],
  }),
  reason: longText({
    label: 'What you need from it, and why now',
    hint: 'The second person decides by this, and whoever reviews it reads it',
    missing: 'Say what you need from it, and why now',
    max: 10_000,
    rows: 4,
  }),
  telling: choice({
    label: 'Those concerned are told that you opened it',
    missing: 'Select whether telling them could put somebody at risk',
    options: [
      { value: 'tell', label: 'They can be told at once' },
      { value: 'risk', label: 'Telling them now would put somebody at risk' },
    ],
  }),
  risk: onlyWhen('telling', 'risk', longText({ label: 'Who would be at risk, and how', rows: 3, max: 10_000 })),
})

export const answeringForm = defineForm({
  answer: choice({
    label: 'Your decision',
    missing: 'Select whether you agree or refuse',
    options: [
      { value: 'agreed', label: 'I agree: it may be opened for one hour' },
      { value: 'refused', label: 'I refuse' },
    ],
  }),
  telling: onlyWhen(
    'answer',
    'agreed',
    choice({
      label: 'When those concerned are told',
      missing: 'Select when those concerned are told',
      options: [
        { value: 'now', label: 'As soon as it is opened' },
        { value: 'later', label: 'On a later day, because telling them now would put somebody at risk' },
      ],
    }),
  ),
  words: longText({
    label: 'Your reason',
    hint: 'For a later day: who would be at risk, and how',
    missing: 'Give your reason',
    rows: 3,
    max: 10_000,
  }),
  tellOn: date({ label: 'The later day, if they are told later', optional: true }),
})

export const tellingForm = defineForm({
  decision: choice({
    label: 'Telling those concerned',
    missing: 'Select whether they are told now',
    options: [
      { value: 'told', label: 'Tell them now' },
      { value: 'later', label: 'Later: it would still put somebody at risk' },
    ],
  }),
  words: onlyWhen('decision', 'later', longText({ label: 'Who would be at risk, and how', rows: 3, max: 10_000 })),
  tellOn: onlyWhen('decision', 'later', date({ label: 'The day to tell them' })),
})

export const reviewForm = defineForm({
  outcome: choice({
    label: 'Was it justified?',
    missing: 'Select whether it was justified',
    options: [
      { value: 'justified', label: 'Yes, it was justified' },
      { value: 'not justified', label: 'No, it was not justified' },
    ],
  }),
  follows: longText({ label: 'What follows from it', missing: 'Say what follows from it', max: 10_000, rows: 4 }),
})
