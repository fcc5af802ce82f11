// docs/how-to/write-a-pack.md is true as long as it names every key and every fixed word of the published schema; what a
// row of the matrix may say stands in write-a-rule.md.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Node = { readonly [key: string]: unknown }
type Named = { readonly word: string; readonly at: string; readonly kind: 'key' | 'choice' }

const schema = JSON.parse(readFileSync('policy-packs/policy-pack.schema.json', 'utf8')) as Node
const pack = wordsIn(readFileSync('docs/how-to/write-a-pack.md', 'utf8'))
const rule = wordsIn(readFileSync('docs/how-to/write-a-rule.md', 'utf8'))
const all = namedIn(schema, '')

/** Every word between backticks; a piece of YAML between them gives each of its words. */
function wordsIn(text: string): ReadonlySet<string> {
  const quoted = [...text.matchAll(/```[\s\S]*?```|`[^`]+`/g)].map(([part]) => part.replaceAll('`', ''))
  return new Set(quoted.flatMap((part) => [part, ...part.split(/[^\w’'-]+/)]))
}

function namedIn(node: unknown, at: string): readonly Named[] {
  if (Array.isArray(node)) return node.flatMap((one) => namedIn(one, at))
  if (typeof node !== 'object' || node === null) return []
  const { properties = {}, enum: choices, $defs = {}, ...rest } = node as Node & { properties?: Node; $defs?: Node }
  const keys = Object.entries(properties).flatMap(([word, below]): readonly Named[] => [
    { word, at: `${at}/${word}`, kind: 'key' },
    ...namedIn(below, `${at}/${word}`),
  ])
  const words = (Array.isArray(choices) ? choices : []).filter((word) => typeof word === 'string')
  return [
    ...keys,
    ...words.map((word): Named => ({ word, at, kind: 'choice' })),
    ...Object.entries($defs).flatMap(([name, below]) => namedIn(below, `$${name}`)),
    ...Object.values(rest).flatMap((one) => namedIn(one, at)),
  ]
}

/** What rules and conditions say, wherever they stand. */
const ofRules = ({ at }: Named): boolean => at.startsWith('$') || at.startsWith('/matrix/')

describe('how to write a pack', () => {
  it('walks a schema that has what a pack is made of', () => {
    expect(all.filter(({ kind }) => kind === 'key').length).toBeGreaterThan(200)
    expect(all.map(({ at }) => at)).toEqual(expect.arrayContaining(['/types/preparation/goesTo', '/matrix/every']))
  })

  it('names every key of a pack', () => {
    const missing = all.filter((one) => one.kind === 'key' && !ofRules(one) && !pack.has(one.word))
    expect(missing.map(({ at }) => at)).toEqual([])
  })

  it('names every fixed word that a key may have', () => {
    const missing = all.filter((one) => one.kind === 'choice' && !ofRules(one) && !pack.has(one.word))
    expect(missing.map(({ at, word }) => `${at}: ${word}`)).toEqual([])
  })

  it('leaves to the other page what rules and conditions say, and that names it', () => {
    const missing = all.filter((one) => ofRules(one) && !rule.has(one.word) && !pack.has(one.word))
    expect([...new Set(missing.map(({ at, word, kind }) => `${at}${kind === 'choice' ? `: ${word}` : ''}`))]).toEqual(
      [],
    )
  })
})
