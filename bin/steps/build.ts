// Builds the product into dist/ when a source has changed since the last build, and says so in one line.
// A part is known by a fingerprint of its sources (path, size, time), written last: an interrupted build is done again.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { glob, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'

export const project = join(import.meta.dirname, '..', '..')
const dist = join(project, 'dist')
const always = ['package-lock.json', 'tsconfig.json', 'bin/steps/build.ts']

type Part = {
  readonly name: string
  readonly sources: readonly string[]
  readonly make: () => Promise<unknown>
}

const parts: readonly Part[] = [
  {
    name: 'program',
    sources: ['src/**/*.{ts,tsx,json}'],
    make: () =>
      bundleForNode(
        ['src/main.ts', 'src/manage.ts'].filter((entry) => existsSync(join(project, entry))),
        dist,
      ),
  },
  {
    name: 'assets',
    sources: ['src/design/styles/**', 'src/design/client/**', 'src/design/assets.ts', 'src/design/unused-styles.ts'],
    make: async () => (await import('../../src/design/assets.ts')).buildAssets(),
  },
]

/** Builds what has changed; answers whether anything had. Throws with the builder's own message when it cannot. */
export async function build(): Promise<boolean> {
  await mkdir(dist, { recursive: true })
  const stale: (readonly [Part, string])[] = []
  for (const part of parts) {
    const wanted = await fingerprint(part)
    const stamp = stampOf(part)
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) stale.push([part, wanted])
  }
  if (stale.length === 0) return false
  console.error(`Building the ${stale.map(([part]) => part.name).join(' and the ')}`)
  for (const [part] of stale) rmSync(stampOf(part), { force: true })
  await Promise.all(stale.map(([part]) => part.make()))
  for (const [part, wanted] of stale) writeFileSync(stampOf(part), wanted)
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

const stampOf = (part: Part): string => join(dist, `.${part.name}-built`)

async function fingerprint(part: Part): Promise<string> {
  const hash = createHash('sha256')
  const paths: string[] = []
  for await (const path of glob([...part.sources, ...always], { cwd: project })) {
    if (!path.includes('.test.')) paths.push(path)
  }
  for (const path of paths.sort()) {
    const { size, mtimeMs } = statSync(join(project, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

if (import.meta.main) {
  await build().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  })
}
