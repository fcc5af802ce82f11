// Runs the service, and when a source changes builds again and restarts it. A build that fails leaves the old one
// running; the service's own options are passed on.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, project } from './build.ts'

const watched = ['src', 'database/migrations', 'policy-packs']
const settleMilliseconds = 150

let service = start()
let waiting: NodeJS.Timeout | undefined
let busy: Promise<void> = Promise.resolve()
let stopping = false

for (const folder of watched) {
  watch(join(project, folder), { recursive: true }, (_, name) => {
    if (name?.includes('.test.')) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      busy = busy.then(renew)
    }, settleMilliseconds)
  })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void end(service).then(() => process.exit(0))
  })
}

function start(): ChildProcess {
  const words = ['--enable-source-maps', join(project, 'dist/main.js'), ...process.argv.slice(2)]
  // In a group of its own, so that Ctrl-C reaches it once, through us.
  return spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
}

async function renew(): Promise<void> {
  try {
    await build()
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    console.error('Not restarted: mend this and save again')
    return
  }
  if (stopping) return
  console.error('Restarting')
  await end(service)
  service = start()
}

/** Asks the service to stop and waits until it has. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
