// Which training a person's posts and roles need by the policy, and what of it is missing or has run out (SPEC 1.5). Of several
// levels in one subject the highest counts, and whoever holds a higher one has the lower. It runs out on the day on record, or
// when the policy's time for renewal has passed. A level without a condition is for everyone.
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { defaultsOf } from '../pack/requirements.ts'
import { readDuration } from '../rule/interval.ts'
import { meets, readTest, sameWord, type Subject } from '../rule/test-of-facts.ts'

/** What a person has done, as the register keeps it; `level` is text such as '3' or 'Level 3'. */
export type Done = { readonly subject: string; readonly level: string; readonly on: Day; readonly expires: Day | null }

type Level = NonNullable<PolicyPack['trainingLevels']>[number]

/** For each of a person's missing trainings its name, and since when it has run out; `subjects`: their posts of today. */
export function missingTraining(
  packs: readonly PolicyPack[],
  subjects: readonly Subject[],
  { done, today }: { done: readonly Done[]; today: Day },
): readonly string[] {
  if (subjects.length === 0) return []
  return highest(packs.flatMap((pack) => neededIn(pack, subjects))).flatMap((level) => {
    const fitting = done.filter((one) => fits(one, level))
    const ends = fitting.map((one) => endOf(one, level))
    if (ends.some((end) => end === null || end >= today)) return []
    const last = ends
      .flatMap((end) => (end === null ? [] : [end]))
      .toSorted()
      .at(-1)
    return [last === undefined ? `${level.name}: not on record` : `${level.name}: ran out on ${formatDay(last)}`]
  })
}

function neededIn(pack: PolicyPack, subjects: readonly Subject[]): readonly Level[] {
  const { words } = defaultsOf(pack)
  return (pack.trainingLevels ?? []).filter(({ neededBy }) => {
    const test = neededBy === undefined ? null : readTest(neededBy, words)
    return subjects.some((subject) => meets(test, subject))
  })
}

/** The highest level of each subject. */
function highest(levels: readonly Level[]): readonly Level[] {
  const found = new Map<string, Level>()
  for (const level of levels) {
    const known = found.get(subjectOf(level))
    if (!known || (level.level ?? 0) > (known.level ?? 0)) found.set(subjectOf(level), level)
  }
  return [...found.values()]
}

const subjectOf = ({ subject, name }: Level): string => sameWord(subject ?? name)

const fits = (one: Done, level: Level): boolean =>
  sameWord(one.subject) === subjectOf(level) && Number(/\d+/.exec(one.level)?.[0] ?? 0) >= (level.level ?? 0)

/** The last day on which it counts; null: it never runs out. */
function endOf({ on, expires }: Done, { renew }: Level): Day | null {
  if (expires !== null) return expires
  if (renew === undefined) return null
  const { count, unit } = readDuration(renew)
  return unit === 'month' ? addMonths(on, count) : addDays(on, unit === 'week' ? 7 * count : count)
}
