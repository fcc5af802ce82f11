import { choice, choices, file, tick, yesNo } from '../form/choice-fields.tsx'
import { date, timeOfDay } from '../form/day-fields.tsx'
import { defineForm, onlyWhen } from '../form/define-form.ts'
import { ErrorSummary, FormFields, PostForm } from '../form/form.tsx'
import { person } from '../form/person-field.tsx'
import { email, longText, number, text } from '../form/text-fields.tsx'
import { Input, PasswordInput, SearchInput } from '../nhs/controls.tsx'
import { Button } from '../parts/button.tsx'
import type { Section } from './gallery.tsx'

const whenAndWhere = (prefix: string) => ({
  [`${prefix}-title`]: text({ label: 'Title', hint: 'A few words, without names', called: 'a title' }),
  [`${prefix}-day`]: date({
    label: 'Date of session',
    missing: 'Enter the date of session',
    hint: 'For example, 24 11 2026',
  }),
  [`${prefix}-time`]: timeOfDay({ label: 'Start', missing: 'Enter when it starts', hint: 'For example, 2:30pm' }),
  [`${prefix}-minutes`]: number({ label: 'Length', called: 'length', suffix: 'minutes', min: 5, max: 480 }),
  [`${prefix}-how`]: choice({
    label: 'How do you meet?',
    missing: 'Select how you meet',
    options: [
      { value: 'room', label: 'In a room' },
      { value: 'video', label: 'By video', hint: 'The link is sent to both' },
      { value: 'phone', label: 'By phone', divider: 'or' },
    ],
  }),
  [`${prefix}-room`]: onlyWhen(`${prefix}-how`, 'room', text({ label: 'Room', called: 'the room' })),
})

const whatAndWho = (prefix: string) => ({
  [`${prefix}-kind`]: choice({
    label: 'Kind of supervision',
    as: 'select',
    missing: 'Choose the kind of supervision',
    options: [
      { value: 'case', label: 'Child protection case work' },
      { value: 'adhoc', label: 'Ad hoc' },
    ],
  }),
  [`${prefix}-themes`]: choices({
    label: 'Themes',
    missing: 'Select at least one theme, or none of these',
    options: [
      { value: 'neglect', label: 'Neglect' },
      { value: 'workload', label: 'Workload' },
      { value: 'none', label: 'None of these', exclusive: true, divider: 'or' },
    ],
  }),
  [`${prefix}-safe`]: yesNo({ label: 'Is everybody safe now?', missing: 'Select yes if everybody is safe now' }),
  [`${prefix}-read`]: tick({
    label: 'Policy',
    option: 'I have read the policy',
    mustTick: 'Tick that you have read the policy',
  }),
  [`${prefix}-mail`]: email({ label: 'E-mail address', missing: 'Enter an e-mail address' }),
  [`${prefix}-note`]: longText({
    label: 'Notes',
    max: 400,
    counted: true,
    optional: true,
    hint: 'Only you and your supervisor see them',
  }),
  [`${prefix}-file`]: file({ label: 'Staff list', accept: '.csv,text/csv', missing: 'Choose a staff list' }),
})

const calm = defineForm({ ...whenAndWhere('calm'), ...whatAndWho('calm') })
const wrong = defineForm({ ...whenAndWhere('wrong'), ...whatAndWho('wrong') })
const finder = defineForm({ supervisor: person({ label: 'Supervisor' }) })

const typedWrongly = wrong.read(
  {
    'wrong-day-day': '31',
    'wrong-day-month': '2',
    'wrong-day-year': '2027',
    'wrong-time': '2:30',
    'wrong-minutes': 'an hour',
    'wrong-how': 'room',
    'wrong-themes': ['neglect', 'none'],
    'wrong-mail': 'amina.yusuf',
    'wrong-note': 'ملاحظات 👩🏽‍⚕️ '.repeat(40),
  },
  { today: '2026-11-20' },
)
const wrongState = typedWrongly.ok ? wrong.filled() : typedWrongly

export const formExamples: Section = {
  id: 'forms',
  title: 'Forms',
  examples: [
    {
      name: 'Every kind of field, empty',
      shown: (
        <PostForm action="/gallery" form={calm} autosave="/gallery/draft">
          <FormFields form={calm} state={calm.filled()} />
          <Button>Save</Button>
        </PostForm>
      ),
    },
    {
      name: 'Every kind of field, refused: everything typed is kept',
      shown: (
        <>
          <ErrorSummary state={wrongState} />
          <PostForm action="/gallery" form={wrong} version={3}>
            <FormFields form={wrong} state={wrongState} />
            <Button variant="secondary">Save again</Button>
          </PostForm>
        </>
      ),
    },
    {
      name: 'Finding a person',
      shown: (
        <PostForm action="/gallery">
          <FormFields
            form={finder}
            state={{ errors: [], typed: { 'supervisor-search': 'car' } }}
            options={{
              supervisor: [
                { value: 'ben', label: 'Ben Carter', hint: 'Safeguarding supervisor, Northside' },
                { value: 'carys', label: 'Carys Lloyd-Pritchard', hint: 'Named nurse, Eastside' },
              ],
            }}
          />
          <Button variant="secondary">Choose this person</Button>
        </PostForm>
      ),
    },
    {
      name: 'Password and search',
      shown: (
        <>
          <PasswordInput
            id="password"
            name="password"
            label={{ text: 'Password' }}
            hint={{ text: '15 letters or more' }}
            autocomplete="current-password"
          />
          <SearchInput id="search" name="q" label={{ text: 'Find people' }} />
          <Input
            id="code"
            name="code"
            label={{ text: 'One-time code' }}
            width={5}
            inputmode="numeric"
            autocomplete="one-time-code"
          />
        </>
      ),
    },
  ],
}
