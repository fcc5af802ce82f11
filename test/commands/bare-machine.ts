// A machine for trying bin/set-up: a copy of the commands in an empty folder, with a Node and an npm that are a few lines
// of shell. Nothing is fetched; what npm was asked is written down.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export type Said = { readonly code: number; readonly out: string; readonly err: string }
export type Machine = ReturnType<typeof bareMachine>

/** `node` is what its Node calls itself; `npm` is shell that decides what npm does, after it was written down. */
export function bareMachine({ node = 'v20.20.2', npm = '' }: { node?: string; npm?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-machine-'))
  const project = join(folder, 'project')
  const programs = join(folder, 'programs')
  const calls = join(folder, 'npm-calls')
  mkdirSync(project)
  mkdirSync(programs)
  cpSync(join(root, 'bin'), join(project, 'bin'), { recursive: true })
  writeFileSync(join(project, 'package-lock.json'), '{}')
  program(join(programs, 'node'), nodeSaying(node))
  program(join(programs, 'npm'), `echo "$*" >>'${calls}'\n${npm}\n${obligingNpm}`)
  const run = (command: string, ...words: string[]) => runIn(project, programs, join(project, 'bin', command), words)
  return {
    project,
    run,
    npmCalls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const nodeSaying = (version: string) => `case "$1" in --version) echo ${version} ;; esac`

/** Does what the real one does, as far as set-up looks. */
const obligingNpm = `
case "$*" in
  *node-linux-*)
    for last; do :; done
    mkdir -p "node_modules/\${last%@*}/bin"
    printf '#!/bin/sh\\n${nodeSaying('v24.21.0')}\\n' >"node_modules/\${last%@*}/bin/node"
    chmod +x "node_modules/\${last%@*}/bin/node" ;;
  *) mkdir -p node_modules ;;
esac`

function program(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
}

function runIn(project: string, programs: string, command: string, words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const env = { PATH: `${programs}:/usr/bin:/bin`, HOME: project }
    const child = spawn(command, [...words], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
  })
}
