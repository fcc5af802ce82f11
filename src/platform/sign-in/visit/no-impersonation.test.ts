// Nobody acts as somebody else: no "view as", not for administrators, not for support (SPEC 12.7). Who is asking comes from
// the visit alone, and a visit begins by signing in; only a demonstration organisation lets people choose whom to be.
import { globSync, readFileSync } from 'node:fs'
import { h } from 'preact'
import { expect, test } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { frontDoor } from '../../../../test/front-door.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../ids.ts'
import { anyStaff, page } from '../../web/page.ts'
import { html } from '../../web/reply.ts'
import { visitAs } from './demonstration.ts'

const database = await testDatabase()
const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'))
const filesThatSay = (words: RegExp) => sources.filter((path) => words.test(readFileSync(path, 'utf8'))).sort()

test('a work is opened as a person only for their own visit, to count what waits for them in their own mail, and for an address that proves it', () => {
  expect(filesThatSay(/\basPerson\(/)).toEqual([
    // For as long as their stream is open.
    'src/platform/live/serve-stream.ts',
    'src/platform/mail/digest.ts',
    'src/platform/web/serving/serve-door-page.ts',
    'src/platform/web/serving/serve-page.ts',
  ])
  for (const path of ['src/platform/web/serving/serve-door-page.ts', 'src/platform/web/serving/serve-page.ts'])
    for (const [call, who] of readFileSync(path, 'utf8').matchAll(
      /(?:as: \(who, body\) => )?\basPerson\([^,]+, \{ ([^}]*) \}/g,
    ))
      expect(who).toMatch(
        call.startsWith('as: ') ? /^\.\.\.who, moment$/ : /^\.\.\.(visitor\.)?visit, moment(: visitor\.moment)?$/,
      )
  // An address that nobody can make without the key, of one's own calendar: it is shown when, and nothing else.
  expect(filesThatSay(/\bdoor\.as\(/)).toEqual(['src/areas/home/calendar/calendar-feed.pages.tsx'])
})

test('a work is opened as anybody else only where the demonstration is made, and where an organisation is founded', () => {
  expect(filesThatSay(/\b(withinWork|workWithin)\(/)).toEqual([
    'src/demonstration/making/making.ts',
    'src/front-door.ts',
  ])
})

test('a visit begins by signing in, or in the demonstration', () => {
  expect(filesThatSay(/\b(await|return) startVisit\(/)).toEqual([
    'src/platform/sign-in/signing-in.ts',
    'src/platform/sign-in/visit/demonstration.ts',
  ])
})

test('outside the demonstration nobody chooses whom to be', async () => {
  const { http } = await frontDoor(database)
  for (const method of ['GET', 'POST'] as const)
    for (const url of ['/demonstration', '/demonstration/visit']) {
      const answer = await http.inject({ method, url, headers: { host: 'localhost', origin: 'http://localhost' } })
      expect([url, answer.statusCode]).toEqual([url, 404])
    }
})

test('not even the demonstration’s own way leads into an organisation that is none', async () => {
  const organisation = await newOrganisation(database)
  const person = newId<'person'>()
  await database.owner.query("update organisation set kind = 'real' where id = $1", [organisation])
  await database.owner.query("insert into person (organisation, id, name) values ($1, $2, 'Amina Yusuf')", [
    organisation,
    person,
  ])
  const how = { moment: '2026-11-20T10:00:00.000Z', browser: 'A browser' } as never
  const visit = await visitAs(database, { organisation, person } as never, how).catch(() => null)
  expect(visit).toBeNull()
})

test('whatever a browser says of who it is, the asker is whoever’s visit it is', async () => {
  const who = page({
    at: 'GET /who',
    access: anyStaff,
    answer: (work) => html({ title: 'Who', body: h('p', null, work.asker.person) }),
  })
  const deed = page({
    at: 'POST /who',
    access: anyStaff,
    quiet: true,
    answer: (work) => html({ title: 'Who', body: h('p', null, work.asker.person) }),
  })
  const service = await testService(database, { areas: [{ name: 'home', title: 'Home', pages: [who, deed] }] })
  const organisation = await newOrganisation(database)
  const [self, other] = [newId<'person'>(), newId<'person'>()]
  const visitor = service.visitor(organisation, self)
  const names = ['as', 'person', '_person', 'asker', 'user', 'by', 'on-behalf-of', 'organisation', 'visit', 'role']
  for (const name of names) {
    expect((await visitor.get(`/who?${name}=${other}`)).text).toBe(self)
    expect((await visitor.post('/who', { [name]: other })).text).toBe(self)
  }
})
