// The words and fields of a recommendation and of a report on it.
import { choice, date, defineForm, longText, person } from '../../../design/index.ts'
import { recommendationStates } from './recommendation.ts'

export const recommendationForm = defineForm({
  words: longText({
    label: 'What is recommended',
    hint: 'What should become practice. Leave out the case, and anybody’s name',
    called: 'what is recommended',
    max: 2000,
    rows: 3,
  }),
  owner: person({ label: 'Who sees to it' }),
  unit: choice({ label: 'For which team', hint: 'Everybody, when none is chosen', as: 'select', optional: true }),
  due: date({ label: 'By when', mustBe: 'today or future' }),
})

const stateLabels: Readonly<Record<(typeof recommendationStates)[number], string>> = {
  proposed: 'Not begun yet',
  'under way': 'Under way',
  embedded: 'It is everyday practice',
  'not taken up': 'It will not be taken up',
}

export const recommendationReportForm = defineForm({
  state: choice({
    label: 'How does it stand?',
    missing: 'Select how it stands',
    options: recommendationStates.map((value) => ({ value, label: stateLabels[value] })),
  }),
  words: longText({
    label: 'What shows it, or what is in the way',
    hint: 'For example an audit, a change of template, a date on which a team agreed. No cases and no names',
    optional: true,
    max: 2000,
    rows: 3,
  }),
  due: date({ label: 'By when', hint: 'Change it where more time is needed' }),
})
