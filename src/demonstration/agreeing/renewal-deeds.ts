// Looking back on contracts that end soon: Tom has sent his to Ben, who has yet to write; Dora and her supervisor had both
// looked back before theirs was begun anew.
import { agreementsBetween, renewalOf, sendOwnLookBack } from '../../areas/agreements/index.ts'
import { addDays } from '../../platform/time/day.ts'
import type { Span } from '../trust/staff.ts'
import { lookBacks } from '../words/agreement-words.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'

type Two = { readonly supervisee: string; readonly supervisor: string }

const stories = [
  { supervisee: 'ben', supervisor: 'tom', wrote: ['tom'], ago: 2 },
  { supervisee: 'dora', supervisor: 'advisor2', wrote: ['dora', 'advisor2'], ago: 9 },
] as const

/** Who of a pair has looked back, and when; nothing of pairs without such a story, or whose contract is not near its end. */
export const renewalDeeds = (making: Making, pair: Two, span: Span): readonly Deed[] =>
  stories
    .filter((story) => story.supervisee === pair.supervisee && story.supervisor === pair.supervisor)
    .flatMap(({ supervisee, supervisor, wrote, ago }) =>
      wrote.map(
        (by, index): Deed => ({
          at: at(addDays(span.today, index - ago), '08:35'),
          by,
          run: async (work) => {
            const people = [idOf(making.people, supervisee), idOf(making.people, supervisor)]
            const own = (await agreementsBetween(work, people)).find(
              (one) => one.template === 'one-to-one-contract' && one.state === 'signed',
            )
            const renewal = own && (await renewalOf(work, own))
            if (renewal?.step.step !== 'look back') return
            sure(await sendOwnLookBack(work, renewal, { texts: lookBacks[by], fromSave: 0 }))
          },
        }),
      ),
    )
