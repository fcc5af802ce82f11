// The words and fields of joining and leaving a set.
import { choice, choices, date, defineForm, text } from '../../../design/index.ts'

export const joinForm = defineForm({
  'people-search': text({
    label: 'Find people',
    hint: 'Part of a name, an e-mail address or a team. Find again to add more: whoever is ticked stays',
    optional: true,
    max: 100,
    width: 20,
  }),
  people: choices({ label: 'Who joins', missing: 'Find people, then tick who joins', small: true }),
  as: choice({
    label: 'As',
    inline: true,
    options: [
      { value: 'member', label: 'Members' },
      { value: 'deputy', label: 'Deputy of the facilitator' },
    ],
  }),
  from: date({ label: 'From', missing: 'Enter the day from which they are in the set' }),
})

export const leaveForm = defineForm({
  until: date({
    label: 'No longer in the set from',
    hint: 'From this day on the set’s pages are closed to them',
    called: 'the day',
    missing: 'Enter the day from which they are no longer in the set',
  }),
})
