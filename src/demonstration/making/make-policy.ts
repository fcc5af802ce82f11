// Adopts the shipped packs: drafted by the named nurse, approved by the director, each in force from a day of its own; and those who
// supervised before are signed off.
import { approveVersion, draftVersion, type PolicyVersionId, shippedPacks } from '../../areas/policy/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import { signOffDeeds } from '../competence/sign-off-deeds.ts'
import { clinicalFrom, type Span } from '../trust/staff.ts'
import type { Deed } from './deeds.ts'
import { at, type Making, sure } from './making.ts'

const adopted = [
  { pack: 'safeguarding', from: (span: Span) => addDays(span.first, 1) },
  { pack: 'clinical-supervision', from: clinicalFrom },
  { pack: 'action-learning', from: (span: Span) => addDays(clinicalFrom(span), 30) },
] as const

export const policyDeeds = (making: Making, span: Span): readonly Deed[] => [
  ...adopted.flatMap(({ pack, from }) => adoption(pack, from(span))),
  ...signOffDeeds(making, span),
]

function adoption(key: string, from: Day): readonly Deed[] {
  let draft: PolicyVersionId | null = null
  return [
    {
      at: at(addDays(from, -1), '09:20'),
      by: 'amina',
      run: async (work) => {
        const shipped = shippedPacks().find((one) => one.key === key)
        const drafted = shipped ? await draftVersion(work, shipped.text, 'Adopted as it comes') : null
        if (!drafted?.ok) throw new Error(`The shipped pack ${key} does not read`)
        draft = drafted.id
      },
    },
    {
      at: at(addDays(from, -1), '16:00'),
      by: 'helen',
      run: async (work) => {
        if (draft) sure(await approveVersion(work, draft, { revision: 1, from, anyApprovers: true }))
      },
    },
  ]
}
