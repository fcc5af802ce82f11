// Changes single values in a YAML text and leaves everything else as its author wrote it: comments, order, spacing.
// Each edit cuts the smallest piece out of the text and puts another in. What comes out is read again and compared with
// what was meant; where it differs (an unusual layout), the whole document is written anew, still with its comments.
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

type Path = readonly (string | number)[]

/**
 * A value to put at a path of keys and positions; `undefined` takes it out; the position after the last one adds to a
 * list. Or `moveTo`: the thing of a list that stands at the path comes to stand at that position instead.
 */
export type YamlEdit =
  | { readonly path: Path; readonly value: unknown }
  | { readonly path: Path; readonly moveTo: number }

/** The text with all edits made, in order. The text must read without faults (`readYaml`); throws when a path leads nowhere. */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  return edits.reduce((before, edit) => editOnce(before, edit), text.replace(/^\uFEFF/, ''))
}

const parse = (text: string): Document => parseDocument(text, { schema: 'core' }) as Document

function editOnce(text: string, edit: YamlEdit): string {
  const meant = parse(text)
  const path = spelt(meant, edit.path)
  if ('moveTo' in edit) return movedOnce(text, meant, path, edit.moveTo)
  const cut = spliced(text, meant, path, edit.value)
  if (edit.value === undefined) meant.deleteIn(path)
  else meant.setIn(path, meant.createNode(edit.value))
  return cut !== null && sameData(cut, meant) ? cut : written(meant)
}

const written = (document: Document): string => document.toString({ lineWidth: 0, flowCollectionPadding: false })

function movedOnce(text: string, meant: Document, path: Path, to: number): string {
  const list = meant.getIn(path.slice(0, -1), true)
  const from = Number(path.at(-1))
  if (!isSeq(list) || !list.items[from] || !list.items[to]) throw new Error(`Nothing can be moved at ${path.join('.')}`)
  const cut = list.flow ? null : movedLines(text, list as YAMLSeq, from, to)
  const [item] = list.items.splice(from, 1)
  list.items.splice(to, 0, item)
  return cut !== null && sameData(cut, meant) ? cut : written(meant)
}

/** The text with the lines of one thing of a list put elsewhere, with the comment lines right above its dash. */
function movedLines(text: string, list: YAMLSeq, from: number, to: number): string {
  const starts = list.items.map((item) => startOfLines(text, text.lastIndexOf('-', startOf(item))))
  const end = text.indexOf('\n', endOf(text, list.items.at(-1)))
  const stops = [...starts.slice(1), end < 0 ? text.length : end + 1]
  const pieces = starts.map((start, at) => text.slice(start, stops[at]))
  // Empty lines between things stay where they were.
  const between = pieces.map((piece) => piece.slice(piece.trimEnd().length))
  pieces.splice(to, 0, ...pieces.splice(from, 1))
  const moved = pieces.map((piece, at) => piece.trimEnd() + (between[at] ?? ''))
  return text.slice(0, starts[0]) + moved.join('') + text.slice(stops.at(-1))
}

/** Where the line of a position begins, or the first of the comment lines right above it. */
function startOfLines(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const above = text.lastIndexOf('\n', start - 2) + 1
  return start > 0 && text.slice(above, start).trim().startsWith('#') ? startOfLines(text, above) : start
}

function sameData(text: string, meant: Document): boolean {
  const document = parse(text)
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(meant.toJS())
}

/** The path with its keys as this document spells them (applies-to, appliesTo). */
function spelt(document: Document, path: Path): (string | number)[] {
  const found: (string | number)[] = []
  for (const step of path) {
    const node = found.length === 0 ? document.contents : document.getIn(found, true)
    const pair = isMap(node) ? pairOf(node, step) : undefined
    found.push(pair && isScalar(pair.key) ? String(pair.key.value) : step)
  }
  return found
}

const plain = (key: unknown): string => String(key).toLowerCase().replace(/[ _-]/g, '')
const pairOf = (map: YAMLMap, step: string | number): Pair | undefined =>
  map.items.find((item) => isScalar(item.key) && plain(item.key.value) === plain(step))

type Ranged = { range?: [number, number, number] | null }
const startOf = (node: unknown): number => (node as Ranged).range?.[0] ?? 0
/** Where a node's own text ends, without the line breaks and comments after it. */
const endOf = (text: string, node: unknown): number => {
  const { range } = node as Ranged
  return (range?.[0] ?? 0) + text.slice(range?.[0] ?? 0, range?.[1] ?? 0).trimEnd().length
}

