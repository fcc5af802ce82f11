// Reads what a browser sent: plain forms, or forms with files, which go to a scratch directory for the length of the request.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Typed, Upload } from '../page.ts'
import { typedFrom } from '../typed.ts'

/** The largest file that is taken, in bytes: an import of 100,000 staff is about 20 MB. */
export const largestFile = 64 * 1024 * 1024

export type Body = { readonly form: Typed; readonly uploads: readonly Upload[]; readonly tidy: () => Promise<void> }

/** The most that the fields of one form may hold together, in characters, whichever way they are sent. */
export const largestForm = 2 * 1024 * 1024

/**
 * The body of a request; call `tidy` when it has been answered. Files are refused where no page waits for them; a page may
 * say how many bytes one may have.
 */
export async function readBody(request: FastifyRequest, takesFiles: boolean | number): Promise<Body> {
  if (!request.isMultipart()) return { form: typedFrom(request.body), uploads: [], tidy: async () => undefined }
  const scratch = await mkdtemp(join(tmpdir(), 'mcs-upload-'))
  const tidy = () => rm(scratch, { recursive: true, force: true })
  try {
    return { ...(await readParts(request, scratch, takesFiles)), tidy }
  } catch (fault) {
    await tidy()
    throw asSentWrong(fault)
  }
}

/** What the reader of parts finds wrong, such as an end in the middle, has no code: it is the browser's doing, not ours. */
const asSentWrong = (fault: unknown): unknown =>
  fault instanceof Error && !('code' in fault) && !('statusCode' in fault)
    ? Object.assign(fault, { statusCode: 400 })
    : fault

async function readParts(
  request: FastifyRequest,
  scratch: string,
  takesFiles: boolean | number,
): Promise<{ form: Typed; uploads: Upload[] }> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const uploads: Upload[] = []
  let length = 0
  for await (const part of request.parts(limitsFor(takesFiles))) {
    if (part.type === 'field') {
      length += part.fieldname.length + String(part.value).length
      if (length > largestForm) throw Object.assign(new Error('The form is too large'), { statusCode: 413 })
      const before = fields[part.fieldname]
      fields[part.fieldname] = before === undefined ? part.value : [before, part.value].flat()
      continue
    }
    const path = join(scratch, String(uploads.length))
    await pipeline(part.file, createWriteStream(path))
    if (part.filename)
      uploads.push({ field: part.fieldname, fileName: part.filename.slice(0, 200), path, size: part.file.bytesRead })
  }
  return { form: typedFrom(fields), uploads }
}

function limitsFor(takesFiles: boolean | number) {
  if (typeof takesFiles === 'number') return { limits: { fileSize: takesFiles, files: 1 } }
  return takesFiles ? {} : { limits: { files: 0 } }
}
