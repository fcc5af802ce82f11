// For tests: HTML as a tree whose text can be compared, whatever the order of attributes and the space between elements.

import { parseHTML } from 'linkedom'

/** One line for each element and text, indented by depth; attributes and classes sorted, white space joined. */
export function domOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  document.normalize()
  return linesOf(document.body as unknown as Element, 0)
}

function linesOf(element: Element, depth: number): string {
  const indent = '  '.repeat(depth)
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${plain(name, value)}`).sort()
  const children = [...element.childNodes].flatMap((node) => {
    if (node.nodeType === 1) return [linesOf(node as Element, depth + 1)]
    const text = (node.nodeType === 3 ? (node.textContent ?? '') : '').replace(/\s+/g, ' ').trim()
    return text === '' ? [] : [`${indent}  “${text}”`]
  })
  return [`${indent}<${element.localName} ${attributes.join(' ')}>`, ...children].join('\n')
}

/** Boolean attributes are the same with and without a value; classes in any order. */
function plain(name: string, value: string): string {
  if (name === 'class') return value.split(/\s+/).filter(Boolean).sort().join(' ')
  return value
}
