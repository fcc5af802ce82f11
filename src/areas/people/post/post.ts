// A post is a person's place in a unit, with staff group, hours and line manager (SPEC 1.2, 1.3). It is kept as
// stretches: one row for each span of days in which nothing changed. A change never writes over a stretch; the old one
// is superseded and new ones are added, so what was known on any past day can be had again. Days include the last one.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { UnitId } from '../unit/unit.ts'

export type PostId = Id<'post'>

export const postKinds = [
  'permanent',
  'fixed term',
  'bank',
  'agency',
  'locum',
  'contracted',
  'temporary',
  'honorary',
] as const
export type PostKind = (typeof postKinds)[number]

/** What may change about a post with time. */
export type PostFacts = {
  readonly unit: UnitId | null
  /** The key or name of a staff group of the policy packs. */
  readonly staffGroup: string | null
  readonly profession: string | null
  readonly band: string | null
  readonly trainingStage: string | null
  /** 0 to 168; null when it is not known, as for most bank staff. */
  readonly hoursPerWeek: number | null
  readonly kind: PostKind
  /** Whether the person carries a caseload in this post; null when nobody has said. */
  readonly caseload: boolean | null
  readonly manager: PersonId | null
}

/** A stretch of a post. `from` and `to` include both days; `to` null: until further notice. */
export type Post = PostFacts & {
  /** The row; superseding names it. */
  readonly number: number
  readonly post: PostId
  readonly person: PersonId
  readonly assignment: string
  readonly started: Day
  readonly from: Day
  readonly to: Day | null
}

export type NewStretch = Omit<Post, 'number'>

/** What to write: rows that are no longer how it is, and the stretches that stand in their place. */
export type PostPlan = { readonly supersede: readonly number[]; readonly add: readonly NewStretch[] }

/** Whether a stretch holds on a day; its last day is one of its days. */
export const holdsOn = (stretch: { from: Day; to: Day | null }, day: Day): boolean =>
  stretch.from <= day && (stretch.to === null || stretch.to >= day)

/** The post's facts change from a day on; stretches already known to begin later change too. */
export function planChange(stretches: readonly Post[], from: Day, changed: Partial<PostFacts>): Decision<PostPlan> {
  const touched = stretches.filter((stretch) => stretch.to === null || stretch.to >= from)
  const first = stretches[0]
  if (!first || touched.length === 0) return no('This post has ended before that day.', 'from')
  if (stretches.every((stretch) => stretch.from > from)) {
    return no('This post had not begun on that day. Choose a later one.', 'from')
  }
  const add = touched.flatMap((stretch): NewStretch[] => {
    const changedPart = { ...withoutNumber(stretch), ...changed, from: stretch.from > from ? stretch.from : from }
    if (stretch.from >= from) return [changedPart]
    return [{ ...withoutNumber(stretch), to: addDays(from, -1) }, changedPart]
  })
  return yes({ supersede: touched.map(({ number }) => number), add })
}

/** The post ends with `lastDay`; stretches that would begin later are superseded by nothing. */
export function planEnd(stretches: readonly Post[], lastDay: Day): Decision<PostPlan> {
  const touched = stretches.filter((stretch) => stretch.to === null || stretch.to > lastDay)
  if (stretches.every((stretch) => stretch.from > lastDay)) {
    return no('This post had not begun on that day. Choose a later one.', 'lastDay')
  }
  if (touched.length === 0) return yes({ supersede: [], add: [] })
  const add = touched
    .filter((stretch) => stretch.from <= lastDay)
    .map((stretch) => ({ ...withoutNumber(stretch), to: lastDay }))
  return yes({ supersede: touched.map(({ number }) => number), add })
}

function withoutNumber({ number: _number, ...stretch }: Post): NewStretch {
  return stretch
}

/**
 * The way up from a person to themselves, when making `manager` their line manager would close a circle:
 * [person, manager, …, person]; null when it would not. `managersOf` answers a person's line managers.
 */
export function circleThrough(
  person: PersonId,
  manager: PersonId,
  managersOf: (person: PersonId) => readonly PersonId[],
): readonly PersonId[] | null {
  const seen = new Set<PersonId>()
  const climb = (at: PersonId, way: readonly PersonId[]): readonly PersonId[] | null => {
    if (at === person) return way
    if (seen.has(at)) return null
    seen.add(at)
    for (const above of managersOf(at)) {
      const found = climb(above, [...way, above])
      if (found) return found
    }
    return null
  }
  return climb(manager, [person, manager])
}
