// Setting an account up: by the first administrator's link or an invitation, then the app for codes, then the
// recovery codes, shown once.
import type { Door, DoorPage, DoorRequest } from '../../web/door-page.ts'
import { html, type Reply, seeOther } from '../../web/reply.ts'
import { codeUri, pictureOf, spellSecret } from '../code/one-time-code.ts'
import { parseEmail } from '../account/email.ts'
import { foundOrganisation, isStartLinkGood } from '../link/first-administrator.ts'
import { acceptInvitation, findInvitation } from '../link/invitations.ts'
import { judgePassword } from '../password/password.ts'
import { codeToSetUp, giveFirstCode } from '../signing-in.ts'
import { stepSecondsOf } from '../steps.ts'
import { again, atDoorOf, type DoorParts, enter, startAgain, typedText, waitFault, wrongCode } from './door-parts.ts'
import type { Fault } from './look.ts'

export function setUpPages(parts: DoorParts): readonly DoorPage[] {
  return [
    { at: 'GET /founding/:linkKey', who: 'anyone', answer: (door, request) => showStart(parts, door, request) },
    { at: 'POST /founding/:linkKey', who: 'anyone', answer: (door, request) => takeStart(parts, door, request) },
    { at: 'GET /invitation/:linkKey', who: 'anyone', answer: (door, request) => showInvitation(parts, door, request) },
    { at: 'POST /invitation/:linkKey', who: 'anyone', answer: (door, request) => takeInvitation(parts, door, request) },
    { at: 'GET /sign-in/code-set-up', who: 'anyone', answer: (door) => showCode(parts, door, []) },
    { at: 'POST /sign-in/code-set-up', who: 'anyone', answer: (door, request) => takeFirstCode(parts, door, request) },
  ]
}

const wordOf = (request: DoorRequest): string => request.params.linkKey ?? ''

const startTitle = 'Set up your organisation'
const invitationTitle = 'Set up your account'
const codeTitle = 'Set up codes'

const linkOver = (parts: DoorParts, purpose: 'first administrator' | 'invitation'): Reply =>
  html({ title: 'This link has ended', body: parts.look.linkOver({ purpose }) })

async function showStart(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  if (!(await isStartLinkGood(atDoorOf(parts, door), wordOf(request)))) return linkOver(parts, 'first administrator')
  const typed = { organisation: '', name: '', email: '' }
  return html({ title: startTitle, body: parts.look.firstAdministrator({ faults: [], action: request.path, typed }) })
}

async function takeStart(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  if (!(await isStartLinkGood(atDoorOf(parts, door), wordOf(request)))) return linkOver(parts, 'first administrator')
  const typed = {
    organisation: oneLine(typedText(request, 'organisation')),
    name: oneLine(typedText(request, 'name')),
    email: typedText(request, 'email').trim(),
  }
  const password = typedText(request, 'password')
  const email = parseEmail(typed.email)
  const faults = [...startFaults(typed, email), ...passwordFaults(password, typed)]
  if (email === null || faults.length > 0) {
    return again(startTitle, parts.look.firstAdministrator({ faults, action: request.path, typed: shortened(typed) }))
  }
  const step = await foundOrganisation(
    atDoorOf(parts, door),
    wordOf(request),
    { ...typed, email, password },
    parts.welcome,
  )
  return toCode(parts, door, step, 'first administrator')
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const shortened = <T extends Record<string, string>>(typed: T): T =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.slice(0, 1000)])) as T

function startFaults(typed: { organisation: string; name: string }, email: string | null): Fault[] {
  return [
    ...nameFaults('organisation', 'the name of your organisation', 'Name of your organisation', typed.organisation),
    ...nameFaults('name', 'your name', 'Your name', typed.name),
    ...(email === null
      ? [{ field: 'email', message: 'Enter an e-mail address in the correct form, like name@example.nhs.uk' }]
      : []),
  ]
}

function nameFaults(field: string, missing: string, label: string, text: string): Fault[] {
  if (text === '') return [{ field, message: `Enter ${missing}` }]
  return [...text].length > 200 ? [{ field, message: `${label} must be 200 characters or fewer` }] : []
}

function passwordFaults(password: string, who: { organisation: string; name: string; email: string }): Fault[] {
  if (password === '') return [{ field: 'password', message: 'Enter a password' }]
  const decision = judgePassword(password, who)
  return decision.ok ? [] : [{ field: 'password', message: decision.reason }]
}

async function showInvitation(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  const invited = await findInvitation(atDoorOf(parts, door), wordOf(request))
  if (!invited) return linkOver(parts, 'invitation')
  const what = { faults: [], action: request.path, organisation: invited.organisationName, email: invited.email }
  return html({ title: invitationTitle, body: parts.look.invitation(what) })
}

async function takeInvitation(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  const at = atDoorOf(parts, door)
  const invited = await findInvitation(at, wordOf(request))
  if (!invited) return linkOver(parts, 'invitation')
  const { organisationName: organisation, email } = invited
  const password = typedText(request, 'password')
  const faults = passwordFaults(password, { organisation, name: '', email })
  if (faults.length > 0) {
    return again(invitationTitle, parts.look.invitation({ faults, action: request.path, organisation, email }))
  }
  return toCode(parts, door, await acceptInvitation(at, wordOf(request), password), 'invitation')
}

function toCode(
  parts: DoorParts,
  door: Door,
  step: string | null,
  purpose: 'first administrator' | 'invitation',
): Reply {
  if (step === null) return linkOver(parts, purpose)
  door.keep('step', step, stepSecondsOf('set up code'))
  return seeOther('/sign-in/code-set-up')
}

async function showCode(parts: DoorParts, door: Door, faults: readonly Fault[]): Promise<Reply> {
  const setUp = await codeToSetUp(atDoorOf(parts, door), door.cookie('step'))
  if (!setUp) return seeOther('/sign-in')
  const body = parts.look.setUpCode({
    faults,
    action: '/sign-in/code-set-up',
    picture: pictureOf(codeUri(setUp.secret, { service: parts.serviceName, email: setUp.email })),
    secret: spellSecret(setUp.secret),
    first: true,
  })
  return faults.length > 0 ? again(codeTitle, body) : html({ title: codeTitle, body })
}

async function takeFirstCode(parts: DoorParts, door: Door, request: DoorRequest): Promise<Reply> {
  const text = typedText(request, 'code')
  if (text.trim() === '') return showCode(parts, door, [{ field: 'code', message: 'Enter the code from your app' }])
  const answer = await giveFirstCode(atDoorOf(parts, door), door.cookie('step'), text)
  if (answer.outcome === 'over') return startAgain(door)
  if (answer.outcome === 'wait') return showCode(parts, door, [waitFault(answer.until)])
  if (answer.outcome === 'wrong') return showCode(parts, door, [wrongCode])
  await enter(door, answer)
  const body = parts.look.recoveryCodes({ codes: answer.recoveryCodes, next: '/', first: true })
  return html({ title: 'Your recovery codes', body })
}
