// Advice counts as ad hoc supervision of whoever asked: facts alone, who, with whom, when and how long (SPEC 8.2).
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn, rowsOfPeople } from '../../policy/index.ts'
import { countHeldMeeting } from '../../supervision/index.ts'

const SHORTEST = 5

export type Advised = {
  readonly caller: PersonId
  readonly adviser: PersonId
  readonly minutes: number
  /** When it was over. */
  readonly at: Moment
}

/** Counts it, by a kind that the caller's rows of the policy ask for, if there is one. */
export async function countAsSupervision(work: Work, { caller, adviser, minutes, at }: Advised): Promise<void> {
  const policy = await policyOn(work)
  const kinds = policy.types.filter((type) => type.format === 'advice')
  const rows = (await rowsOfPeople(work, policy.packs, { people: [caller], day: londonDay(at) })).get(caller) ?? []
  const asked = kinds.find((type) => rows.some((row) => row.types.includes(type.key)))
  const type = asked ?? kinds.find((one) => one.ledBy === 'advice desk') ?? kinds[0]
  if (!type) return
  const length = Math.max(SHORTEST, minutes)
  await countHeldMeeting(work, {
    type: type.key,
    supervisor: adviser,
    came: [caller],
    minutes: length,
    placeKind: 'phone',
    beganAt: addMinutes(at, -length),
    finishedAt: at,
    elsewhere: 'advice',
  })
}
