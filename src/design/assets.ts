// Builds the style sheet, the script and the icon into dist/assets, with hashes of their content in their names, so that
// browsers keep them for ever and a new release is seen at once. `node src/design/assets.ts` builds; `builtAssets()` reads.

import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from './asset-addresses.ts'
import { withoutUnused } from './unused-styles.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const packages = dirname(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend')))

/** The folder that the web layer serves under `/assets/`. */
export const assetsFolder = here('../../dist/assets')
const listFile = join(assetsFolder, 'assets.json')

/** Builds everything anew; about two seconds. Answers the addresses under which the files are to be served. */
export async function buildAssets(): Promise<Assets> {
  const [css, js, icon] = await Promise.all([buildCss(), buildJs(), readFile(here('client/icon.svg'), 'utf8')])
  await rm(assetsFolder, { recursive: true, force: true })
  await mkdir(assetsFolder, { recursive: true })
  const assets = {
    css: await put('style', 'css', await withPictures(withoutUnused(css))),
    js: await put('script', 'js', js),
    icon: await put('icon', 'svg', icon),
  }
  await writeFile(listFile, JSON.stringify(assets))
  return assets
}

/** The addresses of what was built; builds first when nothing is there. */
export async function builtAssets(): Promise<Assets> {
  try {
    return JSON.parse(await readFile(listFile, 'utf8')) as Assets
  } catch {
    return buildAssets()
  }
}

/** Writes a file with the hash of its text in its name; answers its address. */
async function put(name: string, ending: string, text: string): Promise<string> {
  const file = `${name}-${createHash('sha256').update(text).digest('base64url').slice(0, 12)}.${ending}`
  await writeFile(join(assetsFolder, file), text)
  return `/assets/${file}`
}

/** Puts the pictures that the style sheet names beside it, and names them by their hashes. */
async function withPictures(css: string): Promise<string> {
  const names = [
    ...new Set([...css.matchAll(/url\("?\/assets\/images\/([\w-]+)\.svg"?\)/g)].map((match) => match[1] ?? '')),
  ]
  let placed = css
  for (const name of names) {
    const picture = await readFile(join(packages, 'nhsuk/assets/images', `${name}.svg`), 'utf8')
    const address = await put(name, 'svg', picture)
    placed = placed.replaceAll(new RegExp(`url\\("?/assets/images/${name}\\.svg"?\\)`, 'g'), `url("${address}")`)
  }
  return placed
}

async function buildCss(): Promise<string> {
  const sass = await import('sass-embedded')
  const result = await sass.compileAsync(here('styles/main.scss'), {
    loadPaths: [packages],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  })
  return result.css.replaceAll('@charset "UTF-8";', '').replace(/^\uFEFF/, '')
}

async function buildJs(): Promise<string> {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    entryPoints: [here('client/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022'],
    legalComments: 'none',
  })
  return result.outputFiles[0]?.text ?? ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets()
