// What is booked next, for the first page: today's and the nearest sessions, so that a calm page says when the next thing
// comes (DESIGN 1).
import { Card } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { daysBetween } from '../../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { StoredSession } from './session.ts'
import { findOpenSessionsOf } from './session.store.ts'
import { listNames, others, whenWords } from './session.view.ts'
import { namer, typeNamer } from '../supervision.changes.ts'

const SHOWN = 3

export const comingUpPanels: readonly Panel[] = [{ place: 'home', order: 5, show: (work) => comingUp(work) }]

async function comingUp(work: Work) {
  const open = await findOpenSessionsOf(work, work.asker.person)
  const ahead = open.filter((one) => one.state === 'booked' && addMinutes(one.startsAt, one.minutes) > work.moment)
  if (ahead.length === 0) return null
  const next = ahead.slice(0, SHOWN)
  const nameOf = await namer(
    work,
    next.flatMap((one) => [one.supervisor, ...one.supervisees]),
  )
  const typeName = await typeNamer(work)
  return (
    <section>
      <h2>Coming up</h2>
      <Card>
        <ul class="nhsuk-list">
          {next.map((one) => (
            <li>
              <a href={`/sessions/${one.id}`}>{`${soonWords(work, one)}${whenWords(one)}`}</a>
              <br />
              {typeName(one.type)} with {listNames(others(one, work.asker.person).map(nameOf))}
            </li>
          ))}
        </ul>
        {ahead.length > SHOWN && (
          <p>
            <a href="/supervision">And {ahead.length - SHOWN} more</a>
          </p>
        )}
      </Card>
    </section>
  )
}

/** 'Today: ' and 'Tomorrow: ' before the day, nothing before later ones. */
function soonWords(work: Work, session: StoredSession): string {
  const days = daysBetween(work.today, londonDay(session.startsAt))
  return days <= 0 ? 'Today: ' : days === 1 ? 'Tomorrow: ' : ''
}
