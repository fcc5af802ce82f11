// The small world with a policy in force, for tests: who is where, and sessions that count.
import type { OrganisationId, PersonId } from '../../platform/ids.ts'
import { newId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'

/** Rows of a held group session and of who was there, past row-level security: [statement, values] for each. */
export function heldSessionRows(
  organisation: OrganisationId,
  held: { day: Day; supervisor: PersonId; people: readonly PersonId[]; type: string; minutes?: number },
): readonly (readonly [string, readonly unknown[]])[] {
  const session = newId()
  const minutes = held.minutes ?? 90
  const at = `${held.day}T10:00:00Z`
  const add = `insert into supervision_session (organisation, id, type_key, format, state, supervisor, starts_at, minutes,
      ends_at, place_kind, held_recorded_at, booked_by, booked_at)
    values ($1, $2, $3, 'group', 'held', $4, $5, $6, $5::timestamptz + make_interval(mins => $6), 'in person', $5, $4, $5)`
  const present = `insert into attendance (organisation, id, session, person, part, presence, minutes, day, type_key, format,
      remote, group_size, supervisor, session_minutes, recorded_at, recorded_by)
    values ($1, gen_random_uuid(), $2, $3, 'supervisee', 'present', $4, $5, $6, 'group', false, $7, $8, $4, $9, $8)`
  const there = 'insert into session_supervisee (organisation, session, person) values ($1, $2, $3)'
  return [
    [add, [organisation, session, held.type, held.supervisor, at, minutes]],
    ...held.people.map((person) => [there, [organisation, session, person]] as const),
    ...held.people.map(
      (person) =>
        [
          present,
          [organisation, session, person, minutes, held.day, held.type, held.people.length, held.supervisor, at],
        ] as const,
    ),
  ]
}
