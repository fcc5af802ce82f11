// The staff matrix in words, row by row: who, what, how often, how strongly, from whom. Keys of roles and groups are
// said by their names; a row with several streams reads as several rows (SPEC 2.2).
import type { PolicyPack } from '../pack/pack.ts'
import { defaultsOf } from '../pack/requirements.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import type { Requirement } from '../rule/requirement.ts'
import { ruleWords } from '../rule/rule-words.ts'
import { testWords } from '../rule/test-of-facts.ts'
import { spaced } from './compare.ts'

/** `at`: the row's place in the matrix; a row with streams gives several. */
export type MatrixRow = {
  readonly at: number
  readonly who: string
  readonly what: string
  readonly often: string
  readonly strength: string
  readonly from: string
  readonly source: string
}

export function matrixRows(pack: PolicyPack): readonly MatrixRow[] {
  const defaults = defaultsOf(pack)
  return (pack.matrix ?? []).flatMap((row, at) =>
    readRequirements(row, defaults).map((requirement) => ({ at, ...rowWords(pack, requirement) })),
  )
}

/** One requirement in the words of its pack. */
export function rowWords(pack: PolicyPack, row: Requirement): Omit<MatrixRow, 'at'> {
  const types = new Map(pack.types.map((type) => [type.key, type.name]))
  return {
    who: capital(row.appliesWords),
    what: row.types.map((key) => types.get(key) ?? key).join(', '),
    often: capital(oftenWords(row)),
    strength: spaced(row.strength),
    from: row.supervisors === null ? '' : capital(namedRoles(testWords(row.supervisors), pack)),
    source: row.source ?? '',
  }
}

function oftenWords(row: Requirement): string {
  const words = ruleWords(row)
  if (row.asRequired && words !== whenNeeded) return `${words}, and ${whenNeeded}`
  return row.minimum && words !== whenNeeded ? `${words}, and more often when it is needed` : words
}
const whenNeeded = 'whenever it is needed'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Keys of roles as their names, longest first so that no name is cut. */
function namedRoles(words: string, pack: PolicyPack): string {
  const byLength = [...(pack.roles ?? [])].sort((a, b) => b.key.length - a.key.length)
  return byLength.reduce((text, { key, name }) => text.replaceAll(key.replaceAll('-', ' '), name.toLowerCase()), words)
}
