// The form of one row of the staff matrix, and of a new one.
import { choice, choices, longText, onlyWhen, text, tick } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { intervalOf } from '../rule/interval.ts'
import type { RuleText } from '../rule/rule.ts'
import { type Editor, type Opened, opened, type Path } from '../editing/editor.form.ts'
import {
  addedRow,
  findRow,
  limitsOf,
  type RowLimits,
  rowEdits,
  rowKeyOf,
  type RowValues,
  valuesOf,
} from './matrix-row.ts'
import { lengthOfTime } from '../editing/plain-parts.form.ts'

/** Where a key would stand, for the form of a row that is not there yet; no key looks like this. */
export const newRow = '_new'

export const matrixRow: Editor = {
  title: 'Staff matrix',
  back: () => ({ path: 'matrix', label: 'Staff matrix' }),
  items: (pack) =>
    (pack.matrix ?? []).map((row, at) => ({ key: rowKeyOf(row, at), name: row.name ?? rowKeyOf(row, at) })),
  open: (pack, itemKey) => {
    if (itemKey === newRow) return openNew(pack)
    const at = findRow(pack, itemKey)
    const row = pack.matrix?.[at]
    return row ? openRow(pack, row, at) : null
  },
}

const nothing: RowValues = {
  name: null,
  staffGroups: [],
  types: [],
  often: 'every',
  every: null,
  strength: 'mandatory',
  asRequired: false,
  supervisors: [],
  lead: null,
  note: null,
  source: 'own',
}

const shownValues = ({ often, ...values }: RowValues) => (often === 'as written' ? values : { ...values, often })

const openNew = (pack: PolicyPack): Opened =>
  opened({
    heading: 'Add a row',
    fields: fieldsFor({ appliesTo: false, rhythm: false, supervisors: false }, false),
    options: optionsOf(pack),
    values: shownValues(nothing),
    check: faultsIn,
    edits: (value) => addedRow(pack, { ...nothing, ...value }),
    paths: pathsAt(pack.matrix?.length ?? 0),
  })

function openRow(pack: PolicyPack, row: RuleText, at: number): Opened {
  const limits = limitsOf(row)
  const now = valuesOf(row, pack)
  return opened({
    heading: row.name ?? 'A row of the matrix',
    hint: limitWords(limits),
    fields: fieldsFor(limits, now.often === 'as written'),
    options: optionsOf(pack, now),
    values: shownValues(now),
    check: faultsIn,
    edits: (value) => rowEdits(row, at, pack, { ...now, ...value }),
    paths: pathsAt(at),
  })
}

function limitWords({ appliesTo, rhythm, supervisors }: RowLimits): string | undefined {
  const kept = [
    ...(appliesTo ? ['who it is for'] : []),
    ...(rhythm ? ['how often'] : []),
    ...(supervisors ? ['from whom'] : []),
  ]
  if (kept.length === 0) return undefined
  return `This row says more about ${kept.join(' and ')} than a form can hold. Change that in the whole text.`
}

function fieldsFor(limits: RowLimits, asWritten: boolean) {
  return {
    name: text({ label: 'Name of the row', max: 2000, optional: true }),
    ...(limits.appliesTo ? {} : { staffGroups: whoField }),
    types: choices({ label: 'Which supervision', missing: 'Select which supervision they need', small: true }),
    ...(limits.rhythm || asWritten ? {} : oftenFields),
    strength: strengthField,
    asRequired: tick({ label: 'More often when needed', option: 'Also whenever it is needed' }),
    ...(limits.supervisors ? {} : { supervisors: fromField }),
    lead: leadField,
    note: longText({ label: 'Note', optional: true, max: 2000, rows: 3 }),
    source: text({ label: 'Where this comes from', hint: 'The clause, or “own”.', optional: true, max: 300 }),
  }
}

const whoField = choices({
  label: 'Who',
  hint: 'Staff groups. Tick none when it is for everybody.',
  optional: true,
  small: true,
})
const fromField = choices({
  label: 'From whom',
  hint: 'Roles. Tick none to keep to what the kind of supervision says.',
  optional: true,
  small: true,
})
const oftenFields = {
  often: choice({
    label: 'How often',
    options: [
      { value: 'every', label: 'At least once in every …' },
      { value: 'whenever', label: 'Whenever it is needed, without an interval' },
    ],
  }),
  every: onlyWhen(
    'often',
    'every',
    text({
      label: 'Interval',
      hint: 'For example 3 months, 6 weeks or 12 shifts.',
      width: 20,
      pattern: {
        is: { test: (typed: string) => intervalOf(typed) !== null },
        otherwise: 'Say an interval, such as 3 months, 6 weeks or 12 shifts',
      },
    }),
  ),
}
const strengthField = choice({
  label: 'How strongly',
  options: [
    { value: 'mandatory', label: 'Mandatory', hint: 'Counts in the figures.' },
    { value: 'recommended', label: 'Recommended' },
    { value: 'as required', label: 'As required' },
    { value: 'voluntary', label: 'Voluntary' },
  ],
})
const leadField = text({
  label: 'Due soon, how long before',
  hint: 'For example 4 weeks. Leave empty to keep to what the policy says for all rows.',
  width: 20,
  optional: true,
  pattern: lengthOfTime,
})

const faultsIn = (value: { often?: string; strength: string }) =>
  value.often === 'whenever' && value.strength === 'mandatory'
    ? [{ field: 'often', message: 'What is mandatory needs an interval, or nobody can tell when it is due' }]
    : []

const named = (all: readonly { key: string; name: string }[] | undefined, kept: readonly string[] = []) => {
  const known = (all ?? []).map(({ key, name }) => ({ value: key, label: name }))
  const unknown = kept.filter((key) => !known.some((one) => one.value === key))
  return [...known, ...unknown.map((key) => ({ value: key, label: key }))]
}

const optionsOf = (pack: PolicyPack, now: RowValues = nothing) => ({
  staffGroups: named(pack.staffGroups, now.staffGroups),
  types: named(pack.types, now.types),
  supervisors: named(
    (pack.roles ?? []).filter((role) => role.supervises === true || role.supervises === 'yes'),
    now.supervisors,
  ),
})

const pathsAt = (at: number): Readonly<Record<string, Path>> => ({
  staffGroups: ['matrix', at, 'appliesTo'],
  types: ['matrix', at, 'type'],
  every: ['matrix', at, 'every'],
  strength: ['matrix', at, 'strength'],
  supervisors: ['matrix', at, 'supervisors'],
  lead: ['matrix', at, 'lead'],
  source: ['matrix', at, 'source'],
})
