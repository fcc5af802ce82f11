// How a work is opened: for a person's request, for the service itself (jobs, commands), at the clock's moment or at
// one that is given (demonstration history). Whoever opens a work gets one transaction with who is asking set in it.
import { answersOf, type Area, needsOf, panelsOf } from './area.ts'
import { forgetAsked } from './database/statements/asked-once.ts'
import { type Database, sql, type Transaction } from './database/database.ts'
import type { CheckpointShelf } from './keys/checkpoint-shelf.ts'
import type { Keyring } from './keys/keyring.ts'
import { newId, type OrganisationId, type PersonId } from './ids.ts'
import { announcerIn } from './live/announcing.ts'
import { type Clock, londonDay, type Moment } from './time/moment.ts'
import { standingOf } from './standing.ts'
import type { Asker, Confirmation, ServiceEvent, Work } from './work.ts'

/** The running service's parts, put together once in main, in tests and in commands. */
export type Composition = {
  readonly database: Database
  readonly clock: Clock
  readonly keys: Keyring
  readonly checkpoints: CheckpointShelf
  /** The cards, foundations first. */
  readonly areas: readonly Area[]
  /** Name and granted roles of a person of the organisation; null when there is no such person or they have left. */
  readonly identify: Identify
  /** Enqueues a job inside a transaction. */
  readonly enqueue: (db: Transaction, job: string, ids: Readonly<Record<string, string>>) => Promise<void>
}

export type Identify = (
  work: Work,
  person: PersonId,
) => Promise<{ readonly name: string; readonly roles: ReadonlySet<string> } | null>

/** The asker of jobs and commands: never a person, holds no role, may what the changes it calls allow the service. */
export const theService: Asker = {
  person: '00000000-0000-0000-0000-000000000001' as PersonId,
  name: 'The service',
  roles: new Set(['service']),
  standing: new Set(),
}

/** Runs `body` as a person; null when nobody of that id works in the organisation. */
export async function asPerson<T>(
  service: Composition,
  who: {
    organisation: OrganisationId
    person: PersonId
    moment?: Moment
    confirmed?: { readonly at: Moment; readonly means: Confirmation }
  },
  body: (work: Work) => Promise<T>,
): Promise<T | null> {
  const { organisation, person } = who
  return service.database.transact({ organisation, person, role: 'mcs_request', plans: 'kept' }, async (db) => {
    const bare = workOf(service, db, who.organisation, { ...theService, person: who.person }, who.moment)
    // Asked together: the server is waited for once.
    const [known, standing] = await Promise.all([
      service.identify(bare, who.person),
      standingOf(sharesOf(service), bare),
    ])
    if (!known) return null
    const asker: Asker = { person: who.person, name: known.name, roles: known.roles, standing }
    const confirmed = {
      confirmedAt: who.confirmed?.at ?? null,
      confirmedWith: who.confirmed?.means ?? bare.confirmedWith,
    }
    return finish({ ...bare, asker, ...confirmed }, body)
  })
}

/** Runs `body` as the service itself in one organisation. */
export async function asService<T>(
  service: Composition,
  where: { organisation: OrganisationId; moment?: Moment },
  body: (work: Work) => Promise<T>,
): Promise<T> {
  const identity = { organisation: where.organisation, person: theService.person, role: 'mcs_request' as const }
  return service.database.transact(identity, (db) =>
    finish(workOf(service, db, where.organisation, theService, where.moment), body),
  )
}

/**
 * Runs `body` as the rotation of keys, which sees wrapped keys and no sealed text. `owner` is the database opened as its
 * owner: the login of requests may not become that role.
 */
export async function asKeyKeeper<T>(
  service: Composition,
  where: { organisation: OrganisationId; owner: Pick<Database, 'transact'> },
  body: (work: Work) => Promise<T>,
): Promise<T> {
  const identity = { organisation: where.organisation, person: theService.person, role: 'mcs_keys' as const }
  return where.owner.transact(identity, (db) => body(workOf(service, db, where.organisation, theService)))
}

/** The body, then what must be written last, in the same transaction. */
async function finish<T>(opened: OpenedWork, body: (work: Work) => Promise<T>): Promise<T> {
  const result = await body(opened)
  for (const deed of opened.last.deeds) await deed(opened.last.kept)
  return result
}

type OpenedWork = Work & {
  readonly last: { readonly deeds: ((kept: boolean) => Promise<void>)[]; kept: boolean }
}

/** Runs `body` inside a transaction that is already this organisation's: for the founding of one. */
export const workWithin = <T>(
  service: Composition,
  db: Transaction,
  who: { organisation: OrganisationId; asker: Asker; moment: Moment },
  body: (work: Work) => Promise<T>,
): Promise<T> => finish(workOf(service, db, who.organisation, who.asker, who.moment), body)

/**
 * Runs `body` as somebody who is known already, inside an open transaction that is this organisation's, with what must be
 * written last. For works that are many and must be all or nothing together.
 */
export const withinWork = <T>(
  service: Composition,
  db: Transaction,
  who: { organisation: OrganisationId; asker: Asker; moment: Moment },
  body: (work: Work) => Promise<T>,
): Promise<T> => finish(workOf(service, db, who.organisation, who.asker, who.moment), body)

function workOf(
  service: Composition,
  db: Transaction,
  organisation: OrganisationId,
  asker: Asker,
  given?: Moment,
): OpenedWork {
  const moment = given ?? service.clock()
  const last: OpenedWork['last'] = { deeds: [], kept: true }
  return {
    db,
    organisation,
    asker,
    moment,
    today: londonDay(moment),
    ...unconfirmed,
    keys: service.keys,
    checkpoints: service.checkpoints,
    warnings: new Set(),
    newId,
    async tell(event: ServiceEvent) {
      for (const area of service.areas) await area.hears?.(this, event)
    },
    needs() {
      return needsOf(service.areas, this)
    },
    panels(place, about) {
      return panelsOf(service.areas, this, place, about)
    },
    ask(name, about) {
      return answersOf(service.areas, this, name, about)
    },
    later: (job, ids) => service.enqueue(db, job, ids),
    announce: announcerIn(db),
    attempt: attemptIn(db, last),
    beforeCommit: (deed) => void last.deeds.push(deed),
    last,
  }
}

/** Of jobs, commands and whoever has not been asked. */
const unconfirmed = { confirmedAt: null, confirmedWith: 'password and code' } as const

/** A change that may be taken back without what was noted of readings. */
function attemptIn(db: Transaction, last: OpenedWork['last']): Work['attempt'] {
  return async (body, stays) => {
    await sql`savepoint attempt`.execute(db)
    const result = await body()
    if (stays(result)) return result
    await sql`rollback to savepoint attempt`.execute(db)
    forgetAsked(db)
    last.kept = false
    return result
  }
}

const sharesOf = ({ areas }: Composition) => areas.flatMap((area) => area.standing ?? [])
