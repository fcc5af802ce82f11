// The operator's proof that the trail is whole, and the checkpoints that make it hold against whoever owns the database
// (SPEC 12.3, TRUST 4).
import type { Job } from '../../../platform/area.ts'
import type { Command } from '../../../platform/command.ts'
import { signCheckpoint } from './checkpoint.changes.ts'
import { verifyTrail } from './verification.changes.ts'

export const trailJobs: readonly Job[] = [
  {
    name: 'sign a checkpoint of the trail',
    every: '*/10 * * * *',
    run: async (work) => {
      await signCheckpoint(work)
    },
  },
]

export const trailCommands: readonly Command[] = [
  {
    name: 'verify-trail',
    summary:
      'Reads the whole trail and its checkpoints and names the first line that was changed, removed or slipped in',
    usage: '',
    run: async ({ say, config, inEveryOrganisation }) => {
      const result = await inEveryOrganisation(verifyTrail)
      for (const { organisation, result: proof } of result) {
        const found = proof.whole
          ? `whole, ${proof.events} lines, ${proof.checkpoints} checkpoints in ${config.checkpoints}`
          : `broken at line ${proof.brokenAt}. ${proof.why}.`
        say(`${organisation}: ${found}`)
        for (const notice of proof.notices) say(`  ${notice}.`)
      }
      return { exit: result.every(({ result: proof }) => proof.whole) ? 0 : 1, result }
    },
  },
]
