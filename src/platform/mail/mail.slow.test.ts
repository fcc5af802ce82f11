// Mail: waits when the server is down, goes out once, says nothing, and goes only to who may get it.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, expect, test } from 'vitest'
import { newOrganisation, testComposition, testMoment } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Area, Need } from '../area.ts'
import { asPerson, asService } from '../composition.ts'
import type { OrganisationId, PersonId } from '../ids.ts'
import { invitationMail } from '../sign-in/link/invitation-mail.ts'
import { invite } from '../sign-in/link/invitations.ts'
import { doorKeysOf } from '../sign-in/secrets.ts'
import { addMinutes, moment } from '../time/moment.ts'
import { chooseDigest, digestMail, writeDigests } from './digest.ts'
import { openMailer } from './mailer.ts'
import { mailsTo, outboxState, writeMail } from './outbox.ts'
import { type MailTemplate, mailIds, writeOut } from './template.ts'

const database = await testDatabase()
const need: Need = {
  urgency: 'now',
  title: 'Secret title',
  reason: 'Secret reason',
  button: { label: 'Go', href: '/' },
}
const area: Area = { name: 'home', title: 'Home', needs: async (work) => (work.asker.person === busy ? [need] : []) }
const service = testComposition(database, { areas: [area] })
const keys = doorKeysOf(service.keys)
const busy = crypto.randomUUID() as PersonId
const calm = crypto.randomUUID() as PersonId
const organisation = await newOrganisation(database)
await addAccount(organisation, busy, 'busy@example.nhs.uk')
await addAccount(organisation, calm, 'calm@example.nhs.uk')

async function addAccount(where: OrganisationId, person: string, email: string): Promise<void> {
  await database.owner.query(
    `insert into account (organisation, id, person, email, code_secret, code_confirmed_at, created_at)
     values ($1, gen_random_uuid(), $2, $3, '\\x00', $4, $4)`,
    [where, person, email, testMoment],
  )
}

const received: { to: string[]; text: string }[] = []
let answer: { code: number; message: string } | null = null
let server: SMTPServer | null = null
let port = 0

async function openServer(): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : null),
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), text: text.replaceAll('=\r\n', '') })
        done()
      })
    },
  })
  const opened = server
  await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', () => resolve()))
  port = (opened.server.address() as AddressInfo).port
}

const closeServer = () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
await openServer()
afterAll(closeServer)
afterEach(async () => {
  answer = null
  received.length = 0
  await database.owner.query('delete from outbox')
  service.setClock(testMoment)
})

const sessionMail: MailTemplate = {
  name: 'session-proposed',
  subject: 'A session was proposed',
  sentences: ['Somebody proposed a time to meet.'],
  path: (ids) => `/sessions/${ids.session}`,
}
const mailer = openMailer({
  mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Supervision <supervision@example.nhs.uk>' },
  publicAddress: 'https://supervision.example.nhs.uk',
  templates: [sessionMail, digestMail, invitationMail(keys)],
})
afterAll(() => mailer.close())

const session = '4f0c3f3e-90a0-4cf1-8d5e-111111111111'
const write = (to: string, ids: Record<string, string> = { session }, template = sessionMail) =>
  asService(service, { organisation }, (work) => writeMail(work, to, template, ids))

test('a mail goes to the person’s account, once, with fixed words and one link', async () => {
  await write(busy)
  expect(await mailer.send(service, organisation)).toBe(1)
  service.setClock(addMinutes(testMoment, 60))
  expect(await mailer.send(service, organisation)).toBe(0)
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['busy@example.nhs.uk'])
  expect(received[0]?.text).toContain('Subject: A session was proposed')
  expect(received[0]?.text).toContain(`https://supervision.example.nhs.uk/sessions/${session}`)
  expect(received[0]?.text).toContain('Auto-Submitted: auto-generated')
})

