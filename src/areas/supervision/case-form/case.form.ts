// The words and fields of a case. The criteria come from the policy, a row for each person at risk from the page: rows are
// added and taken off without scripts, and an empty row is nobody.
import {
  choice,
  choices,
  date,
  defineForm,
  type Field,
  type Form,
  longText,
  onlyWhen,
  text,
} from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { becauseField } from '../../records/index.ts'
import { type CaseDetails, closingReasons, type KindAtRisk, type PersonAtRisk } from '../case/case.ts'
import type { Criterion } from './criteria.ts'

export type RowId = Id<'person at risk'>
export type CaseForm = Form<Readonly<Record<string, string | readonly string[] | null>>>

const initialsShape = {
  is: /^(?:[\p{Lu}\p{Lo}]\p{M}*\.?[ -]?){1,4}$/u,
  otherwise: 'Enter initials only, up to four capital letters, like T.O. or TO',
}

/** The fields of one person at risk. */
export const rowFields = (id: RowId) => ({
  kind: `kind--${id}`,
  initials: `initials--${id}`,
  relation: `relation--${id}`,
})
export const sinceField = (key: string): string => `since--${key}`

/** The form of a case with these criteria to choose from and these rows for people at risk. */
export function caseForm(criteria: readonly Criterion[], rows: readonly RowId[]): CaseForm {
  const reference = text({
    label: 'Local reference',
    hint: 'The number or code that your record system gives the family, like RV-2041. Never a name or an NHS number',
    max: 40,
    width: 10,
    spellcheck: false,
    autocomplete: 'off',
  })
  const chosen = choices({
    label: 'Criteria that this family meets',
    hint: 'Choose all that hold, and since when. With none of them you can still bring a case you worry about',
    options: criteria.map((one) => ({ value: one.key, label: one.words })),
    optional: true,
  })
  const since = criteria.map((one): [string, Field<string | null>] => [sinceField(one.key), sinceOf(one)])
  const people = rows.flatMap((id, at) => rowOf(id, at + 1))
  const connections = longText({
    label: 'How they are connected',
    hint: 'Who lives together, who is related, who else matters. Initials only',
    rows: 3,
    max: 2000,
    optional: true,
  })
  const fields = {
    reference,
    ...Object.fromEntries(people),
    connections,
    criteria: chosen,
    ...Object.fromEntries(since),
  }
  return defineForm(fields) as unknown as CaseForm
}

const sinceOf = (one: Criterion) =>
  onlyWhen(
    'criteria',
    one.key,
    date({
      label: 'Since when',
      hint: 'About when is enough',
      called: `since when: ${one.key.replaceAll('-', ' ')}`,
      mustBe: 'past or today',
    }),
  )

function rowOf(id: RowId, number: number): readonly [string, Field<string | null>][] {
  const names = rowFields(id)
  const kind = choice({
    label: `Person ${number}: child, unborn child or adult`,
    inline: true,
    small: true,
    options: [
      { value: 'child', label: 'Child' },
      { value: 'unborn', label: 'Unborn child' },
      { value: 'adult', label: 'Adult' },
    ],
  })
  const initials = text({
    label: `Person ${number}: initials`,
    hint: number === 1 ? 'Not needed for an unborn child' : undefined,
    max: 16,
    width: 5,
    pattern: initialsShape,
    spellcheck: false,
    autocomplete: 'off',
  })
  const relation = text({
    label: `Person ${number}: who they are in the family (optional)`,
    hint: number === 1 ? 'For example “elder child”, “mother”, “grandparent who looks after the children”' : undefined,
    max: 120,
  })
  const maybe = (field: Field<string>) => unlessEmpty(field, names)
  return [
    [names.kind, maybe(kind)],
    [names.initials, unlessUnborn(maybe(initials), names.kind)],
    [names.relation, maybe(optionalText(relation))],
  ]
}

type Names = ReturnType<typeof rowFields>

/** A row in which nothing was typed is nobody, and asks for nothing. */
const unlessEmpty = (field: Field<string>, names: Names): Field<string | null> => ({
  ...field,
  read: (name, body, context) =>
    Object.values(names).every((one) => wordsIn(body[one]) === '')
      ? { ok: true, value: null }
      : field.read(name, body, context),
  fill: (name, value) => field.fill(name, value ?? ''),
})

const unlessUnborn = (field: Field<string | null>, kind: string): Field<string | null> => ({
  ...field,
  read: (name, body, context) =>
    wordsIn(body[kind]) === 'unborn' && wordsIn(body[name]) === ''
      ? { ok: true, value: null }
      : field.read(name, body, context),
})

const optionalText = (field: Field<string>): Field<string> => ({
  ...field,
  read: (name, body, context) =>
    wordsIn(body[name]) === '' ? { ok: true, value: '' } : field.read(name, body, context),
})

const wordsIn = (value: unknown): string => {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim() : ''
}

type Values = Readonly<Record<string, string | readonly string[] | null>>

/** What was read as details of a case. */
export function detailsFrom(
  values: Values,
  { criteria, rows, because }: { criteria: readonly Criterion[]; rows: readonly RowId[]; because: string },
): CaseDetails {
  const said = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const people = rows.flatMap((id): PersonAtRisk[] => {
    const names = rowFields(id)
    const kind = said(names.kind)
    return kind === ''
      ? []
      : [{ id, kind: kind as KindAtRisk, initials: said(names.initials), relation: said(names.relation) }]
  })
  return {
    reference: said('reference'),
    initials: people[0]?.initials ?? '',
    people,
    connections: said('connections'),
    criteria: criteria.flatMap(({ key }) => {
      const since = parseDay(said(sinceField(key)))
      return since === null ? [] : [{ key, since }]
    }),
    identifiesNobody: because,
  }
}

/** A case as its form shows it again. */
export function valuesOf(details: CaseDetails): Record<string, string | readonly string[]> {
  const people = details.people.flatMap((one) => {
    const names = rowFields(one.id)
    return [
      [names.kind, one.kind],
      [names.initials, one.initials],
      [names.relation, one.relation],
    ]
  })
  return {
    reference: details.reference,
    connections: details.connections,
    criteria: details.criteria.map((one) => one.key),
    ...Object.fromEntries(people),
    ...Object.fromEntries(details.criteria.map((one) => [sinceField(one.key), one.since])),
  }
}

/** The free texts of a case by the field they stand in, to be looked through before saving. */
export const textsToLookThrough = (details: CaseDetails): Readonly<Record<string, string>> => ({
  reference: details.reference,
  connections: details.connections,
  ...Object.fromEntries(
    details.people.flatMap((one) => [
      [rowFields(one.id).initials, one.initials],
      [rowFields(one.id).relation, one.relation],
    ]),
  ),
  [becauseField]: details.identifiesNobody,
})

export const closingForm = defineForm({
  because: choice({
    label: 'Why does this case close?',
    missing: 'Select why this case closes',
    options: closingReasons.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
  }),
})
