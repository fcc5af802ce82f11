// Runs the benchmarks of bench/*.bench.ts: bundles each, so that it may use every source, and runs it in a process of
// its own. `--list` names them; words choose by name; everything after `--` goes to the benchmark.
import { spawnSync } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { bundleForNode, project } from './build.ts'

const cut = process.argv.indexOf('--')
const words = process.argv.slice(2, cut === -1 ? undefined : cut)
const passedOn = cut === -1 ? [] : process.argv.slice(cut + 1)

const names: string[] = []
for await (const path of glob('bench/*.bench.ts', { cwd: project })) names.push(basename(path, '.bench.ts'))
names.sort()

const chosen = words.filter((word) => !word.startsWith('--'))
const unknown = chosen.filter((name) => !names.includes(name))
if (words.includes('--help') || words.includes('-h') || words.includes('--list')) list()
else if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}.`)
  list()
  process.exitCode = 2
} else await runAll(chosen.length > 0 ? chosen : names)

function list(): void {
  console.log('bin/bench [NAME…] [-- options of the benchmark]')
  for (const name of names) console.log(`  ${name}`)
}

async function runAll(wanted: readonly string[]): Promise<void> {
  const folder = join(project, 'dist/bench')
  await bundleForNode(
    wanted.map((name) => `bench/${name}.bench.ts`),
    folder,
  )
  for (const name of wanted) {
    console.log(`\n${name}`)
    const words = ['--enable-source-maps', '--expose-gc', join(folder, `${name}.bench.js`), ...passedOn]
    const { status } = spawnSync(process.execPath, words, { cwd: project, stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}
