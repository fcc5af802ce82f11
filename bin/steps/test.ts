// Runs every check and adds them up. Types, lint, format and build count as one check each; tests count one by one.
// A check that cannot run counts as failed. The last line reads: N passed, N failed, N skipped
import { project } from './build.ts'
import { findChromium } from './chromium.ts'
import { preparePaperTools } from './paper-tools.ts'
import { proofLines, runJourneys, runVitest } from './reports.ts'
import { type Outcome, runStep } from './step.ts'

const quick = process.argv.includes('--quick')
const unknown = process.argv.slice(2).filter((word) => word !== '--quick')
if (unknown.length > 0) {
  console.error(`bin/test does not know ${unknown.join(' ')}. See bin/test --help.`)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}

const outcomes: Outcome[] = []
const started = Date.now()

console.log(quick ? 'Checking sources and tests' : 'Checking sources and tests, then the journeys')
const heartbeat = setInterval(() => {
  console.log(`… ${((Date.now() - started) / 60_000).toFixed(0)} min, still running`)
}, 60_000)

// Before anything else runs: the slow tests look at PDFs with them, and a full run never leaves that away unsaid.
const noPaperTools = quick ? null : await preparePaperTools()
if (noPaperTools !== null) tell(failed('PDF tools', noPaperTools))

// Two cores: what only reads the sources runs beside the tests; the journeys have the machine for themselves.
await Promise.all([checkSources(), checkBehaviour()])
if (!quick) tell(await checkJourneys())
clearInterval(heartbeat)
finish()

async function checkSources(): Promise<void> {
  tell(await runStep('types', 'node_modules/.bin/tsc', ['--noEmit']))
  tell(await runStep('lint', 'node_modules/.bin/oxlint', ['--type-aware', '--deny-warnings']))
  tell(await runStep('format', 'node_modules/.bin/biome', ['format', '--error-on-warnings']))
  tell(await runStep('build', process.execPath, ['bin/steps/build.ts']))
}

async function checkBehaviour(): Promise<void> {
  for (const outcome of await runVitest(quick)) tell(outcome)
  for (const line of proofLines()) console.log(line)
}

async function checkJourneys(): Promise<Outcome> {
  const chromium = await findChromium()
  return chromium.ok ? runJourneys() : failed('journeys', chromium.reason)
}

function failed(name: string, output: string): Outcome {
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0, output }
}

function tell(outcome: Outcome): void {
  outcomes.push(outcome)
  const { name, passed, failed, skipped, seconds, output } = outcome
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
  console.log(`${name.padEnd(10)} ${counts.filter(Boolean).join(', ')} (${seconds.toFixed(1)} s)`)
  if (failed > 0) console.log(`\n${output.replaceAll(`${project}/`, '').trim()}\n`)
}

function finish(): void {
  const sum = (count: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, outcome) => total + outcome[count], 0)
  const broken = outcomes.filter((outcome) => outcome.failed > 0).map((outcome) => outcome.name)
  console.log(
    `\n${((Date.now() - started) / 1000).toFixed(0)} s${broken.length > 0 ? ` · failed: ${broken.join(', ')}` : ''}`,
  )
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
  process.exitCode = broken.length > 0 ? 1 : 0
}
