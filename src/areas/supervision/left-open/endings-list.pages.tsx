// On the page of supervisors: what came to an end lately, with the way to what is still open.
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findEndingsSince } from '../ending/ending.store.ts'
import { otherOf } from '../ending/ending.ts'
import { namer } from '../supervision.changes.ts'
import { hrefOfEnding } from './open-cards.pages.tsx'

const MONTHS_SHOWN = 6

/** The asker's endings of the last half year; null when there are none. */
export async function endingsList(work: Work) {
  const endings = await findEndingsSince(work, addMinutes(work.moment, -MONTHS_SHOWN * 31 * 24 * 60))
  if (endings.length === 0) return null
  const other = (one: (typeof endings)[number]) => otherOf(one, work.asker.person)
  const nameOf = await namer(work, endings.map(other))
  return (
    <>
      <h2>What comes to an end</h2>
      <ul class="nhsuk-list">
        {endings.map((one) => (
          <li>
            <a href={hrefOfEnding(one)}>
              {nameOf(other(one))}, {one.on > work.today ? 'from' : 'since'} {formatDay(one.on)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
