// The fields of everything that is written in a meeting. Each name stands once on the page, which shows several forms at a time.
import {
  choice,
  choices,
  date,
  defineForm,
  type Field,
  longText,
  number,
  text,
  timeOfDay,
} from '../../../design/index.ts'
import { bidStrengths } from '../course/naming-topics.ts'
import type { MeetingRole } from '../format/format.ts'
import type { LearningLevel, Outcome } from '../meeting/meeting.ts'
import { levelWords, outcomeWords } from './words.view.ts'

const speaker = choice({ label: 'Who says it', as: 'select', optional: true })

/** Nothing to fill in: a button. */
export const buttonForm = defineForm({})

export const contributionForm = defineForm({
  kind: choice({ label: 'What is it?', missing: 'Say what it is', inline: true, small: true }),
  level: choice({
    label: 'What is it about?',
    options: (Object.keys(levelWords) as LearningLevel[]).map((value) => ({ value, label: levelWords[value] })),
    optional: true,
    small: true,
  }),
  speaker,
  said: longText({ label: 'Your words', missing: 'Write something first', max: 2000, rows: 3 }),
})

export const topicForm = defineForm({
  'topic-speaker': speaker,
  'topic-words': longText({
    label: 'Your topic, in two sentences',
    hint: 'Everybody in the meeting reads it',
    missing: 'Write your topic first',
    called: 'topic',
    max: 300,
    counted: true,
    rows: 3,
  }),
})

export const bidForm = defineForm({
  'bid-speaker': speaker,
  'bid-words': longText({
    label: 'What would you bring?',
    missing: 'Write what you would bring',
    called: 'what you would bring',
    max: 300,
    rows: 2,
  }),
  strength: choice({
    label: 'How much do you need the set today?',
    hint: '1: it can wait. 5: I need it today',
    missing: 'Say from 1 to 5 how much you need it',
    inline: true,
    options: bidStrengths.map((one) => ({ value: String(one), label: String(one) })),
  }),
})

export const voteForm = defineForm({
  'vote-speaker': speaker,
  votes: choices({
    label: 'Which topics would you take today?',
    hint: 'Only you see how you vote',
    missing: 'Choose at least one topic',
    small: true,
  }),
})

export const reportForm = defineForm({
  outcome: choice({
    label: 'What came of it?',
    missing: 'Say what came of it',
    inline: true,
    small: true,
    options: (Object.keys(outcomeWords) as Outcome[]).map((value) => ({ value, label: outcomeWords[value] })),
  }),
  'came-of-it': longText({
    label: 'What happened, and what you learned',
    hint: 'Where it was not done, or changed, a few words why',
    max: 2000,
    rows: 3,
    optional: true,
  }),
  'new-day': date({
    label: 'New day to do it by',
    hint: 'If it goes on. Without one it is the day before you next meet',
    called: 'day',
    optional: true,
  }),
})

export const postponementForm = defineForm({
  'put-off': choice({ label: 'Which commitment', missing: 'Choose the commitment', as: 'select' }),
  'put-off-words': text({ label: 'Why the set puts it off', missing: 'Say why the set puts it off', max: 500 }),
})

export const commitmentForm = defineForm({
  'promise-speaker': speaker,
  promise: longText({
    label: 'What will you do?',
    hint: 'Clear enough to be told about next time',
    missing: 'Write what you will do',
    called: 'what you will do',
    max: 2000,
    rows: 2,
  }),
  due: date({ label: 'By when', called: 'day', missing: 'Enter the day by when you will do it' }),
})

export const quietForm = defineForm({
  'quiet-words': text({
    label: 'What is it?',
    hint: 'You need not say. Only the facilitator reads it, now',
    optional: true,
    max: 500,
  }),
})

export const arrivalForm = defineForm({
  arrives: choice({ label: 'Who is here in the room', missing: 'Choose who is here', as: 'select' }),
})
export const departureForm = defineForm({
  departs: choice({ label: 'Who has left', missing: 'Choose who has left', as: 'select' }),
})
export const handoverForm = defineForm({
  'hand-to': choice({
    label: 'Who could facilitate from now?',
    hint: 'They have a minute to accept. You facilitate until then.',
    missing: 'Choose who could facilitate',
    as: 'select',
  }),
})
export const roleForm = defineForm({
  role: choice<MeetingRole>({ label: 'Which part', missing: 'Choose the part', as: 'select' }),
  'role-person': choice({ label: 'Who takes it', missing: 'Choose who takes it', as: 'select' }),
})
export const presenterForm = defineForm({
  presenter: choice({ label: 'Who presents', missing: 'Choose who presents', as: 'select' }),
})
export const callForm = defineForm({
  call: choice({ label: 'Whose turn is it next?', missing: 'Choose whose turn it is', as: 'select' }),
})
export const minutesForm = defineForm({
  minutes: number({ label: 'How many minutes more', called: 'minutes', min: 1, max: 120, suffix: 'minutes' }),
})

export const nextDateForm = defineForm({
  'next-day': date({ label: 'When do we meet next?', called: 'day of the next meeting' }),
  'next-time': timeOfDay({ label: 'At what time?', optional: true }),
})

export const finishForm = defineForm({
  'finish-words': text({ label: 'Why the set finishes now', optional: true, max: 500 }),
})

const places = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth']

/** A topic, with what is known of it: whose it is, bids, votes. */
export type TopicToChoose = { readonly words: string; readonly about: string }

/** A place and minutes for each topic, how the set chose, and its words. Minutes left empty are shared out evenly. */
export function choiceForm(topics: readonly TopicToChoose[], { most, begun }: { most: number; begun: number }) {
  const inOrder = places.slice(begun, most).map((label, at) => ({ value: String(at + 1), label }))
  const options = [{ value: '0', label: 'Not this time' }, ...inOrder]
  const fields = topics.flatMap((topic, at): (readonly [string, Field<unknown>])[] => [
    [
      placeName(at),
      choice({
        label: topic.words,
        hint: topic.about,
        as: 'select',
        options,
        missing: 'Say whether this topic is taken',
      }),
    ],
    [minutesName(at), number({ label: `Minutes for it`, min: 1, max: 600, suffix: 'minutes', optional: true })],
  ])
  return defineForm({
    ...Object.fromEntries(fields),
    how: choice({
      label: 'How did you choose?',
      inline: true,
      small: true,
      options: [
        { value: 'agreement', label: 'We agreed' },
        { value: 'votes', label: 'By votes' },
      ],
    }),
    'choice-words': text({
      label: 'Why otherwise than suggested, or fewer than usual',
      hint: 'In the set’s words; they are kept',
      optional: true,
      max: 500,
    }),
  })
}

export const placeName = (at: number): string => `place-${at}`
export const minutesName = (at: number): string => `minutes-${at}`

/** A group for each person: "A", "B" … */
export function groupsForm(people: readonly { readonly name: string }[]) {
  const most = Math.max(1, Math.floor(people.length / 2))
  const options = Array.from({ length: most }, (_, at) => ({ value: String(at), label: `Group ${at + 1}` }))
  const fields = people.map(
    ({ name }, at) =>
      [groupName(at), choice({ label: name, as: 'select', options, missing: `Choose a group for ${name}` })] as const,
  )
  return defineForm(Object.fromEntries(fields))
}

export const groupName = (at: number): string => `group-${at}`
