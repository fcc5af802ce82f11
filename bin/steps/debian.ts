// What the tests need of the machine comes from Debian's packages where it is missing and this machine allows it.
import { existsSync } from 'node:fs'
import { run } from './step.ts'

/** Installs packages, once for all; answers why it could not, or null. `what` names them to people. */
export async function installFromDebian(what: string, packages: readonly string[]): Promise<string | null> {
  const byHand = `Install ${what} (Debian, Ubuntu: apt-get install ${packages.join(' ')}), then run bin/test again.`
  if (!existsSync('/usr/bin/apt-get')) return `There is no ${what} here. ${byHand}`
  if (process.getuid?.() !== 0) return `There is no ${what} here, and only root may install it. ${byHand}`
  console.error(`Installing ${what} from the Debian packages (once)`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], quiet)
  const ended = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], quiet)
  return ended.code === 0 ? null : `${what} could not be installed. ${byHand}\n${ended.output.slice(-2000)}`
}
