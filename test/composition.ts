// The service's parts for tests: the real database, a clock that stands still, keys in memory.
import type { Area } from '../src/platform/area.ts'
import { asPerson, type Composition, type Identify } from '../src/platform/composition.ts'
import type { Database } from '../src/platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { memoryKeyring } from '../src/platform/keys/keyring.ts'
import { type Moment, moment } from '../src/platform/time/moment.ts'
import type { Work } from '../src/platform/work.ts'
import type { TestDatabase } from './test-database.ts'

/** Friday 20 November 2026, 10am in London: today in every test that does not say otherwise. */
export const testMoment = moment('2026-11-20T10:00:00Z')

export type TestComposition = Composition & {
  /** Sets the clock; returns to `testMoment` only when told. */
  readonly setClock: (to: Moment) => void
  readonly enqueued: { job: string; ids: Readonly<Record<string, string>> }[]
}

/** Two services on one database have the same keys, as two nodes have. */
const keysOf = new WeakMap<Database, Composition['keys']>()

/** `identify` knows everybody by default, without roles. */
export function testComposition(
  database: Database,
  parts: { areas?: readonly Area[]; identify?: Identify } = {},
): TestComposition {
  let now = testMoment
  const keys = keysOf.get(database) ?? memoryKeyring()
  keysOf.set(database, keys)
  const enqueued: TestComposition['enqueued'] = []
  return {
    database,
    clock: () => now,
    keys,
    checkpoints: memoryShelf(),
    areas: parts.areas ?? [],
    identify: parts.identify ?? (async () => ({ name: 'Amina Yusuf', roles: new Set<string>() })),
    enqueue: async (_db, job, ids) => {
      enqueued.push({ job, ids })
    },
    setClock: (to) => {
      now = to
    },
    enqueued,
  }
}

/** A new organisation with nothing in it, written past row-level security. */
export async function newOrganisation(database: TestDatabase, name = 'Test trust'): Promise<OrganisationId> {
  const id = newId<'organisation'>()
  await database.owner.query("insert into organisation (id, name, kind) values ($1, $2, 'test')", [id, name])
  return id
}

/** Runs a body as a person and gives what it answers; fails the test when the person is not known. */
export async function as<T>(
  service: Composition,
  organisation: OrganisationId,
  person: PersonId,
  body: (work: Work) => Promise<T>,
): Promise<T> {
  const done = await asPerson(service, { organisation, person }, async (work) => ({ value: await body(work) }))
  if (!done) throw new Error('Nobody of that id')
  return done.value
}
