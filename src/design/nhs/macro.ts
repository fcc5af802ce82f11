// Calls the official nunjucks macros of nhsuk-frontend and hands their HTML to Preact.
// Only form controls and a few rare components go this way: a macro costs 10 to 100 times what our own JSX costs.

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import nunjucks from 'nunjucks'
import type { ComponentChildren, VNode } from 'preact'
import { Fragment, jsx, jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'

const dist = dirname(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend')))

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(dist, { noCache: false, watch: false }), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

const compiled = new Map<string, nunjucks.Template>()

function templateOf(component: string): nunjucks.Template {
  const known = compiled.get(component)
  if (known) return known
  const template = environment.getTemplate(`nhsuk/components/${component}/template.njk`, true)
  compiled.set(component, template)
  return template
}

/** The HTML that the official macro `component` gives for `params`; throws on an unknown component. */
export function macroHtml(component: string, params: object): string {
  const draw = () => templateOf(component).render({ params }).trim()
  return isEmpty(params) ? drawnOnce(`${component} ${JSON.stringify(params)}`, draw) : draw()
}

/** A control that nobody has written in or chosen from: it looks the same for everybody, and holds nothing of anybody's. */
const isEmpty = (params: object): boolean =>
  Object.entries(params).every(([name, given]) => {
    if (!given) return true
    if (/^(value|values|error\w*|formGroup)$/.test(name)) return false
    if (name === 'items') return (given as readonly unknown[]).every(isUnchosen)
    return typeof given !== 'object' || !(given as Box).value
  })

type Box = { readonly value?: unknown }
type Item = { readonly checked?: unknown; readonly selected?: unknown; readonly conditional?: unknown } | string | null

const isUnchosen = (item: unknown): boolean => {
  const one = item as Item | undefined
  return !one || typeof one === 'string' || !(one.checked || one.selected || one.conditional)
}

const drawn = new Map<string, string>()
const [mostDrawn, longestKey] = [500, 4_000]

/** Drawing a control costs a fifth of a millisecond, and most pages have several. */
function drawnOnce(key: string, draw: () => string): string {
  const known = drawn.get(key)
  if (known !== undefined) return known
  const html = draw()
  if (key.length > longestKey) return html
  if (drawn.size >= mostDrawn) drawn.clear()
  drawn.set(key, html)
  return html
}

/** HTML that we made ourselves and know to be safe, as a Preact node without a wrapper element. */
export const trustedHtml = (html: string): VNode => jsxTemplate([html])

/** The official macro as a Preact node. */
export const macro = (component: string, params: object): VNode => trustedHtml(macroHtml(component, params))

/** JSX as the `html` parameter of a macro. */
export const htmlOf = (children: ComponentChildren): string => renderToString(jsx(Fragment, { children }))

/** Compiles the templates in use once (160–190 ms), so that no visitor waits for it. */
export function warmMacros(components: readonly string[]): void {
  for (const component of components) templateOf(component).render({ params: { items: [], rows: [] } })
}
