// Builds the style sheet, the script and the icon into dist/assets, with hashes of their content in their names, so that
// browsers keep them for ever and a new release is seen at once. `npm run assets` does it by hand.

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

/** Builds everything anew in a folder; about a second. Answers the addresses under which its files are to be served. */
export async function buildAssets(folder: string = assetsFolder): Promise<Assets> {
  const [css, live, icon] = await Promise.all([
    buildCss(),
    buildJs('live/live'),
    readFile(here('client/icon.svg'), 'utf8'),
  ])
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const put = putInto(folder)
  const assets = {
    css: await put('style', 'css', await withPictures(withoutUnused(css), put)),
    js: await put('script', 'js', await buildJs('main', { liveScript: await put('live', 'js', live) })),
    icon: await put('icon', 'svg', icon),
  }
  await writeFile(join(folder, 'assets.json'), JSON.stringify(assets))
  return assets
}

type Put = (name: string, ending: string, text: string) => Promise<string>

/** Writes a file with the hash of its text in its name; answers its address. */
const putInto =
  (folder: string): Put =>
  async (name, ending, text) => {
    const file = `${name}-${createHash('sha256').update(text).digest('base64url').slice(0, 12)}.${ending}`
    await writeFile(join(folder, file), text)
    return `/assets/${file}`
  }

/** Puts the pictures that the style sheet names beside it, and names them by their hashes. */
async function withPictures(css: string, put: Put): Promise<string> {
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

/** One script; `names` are put into it as texts. What other scripts of ours it asks for, it asks for when it runs. */
async function buildJs(entry: 'main' | 'live/live', names: Readonly<Record<string, string>> = {}): Promise<string> {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    entryPoints: [here(`client/${entry}.ts`)],
    define: Object.fromEntries(Object.entries(names).map(([name, text]) => [name, JSON.stringify(text)])),
    external: ['/assets/*'],
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
