// Supervision that comes to an end: Grace changes supervisor from a day ahead, so that she can go through what is still open;
// and somebody of her team is without one, which Grace is told, and nothing else.
import { endSupervision, findPairsOf } from '../../areas/supervision/index.ts'
import { addDays } from '../../platform/time/day.ts'
import type { PlannedPair } from '../history/plan-pairs.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

/** After everything else of the day before, when all that is ahead has been booked. */
const evening = '20:15'

/** What these pairs do; nothing where the organisation is too small to have them. */
export function partingDeeds(
  making: Making,
  pairs: readonly PlannedPair[],
  { staff, span }: { staff: readonly PlannedPerson[]; span: Span },
): readonly Deed[] {
  const ofGrace = pairs.find((pair) => pair.supervisee === 'grace')
  const team = staff.filter((one) => one.manager === 'grace' && !named.includes(one.key)).map((one) => one.key)
  const without = pairs.find((pair) => team.includes(pair.supervisee))
  return [
    ...(ofGrace ? [parting(making, ofGrace, { by: ofGrace.supervisee, span, successor: 'marcus' })] : []),
    ...(without ? [parting(making, without, { by: without.supervisor, span, successor: null })] : []),
  ]
}

const named: readonly string[] = ['ben', 'dora', 'femi', 'chloe']

type Parting = { readonly by: string; readonly span: Span; readonly successor: string | null }

const parting = (making: Making, pair: PlannedPair, { by, span, successor }: Parting): Deed => ({
  at: at(addDays(span.today, -1), evening),
  by,
  run: async (work) => {
    const [supervisee, supervisor] = [idOf(making.people, pair.supervisee), idOf(making.people, pair.supervisor)]
    const standing = (await findPairsOf(work, supervisee)).some(
      (one) => one.state === 'agreed' && one.supervisor === supervisor && one.type === pair.type,
    )
    if (!standing) return
    const how =
      successor === null
        ? ({ on: work.today, kind: 'moved', successor } as const)
        : ({
            on: addDays(work.today, 12),
            kind: 'changed supervisor',
            successor: idOf(making.people, successor),
          } as const)
    const talked = { on: addDays(work.today, -3) }
    sure(await endSupervision(work, { supervisee, supervisor, parts: [pair.type], talked, ...how }))
  },
})
