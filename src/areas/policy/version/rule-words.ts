// One row of the matrix in a sentence, for the pages where staff and owners read the policy.
import type { PolicyPack } from '../pack/pack.ts'
import { readTest, testWords } from '../rule/test-of-facts.ts'
import type { ConditionText } from '../rule/condition.ts'

export type MatrixRow = NonNullable<PolicyPack['matrix']>[number]

/** 'every 3 months', 'every calendar month: 90 minutes', 'as required', 'see the rule' for rhythms with steps or streams. */
export function rhythmWords(row: MatrixRow): string {
  if (row.streams)
    return row.streams.map((stream) => `${stream.name}: ${rhythmWords({ ...stream } as MatrixRow)}`).join('; ')
  if (row.steps)
    return row.steps
      .map((step) => [rhythmWords(step as MatrixRow), lengthWords(step)].filter(Boolean).join(' '))
      .join(', then ')
  if (row.per !== undefined)
    return [`each ${plain(row.per)}`, row.need === undefined ? '' : plain(row.need)].filter(Boolean).join(': ')
  if (row.every !== undefined)
    return [`every ${plain(row.every).replace(/^every /, '')}`, row.need === undefined ? '' : plain(row.need)]
      .filter(Boolean)
      .join(': ')
  return row.strength === 'as required' || row.asRequired ? 'as required' : 'once'
}

/** Who the row is for, in words; the row's own name where it says no one. */
export function peopleWords(row: MatrixRow, names: ReadonlyMap<string, string>): string {
  if (row.appliesTo === undefined || row.appliesTo === 'everyone') return 'Everyone'
  return namedWords(row.appliesTo, names)
}

/** Who may supervise, in words; '' when the kind of supervision decides. */
export function supervisorWords(row: MatrixRow, names: ReadonlyMap<string, string>): string {
  const condition = row.supervisors ?? row.supervisor
  return condition === undefined ? '' : namedWords(condition, names)
}

function namedWords(condition: ConditionText, names: ReadonlyMap<string, string>): string {
  const named = JSON.parse(JSON.stringify(condition), (_key, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  ) as ConditionText
  const words = testWords(readTest(named))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const lengthWords = (step: { for?: unknown; until?: unknown }): string =>
  step.for !== undefined ? `for ${plain(step.for)}` : step.until !== undefined ? `until ${plain(step.until)}` : ''

const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([unit, count]) => `${plain(count)} ${unit}`)
        .join(' ')
    : String(value)
