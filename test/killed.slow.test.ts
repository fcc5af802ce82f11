// The service as its operators run it, killed in the middle of a meeting of nine: everybody is back within moments, nothing that
// was acknowledged is lost and nothing is doubled. MEETING_KILLED says how often; bin/bench meeting-kills measures it.
import { afterAll, describe, expect, it } from 'vitest'
import { kills, killOnce } from './killed/runs.ts'
import { openStage } from './killed/stage.ts'

const RUNS = Number(process.env.MEETING_KILLED ?? 1)
const stage = await openStage()
afterAll(() => stage.close())

describe('a meeting of nine', () => {
  for (const kill of kills)
    for (let run = 0; run < RUNS; run++)
      it(`goes on for everybody when ${kill} is killed (${run + 1})`, async () => {
        const killed = await killOnce(stage, kill)
        expect(killed.lost).toEqual([])
        expect(killed.doubled).toEqual([])
        expect(killed.neverWritten).toEqual([])
        expect(killed.screensApart).toBe(0)
        expect(killed.acknowledged).toBeGreaterThan(20)
      }, 300_000)
})
