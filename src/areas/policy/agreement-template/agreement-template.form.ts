// The forms of a template of a contract or of ground rules: its name and term, one clause, what is filled in before
// signing, and the questions before renewal; a new template, and a text to paste.
import { choice, defineForm, longText, text, yesNo } from '../../../design/index.ts'
import { changed, type Editor, type Edits, type Opened, opened } from '../editing/editor.form.ts'
import { intervalSaid, lengthOfTime } from '../editing/plain-parts.form.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf } from '../pack/wording.ts'
import { isYes } from '../rule/condition.ts'
import {
  addedClause,
  type Clause,
  clauseEdits,
  type ClauseValues,
  easyReadOf,
  findTemplate,
  first,
  fresh,
  hasLanguages,
  type Kind,
  partiesOf,
  partyWords,
  type Template,
  wordingEdits,
} from './agreement-template.ts'
import type { ClauseParty } from './pasted-text.ts'

const backTo = (templateKey: string, pack: PolicyPack) => ({
  path: `agreements/${templateKey}`,
  label: findTemplate(pack, templateKey)?.template.name ?? 'Contracts and ground rules',
})

const source = text({
  label: 'Where this comes from',
  hint: 'The clause of your policy, or “own”.',
  called: 'where this comes from',
  max: 300,
})
const termFields = {
  term: text({
    label: 'How long it holds',
    hint: 'For example 12 months. Leave empty if it holds until somebody ends it.',
    width: 20,
    optional: true,
    pattern: lengthOfTime,
  }),
  opensBefore: text({
    label: 'Renewal opens how long before its end',
    hint: 'For example 6 weeks.',
    width: 20,
    optional: true,
    pattern: lengthOfTime,
  }),
}
const termFaults = ({ term, opensBefore }: { term: string | null; opensBefore: string | null }) =>
  opensBefore !== null && term === null
    ? [{ field: 'term', message: 'Say how long it holds, or leave out when renewal opens' }]
    : []

/** Name, words above the clauses, term. */
export const templateParticulars: Editor = {
  title: 'Contracts and ground rules',
  back: (itemKey, pack) => backTo(itemKey, pack),
  open: (pack, itemKey) => {
    const found = findTemplate(pack, itemKey)
    if (!found) return null
    const { template, at } = found
    return opened({
      heading: 'Name, opening and term',
      fields: {
        name: text({ label: 'Name', max: 300 }),
        summary: longText({ label: 'What it is for', hint: 'Shown before people start.', optional: true, rows: 3 }),
        opening: longText({ label: 'Opening', hint: 'The words above the first clause.', optional: true, rows: 3 }),
        easyOpening: longText({ label: 'Opening in easy-read words', optional: true, rows: 2 }),
        ...termFields,
        adaptable: yesNo({ label: 'May people adapt it before they sign?' }),
        source,
      },
      values: {
        ...template,
        summary: template.summary === undefined ? null : textOf(template.summary),
        opening: template.opening === undefined ? null : textOf(template.opening),
        easyOpening: easyReadOf(template.opening),
        term: intervalSaid(template.term),
        opensBefore: intervalSaid(template.opensBefore),
        adaptable: template.adaptable === undefined || isYes(template.adaptable),
      },
      check: (value) => [
        ...termFaults(value),
        ...(value.easyOpening !== null && value.opening === null
          ? [{ field: 'opening', message: 'Enter the opening itself, too' }]
          : []),
      ],
      edits: (value) => particularsEdits(template, at, value),
      paths: { term: ['agreements', at, 'term'], opensBefore: ['agreements', at, 'opensBefore'] },
    })
  },
}

type Particulars = {
  readonly name: string
  readonly summary: string | null
  readonly opening: string | null
  readonly easyOpening: string | null
  readonly term: string | null
  readonly opensBefore: string | null
  readonly adaptable: boolean
  readonly source: string
}

function particularsEdits(template: Template, at: number, value: Particulars): Edits {
  const path = ['agreements', at] as const
  const adaptable = template.adaptable === undefined || isYes(template.adaptable)
  return [
    ...changed([...path, 'name'], template.name, value.name),
    ...wordingEdits([...path, 'summary'], template.summary, value.summary, easyReadOf(template.summary)),
    ...wordingEdits([...path, 'opening'], template.opening, value.opening, value.easyOpening),
    ...changed([...path, 'term'], intervalSaid(template.term), value.term),
    ...changed([...path, 'opensBefore'], intervalSaid(template.opensBefore), value.opensBefore),
    ...(adaptable === value.adaptable ? [] : [{ path: [...path, 'adaptable'], value: value.adaptable ? 'yes' : 'no' }]),
    ...changed([...path, 'source'], template.source, value.source),
  ]
}

