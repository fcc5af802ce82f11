// Writes macro-options.ts: the parameters of the official macros as TypeScript types, from the package's macro-options.json.
// Run it with `npm run generate`; a test says when the kept file is no longer what the package says.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { macrosInUse } from './warm.ts'

type MacroOption = { name: string; type: string; required: boolean; isComponent?: boolean; params?: MacroOption[] }

const componentsFolder = join(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend')), 'components')

/** The text of macro-options.ts for the installed version of the package. */
export function macroOptionTypes(): string {
  const types = macrosInUse.map((component) => {
    const options = JSON.parse(
      readFileSync(join(componentsFolder, component, 'macro-options.json'), 'utf8'),
    ) as MacroOption[]
    return `export type ${pascal(component)}Options = {\n${options.map((option) => `  ${member(option)}`).join('\n')}\n}\n`
  })
  return `${opening}\n${types.join('\n')}`
}

const opening = `// Written by \`npm run generate\` from nhsuk-frontend; do not edit. The package calls every one of several ways
// (text or html) required; here only names and items are.

/** A part that the package draws with another of its components: a label, a hint, an error message. */
export type Part = { text?: string; html?: string; classes?: string; [option: string]: unknown }
`

const pascal = (name: string) => name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase())

const alwaysNeeded = new Set(['name', 'items'])

function member(option: MacroOption): string {
  const optional = !option.required || !alwaysNeeded.has(option.name)
  return `${/^\w+$/.test(option.name) ? option.name : `'${option.name}'`}${optional ? '?' : ''}: ${typeOf(option)}`
}

function typeOf(option: MacroOption): string {
  const nested = option.params?.length ? `{ ${option.params.map(member).join('; ')} }` : undefined
  if (option.type === 'array') return nested ? `readonly (${nested})[]` : 'readonly (string | Part)[]'
  if (option.type === 'object') return nested ?? (option.name === 'attributes' ? 'Record<string, unknown>' : 'Part')
  if (option.type === 'boolean') return 'boolean'
  return option.type === 'integer' ? 'number' : 'string'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL('macro-options.ts', import.meta.url)), macroOptionTypes())
}
