// Keys may be written as people write them: "applies to", "applies-to" and "applies_to" are read as appliesTo.
// Nothing else is guessed; a key that then is still unknown is refused with a suggestion (SPEC 2.1).

/** The same data with every key in its one spelling. Where two spellings of one key meet, both stay, to be refused. */
export function guessedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(guessedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const taken = new Set(entries.map(([key]) => key))
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const spelt = spellingOf(key)
      return [spelt !== key && taken.has(spelt) ? key : spelt, guessedKeys(inner)]
    }),
  )
}

function spellingOf(key: string): string {
  if (!/^[A-Za-z][A-Za-z]*([ _-][A-Za-z]+)+$/.test(key)) return key
  return key
    .split(/[ _-]+/)
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
}
