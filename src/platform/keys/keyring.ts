// The keys that the database never sees: for each organisation one key-encryption key for each kind of text, one for its
// trail and one for the trail's checkpoints. They live as files in the key directory; copy it apart from the data (TRUST 3).
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { newToken } from '../ids.ts'
import { newKeyBytes } from './sealing.ts'

/** `id` goes into the database beside what was sealed; `bytes` never do. */
export type Key = { readonly id: string; readonly bytes: Buffer }

export interface Keyring {
  /** The key of that id; null when its file is missing or is no key. */
  find(organisation: string, purpose: string, id: string): Key | null
  /** The key of that id, made and safely on disk when there is none; when another program was quicker, its key stands. */
  make(organisation: string, purpose: string, id: string): Key
  /** The ids of a purpose's keys in use, oldest first. */
  list(organisation: string, purpose: string): readonly string[]
  /** Looks at the file again next time: what was found was another key. */
  forget(organisation: string, purpose: string, id: string): void
  /** Puts a key that nothing uses any more aside, where the program does not look: old backups may still need it. */
  retire(organisation: string, purpose: string, id: string): void
}

/**
 * Something cannot be done because a key is not where it should be, or is another one. The words are for whoever is
 * working; `file` is for the operator.
 */
export class KeyMissing extends Error {
  override name = 'KeyMissing'
  readonly file: string
  constructor(file: string, why: 'missing' | 'another key' = 'missing') {
    super(`The key file ${file} is ${why === 'missing' ? 'missing' : 'not the one that was used before'}.`)
    this.file = file
  }
}

/** How a key's file is named for the operator, below the key directory's folder of organisations. */
export const keyFile = (organisation: string, purpose: string, id: string): string =>
  [plain(organisation), plain(purpose), `${plain(id)}.key`].join('/')

/** Keys as files `<organisation>/<purpose>/<number>.key` of 64 hex letters, readable by the owner alone. */
export function fileKeyring(directory: string): Keyring {
  const known = new Map<string, Key>()
  const pathOf = (organisation: string, purpose: string, id: string) =>
    join(directory, keyFile(organisation, purpose, id))
  const find: Keyring['find'] = (organisation, purpose, id) => {
    const path = pathOf(organisation, purpose, id)
    const had = known.get(path)
    if (had) return had
    const bytes = existsSync(path) ? Buffer.from(readFileSync(path, 'utf8').trim(), 'hex') : null
    if (bytes?.length !== 32) return null
    const key = { id, bytes }
    known.set(path, key)
    return key
  }
  const make: Keyring['make'] = (organisation, purpose, id) => {
    const path = pathOf(organisation, purpose, id)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeOnce(path, newKeyBytes().toString('hex'))
    const key = find(organisation, purpose, id)
    if (!key) throw new KeyMissing(keyFile(organisation, purpose, id), 'another key')
    return key
  }
  return {
    find,
    make,
    forget: (organisation, purpose, id) => void known.delete(pathOf(organisation, purpose, id)),
    list: (organisation, purpose) => numbersIn(dirname(pathOf(organisation, purpose, '1'))),
    retire: (organisation, purpose, id) => {
      const path = pathOf(organisation, purpose, id)
      known.delete(path)
      putAside(path)
    },
  }
}

function numbersIn(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const numbers = names.flatMap((name) => (/^\d+\.key$/.test(name) ? [Number.parseInt(name, 10)] : []))
  return numbers.toSorted((a, b) => a - b).map(String)
}

function putAside(path: string): void {
  if (!existsSync(path)) return
  const aside = join(dirname(path), 'retired')
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  renameSync(path, join(aside, basename(path)))
  syncFolder(aside)
  syncFolder(dirname(path))
}

/** Whole or not at all, and on the disk before it is used, its name in the folder too. */
function writeOnce(path: string, text: string): void {
  if (existsSync(path)) return
  const draft = `${path}.${newToken()}`
  const file = openSync(draft, 'wx', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(draft, path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft)
  }
  syncFolder(dirname(path))
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Keys kept in memory, for tests; `bytesOf` a key's name when they must be the same in two worlds. */
export function memoryKeyring(bytesOf: (name: string) => Buffer = newKeyBytes): Keyring {
  const keys = new Map<string, Key>()
  const find: Keyring['find'] = (organisation, purpose, id) => keys.get(keyFile(organisation, purpose, id)) ?? null
  return {
    find,
    make: (organisation, purpose, id) => {
      const key = find(organisation, purpose, id) ?? { id, bytes: bytesOf(keyFile(organisation, purpose, id)) }
      keys.set(keyFile(organisation, purpose, id), key)
      return key
    },
    list: (organisation, purpose) => {
      const folder = keyFile(organisation, purpose, '')
      const names = [...keys.keys()].filter((name) => name.startsWith(folder.slice(0, -'.key'.length)))
      return names.map((name) => name.slice(name.lastIndexOf('/') + 1, -'.key'.length)).toSorted((a, b) => +a - +b)
    },
    forget: () => undefined,
    retire: (organisation, purpose, id) => void keys.delete(keyFile(organisation, purpose, id)),
  }
}

const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9-]/g, '-')