/** The text with the smallest piece exchanged; null when the place has a layout that this does not know. */
function spliced(text: string, document: Document, path: Path, value: unknown): string | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const step = path.at(-1)
  if (step === undefined) return null
  if (isMap(parent)) return splicedInMap(text, parent as YAMLMap, String(step), value)
  return isSeq(parent) ? splicedInList(text, parent as YAMLSeq, Number(step), value) : null
}

function splicedInMap(text: string, map: YAMLMap, key: string, value: unknown): string | null {
  const at = map.items.findIndex((item) => isScalar(item.key) && plain(item.key.value) === plain(key))
  const pair = map.items[at]
  if (!pair) return value === undefined ? text : withPair(text, map, key, value)
  const last = pair.value ?? pair.key
  if (value === undefined) {
    return map.flow
      ? withoutFlowItem(text, startOf(pair.key), endOf(text, last), at === 0)
      : withoutLines(text, startOf(pair.key), endOf(text, last))
  }
  const colon = text.indexOf(':', endOf(text, pair.key))
  const own =
    isList(value) && !map.flow ? `\n${blockList(value, columnOf(text, startOf(pair.key)) + 2)}` : ` ${flow(value)}`
  return text.slice(0, colon + 1) + own + text.slice(Math.max(endOf(text, last), colon + 1))
}

function withPair(text: string, map: YAMLMap, key: string, value: unknown): string | null {
  const last = map.items.at(-1)
  if (map.flow) return beforeClosing(text, map, `${key}: ${flow(value)}`, map.items.length > 0)
  if (!last) return null
  const column = columnOf(text, startOf(map.items[0]?.key))
  const own = isList(value) ? `${key}:\n${blockList(value, column + 2)}` : `${key}: ${flow(value)}`
  return insertAfterLine(text, endOf(text, last.value ?? last.key), `${' '.repeat(column)}${own}`)
}

function splicedInList(text: string, list: YAMLSeq, at: number, value: unknown): string | null {
  const item = list.items[at]
  if (value === undefined) {
    if (!item || list.items.length === 1) return null
    const [from, to] = [startOf(item), endOf(text, item)]
    return list.flow ? withoutFlowItem(text, from, to, at === 0) : withoutLines(text, text.lastIndexOf('-', from), to)
  }
  if (item) return text.slice(0, startOf(item)) + flow(value) + text.slice(endOf(text, item))
  if (list.flow) return beforeClosing(text, list, flow(value), list.items.length > 0)
  const last = list.items.at(-1)
  if (!last) return null
  const column = columnOf(text, text.lastIndexOf('-', startOf(last)))
  return insertAfterLine(text, endOf(text, last), blockList([value], column))
}

/** A value on one line, fit to stand inside brackets. */
const flow = (value: unknown): string =>
  stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord)

/** Things under each other, each with one line for each of its keys, and lists of things under their key. */
function blockList(values: readonly unknown[], column: number): string {
  const space = ' '.repeat(column)
  return values
    .map((value) => {
      const lines = isRecord(value)
        ? Object.entries(value).map(([key, part]) =>
            isList(part) ? `${key}:\n${blockList(part, column + 4)}` : `${key}: ${flow(part)}`,
          )
        : [flow(value)]
      return `${space}- ${lines.join(`\n${space}  `)}`
    })
    .join('\n')
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)

/** After the line on which something ends, so that a comment at its end stays with it. */
function insertAfterLine(text: string, end: number, lines: string): string {
  const stop = text.indexOf('\n', end)
  return stop < 0 ? `${text}\n${lines}\n` : `${text.slice(0, stop)}\n${lines}${text.slice(stop)}`
}

function beforeClosing(text: string, collection: unknown, piece: string, others: boolean): string {
  const closing = endOf(text, collection) - 1
  const before = text.slice(0, closing)
  const space = /\s*$/.exec(before)?.[0] ?? ''
  return `${before.trimEnd()}${others ? ', ' : ''}${piece}${space}${text.slice(closing)}`
}

/** Takes out the lines of a pair or an item; the key after a dash leaves its dash to the next one. */
function withoutLines(text: string, from: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const stop = text.indexOf('\n', end)
  const next = stop < 0 ? text.length : stop + 1
  const before = text.slice(lineStart, from)
  if (before.trim() === '') return text.slice(0, lineStart) + text.slice(next)
  return text.slice(0, from) + text.slice(next).trimStart()
}

/** Takes out one of several on a line, with the comma before it, or after it for the first. */
function withoutFlowItem(text: string, from: number, end: number, first: boolean): string {
  if (!first) return text.slice(0, text.lastIndexOf(',', from)) + text.slice(end)
  const rest = text.slice(end)
  return text.slice(0, from) + rest.replace(/^\s*,\s*/, '')
}
