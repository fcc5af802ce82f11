// What a backup holds: every file with its size and hash, so that a restore can tell a whole backup from a damaged one.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DatabaseFault } from '../migrate.ts'

export type BackedUpFile = { readonly path: string; readonly bytes: number; readonly sha256: string }

export type Manifest = {
  readonly format: 1
  /** When it was finished, as the database's own clock said. */
  readonly made: string
  readonly server: string
  readonly files: readonly BackedUpFile[]
}

/** Copies one file and answers its size and hash; undefined when it vanished meanwhile, as a live database's may. */
export async function copyFile(from: string, to: string, path: string): Promise<BackedUpFile | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const source = createReadStream(from)
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      },
      createWriteStream(to, { mode: 0o600, flush: true }),
    )
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** Written last, and whole or not at all: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const handle = await open(join(folder, 'manifest.json.new'), 'w', 0o600)
  await handle.writeFile(`${JSON.stringify(manifest, null, 1)}\n`)
  await handle.sync()
  await handle.close()
  await rename(join(folder, 'manifest.json.new'), join(folder, 'manifest.json'))
}

/** Reads the manifest and every file it names. Throws a DatabaseFault that names the first file that is not as it was. */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new DatabaseFault(`The folder ${folder} is no finished backup: it has no manifest.json.`)
  const manifest = JSON.parse(text) as Manifest
  for (const file of manifest.files) {
    const found = await hashOf(join(folder, file.path))
    if (found === file.sha256) continue
    throw new DatabaseFault(
      `The backup is damaged: ${file.path} is ${found === undefined ? 'missing' : 'not as it was'}.`,
    )
  }
  return manifest
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}
