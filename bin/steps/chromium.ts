// The journeys run in the machine's own Chromium; where there is none it comes from Debian's packages.
import { chromiumPath } from '../../test/chromium.ts'
import { installFromDebian } from './debian.ts'

export type Found = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string }

/** The browser's path, after installing it when there is none and this machine allows it. */
export async function findChromium(): Promise<Found> {
  const present = chromiumPath()
  if (present) return { ok: true, path: present }
  const fault = await installFromDebian('Chromium', ['chromium'])
  const installed = chromiumPath()
  if (installed) return { ok: true, path: installed }
  return { ok: false, reason: fault ?? 'Chromium was installed and is not where it should be.' }
}
