// The exact text that is to be told, and to whom.
import { choices, defineForm, longText, text } from '../../../design/index.ts'
import { identifiesNobody } from '../../records/index.ts'
import { LONGEST_TEXT } from './announcement.ts'

export const announcementForm = defineForm({
  text: longText({
    label: 'What is to be told',
    hint: 'The exact words. Leave out who said what, and anything that lets somebody be recognised',
    called: 'what is to be told',
    missing: 'Write what is to be told',
    max: LONGEST_TEXT,
    counted: true,
    rows: 6,
  }),
  identifiesNobody,
  'people-search': text({
    label: 'To whom? Find people',
    hint: 'Part of a name, an e-mail address or a team. Find again to add more: whoever is ticked stays',
    optional: true,
    max: 100,
    width: 20,
  }),
  people: choices({ label: 'It is told to', missing: 'Find people, then tick to whom it is told', small: true }),
})
