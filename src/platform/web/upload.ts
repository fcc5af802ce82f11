// Reading what was uploaded.
import { readFile } from 'node:fs/promises'
import type { Upload } from './page.ts'

/** The whole file as UTF-8 text, without a byte order mark. For small files; imports of staff are streamed. */
export async function readText(upload: Pick<Upload, 'path'>): Promise<string> {
  return (await readFile(upload.path, 'utf8')).replace(/^\uFEFF/, '')
}

/** The whole file, byte by byte. For small files. */
export const readBytes = (upload: Pick<Upload, 'path'>): Promise<Buffer> => readFile(upload.path)
