// A meeting of nine on the service as its operators run it, killed in the middle: the only program, one of two, the database.
// How long until everybody is back, and what became of what was acknowledged. `bin/bench meeting-kills -- 5` does five of each;
// without a number 20 of the programs and five of the database.
import { loadavg } from 'node:os'
import { type Kill, type Killed, kills, killOnce } from '../test/killed/runs.ts'
import { openStage } from '../test/killed/stage.ts'

const asked = Number(process.argv[2] ?? Number.NaN)
const timesOf = (kill: Kill): number => (Number.isInteger(asked) ? asked : kill === 'the database' ? 5 : 20)

const stage = await openStage()
try {
  const rows: string[] = []
  for (const kill of kills) {
    const before = loadavg()[0] ?? 0
    const runs: Killed[] = []
    for (let run = 0; run < timesOf(kill); run++) {
      runs.push(await killOnce(stage, kill))
      const { backAfter, startedAfter } = runs.at(-1) as Killed
      console.error(`${kill}: back after ${backAfter.toFixed(0)} ms, started after ${startedAfter?.toFixed(0) ?? '-'}`)
    }
    if (runs.length > 0) rows.push(rowOf(kill, runs, [before, loadavg()[0] ?? 0]))
  }
  console.log(
    '| what was killed | runs | everybody back: median | slowest | within 5 s | acknowledged | lost | doubled or screens apart | load |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  console.log(rows.join('\n'))
} finally {
  await stage.close()
}

function rowOf(kill: Kill, runs: readonly Killed[], load: readonly number[]): string {
  const back = runs.map((run) => run.backAfter).toSorted((a, b) => a - b)
  const seconds = (milliseconds: number | undefined) => `${((milliseconds ?? 0) / 1000).toFixed(1)} s`
  const count = (of: (run: Killed) => number) => runs.reduce((sum, run) => sum + of(run), 0)
  const started = runs.flatMap((run) => (run.startedAfter === null ? [] : [run.startedAfter])).toSorted((a, b) => a - b)
  const itself = started.length > 0 ? `, started again after ${seconds(started[Math.floor(started.length / 2)])}` : ''
  const cells = [
    `${kill}${itself}`,
    runs.length,
    seconds(back[Math.floor((back.length - 1) / 2)]),
    seconds(back.at(-1)),
    back.filter((one) => one <= 5_000).length,
    count((run) => run.acknowledged),
    count((run) => run.lost.length + run.neverWritten.length),
    count((run) => run.doubled.length + run.screensApart),
    load.map((one) => one.toFixed(0)).join(' to '),
  ]
  return `| ${cells.join(' | ')} |`
}
