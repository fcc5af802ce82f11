// Runs vitest and playwright and reads the reports they write, so that counts come from data, not from their prose.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { project } from './build.ts'
import { type Ended, type Outcome, run } from './step.ts'

const results = join(project, 'test-results')
const vitestReport = join(results, 'vitest.json')
const journeysReport = join(results, 'journeys.json')

// Proofs that generate themselves write down how many cells, mutants and inputs they went through.
const Figures = z.object({ proof: z.string(), figures: z.record(z.string(), z.union([z.number(), z.string()])) })
const figuresFolder = join(results, 'figures')

/** What the proofs of the last run counted, one line for each. */
export function proofLines(): readonly string[] {
  if (!existsSync(figuresFolder)) return []
  return readdirSync(figuresFolder)
    .sort()
    .map((name) => Figures.parse(JSON.parse(readFileSync(join(figuresFolder, name), 'utf8'))))
    .map(({ proof, figures }) => {
      const counted = Object.entries(figures).map(([name, figure]) => `${figure.toLocaleString('en-GB')} ${name}`)
      return `  ${proof}: ${counted.join(', ')}`
    })
}

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const JourneysReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

// Which kind of test a file holds, by its name; the first that fits.
const kinds: readonly (readonly [string, RegExp])[] = [
  ['structure', /\/test\/structure\//],
  ['store', /\.store(\.slow)?\.test\.tsx?$/],
  ['pages', /\.pages(\.slow)?\.test\.tsx?$/],
  ['unit', /./],
]

/** Structure, unit, store and pages in one run of vitest, told apart by file names. */
export async function runVitest(quick: boolean): Promise<readonly Outcome[]> {
  rmSync(vitestReport, { force: true })
  rmSync(figuresFolder, { recursive: true, force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const ended = await run('node_modules/.bin/vitest', ['run', ...reporters], quick ? { TEST_QUICK: '1' } : {})
  if (!existsSync(vitestReport)) return [couldNotRun('tests', ended)]
  const report = VitestReport.parse(JSON.parse(readFileSync(vitestReport, 'utf8')))
  const outcomes = kinds.map(([name]) => ({ name, passed: 0, failed: 0, skipped: 0, seconds: 0, output: '' }))
  for (const file of report.testResults) {
    const outcome = outcomes[kinds.findIndex(([, pattern]) => pattern.test(file.name))]
    if (!outcome) continue
    const count = (status: string) => file.assertionResults.filter((result) => result.status === status).length
    outcome.passed += count('passed')
    outcome.failed += count('failed')
    outcome.skipped += file.assertionResults.length - count('passed') - count('failed')
    // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
    if (file.status === 'failed' && count('failed') === 0) outcome.failed += 1
  }
  return blame(outcomes, ended)
}

export async function runJourneys(): Promise<Outcome> {
  rmSync(journeysReport, { force: true })
  const ended = await run('node_modules/.bin/playwright', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: journeysReport,
  })
  if (!existsSync(journeysReport)) return couldNotRun('journeys', ended)
  const { stats, errors } = JourneysReport.parse(JSON.parse(readFileSync(journeysReport, 'utf8')))
  const failed = stats.unexpected + stats.flaky + errors.length
  return {
    name: 'journeys',
    passed: stats.expected,
    failed: failed === 0 && ended.code !== 0 ? 1 : failed,
    skipped: stats.skipped,
    seconds: ended.seconds,
    output: ended.output,
  }
}

/** Gives each part the time and words of the one run; a run that failed without a failed test counts as one. */
function blame(outcomes: readonly Outcome[], ended: Ended): readonly Outcome[] {
  const failed = outcomes.some((outcome) => outcome.failed > 0)
  const told = outcomes.filter((outcome) => outcome.passed + outcome.failed + outcome.skipped > 0)
  const first = told.findIndex((outcome) => outcome.failed > 0)
  const whole = told.map((outcome, index) => ({
    ...outcome,
    seconds: ended.seconds,
    output: index === first ? ended.output : '(told above)',
  }))
  return ended.code !== 0 && !failed ? [...whole, couldNotRun('tests', ended)] : whole
}

const couldNotRun = (name: string, ended: Ended): Outcome => ({
  name,
  passed: 0,
  failed: 1,
  skipped: 0,
  seconds: ended.seconds,
  output: ended.output,
})
