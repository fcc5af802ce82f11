// "Your account": the password, the app for codes, the recovery codes, and where one is signed in.
import type { Door, DoorPage, DoorRequest, Visit } from '../../web/door-page.ts'
import { html, notFound, type Reply, seeOther } from '../../web/reply.ts'
import {
  beginNewCode,
  changePassword,
  confirmNewCode,
  endOwnVisit,
  newCodeToSetUp,
  newRecoveryCodes,
  ownAccount,
  signOutEverywhere,
} from '../account/account-changes.ts'
import { codeUri, pictureOf, spellSecret } from '../code/one-time-code.ts'
import { knownSeconds } from '../visit/known-browsers.ts'
import { again, atDoorOf, type DoorParts, typedText, waitFault, wrongCode } from './door-parts.ts'
import type { Fault } from './look.ts'

type Answer = (parts: DoorParts, door: Door, visit: Visit, request: DoorRequest) => Promise<Reply>

export function accountPages(parts: DoorParts): readonly DoorPage[] {
  const own = (at: DoorPage['at'], answer: Answer): DoorPage => ({
    at,
    who: 'signed in',
    answer: async (door, request) => (door.visit ? answer(parts, door, door.visit, request) : seeOther('/sign-in')),
  })
  return [
    own('GET /account', showAccount),
    own('GET /account/password', (_, door, visit) => showPassword(parts, door, visit, [])),
    own('POST /account/password', takePassword),
    own('POST /account/code', beginCode),
    own('GET /account/code', (_, door, visit) => showCode(parts, door, visit, [])),
    own('POST /account/code/confirmation', confirmCode),
    own('POST /account/recovery-codes', renewCodes),
    own('POST /account/visits/ending', endEverywhere),
    own('POST /account/visits/:visit/ending', endElsewhere),
  ]
}

const back = { href: '/account', label: 'Your account' }
const signInAgainFor = (path: string): Reply => seeOther(`/sign-in/again?next=${encodeURIComponent(path)}`)

async function showAccount(parts: DoorParts, door: Door, visit: Visit): Promise<Reply> {
  return html({ title: 'Your account', body: parts.look.account(await ownAccount(atDoorOf(parts, door), visit)) })
}

async function showPassword(parts: DoorParts, door: Door, visit: Visit, faults: readonly Fault[]): Promise<Reply> {
  const { own } = await ownAccount(atDoorOf(parts, door), visit)
  if (!own) return notFound()
  const title = 'Change your password'
  const body = parts.look.changePassword({ faults, email: own.email })
  return faults.length > 0 ? again(title, body) : html({ title, body, back })
}

async function takePassword(parts: DoorParts, door: Door, visit: Visit, request: DoorRequest): Promise<Reply> {
  const given = { current: typedText(request, 'current'), password: typedText(request, 'password') }
  const missing: Fault[] = [
    ...(given.current === '' ? [{ field: 'current', message: 'Enter your current password' }] : []),
    ...(given.password === '' ? [{ field: 'password', message: 'Enter a new password' }] : []),
  ]
  if (missing.length > 0) return showPassword(parts, door, visit, missing)
  const answer = await changePassword(atDoorOf(parts, door), visit, given)
  if (answer.outcome === 'wait') return showPassword(parts, door, visit, [waitFault(answer.until)])
  if (answer.outcome === 'refused')
    return showPassword(parts, door, visit, [{ field: answer.field, message: answer.reason }])
  door.remember(answer.visit)
  door.keep('known', answer.known, knownSeconds)
  return seeOther('/account', 'Your password was changed. Everywhere else you were signed out.')
}

async function beginCode(parts: DoorParts, door: Door, visit: Visit): Promise<Reply> {
  const begun = await beginNewCode(atDoorOf(parts, door), visit)
  if (begun.ok) return seeOther('/account/code')
  return visit.account === null ? notFound() : signInAgainFor('/account')
}

async function showCode(parts: DoorParts, door: Door, visit: Visit, faults: readonly Fault[]): Promise<Reply> {
  const setUp = await newCodeToSetUp(atDoorOf(parts, door), visit)
  if (!setUp) return seeOther('/account')
  const title = 'Set up another app for codes'
  const body = parts.look.setUpCode({
    faults,
    action: '/account/code/confirmation',
    picture: pictureOf(codeUri(setUp.secret, { service: parts.serviceName, email: setUp.email })),
    secret: spellSecret(setUp.secret),
    first: false,
  })
  return faults.length > 0 ? again(title, body) : html({ title, body, back })
}

async function confirmCode(parts: DoorParts, door: Door, visit: Visit, request: DoorRequest): Promise<Reply> {
  const answer = await confirmNewCode(atDoorOf(parts, door), visit, typedText(request, 'code'))
  if (answer === 'wrong') return showCode(parts, door, visit, [wrongCode])
  if (answer === 'over') return seeOther('/account')
  return seeOther('/account', 'Codes now come from the new app. Everywhere else you were signed out.')
}

async function renewCodes(parts: DoorParts, door: Door, visit: Visit): Promise<Reply> {
  const codes = await newRecoveryCodes(atDoorOf(parts, door), visit)
  if (!codes) return visit.account === null ? notFound() : signInAgainFor('/account')
  return html({
    title: 'Your recovery codes',
    body: parts.look.recoveryCodes({ codes, next: '/account', first: false }),
    back,
  })
}

async function endEverywhere(parts: DoorParts, door: Door, visit: Visit): Promise<Reply> {
  await signOutEverywhere(atDoorOf(parts, door), visit)
  door.forget()
  door.keep('known', null)
  return seeOther('/sign-in', 'You have signed out everywhere.')
}

async function endElsewhere(parts: DoorParts, door: Door, visit: Visit, request: DoorRequest): Promise<Reply> {
  const ended = await endOwnVisit(atDoorOf(parts, door), visit, request.params.visit ?? '')
  if (!ended) return notFound()
  return request.params.visit === visit.id
    ? seeOther('/sign-in', 'You have signed out.')
    : seeOther('/account', 'You were signed out there.')
}
