// Which rows of the matrix are for somebody, by their posts and roles of today (SPEC 3.1). How each stands is worked out
// elsewhere; this says only what is asked for, and why.
import type { Requirement } from '../rule/requirement.ts'
import { meets, type Subject } from '../rule/test-of-facts.ts'
import { type Holding, personSubject, type Post } from '../facts/person-facts.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { requirementsOf } from '../pack/requirements.ts'
import { type MatrixRow, rowWords } from './matrix-rows.ts'

/** What is known of a post today. */
export type MyPost = Pick<
  Post,
  'staffGroups' | 'professions' | 'units' | 'kind' | 'band' | 'trainingStages' | 'caseload' | 'hours'
>
export type MyRow = Omit<MatrixRow, 'at'> & { readonly purpose: string | null }

const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** The rows of one pack that are for somebody with these posts who holds these things, on a day (as a number). */
export function rowsFor(
  requirements: readonly Requirement[],
  { posts, holdings, day }: { posts: readonly MyPost[]; holdings: readonly Holding[]; day: number },
): readonly Requirement[] {
  const subjects = subjectsOf({ posts, holdings, day })
  const rows = requirements.filter(
    (row) => row.from <= day && day <= row.until && subjects.some((subject) => meets(row.appliesTo, subject)),
  )
  const overridden = new Set(rows.flatMap((row) => row.overrides))
  return rows.filter((row) => !overridden.has(row.key))
}

/** Somebody's posts as conditions ask about them, with what they hold on a day (as a number). */
export function subjectsOf(of: {
  posts: readonly MyPost[]
  holdings: readonly Holding[]
  day: number
}): readonly Subject[] {
  const held = of.holdings.filter((one) => one.from <= of.day && of.day <= one.to)
  return of.posts.map((post) => personSubject({ ...always, grade: null, started: null, ...post }, held))
}

/** The rows of these packs that are for somebody with these posts and roles; `today` as a day number. */
export function rowsForMe(
  packs: readonly PolicyPack[],
  mine: { posts: readonly MyPost[]; roles: Iterable<string>; today: number },
): readonly MyRow[] {
  const holdings = [...mine.roles].map((key) => ({ ...always, what: 'role' as const, key }))
  return packs.flatMap((pack) =>
    rowsFor(requirementsOf(pack), { posts: mine.posts, holdings, day: mine.today }).map((row) => ({
      ...rowWords(pack, row),
      purpose: purposeOf(pack, row),
    })),
  )
}

function purposeOf(pack: PolicyPack, row: Requirement): string | null {
  const summary = pack.types.find((type) => type.key === row.types[0])?.summary
  return summary === undefined ? null : typeof summary === 'string' ? summary : summary.text
}