/** One clause; its address holds the keys of the template and of the clause with a dot between. */
export const clauseEditor: Editor = {
  title: 'Clauses',
  back: (itemKey, pack) => backTo(itemKey.split('.')[0] ?? '', pack),
  open: (pack, itemKey) => {
    const [templateKey = '', clauseKey = ''] = itemKey.split('.')
    const found = findTemplate(pack, templateKey)
    const clause = found?.template.clauses.find((one) => one.key === clauseKey)
    if (!found || (!clause && clauseKey !== fresh)) return null
    return openClause(found.template, found.at, clause)
  },
}

function openClause(template: Template, at: number, clause: Clause | undefined): Opened {
  const here = clause ? template.clauses.indexOf(clause) : template.clauses.length
  const path = ['agreements', at, 'clauses', here] as const
  return opened({
    heading: clause ? `Clause ${here + 1}` : 'Add a clause',
    hint: hasLanguages(clause?.text)
      ? 'This clause also has words in another language. Change those in the whole text.'
      : undefined,
    fields: clauseFields,
    options: {
      party: partiesOf(template.kind).map((value) => ({ value, label: partyWords[value] })),
      after: placesFor(template, clause),
    },
    values: clause ? valuesOf(template, clause) : { source: 'own', after: template.clauses.at(-1)?.key ?? first },
    check: ({ party }) =>
      partiesOf(template.kind).some((one) => one === party)
        ? []
        : [{ field: 'party', message: 'Whose it is must be one of the choices shown' }],
    edits: (value) =>
      clause
        ? clauseEdits(template, at, clause, value as ClauseValues)
        : addedClause(template, at, value as ClauseValues),
    paths: { party: [...path, 'party'], source: [...path, 'source'], text: [...path, 'text'] },
  })
}

const clauseFields = {
  heading: text({ label: 'Heading', optional: true, max: 300 }),
  text: longText({ label: 'What is agreed', rows: 6, called: 'what is agreed' }),
  party: choice({ label: 'Whose it is', called: 'whose it is', inline: false, small: true }),
  easyRead: longText({
    label: 'The same in easy-read words',
    hint: 'Short sentences, for people who find long ones hard.',
    optional: true,
    rows: 3,
  }),
  source,
  after: choice({ label: 'Where it stands', called: 'where it stands', as: 'select' }),
}

const valuesOf = (template: Template, clause: Clause) => ({
  heading: clause.heading ?? null,
  text: textOf(clause.text),
  party: clause.party as ClauseParty as string,
  easyRead: easyReadOf(clause.text),
  source: clause.source,
  after: template.clauses[template.clauses.indexOf(clause) - 1]?.key ?? first,
})

const placesFor = (template: Template, clause: Clause | undefined) => [
  { value: first, label: 'At the beginning' },
  ...template.clauses
    .filter((one) => one !== clause)
    .map((one) => ({ value: one.key, label: `After “${shortName(one)}”` })),
]

/** A clause by its heading, or by its first words. */
export function shortName({ heading, text: words }: Pick<Clause, 'text'> & { heading?: string }): string {
  if (heading) return heading
  const all = textOf(words)
  return all.length <= 60 ? all : `${all.slice(0, 60).replace(/\s+\S*$/, '')} …`
}

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'one-to-one contract', label: 'A contract for one-to-one supervision' },
  { value: 'safeguarding contract', label: 'A contract for safeguarding supervision' },
  { value: 'ground rules', label: 'Ground rules of an action learning set' },
]

const pasted = longText({
  label: 'Your text',
  hint: 'Paste it as it is. Every paragraph, and every point of a list, becomes a clause; a short line above one becomes its heading. “As supervisee, I agree to:” says whose the following ones are.',
  rows: 16,
  max: 60_000,
  missing: 'Paste the text',
})
const pastedSource = text({
  label: 'Where the text comes from',
  hint: 'For example the name of your policy and its clause, or “own”.',
  called: 'where the text comes from',
  max: 300,
})

export const newTemplateForm = defineForm(
  {
    name: text({ label: 'Name', hint: 'What people will see, such as “Preceptorship contract”.', max: 300 }),
    kind: choice({ label: 'What is it?', missing: 'Select what it is', options: kinds }),
    ...termFields,
    text: pasted,
    source: pastedSource,
  },
  { check: termFaults },
)

export const pasteForm = defineForm({
  text: pasted,
  how: choice({
    label: 'What becomes of the clauses that are there?',
    missing: 'Select what becomes of the clauses that are there',
    options: [
      { value: 'instead', label: 'The pasted ones take their place' },
      { value: 'after', label: 'They stay; the pasted ones come after them' },
    ],
  }),
  source: pastedSource,
})
