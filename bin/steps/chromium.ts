// The journeys run in the machine's own Chromium; where there is none it comes from Debian's packages.
import { existsSync } from 'node:fs'
import { chromiumPath } from '../../test/chromium.ts'
import { run } from './step.ts'

export type Found = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string }

const byHand = 'Install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), then run bin/test again.'

/** The browser's path, after installing it when there is none and this machine allows it. */
export async function findChromium(): Promise<Found> {
  const present = chromiumPath()
  if (present) return { ok: true, path: present }
  if (!existsSync('/usr/bin/apt-get')) return { ok: false, reason: `There is no Chromium for the journeys. ${byHand}` }
  if (process.getuid?.() !== 0) {
    return { ok: false, reason: `There is no Chromium for the journeys, and only root may install it. ${byHand}` }
  }
  console.error('Installing Chromium from the Debian packages (once)')
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], quiet)
  const ended = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet)
  const installed = chromiumPath()
  if (installed) return { ok: true, path: installed }
  return { ok: false, reason: `Chromium could not be installed. ${byHand}\n${ended.output.slice(-2000)}` }
}
