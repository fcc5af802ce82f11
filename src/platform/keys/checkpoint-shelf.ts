// Where signed checkpoints of the trails lie: outside the database, best on another machine or volume that this one can
// only add to (TRUST 4). One file for each organisation, one line for each checkpoint, never written over.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface CheckpointShelf {
  /** Adds a line, safely on the disk when it returns. */
  add(organisation: string, line: string): void
  /** All lines, oldest first. */
  lines(organisation: string): readonly string[]
  /** Puts the public key beside the file, for whoever verifies elsewhere. */
  publish(organisation: string, keyId: string, publicKey: string): void
  /** Where they lie, in words for the operator. */
  readonly place: string
}

/** Files `<organisation>.checkpoints` and `<organisation>.<key>.pem` in a folder. */
export function fileShelf(folder: string): CheckpointShelf {
  const pathOf = (organisation: string) => join(folder, `${organisation}.checkpoints`)
  return {
    place: folder,
    add: (organisation, line) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = openSync(pathOf(organisation), 'a', 0o600)
      // A line that was cut by a crash stays a line of its own.
      writeSync(file, isCut(pathOf(organisation)) ? `\n${line}\n` : `${line}\n`)
      fsyncSync(file)
      closeSync(file)
    },
    lines: (organisation) => {
      const path = pathOf(organisation)
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return text.split('\n').filter((line) => line !== '')
    },
    publish: (organisation, keyId, publicKey) => {
      const path = join(folder, `${organisation}.${keyId}.pem`)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (!existsSync(path)) writeFileSync(path, publicKey, { mode: 0o644 })
    },
  }
}

const isCut = (path: string): boolean => {
  const text = readFileSync(path, 'utf8')
  return text !== '' && !text.endsWith('\n')
}

/** Kept in memory, for tests. */
export function memoryShelf(): CheckpointShelf & { readonly all: Map<string, string[]> } {
  const all = new Map<string, string[]>()
  return {
    all,
    place: 'memory',
    add: (organisation, line) => void all.set(organisation, [...(all.get(organisation) ?? []), line]),
    lines: (organisation) => all.get(organisation) ?? [],
    publish: () => undefined,
  }
}
