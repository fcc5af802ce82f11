// The words and fields of a learning point: its text, what it is about, whom it is sent to, and who reads it over.
import { choice, choices, defineForm, longText, text } from '../../../design/index.ts'
import { subjects } from './learning-point.ts'

export const pointForm = defineForm({
  title: text({
    label: 'In one line',
    hint: 'What others should know or do, such as “Ask who else lives at the address”',
    called: 'it in one line',
    max: 120,
  }),
  words: longText({
    label: 'What is worth knowing',
    hint: 'The exact words that are sent. No names, places, dates or details by which anybody could be known',
    called: 'what is worth knowing',
    max: 2000,
    counted: true,
    rows: 6,
  }),
  subjects: choices({
    label: 'What it is about',
    hint: 'Five subjects at most. It is found again by them',
    missing: 'Select what it is about',
    small: true,
    options: subjects.map((value) => ({ value, label: sentence(value) })),
  }),
  team1: choice({
    label: 'Whom it is sent to',
    hint: 'A team with all beneath it; everybody, when none is chosen',
    as: 'select',
    optional: true,
  }),
  team2: choice({ label: 'Another team', as: 'select', optional: true }),
  team3: choice({ label: 'A third team', as: 'select', optional: true }),
  reader: choice({
    label: 'Second reader',
    hint: 'Somebody who was not there looks for anybody who could be known by it',
    missing: 'Select a second reader',
    as: 'select',
  }),
})

export const teamFields = ['team1', 'team2', 'team3'] as const

/** A fixed word of the service at the beginning of a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
