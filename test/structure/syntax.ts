// Reading code with a real parser: syntax trees, a walk over them, and what a file imports.
import { posix } from 'node:path'
import { parseSync, visitorKeys } from 'oxc-parser'

/** A node of the ESTree that the parser answers; the rules look only at the few fields they name. */
export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

export type Import = {
  /** As written: './a.ts', 'pg', 'node:fs'. */
  readonly from: string
  /** A path in the project for relative imports, otherwise undefined. */
  readonly path: string | undefined
  /** True when only types are taken, so that nothing is left of it at run time. */
  readonly typeOnly: boolean
  /** The names as the other file exports them, and as this one calls them. */
  readonly names: readonly string[]
  readonly locals: readonly string[]
  readonly start: number
}

export function parse(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text)
  const first = errors[0]
  if (first) throw new Error(`${path} cannot be parsed: ${first.message}`)
  return program as unknown as Node
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Visits a node and all below it, parents first; the visitor gets the chain of parents, nearest last. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void, parents: Node[] = []): void {
  visit(node, parents)
  parents.push(node)
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key]
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) walk(one, visit, parents)
  }
  parents.pop()
}

/** All nodes of one type, in order. */
export function nodesOf(tree: Node, ...types: readonly string[]): readonly Node[] {
  const found: Node[] = []
  walk(tree, (node) => {
    if (types.includes(node.type)) found.push(node)
  })
  return found
}

/** Static and dynamic imports, re-exports and `import('…')` types. */
export function importsOf(path: string, tree: Node): readonly Import[] {
  return nodesOf(
    tree,
    'ImportDeclaration',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'ImportExpression',
    'TSImportType',
  ).flatMap((node): Import[] => {
    const from = stringOf(node.source)
    if (from === undefined) return []
    const specifiers = (node.specifiers as Node[] | undefined) ?? []
    const typeOnly =
      node.type === 'TSImportType' ||
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'))
    const target = from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from)) : undefined
    return [
      {
        from,
        path: target,
        typeOnly,
        names: specifiers.map(importedName),
        locals: specifiers.map(localName),
        start: node.start,
      },
    ]
  })
}

const importedName = (specifier: Node): string => nameOfNode(specifier.imported ?? specifier.local) ?? ''
const localName = (specifier: Node): string => nameOfNode(specifier.local) ?? ''

/** Names that a file declares and exports itself; what it only passes on is not among them. */
export function exportedNames(tree: Node): readonly string[] {
  return nodesOf(tree, 'ExportNamedDeclaration').flatMap((node) => {
    const declaration = node.declaration
    if (!isNode(declaration)) return []
    const declared = (declaration.declarations as Node[] | undefined) ?? [declaration]
    return declared.flatMap((one) => nameOfNode(one.id) ?? [])
  })
}

/** The text of a string literal or of a template without holes. */
export function stringOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'TemplateLiteral') return undefined
  const quasis = value.quasis as Node[]
  return quasis.length === 1 ? ((quasis[0]?.value as { cooked: string } | undefined)?.cooked ?? undefined) : undefined
}

export const nameOfNode = (value: unknown): string | undefined =>
  isNode(value) && (value.type === 'Identifier' || value.type === 'JSXIdentifier') ? String(value.name) : undefined

/** `object.property` of plain names, or undefined for anything else. */
export function memberOf(node: Node): readonly [string, string] | undefined {
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined
  const object = nameOfNode(node.object)
  const property = nameOfNode(node.property)
  return object !== undefined && property !== undefined ? [object, property] : undefined
}
