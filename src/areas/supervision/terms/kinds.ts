// In which order a form offers kinds of supervision (SPEC 5.1): first what must be had, then what the two already have
// together, then what is recommended; then, behind a line, every other kind, for nothing is forbidden by a list.

type Kind = { readonly key: string; readonly name: string }
type Offered = { readonly value: string; readonly label: string; readonly divider?: string }

export type Own = {
  /** Kinds that rows of the policy ask of the people in question, and how strongly. */
  readonly needed: readonly { readonly key: string; readonly strength: string }[]
  /** Kinds for which the asker has a supervisor or supervises somebody. */
  readonly paired: readonly string[]
}

/** Every kind once. Without any of one's own, or with nothing but those, there is no line. */
export function offerKinds(kinds: readonly Kind[], own: Own): readonly Offered[] {
  const rank = (key: string): number => {
    const strengths = own.needed.filter((one) => one.key === key).map((one) => one.strength)
    if (strengths.includes('mandatory')) return 0
    if (own.paired.includes(key)) return 1
    return strengths.includes('recommended') ? 2 : 3
  }
  const ranked = kinds
    .map(({ key, name }) => ({ value: key, label: name, rank: rank(key) }))
    .toSorted((a, b) => a.rank - b.rank)
  const line = ranked.findIndex((one) => one.rank === 3)
  return ranked.map(({ value, label }, index) =>
    index === line && line > 0 ? { value, label, divider: 'or another kind' } : { value, label },
  )
}
