// PDFs are looked at with Debian's own tools, none of which knows this service: poppler's and qpdf.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const tools = ['pdfinfo', 'pdftotext', 'pdfdetach', 'qpdf'] as const
type Tool = (typeof tools)[number]

const isThere = (tool: Tool): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)))

/** Those that this machine does not have; `bin/test` installs them for a full run. */
export const missingPaperTools = (): readonly Tool[] => tools.filter((tool) => !isThere(tool))

/** What a tool says of a file. Throws when it is not there, and when it finds a fault. */
export function askPaperTool(tool: Tool, words: readonly string[]): string {
  if (!isThere(tool))
    throw new Error(`${tool} is not on this machine: run bin/test, or install poppler-utils and qpdf, then try again.`)
  return execFileSync(tool, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 })
}
