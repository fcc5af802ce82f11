// The matrix as a whole: every row complete, leading to things that exist, and no two rows laying claim to the same
// staff and the same supervision without saying which of them wins.
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { listOf } from '../rule/rule-defaults.ts'
import { sameWord, wordsUnder } from '../rule/test-of-facts.ts'
import { type Keys, type Path, unknown, unknownUnder } from './known-keys.ts'
import { ruleFaults } from './rule-faults.ts'

type Row = NonNullable<PolicyPack['matrix']>[number]

/** Faults of every row, then of rows that get in each other's way. */
export function matrixFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  const rows = pack.matrix ?? []
  return [...rows.flatMap((row, at) => rowFaults(row, keys, ['matrix', at])), ...overlapFaults(rows)]
}

function rowFaults(row: Row, keys: Keys, path: Path): ShapeFault[] {
  const missing = (['key', 'name', 'source'] as const).filter((one) => row[one] === undefined)
  const untyped = (row.streams ?? [row]).some(
    (one) => one.type === undefined && one.types === undefined && row.type === undefined && row.types === undefined,
  )
  return [
    ...missing.map((one): ShapeFault => ({ path, message: `“${one}” is missing: every row of the matrix has one.` })),
    ...(untyped ? [{ path, message: '“type” is missing: which type of supervision does this row ask for?' }] : []),
    ...unknownUnder(keys.groups, row.appliesTo, 'staffGroup', [...path, 'appliesTo']),
    ...unknownUnder(keys.roles, row.appliesTo, 'role', [...path, 'appliesTo']),
    ...unknownUnder(keys.competences, row.appliesTo, 'competence', [...path, 'appliesTo']),
    ...listOf(row.overrides).flatMap((one) => unknown(keys.rows, one, [...path, 'overrides'])),
    ...[
      { stream: row, here: path },
      ...(row.streams ?? []).map((stream, at) => ({ stream, here: [...path, 'streams', at] })),
    ].flatMap(({ stream, here }) => [
      ...listOf(stream.type).flatMap((one) => unknown(keys.types, one, [...here, 'type'])),
      ...listOf(stream.types).flatMap((one) => unknown(keys.types, one, [...here, 'types'])),
      ...unknownUnder(keys.roles, stream.supervisors, 'role', [...here, 'supervisors']),
      ...unknownUnder(keys.competences, stream.supervisors, 'competence', [...here, 'supervisors']),
      ...listOf(stream.including).flatMap((one) => unknownUnder(keys.types, one.where, 'type', [...here, 'including'])),
      ...listOf(stream.atMost).flatMap((one) => unknownUnder(keys.types, one.where, 'type', [...here, 'atMost'])),
    ]),
    ...ruleFaults(row, path),
  ]
}

type Claim = { row: Row; at: number; type: string; stream: string; groups: ReadonlySet<string> | null; rest: string }

/** Rows that both apply to one staff group and type, at the same time, with nothing to say which one counts. */
function overlapFaults(rows: readonly Row[]): ShapeFault[] {
  const claims = rows.flatMap((row, at) => claimsOf(row, at))
  const said = new Set<string>()
  return claims.flatMap((claim, index) =>
    claims.slice(0, index).flatMap((earlier): ShapeFault[] => {
      const shared = earlier.at === claim.at ? null : sharedGroup(earlier, claim)
      const pair = `${earlier.at} ${claim.at}`
      if (shared === null || said.has(pair)) return []
      said.add(pair)
      const rival = earlier.row.name ?? earlier.row.key ?? 'another row'
      return [
        {
          path: ['matrix', claim.at],
          message: `This row and “${rival}” both ask ${shared} for “${claim.type}”. Let one override the other (“overrides”), or give them different streams.`,
        },
      ]
    }),
  )
}

function claimsOf(row: Row, at: number): Claim[] {
  const condition = row.appliesTo === undefined || row.appliesTo === 'everyone' ? {} : row.appliesTo
  const { staffGroup, staffGroups, ...rest } = condition as Record<string, unknown>
  const words = wordsUnder(
    { ...(staffGroup ? { staffGroup } : {}), ...(staffGroups ? { staffGroups } : {}) } as never,
    'staffGroup',
  ).map(({ word }) => sameWord(word))
  const groups = words.length === 0 ? null : new Set(words)
  return (row.streams ?? [row]).flatMap((stream) =>
    [...listOf(stream.type ?? row.type), ...listOf(stream.types ?? row.types)].map((type) => ({
      row,
      at,
      type,
      stream: 'name' in stream && row.streams ? String(stream.name) : (row.stream ?? ''),
      groups,
      rest: JSON.stringify([rest, row.counts?.part ?? 'receiving']),
    })),
  )
}

/** Whom two claims share, in words; null when they do not get in each other's way. */
function sharedGroup(one: Claim, other: Claim): string | null {
  if (one.type !== other.type || one.stream !== other.stream || one.rest !== other.rest) return null
  if ((one.row.priority ?? 0) !== (other.row.priority ?? 0)) return null
  if (
    listOf(one.row.overrides).includes(other.row.key ?? '') ||
    listOf(other.row.overrides).includes(one.row.key ?? '')
  )
    return null
  if ((one.row.until ?? '9999') < (other.row.from ?? '') || (other.row.until ?? '9999') < (one.row.from ?? ''))
    return null
  if (one.groups === null || other.groups === null)
    return one.groups === other.groups ? 'everyone' : [...(one.groups ?? other.groups)!].join(', ')
  const shared = [...one.groups].filter((group) => other.groups!.has(group))
  return shared.length === 0 ? null : shared.join(', ')
}
