// What the pages of the front door are made with, and the small things that all of them say.
import type { Door, DoorRequest } from '../../web/door-page.ts'
import { html, type Reply, seeOther } from '../../web/reply.ts'
import { formatTime } from '../../time/words.ts'
import { londonTime, type Moment } from '../../time/moment.ts'
import { firstOf } from '../../web/typed.ts'
import type { DemonstrationPerson } from '../visit/demonstration.ts'
import type { WelcomeAdministrator } from '../link/first-administrator.ts'
import { knownSeconds } from '../visit/known-browsers.ts'
import type { DoorKeys } from '../secrets.ts'
import type { AtDoor, SignedIn } from '../signing-in.ts'
import { asDoor, endVisit } from '../visit/visits.ts'
import type { Fault, SignInLook } from './look.ts'

export type DoorParts = {
  readonly keys: DoorKeys
  readonly look: SignInLook
  /** The name shown in the authenticator app. */
  readonly serviceName: string
  readonly welcome: WelcomeAdministrator
  /** The named people of the demonstration; null everywhere else, and then there is no such page. */
  readonly demonstrationPeople: (() => Promise<readonly DemonstrationPerson[]>) | null
}

export const atDoorOf = (parts: DoorParts, door: Door): AtDoor => ({
  database: door.database,
  keys: parts.keys,
  moment: door.moment,
  address: door.address,
  browser: door.browser,
  known: door.cookie('known'),
})

/** A form that came back with faults, titled so that a screen reader hears it first. */
export const again = (title: string, body: Parameters<typeof html>[0]['body']): Reply =>
  html({ title: `Error: ${title}`, body, status: 422 })

/** One text of the form as it was typed. */
export const typedText = (request: DoorRequest, name: string): string => firstOf(request.form, name)

/** A path of our own to go on to, from the form or the address; home when it is anything else. */
export function nextOf(request: DoorRequest): string {
  const next = typedText(request, 'next') || request.query('next')
  const own = /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(next)
  return own && !/^\/(sign-in|sign-out|founding|invitation)\b/.test(next) ? next : '/'
}

export const waitFault = (until: Moment): Fault => ({
  field: '',
  message: `There were too many tries. Wait until ${formatTime(londonTime(until))} and a minute, then try again`,
})

export const wrongCode: Fault = {
  field: 'code',
  message: 'Code is not right, or was used before. Wait for the app to show the next one and enter that',
}

/** Hands the browser its visit. One that was still open here, perhaps of somebody else, ends. */
export async function enter(door: Door, done: SignedIn): Promise<void> {
  const { visit, database, moment } = door
  if (visit) await database.transact(asDoor, (tx) => endVisit(tx, visit, visit.id, moment))
  door.keep('step', null)
  door.keep('known', done.known, knownSeconds)
  door.remember(done.visit)
}

/** The step is over: the password is asked for again. */
export function startAgain(door: Door): Reply {
  door.keep('step', null)
  return seeOther('/sign-in', 'That took too long, or there were too many tries. Sign in again from the start.')
}
