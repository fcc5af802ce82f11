// The glossary's last table is law: none of its words stands in a name that the product declares.
import { areaOrder } from '../areas.ts'
import { codeUnder, type Fault, isTest, lineOf, type Project, type Rule, type SourceFile } from '../project.ts'
import { isNode, type Node, nameOfNode, walk } from '../syntax.ts'

const glossary = 'docs/words.md'

/** Word pairs of the table under "Words that are not used". */
function unusedWords(project: Project): ReadonlyMap<string, string> {
  const text = project.files.find((file) => file.path === glossary)?.text ?? ''
  const table = text.split(/^## Words that are not used$/m)[1] ?? ''
  const rows = [...table.matchAll(/^\| (\w+) \| (.+?) \|$/gm)].map(
    ({ 1: not = '', 2: but = '' }) => [not, but] as const,
  )
  return new Map(rows.filter(([not]) => not !== 'not'))
}

const declares = new Set([
  'VariableDeclarator',
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
])

/** Names that a node gives to something: declared things, their parameters, members of types. */
function namesGiven(node: Node): readonly Node[] {
  if (declares.has(node.type)) return [node.id, ...((node.params as unknown[]) ?? [])].filter(isNode)
  if (node.type === 'ArrowFunctionExpression') return (node.params as unknown[]).filter(isNode)
  if (node.type === 'TSPropertySignature') return [node.key].filter(isNode)
  return []
}

/** 'findHttpSession' is said in the words find, http, session. */
const partsOf = (name: string): readonly string[] =>
  name.split(/(?<=[a-z0-9])(?=[A-Z])|[_-]+/).map((part) => part.toLowerCase())

function says(name: string, unused: string): boolean {
  const [all, wanted] = [` ${partsOf(name).join(' ')} `, ` ${partsOf(unused).join(' ')} `]
  return all.includes(wanted)
}

export const oneWord: Rule = {
  name: 'names use the words of docs/words.md',
  find: (project) => {
    const unused = [...unusedWords(project)]
    return codeUnder(project, 'src/')
      .filter((file) => !isTest(file.path))
      .flatMap((file) => faultsOf(file, unused))
  },
}

function faultsOf(file: SourceFile, unused: readonly (readonly [string, string])[]): readonly Fault[] {
  const faults: Fault[] = []
  walk(file.tree(), (node) => {
    for (const given of namesGiven(node)) {
      const name = nameOfNode(given) ?? ''
      const found = unused.find(([not]) => says(name, not))
      if (!found) continue
      faults.push({
        path: file.path,
        line: lineOf(file, given.start),
        what: `the name ${name} says "${found[0]}"`,
        why: 'Two words for one thing hide that it is one thing; one word for two hides that they are two.',
        instead: `${found[1]} (see ${glossary}).`,
      })
    }
  })
  return faults
}

export const mapOfAreas: Rule = {
  name: 'docs/map.md names every area, in the order of src/service.ts',
  find: (project) => {
    const text = project.files.find((file) => file.path === 'docs/map.md')?.text ?? ''
    const named = [...text.matchAll(/^\| (?:\[)?`?([a-z-]+)`?[^|]*\|/gm)].map(({ 1: name = '' }) => name)
    const order = areaOrder(project)
    const shown = named.filter((name) => order.includes(name))
    if (shown.join() === order.join()) return []
    return [
      {
        path: 'docs/map.md',
        what: `names ${shown.join(', ') || 'no area'}, but src/service.ts has ${order.join(', ')}`,
        why: 'The map is what a new reader trusts first.',
        instead: 'one row of the table for each area, foundations first.',
      },
    ]
  },
}

export const wordRules: readonly Rule[] = [oneWord, mapOfAreas]
