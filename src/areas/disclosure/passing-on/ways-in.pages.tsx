// "Pass on a concern" at the foot of every page on which somebody reads or writes what was said: one step away.
import type { Panel } from '../../../platform/area.ts'
import type { Id } from '../../../platform/ids.ts'

/** The line for a page of a later area; `about` is what the concern comes from. */
export const wayToPassOn = (about: Id<string>) => (
  <p>
    <a href={`/concerns/new?from=${about}`}>Pass on a concern</a>, at once and apart from this record
  </p>
)

export const escalationPanels: readonly Panel[] = (['session', 'record', 'case', 'agreement'] as const).map(
  (place) => ({
    place,
    order: 90,
    show: async (_work, about) => wayToPassOn(about),
  }),
)
