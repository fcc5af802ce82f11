// Supervision that was held elsewhere: some vouched for by a colleague, one that waits for the colleague's word.
import { recordOutside, vouchFor } from '../../areas/supervision/index.ts'
import { addDays } from '../../platform/time/day.ts'
import { clinicalFrom, type PlannedPerson, type Span } from '../trust/staff.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

const told = [
  {
    by: 'chloe',
    voucher: 'marcus',
    ago: 24,
    recorded: 4,
    vouched: null,
    with: 'Clinical lead of the regional eating disorders service',
  },
  {
    by: 'femi',
    voucher: 'namedMidwife',
    ago: 130,
    recorded: 120,
    vouched: 117,
    with: 'Professional midwifery advocate of the neighbouring trust',
  },
  { by: 'grace', voucher: 'amina', ago: 200, recorded: 190, vouched: 188, with: 'University practice teacher' },
  {
    by: 'marcus',
    voucher: 'amina',
    ago: 95,
    recorded: 90,
    vouched: 89,
    with: 'Regional network of safeguarding leads',
  },
] as const

export const outsideDeeds = (making: Making, staff: readonly PlannedPerson[], span: Span): readonly Deed[] =>
  told
    .filter((one) => staff.some(({ key }) => key === one.by) && addDays(span.today, -one.recorded) > clinicalFrom(span))
    .flatMap((one) => outside(making, one, span))

function outside(making: Making, one: (typeof told)[number], { today }: Span): readonly Deed[] {
  const known: { id: Parameters<typeof vouchFor>[1] | null } = { id: null }
  const recording: Deed = {
    at: at(addDays(today, -one.recorded), '18:10'),
    by: one.by,
    run: async (work) => {
      const facts = { type: 'one-to-one-clinical', day: addDays(today, -one.ago), minutes: 60 }
      const how = { format: 'one-to-one', remote: true, groupSize: 1, supervisor: null } as const
      const voucher = idOf(making.people, one.voucher)
      known.id = sure(await recordOutside(work, { ...facts, ...how, voucher, heldWith: one.with, heldAt: 'By video' }))
    },
  }
  if (one.vouched === null) return [recording]
  const vouching: Deed = {
    at: at(addDays(today, -one.vouched), '08:20'),
    by: one.voucher,
    run: async (work) => {
      if (known.id) sure(await vouchFor(work, known.id, true))
    },
  }
  return [recording, vouching]
}
