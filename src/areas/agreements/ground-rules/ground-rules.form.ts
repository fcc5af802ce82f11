// The words and fields of agreeing ground rules together.
import { choice, defineForm, type Field, longText, text, tick } from '../../../design/index.ts'
import { type Blank, longestBlank, longestClause, longestHeading } from '../agreement/clauses.ts'

const MOST = 2_000

export const concernForm = defineForm({
  why: longText({
    label: 'What concerns you?',
    hint: 'Everybody in the set reads it. A few words are enough',
    missing: 'Say in a few words what concerns you',
    called: 'your concern',
    rows: 3,
    max: MOST,
  }),
})

export const commentForm = defineForm({
  words: longText({
    label: 'Say something of this clause',
    missing: 'Write what you want to say',
    called: 'your comment',
    rows: 3,
    max: MOST,
  }),
})

const heading = text({ label: 'Heading', optional: true, max: longestHeading })
const clauseText = longText({
  label: 'What it should say',
  missing: 'Write what the clause should say',
  called: 'the clause',
  rows: 5,
  max: longestClause,
})
const why = longText({
  label: 'Why',
  called: 'why',
  rows: 2,
  max: MOST,
  optional: true,
})

export const suggestionForm = defineForm({ heading, text: clauseText, why })
export const leavingOutForm = defineForm({ whyOut: { ...why, label: 'Why it can go' } })
export const newClauseForm = defineForm({ heading, text: clauseText, why })

export const talkedForm = defineForm({
  how: longText({
    label: 'How it was talked through',
    hint: 'What the set said and decided. Everybody in the set reads it',
    missing: 'Write in a few words how it was talked through',
    called: 'how it was talked through',
    rows: 3,
    max: MOST,
  }),
})

/** Which answers are offered depends on who asks. */
export const answerForm = defineForm({
  answer: choice({ label: 'What becomes of it?', missing: 'Select what becomes of it' }),
  words: longText({
    label: 'Words to the set',
    called: 'your words',
    rows: 2,
    max: MOST,
    optional: true,
  }),
})

const prefix = 'blank--'
/** The field of something that is filled in. */
export const fieldOfBlank = (blank: Pick<Blank, 'key'>): string => `${prefix}${blank.key}`

/** What is filled in, one line each; those that must be are asked for when the text is closed. */
export const detailsForm = (blanks: readonly Blank[]) =>
  defineForm(
    Object.fromEntries(
      blanks.map((blank): [string, Field<string | null>] => [
        fieldOfBlank(blank),
        longText({ label: blank.label, hint: blank.hint ?? undefined, rows: 2, optional: true, max: longestBlank }),
      ]),
    ),
  )

export const closingForm = defineForm({
  read: tick({
    label: 'Before you close',
    option: 'The set has been through the text together',
    mustTick: 'Go through the text with the set, then tick the box',
  }),
})
