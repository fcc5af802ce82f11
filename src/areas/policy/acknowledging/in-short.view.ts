// A policy in short, for reading it in minutes: what it is for, what it asks of this reader, where to turn, and, for somebody
// who read an earlier version, what is different. Everything else is behind "Read all of it" (SPEC 1.5).
import type { PolicyPack } from '../pack/pack.ts'
import { textOf } from '../pack/wording.ts'
import { comparePacks, type Difference } from '../reading/compare.ts'
import { contentsOf, type Item } from '../reading/contents.ts'
import type { MyRow } from '../reading/for-me.ts'

export type InShort = {
  readonly summary: string | null
  readonly mine: readonly MyRow[]
  /** The advice desk's hours and ways, then where to turn for what; a few of them. */
  readonly turnTo: readonly Item[]
  readonly changed: Changed | null
  /** Whole minutes at a reader's pace, at least 1. */
  readonly minutes: number
}

export type Changed = {
  /** What is different for this reader, in sentences. */
  readonly mine: readonly string[]
  readonly all: readonly Difference[]
}

const MOST_SIGNPOSTS = 4
const WORDS_A_MINUTE = 150

/** `before`: the version that they read last, with what it asked of them. */
export function inShort(
  pack: PolicyPack,
  mine: readonly MyRow[],
  { easyRead, before }: { easyRead: boolean; before: { pack: PolicyPack; mine: readonly MyRow[] } | null },
): InShort {
  const summary = pack.summary === undefined ? null : textOf(pack.summary, { easyRead })
  const parts = contentsOf(pack, easyRead)
  const desk = parts.find((part) => part.name === pack.adviceDesk?.name)?.items ?? []
  const signposts = parts.find((part) => part.name === 'Where to turn')?.items ?? []
  const turnTo = [...desk, ...signposts.slice(0, MOST_SIGNPOSTS)]
  const changed = before && { mine: changedRows(before.mine, mine), all: differences(before.pack, pack) }
  const words = [
    summary ?? '',
    ...mine.flatMap((row) => [row.what, row.often, row.from, row.purpose ?? '']),
    ...turnTo.flatMap(({ name, text }) => [name ?? '', text]),
    ...(changed?.mine ?? []),
  ]
  return { summary, mine, turnTo, changed, minutes: minutesOf(words) }
}

const minutesOf = (texts: readonly string[]): number =>
  Math.max(1, Math.ceil(texts.join(' ').split(/\s+/).length / WORDS_A_MINUTE))

/** What is other than before among the rows that are for somebody: new ones, changed ones, and those that went. */
export function changedRows(before: readonly MyRow[], now: readonly MyRow[]): readonly string[] {
  const old = new Map(before.map((row) => [row.what, row]))
  const fresh = new Set(now.map((row) => row.what))
  const changed = now.flatMap((row) => {
    const was = old.get(row.what)
    if (!was) return [`New for you: ${lower(row.what)}, ${lower(said(row))}.`]
    return said(was) === said(row) ? [] : [`${row.what}: ${lower(said(row))}. Before: ${lower(said(was))}.`]
  })
  const gone = before.filter((row) => !fresh.has(row.what)).map((row) => `No longer asked of you: ${lower(row.what)}.`)
  return [...changed, ...gone]
}

const said = ({ often, strength, from }: MyRow): string =>
  `${often}, ${strength.toLowerCase()}${from === '' ? '' : `, from ${lower(from)}`}`
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** What stands at the head of every version says nothing about the policy itself. */
const head = new Set(['Version', 'Issued on', 'Approved by', 'To be reviewed by'])
const differences = (before: PolicyPack, after: PolicyPack): readonly Difference[] =>
  comparePacks(before, after).filter(({ where }) => !head.has(where[0] ?? ''))
