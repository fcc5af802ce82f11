// The keys that the database never sees: one key-encryption key for each organisation and kind of text, and one for
// each organisation's trail. They live as files in the key directory; copy it apart from the data (TRUST 3).
import {
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  writeSync,
  linkSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { newToken } from '../ids.ts'
import { newKeyBytes } from './sealing.ts'

/** `id` goes into the database beside what was sealed; `bytes` never do. */
export type Key = { readonly id: string; readonly bytes: Buffer }

export interface Keyring {
  /** The key to seal with now; made, and safely on disk, when there is none yet. */
  newest(organisation: string, purpose: string): Key
  /** The key that something was sealed with; null when its file is missing. */
  find(organisation: string, purpose: string, id: string): Key | null
  /** Adds a key that is used from now on; the older ones still open what they sealed. */
  add(organisation: string, purpose: string): Key
}

/** Keys as files `<organisation>/<purpose>/<number>.key` of 64 hex letters, readable by the owner alone. */
export function fileKeyring(directory: string): Keyring {
  const known = new Map<string, Key>()
  const folderOf = (organisation: string, purpose: string) => join(directory, plain(organisation), plain(purpose))
  const find = (organisation: string, purpose: string, id: string): Key | null => {
    const path = join(folderOf(organisation, purpose), `${plain(id)}.key`)
    const had = known.get(path)
    if (had) return had
    const bytes = existsSync(path) ? Buffer.from(readFileSync(path, 'utf8').trim(), 'hex') : null
    if (bytes?.length !== 32) return null
    const key = { id, bytes }
    known.set(path, key)
    return key
  }
  const add = (organisation: string, purpose: string): Key => {
    const folder = folderOf(organisation, purpose)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const id = String(numbersIn(folder).length + 1)
    writeOnce(join(folder, `${id}.key`), newKeyBytes().toString('hex'))
    const key = find(organisation, purpose, id)
    if (!key) throw new Error('A key that was just written cannot be read')
    return key
  }
  const newest = (organisation: string, purpose: string): Key => {
    const last = numbersIn(folderOf(organisation, purpose)).at(-1)
    return (last === undefined ? null : find(organisation, purpose, String(last))) ?? add(organisation, purpose)
  }
  return { newest, find, add }
}

function numbersIn(folder: string): number[] {
  if (!existsSync(folder)) return []
  const numbers = readdirSync(folder).flatMap((name) => (/^\d+\.key$/.test(name) ? [Number.parseInt(name, 10)] : []))
  return numbers.sort((a, b) => a - b)
}

/** Whole or not at all, and on the disk before it is used; when another program was quicker, its key stands. */
function writeOnce(path: string, text: string): void {
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
}

/** Keys kept in memory, for tests. */
export function memoryKeyring(): Keyring {
  const keys = new Map<string, Key[]>()
  const of = (organisation: string, purpose: string) => keys.get(`${organisation}/${purpose}`) ?? []
  const add = (organisation: string, purpose: string): Key => {
    const key = { id: String(of(organisation, purpose).length + 1), bytes: newKeyBytes() }
    keys.set(`${organisation}/${purpose}`, [...of(organisation, purpose), key])
    return key
  }
  return {
    add,
    newest: (organisation, purpose) => of(organisation, purpose).at(-1) ?? add(organisation, purpose),
    find: (organisation, purpose, id) => of(organisation, purpose).find((key) => key.id === id) ?? null,
  }
}

const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9-]/g, '-')
