// Builds the product into dist/ when a source has changed since the last build, and says so in one line.
// A build is known by a fingerprint of its sources (path, size, time), written last: an interrupted one is done again.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { glob, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'

export const project = join(import.meta.dirname, '..', '..')
const dist = join(project, 'dist')
const stamp = join(dist, '.built')
const entries = ['src/main.ts', 'src/manage.ts']
const sources = ['src/**/*.{ts,tsx,js,json,scss,css,svg}', 'package-lock.json', 'tsconfig.json', 'bin/steps/build.ts']

/** Builds when something changed; answers whether it had to. Throws with esbuild's own messages when it cannot. */
export async function build(): Promise<boolean> {
  const wanted = await fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  console.error('Building the product')
  await mkdir(dist, { recursive: true })
  rmSync(stamp, { force: true })
  await bundleForNode(
    entries.filter((entry) => existsSync(join(project, entry))),
    dist,
  )
  writeFileSync(stamp, wanted)
  return true
}

/** Bundles entry files for Node; packages stay outside and are found in node_modules. */
export async function bundleForNode(entryPoints: readonly string[], outdir: string): Promise<void> {
  await bundle({
    absWorkingDir: project,
    entryPoints: [...entryPoints],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const paths: string[] = []
  for await (const path of glob(sources, { cwd: project })) if (!path.includes('.test.')) paths.push(path)
  for (const path of paths.sort()) {
    const { size, mtimeMs } = statSync(join(project, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

if (import.meta.main) await build()