test('what was undone sends no mail', async () => {
  const undone = asService(service, { organisation }, async (work) => {
    await writeMail(work, busy, sessionMail, { session })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await mailer.send(service, organisation)).toBe(0)
})

test('when the mail server is down, mails wait and are sent once when it is back', async () => {
  await closeServer()
  await write(busy)
  await write(calm)
  expect(await mailer.send(service, organisation)).toBe(0)
  const state = await asService(service, { organisation }, outboxState)
  expect(state).toEqual({ waiting: 2, oldest: testMoment, problems: { 'server away': 1 } })
  await openServer()
  expect(await mailer.send(service, organisation)).toBe(0)
  service.setClock(addMinutes(testMoment, 2))
  expect(await mailer.send(service, organisation)).toBe(2)
  expect(received).toHaveLength(2)
})

test('a mail that the server refuses does not hold up the others, and is shown', async () => {
  answer = { code: 550, message: 'no such mailbox' }
  await write(busy)
  await mailer.send(service, organisation)
  expect((await asService(service, { organisation }, outboxState)).problems).toEqual({ refused: 1 })
})

test('two workers at once send each mail once', async () => {
  for (let i = 0; i < 30; i += 1) await write(i % 2 ? busy : calm)
  await Promise.all([
    mailer.send(service, organisation),
    mailer.send(service, organisation),
    mailer.send(service, organisation),
  ])
  expect(received).toHaveLength(30)
})

test('a person without an account gets nothing, and administrators see why', async () => {
  await write(crypto.randomUUID())
  await mailer.send(service, organisation)
  expect(received).toEqual([])
  expect((await asService(service, { organisation }, outboxState)).problems).toEqual({ 'no address': 1 })
})

test('a row that holds anything but ids is never sent', async () => {
  for (const ids of [
    { words: 'she said' },
    { session: '<script>' },
    { session: `${session}\r\nBcc: eve@example.nhs.uk` },
  ]) {
    expect(mailIds(ids)).toBeNull()
    await write(busy, ids as unknown as Record<string, string>)
  }
  await mailer.send(service, organisation)
  expect(received).toEqual([])
})

test('without a mail server mails are kept, not sent', async () => {
  const none = openMailer({ mail: undefined, publicAddress: 'http://localhost', templates: [sessionMail] })
  await write(busy)
  expect(await none.send(service, organisation)).toBe(0)
  expect((await asService(service, { organisation }, outboxState)).waiting).toBe(1)
})

test('an invitation’s mail brings a link that works, to the address it was made for', async () => {
  const person = crypto.randomUUID() as PersonId
  const invited = await asService(service, { organisation }, (work) =>
    invite(work, { person, email: 'Ben.Cole@example.nhs.uk' }),
  )
  expect(invited.ok).toBe(true)
  await mailer.send(service, organisation)
  expect(received[0]?.to).toEqual(['ben.cole@example.nhs.uk'])
  expect(received[0]?.text).toMatch(/\/invitation\/[0-9a-f-]{36}\.[\w-]{43}/)
})

test('a digest goes to who has something to do, once a day, and says nothing of it', async () => {
  expect(await writeDigests(service, organisation)).toBe(1)
  expect(await writeDigests(service, organisation)).toBe(0)
  await mailer.send(service, organisation)
  expect(received.map((one) => one.to)).toEqual([['busy@example.nhs.uk']])
  expect(received[0]?.text).not.toMatch(/Secret/)
  service.setClock(addMinutes(testMoment, 24 * 60))
  expect(await writeDigests(service, organisation)).toBe(1)
  const told = await asService(service, { organisation }, (work) => mailsTo(work, busy))
  expect(told.map((one) => one.template)).toEqual(['digest', 'digest'])
})

test('who chose none gets none; weekly means Mondays', async () => {
  const choose = (choice: 'none' | 'weekly' | 'daily') =>
    asPerson(service, { organisation, person: busy }, (work) => chooseDigest(work, choice))
  await choose('none')
  expect(await writeDigests(service, organisation)).toBe(0)
  await choose('weekly')
  expect(await writeDigests(service, organisation)).toBe(0)
  service.setClock(moment('2026-11-23T07:00:00Z'))
  expect(await writeDigests(service, organisation)).toBe(1)
  await choose('daily')
})

test('the neighbour cannot see it: mails and choices of another organisation', async () => {
  const neighbour = await newOrganisation(database, 'Neighbour')
  await write(busy)
  await asPerson(service, { organisation, person: busy }, (work) => chooseDigest(work, 'daily'))
  const seen = await asService(service, { organisation: neighbour }, async (work) => [
    await outboxState(work),
    await work.db.selectFrom('outbox').selectAll().execute(),
    await work.db.selectFrom('mail_choice').selectAll().execute(),
  ])
  expect(seen).toEqual([{ waiting: 0, oldest: null, problems: {} }, [], []])
  expect(await mailer.send(service, neighbour)).toBe(0)
})

test('a mail is the same whatever it is about: no words but the template’s', () => {
  const one = writeOut(sessionMail, { session }, 'https://s.example')
  const other = writeOut(sessionMail, { session: '4f0c3f3e-90a0-4cf1-8d5e-222222222222' }, 'https://s.example')
  expect(one.text.replace(session, '')).toBe(other.text.replace('4f0c3f3e-90a0-4cf1-8d5e-222222222222', ''))
  expect(one.subject).toBe(other.subject)
})
