// The first start of an empty installation: the program prints one link, and whoever holds it names the organisation
// and becomes its first administrator. The link works once and only while there is nobody who could sign in.
import { type Database, sql, type Transaction } from '../../database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../../ids.ts'
import type { Moment } from '../../time/moment.ts'
import { makeAccount } from '../account/accounts.ts'
import { findLink, linkWord, makeLink, takeLink } from './links.ts'
import { hashPassword } from '../password/hash.ts'
import type { DoorKeys } from '../secrets.ts'
import type { AtDoor } from '../signing-in.ts'
import { startStep } from '../steps.ts'
import { asDoor } from '../visit/visits.ts'

/**
 * Given by main, because the platform knows no area: makes the person and the administrator's role. Runs inside the
 * transaction of the set-up, as mcs_request of the new organisation; throws to undo everything.
 */
export type WelcomeAdministrator = (
  tx: Transaction,
  who: {
    readonly organisation: OrganisationId
    readonly person: PersonId
    readonly name: string
    readonly email: string
    readonly moment: Moment
  },
) => Promise<void>

/** The path of a fresh link ('/founding/…') while the installation has no organisation of its own; otherwise null. Earlier links stop working. */
export async function firstAdministratorPath(
  database: Database,
  keys: DoorKeys,
  moment: Moment,
): Promise<string | null> {
  return database.transact(asDoor, async (tx) => {
    if (!(await isEmpty(tx))) return null
    const link = { purpose: 'first administrator' as const, organisation: null, person: null, email: null }
    return `/founding/${linkWord(keys, await makeLink(tx, link, moment))}`
  })
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  const found = await sql`select 1 from organisation where kind = 'real' limit 1`.execute(tx)
  return found.rows.length === 0
}

export const isStartLinkGood = (at: AtDoor, word: string): Promise<boolean> =>
  at.database.transact(
    asDoor,
    async (tx) => (await findLink(tx, at.keys, word, 'first administrator', at.moment)) !== null,
  )

export type Founding = {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Makes the organisation, the person and the account. Answers the token of the step that sets up the code; null when the link is over. */
export async function foundOrganisation(
  at: AtDoor,
  word: string,
  given: Founding,
  welcome: WelcomeAdministrator,
): Promise<string | null> {
  const passwordHash = await hashPassword(given.password)
  return at.database.transact(asDoor, async (tx) => {
    const link = await findLink(tx, at.keys, word, 'first administrator', at.moment)
    if (!link || !(await takeLink(tx, link, at.moment)) || !(await isEmpty(tx))) return null
    const organisation = newId<'organisation'>()
    const person = newId<'person'>()
    await sql`insert into organisation (id, name, kind, created_at)
      values (${organisation}, ${given.organisation}, 'real', ${at.moment})`.execute(tx)
    await asRequest(tx, organisation, person, () =>
      welcome(tx, { organisation, person, name: given.name, email: given.email, moment: at.moment }),
    )
    const account = await makeAccount(tx, at.keys, {
      organisation,
      person,
      email: given.email,
      passwordHash,
      moment: at.moment,
    })
    return startStep(tx, { organisation, id: account }, 'set up code', at.moment)
  })
}

/** For the length of `body` the transaction is an ordinary request of this organisation, then the door's again. */
async function asRequest(
  tx: Transaction,
  organisation: string,
  person: string,
  body: () => Promise<void>,
): Promise<void> {
  await become(tx, 'mcs_request', organisation, person)
  await body()
  await become(tx, 'mcs_door', nobody, nobody)
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Changes who a transaction is, until it ends or is changed again. */
export async function become(
  tx: Transaction,
  role: 'mcs_request' | 'mcs_door',
  organisation: string,
  person: string,
): Promise<void> {
  await sql`select set_config('role', ${role}, true),
    set_config('app.organisation', ${organisation}, true), set_config('app.person', ${person}, true)`.execute(tx)
}
