// Proposing a change to a clause, answering a proposal, filling blanks in.
import { choice, defineForm, type Field, type Form, longText, text } from '../../../design/index.ts'
import { type AgreementText, longestBlank, longestClause, longestHeading } from '../agreement/clauses.ts'
import { longestWhy, type Proposal } from './proposal.ts'

const heading = text({ label: 'Heading', optional: true, max: longestHeading })
const words = longText({
  label: 'What it should say',
  missing: 'Write what it should say',
  max: longestClause,
  rows: 5,
})
const why = longText({ label: 'Why you propose it', optional: true, max: longestWhy, rows: 2 })

/** Other words for a clause that is there. */
export const changeForm = defineForm({ heading, text: words, why })

/** A clause of one's own. */
export const addForm = defineForm({
  party: choice({
    label: 'Whom does it bind?',
    missing: 'Select whom it binds',
    options: [
      { value: 'both', label: 'Both of us' },
      { value: 'supervisee', label: 'The supervisee' },
      { value: 'supervisor', label: 'The supervisor' },
    ],
  }),
  heading,
  text: words,
  why,
})

/** Leaving a clause out. */
export const leaveOutForm = defineForm({ why })

/** What one says of a proposal. Several stand on one page, so each has fields of its own names. */
export function answerForm({ id }: Pick<Proposal, 'id'>) {
  const names = { answer: `answer-${id}`, reply: `reply-${id}` }
  const form = defineForm({
    [names.answer]: choice({
      label: 'Your answer',
      missing: 'Select your answer',
      inline: true,
      options: [
        { value: 'accepts', label: 'Accept it' },
        { value: 'declines', label: 'Decline it' },
      ],
    }),
    [names.reply]: longText({ label: 'A word about it', optional: true, max: longestWhy, rows: 2 }),
  } as Record<string, Field<string | null>>)
  return { form, names }
}

/** A field for each blank of a text; none is needed before the text is closed. */
export const blanksForm = (content: AgreementText): Form<Readonly<Record<string, string | null>>> =>
  defineForm(
    Object.fromEntries(
      content.blanks.map((blank): readonly [string, Field<string | null>] => [
        blankName(blank.key),
        text({ label: blank.label, hint: blank.hint ?? undefined, optional: true, max: longestBlank }),
      ]),
    ),
  )

export const blankName = (key: string): string => `blank-${key}`
