// Every member of staff is asked to say that they have read each version of a policy that is for them, within some weeks: from
// their first day (at induction), from the day a new version is in force, or from their return after a long absence. A pack
// says who is asked and how soon; everyone within 4 weeks when it says nothing. Nobody is asked while they are away (SPEC 1.5).
import { addDays, addMonths, type Day, latest } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { readDuration } from '../rule/interval.ts'
import { type InForce, holdsToday, type PolicyVersionId } from '../version/version.ts'

export type Acknowledgement = { readonly version: PolicyVersionId; readonly on: Day }

/** What is known of somebody who may be asked. */
export type Reader = {
  /** First day of the oldest post that holds today. */
  readonly started: Day
  readonly absences: readonly { readonly from: Day; readonly to: Day | null }[]
  readonly acknowledged: readonly Acknowledgement[]
  /** Keys of packs of which a row is for them. */
  readonly rowsIn: ReadonlySet<string>
}

/** One version that somebody is asked to read. */
export type ToRead = {
  readonly version: PolicyVersionId
  readonly packKey: string
  readonly packName: string
  readonly label: string
  /** In force from. */
  readonly from: Day
  /** The last day on which it is in time. */
  readonly by: Day
  /** The version of the same policy that they read last, and when; null for the first. */
  readonly readBefore: Acknowledgement | null
}

/** Whom a pack asks to read it. */
export const askedBy = (pack: PolicyPack): 'everyone' | 'those with a row' | 'nobody' => pack.reading?.by ?? 'everyone'

/** Somebody is new to a policy for as long. */
const INDUCTION_DAYS = 84
/** A shorter absence asks nobody to hurry less. */
const LONG_ABSENCE_DAYS = 14

/** Whether this is part of somebody's induction: they began lately and have read none of it. */
export const isInduction = (one: ToRead, started: Day, today: Day): boolean =>
  one.readBefore === null && today <= addDays(started, INDUCTION_DAYS)

/** What somebody has still to read on a day, the earliest due first, of those what is for everyone; nothing while they are away. `history`: all versions. */
export function toRead(history: readonly InForce[], reader: Reader, today: Day): readonly ToRead[] {
  if (reader.absences.some(({ from, to }) => from <= today && (to === null || today <= to))) return []
  return readable(history, today)
    .filter((one) => isAsked(one.pack, reader.rowsIn))
    .toSorted((a, b) => Number(askedBy(a.pack) !== 'everyone') - Number(askedBy(b.pack) !== 'everyone'))
    .filter(({ version }) => !reader.acknowledged.some((said) => said.version === version.id))
    .map((one) => ({
      version: one.version.id,
      packKey: one.version.packKey,
      packName: one.pack.name,
      label: one.version.label,
      from: one.from,
      by: readBy(one, reader),
      readBefore: lastRead(history, one, reader.acknowledged),
    }))
    .toSorted((a, b) => a.by.localeCompare(b.by))
}

/** The versions in force on a day that anybody is asked to read. */
export const readable = (history: readonly InForce[], today: Day): readonly InForce[] =>
  history.filter((one) => holdsToday(one, today) && askedBy(one.pack) !== 'nobody')

const isAsked = (pack: PolicyPack, rowsIn: ReadonlySet<string>): boolean =>
  askedBy(pack) === 'everyone' || rowsIn.has(pack.key)

/** Weeks count from the latest of: in force, approved, begun in post, back from a long absence. */
function readBy({ from, version, pack }: InForce, { started, absences }: Reader): Day {
  const approved = version.approvedAt === null ? from : londonDay(version.approvedAt)
  const asked = latest(latest(from, approved), started)
  const backs = absences.flatMap(({ from: away, to }) =>
    to !== null && to >= asked && addDays(away, LONG_ABSENCE_DAYS) <= to ? [addDays(to, 1)] : [],
  )
  const { count, unit } = readDuration(pack.reading?.within ?? '4 weeks')
  const since = backs.reduce(latest, asked)
  return unit === 'month' ? addMonths(since, count) : addDays(since, unit === 'week' ? 7 * count : count)
}

function lastRead(history: readonly InForce[], one: InForce, said: readonly Acknowledgement[]): Acknowledgement | null {
  const earlier = history
    .filter(({ version, from }) => version.packKey === one.version.packKey && from < one.from)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  for (const { version } of earlier) {
    const found = said.find((each) => each.version === version.id)
    if (found) return found
  }
  return null
}
