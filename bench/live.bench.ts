// Live pages. First what one person notices: from their post to the change on eight others' screens, in a real browser, beside
// a bare event-stream echo measured in turns with it. Then what a program carries: 500 meetings of eight streams each, against
// a real database: how long an announcement takes to reach its streams, what a stream costs, and whether any was lost.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureFanOut } from './live-fan-out.ts'
import { measureScreens } from './live-screens.ts'
import { runEcho } from './live-echo.ts'
import { type Place, runLiveService } from './live-service.ts'
import { startProgram } from './running-service.ts'

const [, own = '', part = '', ...words] = process.argv
if (part === 'service') await runLiveService(words)
else if (part === 'echo') runEcho()
else await measure(part)

/** Both parts, or the one that is named: 'screens' or 'fan-out'. */
async function measure(which: string): Promise<void> {
  console.log(`Load of the machine before: ${(loadavg()[0] ?? 0).toFixed(1)}\n`)
  if (which !== 'fan-out') await withPrograms(1, 9, measureScreens)
  if (which !== 'screens') await withPrograms(500, 8, measureFanOut)
}

type Programs = Parameters<typeof measureScreens>[0]

async function withPrograms(boards: number, people: number, run: (programs: Programs) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-bench-live-'))
  const file = join(folder, 'places.json')
  const service = await startProgram([own, 'service', String(boards), String(people), file])
  const echo = await startProgram([own, 'echo'])
  try {
    await run({ service, echo, places: JSON.parse(readFileSync(file, 'utf8')) as readonly Place[] })
  } finally {
    await service.stop()
    await echo.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
