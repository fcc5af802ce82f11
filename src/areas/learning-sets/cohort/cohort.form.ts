// The words and fields of a cohort: its days, its people and its sets.
import { choice, choices, date, defineForm, text } from '../../../design/index.ts'

export const cohortForm = defineForm({
  name: text({
    label: 'Name of the cohort',
    hint: 'For example “Autumn 2027”',
    missing: 'Enter a name for the cohort',
    called: 'name of the cohort',
    max: 120,
  }),
  from: date({ label: 'First day', missing: 'Enter the first day of the cohort' }),
  lastDay: date({
    label: 'Last day',
    hint: 'Everybody is asked how it was for them from three weeks before this day',
    missing: 'Enter the last day of the cohort',
  }),
})

export const participantsForm = defineForm({
  'people-search': text({
    label: 'Find people',
    hint: 'Part of a name, an e-mail address or a team. Find again to add more: whoever is ticked stays',
    optional: true,
    max: 100,
    width: 20,
  }),
  people: choices({ label: 'Who takes part', missing: 'Find people, then tick who takes part', small: true }),
})

export const addSetForm = defineForm({
  set: choice({ label: 'Set', missing: 'Choose a set', as: 'select' }),
})

export const placingForm = defineForm({
  people: choices({ label: 'Who', missing: 'Tick whom you want to place', small: true }),
  set: choice({ label: 'In which set', missing: 'Choose a set', as: 'select' }),
})
