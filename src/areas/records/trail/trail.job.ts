// The operator's proof that the trail is whole (SPEC 12.3).
import type { Command } from '../../../platform/command.ts'
import { verifyTrail } from './trail.changes.ts'

export const trailCommands: readonly Command[] = [
  {
    name: 'verify-trail',
    summary: 'Reads the whole trail and names the first line that was changed, removed or slipped in',
    usage: '',
    run: async ({ say, inEveryOrganisation }) => {
      const result = await inEveryOrganisation(verifyTrail)
      for (const { organisation, result: proof } of result) {
        if (proof.whole) say(`${organisation}: whole, ${proof.events} lines`)
        else say(`${organisation}: broken at line ${proof.brokenAt}. ${proof.why}.`)
      }
      return { exit: result.every(({ result: proof }) => proof.whole) ? 0 : 1, result }
    },
  },
]
