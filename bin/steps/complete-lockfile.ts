// Adds to package-lock.json the packages of other platforms that the place it was written in could not name. `npm ci`
// refuses a lockfile without them, although it never fetches them here. Run after every change of a dependency:
// node bin/steps/complete-lockfile.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { project } from './build.ts'

const Entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const Lockfile = z.looseObject({ packages: z.record(z.string(), Entry) })

const systems: Readonly<Record<string, string>> = { windows: 'win32', macos: 'darwin' }
const knownSystems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const knownProcessors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** The lockfile's text with every optional package named, and how many were added. */
export function completeLockfile(text: string): { readonly text: string; readonly added: number } {
  const raw = JSON.parse(text) as Readonly<Record<string, unknown>>
  const lockfile = Lockfile.parse(raw)
  const packages = { ...lockfile.packages }
  let added = 0
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`]) continue
      packages[`node_modules/${name}`] = placeholder(name, version, entry.dev === true)
      added += 1
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  const whole = { ...raw, packages: Object.fromEntries(sorted) }
  return { text: `${JSON.stringify(whole, null, 2)}\n`, added }
}

/** Platform packages say in their names what they are for: '@esbuild/linux-arm64'. */
function placeholder(name: string, version: string, dev: boolean): z.output<typeof Entry> {
  const words = name.split(/[/-]/).map((word) => systems[word] ?? word)
  const os = words.filter((word) => knownSystems.includes(word))
  const cpu = words.filter((word) => knownProcessors.includes(word))
  return {
    version: version.replace(/^[\^~]/, ''),
    optional: true,
    ...(dev ? { dev } : {}),
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
  }
}

if (import.meta.main) {
  const path = join(project, 'package-lock.json')
  const { text, added } = completeLockfile(readFileSync(path, 'utf8'))
  if (added > 0) writeFileSync(path, text)
  console.log(added === 0 ? 'The lockfile names every package.' : `Added ${added} packages of other platforms.`)
}
