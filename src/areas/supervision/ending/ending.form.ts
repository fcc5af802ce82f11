// The words and fields of ending supervision and of changing supervisor. No field asks whose fault it was.
import { choice, choices, date, defineForm, longText, onlyWhen, person } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { NotTalked, Talked } from './ending.ts'

const parts = choices({ label: 'What ends?', missing: 'Select what ends', small: true })
const talkedFields = {
  talked: choice({
    label: 'Have the two of you talked about it?',
    missing: 'Select whether you have talked about it',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, we could not' },
    ],
  }),
  talkedOn: onlyWhen(
    'talked',
    'yes',
    date({ label: 'On which day?', called: 'the day on which you talked', mustBe: 'past or today' }),
  ),
  notTalked: onlyWhen(
    'talked',
    'no',
    choice({
      label: 'What kept you from it?',
      missing: 'Select what kept you from talking about it',
      small: true,
      options: [
        { value: 'away', label: 'One of us is away or has left' },
        { value: 'no answer', label: 'I tried, and could not reach them' },
        { value: 'risk', label: 'Talking about it could put somebody at risk' },
      ],
    }),
  ),
}
const whenFields = {
  when: choice({
    label: 'From when?',
    missing: 'Select from when',
    options: [
      { value: 'today', label: 'From today' },
      { value: 'later', label: 'From a later day' },
    ],
  }),
  on: onlyWhen(
    'when',
    'later',
    date({ label: 'First day without', called: 'the first day without', mustBe: 'today or future' }),
  ),
}

export const endingForm = defineForm({
  parts,
  ...talkedFields,
  kind: choice({
    label: 'What has changed?',
    hint: 'Only the two of you see this.',
    missing: 'Select what has changed',
    options: [
      { value: 'moved', label: 'One of us has moved on to other work' },
      { value: 'left', label: 'One of us leaves' },
      { value: 'not working out', label: 'We are not the right match just now' },
      { value: 'changed supervisor', label: 'There is another supervisor already' },
      { value: 'no longer needed', label: 'This supervision is no longer needed', divider: 'or' },
    ],
  }),
  ...whenFields,
})

const whoWords = { label: 'Who is your new supervisor?', missing: 'Select your new supervisor' }
const who = {
  chosen: choice(whoWords),
  listed: choice({ ...whoWords, as: 'select' }),
  searched: person({
    label: 'Who is your new supervisor?',
    hint: 'Those who may supervise this are found.',
    called: 'your new supervisor',
  }),
}
/** Few who may supervise are all shown, more are a list, very many are searched for. */
export const changeForms = {
  chosen: defineForm({ with: who.chosen, parts, ...talkedFields, ...whenFields }),
  listed: defineForm({ with: who.listed, parts, ...talkedFields, ...whenFields }),
  searched: defineForm({ with: who.searched, parts, ...talkedFields, ...whenFields }),
}

type Said = {
  readonly talked: string
  readonly talkedOn: string | null
  readonly notTalked: string | null
  readonly when: string
  readonly on: string | null
}

/** What was said of the talk and of the day, as the rules take it. */
export const saidOf = (value: Said, today: Day): { readonly talked: Talked; readonly on: Day } => ({
  talked:
    value.talked === 'yes'
      ? { on: (value.talkedOn ?? today) as Day }
      : { notBecause: (value.notTalked ?? 'away') as NotTalked },
  on: value.when === 'later' ? ((value.on ?? today) as Day) : today,
})

export const closingForm = defineForm({
  note: longText({
    label: 'Why is it closed?',
    hint: 'A few words for your own record. Nobody else is told.',
    called: 'why it is closed',
    max: 2000,
    rows: 3,
  }),
})
