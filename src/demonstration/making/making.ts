// Carries the plan out: one transaction for the whole demonstration, one work for each person's deed at its moment. The
// changes are those of the pages; only what would be told to later areas is gathered and worked out once, at the end.
import type { UnitId } from '../../areas/people/index.ts'
import { type Composition, theService, withinWork } from '../../platform/composition.ts'
import { type Transaction, transactorWithin } from '../../platform/database/database.ts'
import type { Decision } from '../../platform/decision.ts'
import type { OrganisationId, PersonId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'
import { londonMoment, type Moment } from '../../platform/time/moment.ts'
import type { Asker, Work } from '../../platform/work.ts'
import type { PlannedPerson } from '../trust/staff.ts'

export type Making = {
  readonly people: Map<string, PersonId>
  readonly units: Map<string, UnitId>
  /** Runs a body as somebody of the plan (or 'the service') at a moment. */
  readonly as: <T>(key: string, at: Moment, body: (work: Work) => Promise<T>) => Promise<T>
}

export function newMaking(
  service: Composition,
  tx: Transaction,
  organisation: OrganisationId,
  staff: readonly PlannedPerson[],
): Making {
  const people = new Map<string, PersonId>()
  const planned = new Map(staff.map((one) => [one.key, one]))
  const transact = transactorWithin(tx)
  const askerOf = (key: string): Asker => {
    const person = people.get(key)
    const one = planned.get(key)
    if (!person || !one) throw new Error(`The demonstration has nobody called ${key}`)
    return { person, name: one.name, roles: new Set(one.roles), standing: new Set() }
  }
  const quiet: Composition = {
    ...service,
    areas: service.areas.map(({ hears: _hears, ...area }) => area),
    enqueue: async () => undefined,
  }
  return {
    people,
    units: new Map(),
    as: (key, moment, body) => {
      const asker = key === 'the service' ? theService : askerOf(key)
      return transact({ organisation, person: asker.person, role: 'mcs_request' }, (db) =>
        withinWork(quiet, db, { organisation, asker, moment }, body),
      )
    },
  }
}

/** The value of a decision that the plan made sure of. */
export function sure<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(`The demonstration was refused: ${decision.reason}`)
  return decision.value
}

export const at = (day: Day, time: string): Moment => {
  const found = londonMoment(day, time) ?? londonMoment(day, '12:00')
  if (!found) throw new Error(`There is no noon on ${day}`)
  return found
}

export function idOf<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key)
  if (found === undefined) throw new Error(`The demonstration does not know ${key}`)
  return found
}
