// Where the built style sheet, script and icon lie, seen from the built program in dist/.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from './design/index.ts'

/** The addresses of the assets and the folder that holds them. Throws when they were not built. */
export function builtAssets(): { readonly assets: Assets; readonly folder: string } {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'assets')
  return { folder, assets: JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as Assets }
}
