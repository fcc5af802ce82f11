// Which pages are of one kind: the same address but for whom or what it is about.

// Parts of addresses that name a row of the policy in words. One page serves them all, and its title does not say
// which, for titles hold no content.
const named: readonly (readonly [RegExp, string])[] = [
  [/^\/concerns\/new\/[a-z-]+$/, '/concerns/new/:routeKey'],
  [/^(\/(?:agreements|ground-rules)\/:id\/clauses)\/[\w-]+/, '$1/:clause'],
]

/** '/people/0193…/posts?x=1' gives '/people/:id/posts': pages that differ only in whom they are about. */
export function patternOf(path: string): string {
  const parts = (path.split('?')[0] ?? '').split('/')
  const plain = parts.map((part) => (/\d/.test(part) || part.length > 30 ? ':id' : part)).join('/')
  return named.reduce((pattern, [form, instead]) => pattern.replace(form, instead), plain)
}
