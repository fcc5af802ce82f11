// The tools that look at PDFs from outside (poppler, qpdf) come from Debian's packages where they are missing.
import { missingPaperTools } from '../../test/paper-tools.ts'
import { installFromDebian } from './debian.ts'

/** Installs what is missing; answers why the PDFs cannot be looked at, or null when they can. */
export async function preparePaperTools(): Promise<string | null> {
  if (missingPaperTools().length === 0) return null
  const fault = await installFromDebian('poppler-utils and qpdf', ['poppler-utils', 'qpdf'])
  const missing = missingPaperTools()
  return missing.length === 0 ? null : `Still missing: ${missing.join(', ')}. ${fault ?? ''}`.trim()
}
