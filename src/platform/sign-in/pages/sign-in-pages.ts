// Signing in, page by page: e-mail and password, then a code or a recovery code; signing out; and going on.
import type { Door, DoorPage, DoorRequest } from '../../web/door-page.ts'
import { data, html, type Reply, seeOther } from '../../web/reply.ts'
import { secondsBetween } from '../../time/moment.ts'
import { giveAgain, giveCode, givePassword, isStepOpen } from '../signing-in.ts'
import { stepSecondsOf } from '../steps.ts'
import { confirmInDemonstration } from '../visit/demonstration.ts'
import { asDoor, endVisit } from '../visit/visits.ts'
import {
  again,
  atDoorOf,
  type DoorParts,
  enter,
  nextOf,
  startAgain,
  typedText,
  waitFault,
  wrongCode,
} from './door-parts.ts'
import type { Fault } from './look.ts'

export function signInPages(parts: DoorParts): readonly DoorPage[] {
  return [
    { at: 'GET /sign-in', who: 'anyone', answer: (door, request) => showSignIn(parts, door, request) },
    { at: 'POST /sign-in', who: 'anyone', answer: (door, request) => takePassword(parts, door, request) },
    ...(['code', 'recovery code'] as const).flatMap((kind) => codePages(parts, kind)),
    {
      at: 'GET /sign-in/again',
      who: 'signed in',
      answer: (door, request) => html({ title: againTitle, body: againBody(parts, door, request, []) }),
    },
    { at: 'POST /sign-in/again', who: 'signed in', answer: (door, request) => takeAgain(parts, door, request) },
    { at: 'POST /sign-out', who: 'anyone', answer: signOut },
    { at: 'POST /visit', who: 'signed in', answer: goOn },
  ]
}

const title = 'Sign in'
const againTitle = 'Confirm that it is you'

function showSignIn(parts: DoorParts, door: Door, request: DoorRequest): Reply {
  if (door.visit) return seeOther(nextOf(request))
  return html({ title, body: parts.look.signIn(signInBody(parts, request, [])) })
}

const signInBody = (parts: DoorParts, request: DoorRequest, faults: readonly Fault[]) => ({
  faults,
  email: typedText(request, 'email').slice(0, 320),
  next: nextOf(request),
  demonstration: parts.demonstrationPeople !== null,
})

async function takePassword(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  const refuse = (...faults: Fault[]) => again(title, parts.look.signIn(signInBody(parts, request, faults)))
  const given = { email: typedText(request, 'email'), password: typedText(request, 'password') }
  const missing = missingOf(given)
  if (missing.length > 0) return refuse(...missing)
  const answer = await givePassword(atDoorOf(parts, door), given)
  if (answer.outcome === 'wait') return refuse(waitFault(answer.until))
  if (answer.outcome === 'wrong') return refuse({ field: 'email', message: 'E-mail address or password is not right' })
  door.keep('step', answer.step, stepSecondsOf(answer.purpose))
  return seeOther(answer.purpose === 'code' ? withNext('/sign-in/code', nextOf(request)) : '/sign-in/code-set-up')
}

function missingOf({ email, password }: { email: string; password: string }): Fault[] {
  return [
    ...(email.trim() === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ]
}

const withNext = (path: string, next: string): string =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`

function codePages(parts: DoorParts, kind: 'code' | 'recovery code'): DoorPage[] {
  const path = kind === 'code' ? '/sign-in/code' : '/sign-in/recovery-code'
  const codeTitle = kind === 'code' ? 'Enter your code' : 'Enter a recovery code'
  const draw = kind === 'code' ? parts.look.code : parts.look.recoveryCode
  const wrong =
    kind === 'code' ? wrongCode : { field: 'code', message: 'Recovery code is not right, or was used before' }
  return [
    {
      at: `GET ${path}`,
      who: 'anyone',
      answer: async (door, request) =>
        (await isStepOpen(atDoorOf(parts, door), door.cookie('step')))
          ? html({ title: codeTitle, body: draw({ faults: [], next: nextOf(request) }) })
          : seeOther('/sign-in'),
    },
    {
      at: `POST ${path}`,
      who: 'anyone',
      answer: async (door, request) => {
        const next = nextOf(request)
        const refuse = (fault: Fault) => again(codeTitle, draw({ faults: [fault], next }))
        const text = typedText(request, 'code')
        if (text.trim() === '')
          return refuse({
            field: 'code',
            message: `Enter ${kind === 'code' ? 'the code from your app' : 'a recovery code'}`,
          })
        const answer = await giveCode(atDoorOf(parts, door), door.cookie('step'), { kind, text })
        if (answer.outcome === 'over') return startAgain(door)
        if (answer.outcome === 'wait') return refuse(waitFault(answer.until))
        if (answer.outcome === 'wrong') return refuse(wrong)
        await enter(door, answer)
        return seeOther(next)
      },
    },
  ]
}

const againBody = (parts: DoorParts, door: Door, request: DoorRequest, faults: readonly Fault[]) =>
  parts.look.signInAgain({ faults, next: nextOf(request), hasAccount: door.visit?.account !== null })

/** For signing and other deeds that ask who is really there. */
async function takeAgain(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  const next = nextOf(request)
  const refuse = (fault: Fault) => again(againTitle, againBody(parts, door, request, [fault]))
  if (!door.visit) return seeOther('/sign-in')
  if (door.visit.account === null) return takeAgainInDemonstration(door, next)
  const given = { password: typedText(request, 'password'), code: typedText(request, 'code') }
  const answer = await giveAgain(atDoorOf(parts, door), door.visit, given)
  if (answer.outcome === 'wait') return refuse(waitFault(answer.until))
  if (answer.outcome === 'wrong')
    return refuse({ field: 'password', message: 'Password or code is not right. A code works once' })
  door.remember(answer.visit)
  return seeOther(next)
}

/** The demonstration's people have nothing to give but their word. */
async function takeAgainInDemonstration(door: Door, next: string): Promise<Reply> {
  const token = door.visit && (await confirmInDemonstration(door.database, door.visit, door.moment))
  if (!token) return seeOther('/sign-in')
  door.remember(token)
  return seeOther(next)
}

async function signOut(door: Door): Promise<Reply> {
  const { visit, moment } = door
  if (visit) await door.database.transact(asDoor, (tx) => endVisit(tx, visit, visit.id, moment))
  door.forget()
  door.keep('step', null)
  return seeOther('/sign-in', 'You have signed out.')
}

/** The page's own program asks for more time; asking is what gives it. */
const goOn = (door: Door): Reply =>
  data({ seconds: door.visit ? secondsBetween(door.moment, door.visit.expiresAt) : 0 })
