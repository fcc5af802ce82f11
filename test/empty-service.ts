// A service on an empty folder, started with bin/start as an operator does. Its data go when it stops.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const project = join(import.meta.dirname, '..')

export type EmptyService = {
  readonly address: string
  /** What the one-time link that it prints leads to. */
  readonly firstPath: string
  /** Runs `bin/manage` on the same data; answers what it says. */
  readonly manage: (...words: readonly string[]) => Promise<string>
  readonly stop: () => Promise<void>
}

export async function startEmptyService(starter: string): Promise<EmptyService> {
  const data = mkdtempSync(join(tmpdir(), 'mcs-empty-'))
  const service = spawn(join(project, starter), ['--port', '0', '--data', data], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [, address = '', link = ''] = await said(service, /Ready at (\S+)[^]*?(http\S+\/founding\/\S+)/)
  return {
    address,
    firstPath: new URL(link).pathname,
    manage: async (...words) => {
      const { stdout } = await promisify(execFile)(join(project, 'bin/manage'), [...words, '--data', data])
      return stdout
    },
    stop: async () => {
      const ended = new Promise((resolve) => service.once('exit', resolve))
      service.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Waits until the service has said this, for two minutes. */
function said(service: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  let text = ''
  return new Promise((resolve, reject) => {
    const stopped = (why: string) => reject(new Error(`The empty service ${why}:\n${text}`))
    const timer = setTimeout(stopped, 120_000, 'is not ready after two minutes')
    service.once('exit', () => stopped('has ended'))
    const listen = (piece: Buffer) => {
      text += piece.toString()
      const found = wanted.exec(text)
      if (!found) return
      clearTimeout(timer)
      resolve(found)
    }
    service.stdout?.on('data', listen)
    service.stderr?.on('data', listen)
  })
}
