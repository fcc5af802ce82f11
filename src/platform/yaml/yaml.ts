// YAML read safely: a size limit, no aliases, no custom tags, no doubled keys; and every value knows its line,
// so that a fault can be named where its author will look for it.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify, visit } from 'yaml'

/** A fault with the line (1 for the first) and column on which it stands. */
export type LineFault = { readonly line: number; readonly column: number; readonly message: string }
export type Place = { readonly line: number; readonly column: number }

export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly placeOf: (path: readonly (string | number)[]) => Place }
  | { readonly ok: false; readonly faults: LineFault[] }

/** The longest file read, in characters. */
export const largestYaml = 2_000_000
const deepest = 60

/** Reads one YAML document; dates stay text ('2027-02-03'). Never throws. */
export function readYaml(text: string): YamlReading {
  if (text.length > largestYaml) return refuse('This file is too long: at most 2,000,000 characters are read.')
  if (text.includes('\0')) return refuse('This is not a text file.')
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
    schema: 'core',
    prettyErrors: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults: LineFault[] = [...document.errors, ...document.warnings].map((error) => ({
    ...at(error.pos[0]),
    message: sentence(error),
  }))
  visit(document, {
    Alias: (_, node) =>
      void faults.push({ ...at(node.range?.[0] ?? 0), message: 'Aliases (*name) are not read; write the value out.' }),
    Node: (_, node, path) => {
      if (path.length < deepest || path.filter((one) => isMap(one) || isSeq(one)).length < deepest) return undefined
      faults.push({ ...at(node.range?.[0] ?? 0), message: 'This is nested too deeply.' })
      return visit.BREAK
    },
  })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: document.toJS({ maxAliasCount: 0 }),
    placeOf: (path) => placeIn(document.contents, path, at),
  }
}

/** Writes data as YAML, in block style, wide lines. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, aliasDuplicateObjects: false })
}

const refuse = (message: string): YamlReading => ({ ok: false, faults: [{ line: 1, column: 1, message }] })

/** The place of the value at a path; of the nearest thing around it when the path leads nowhere. */
function placeIn(root: Node | null, path: readonly (string | number)[], at: (offset: number) => Place): Place {
  let node: unknown = root
  let place = at(offsetOf(root))
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && plain(item.key.value) === plain(step))
      if (!pair) return place
      place = at(offsetOf(pair.key))
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) return place
      place = at(offsetOf(node))
    } else return place
  }
  return place
}

/** Keys are found however they are spelt (applies-to, appliesTo). */
const plain = (key: unknown): string => String(key).toLowerCase().replace(/[ _-]/g, '')

const offsetOf = (node: unknown): number => (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0

function sentence(error: { code: string; message: string }): string {
  if (error.code === 'DUPLICATE_KEY') return 'This key stands here twice; keep one of them.'
  if (error.code === 'TAB_AS_INDENT') return 'Indent with spaces, not with a tab.'
  if (error.code === 'TAG_RESOLVE_FAILED') return 'Tags (!name) are not read.'
  if (error.code === 'MULTIPLE_DOCS') return 'Only one document per file: take out the line “---” in the middle.'
  const message = error.message.trim().replace(/\.$/, '')
  return `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`
}
