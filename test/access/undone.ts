// A database whose every transaction is taken back once the world is made: a deed that succeeds in one cell of the
// matrix is not there for the next one.
import type { Database } from '../../src/platform/database/database.ts'
import type { TestDatabase } from '../test-database.ts'

class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super('taken back')
  }
}

/** `takeBack(true)` begins to take everything back, after it was done and before it is committed. */
export function undoableDatabase(database: TestDatabase): TestDatabase & { takeBack: (on: boolean) => void } {
  let on = false
  const transact: Database['transact'] = async (identity, body) => {
    if (!on) return database.transact(identity, body)
    try {
      return await database.transact(identity, async (tx) => {
        throw new TakenBack(await body(tx))
      })
    } catch (fault) {
      if (fault instanceof TakenBack) return fault.result as Awaited<ReturnType<typeof body>>
      throw fault
    }
  }
  return {
    ...database,
    transact,
    takeBack: (to) => {
      on = to
    },
  }
}
