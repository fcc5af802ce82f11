// An organisation with its first administrator, made through the front door itself, for the tests of sign-in.
import { generateSync } from 'otplib'
import type { Database } from '../database/database.ts'
import { addSeconds, type Moment, moment } from '../time/moment.ts'
import { firstAdministratorPath, foundOrganisation } from './link/first-administrator.ts'
import { doorKeys } from './secrets.ts'
import { type AtDoor, codeToSetUp, giveCode, giveFirstCode, givePassword } from './signing-in.ts'

export const exampleKeys = doorKeys(Buffer.alloc(32, 7))
export const exampleStart: Moment = moment('2027-02-03T09:00:00Z')

export const examplePassword = 'marmalade lantern tugboat'
export const exampleEmail = 'amina.yusuf@example.nhs.uk'

/** The code of a secret at a moment. */
export const codeAt = (secret: string, at: Moment): string =>
  generateSync({ secret, epoch: Math.floor(Date.parse(at) / 1000) })

export type Founded = {
  readonly secret: string
  readonly visit: string
  readonly known: string
  readonly recoveryCodes: string[]
}

/** Somebody at the door: at a moment, from an address, in a browser. */
export const atDoor = (database: Database, at: Moment, more: Partial<AtDoor> = {}): AtDoor => ({
  database,
  keys: exampleKeys,
  moment: at,
  address: '192.0.2.10',
  browser: 'Firefox on Windows',
  known: '',
  ...more,
})

/** The link of the first start, without '/founding/'. */
export async function exampleStartWord(database: Database, at: Moment = exampleStart): Promise<string> {
  const path = await firstAdministratorPath(database, exampleKeys, at)
  if (path === null) throw new Error('There is an organisation already.')
  return path.slice('/founding/'.length)
}

/** The organisation, and Amina's account with its code set up; her first code belongs to the step of `exampleStart`. */
export async function found(database: Database): Promise<Founded> {
  const at = atDoor(database, exampleStart)
  const given = { organisation: 'Elm Park Trust', name: 'Amina Yusuf', email: exampleEmail, password: examplePassword }
  const step = await foundOrganisation(at, await exampleStartWord(database), given, async () => undefined)
  const setUp = step && (await codeToSetUp(at, step))
  if (!step || !setUp) throw new Error('The link was refused.')
  const done = await giveFirstCode(at, step, codeAt(setUp.secret, exampleStart))
  if (done.outcome !== 'in') throw new Error(`The first code was refused: ${done.outcome}`)
  return { secret: setUp.secret, visit: done.visit, known: done.known, recoveryCodes: done.recoveryCodes }
}

/** Password and code in one go, as somebody who knows both. */
export async function signIn(
  at: AtDoor,
  secret: string,
  codeMoment: Moment = at.moment,
): Promise<{ visit: string; known: string }> {
  const first = await givePassword(at, { email: exampleEmail, password: examplePassword })
  if (first.outcome !== 'step') throw new Error(`The password was refused: ${first.outcome}`)
  const second = await giveCode(at, first.step, { kind: 'code', text: codeAt(secret, codeMoment) })
  if (second.outcome !== 'in') throw new Error(`The code was refused: ${second.outcome}`)
  return second
}

export const later = (seconds: number): Moment => addSeconds(exampleStart, seconds)
