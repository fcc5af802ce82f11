// A form sent after its visit had ended comes back to its author after signing in, and to nobody else.
import { h } from 'preact'
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { PostForm } from '../../../design/index.ts'
import { keptFormsCard } from '../../../frame/kept-forms.tsx'
import type { Area } from '../../area.ts'
import { newId } from '../../ids.ts'
import { anyStaff, page } from '../../web/page.ts'
import { data, html, seeOther } from '../../web/reply.ts'
import { firstOf } from '../../web/typed.ts'
import { openFrontDoor } from '../pages/front-door.examples.ts'
import { tidyDoor } from '../tidy.ts'
import { asDoor, startVisit } from './visits.ts'

const kept: string[] = []
const notes: Area = {
  name: 'notes',
  title: 'Notes',
  pages: [
    page({
      at: 'GET /note',
      access: anyStaff,
      answer: () =>
        html({
          title: 'Note',
          body: h('div', {}, [h('h1', {}, 'Note'), h(PostForm, { action: '/note', version: 3, children: 'Text' })]),
        }),
    }),
    page({
      at: 'POST /note',
      access: anyStaff,
      answer: (_work, { form }) => {
        kept.push(`${firstOf(form, 'text')} from ${firstOf(form, '_version')}`)
        return seeOther('/note', 'Saved')
      },
    }),
    page({ at: 'POST /note/draft', access: anyStaff, quiet: true, answer: () => data({ version: 4 }) }),
  ],
}

const database = await testDatabase()
const { http, wait, now, signIn, composition } = await openFrontDoor(database, { areas: [notes, keptFormsCard] })
const words = 'Two visits were missed;\nthe school is worried'
const quarter = 15 * 60

/** A browser on the page of a note whose visit has just ended. */
async function timedOut() {
  const browser = openBrowser(http)
  await signIn(browser)
  await browser.open('/note')
  wait(quarter)
  return browser
}
const rows = async () => (await database.owner.query('select path, sealed from kept_form order by kept_at')).rows

test('what was sent too late is there after signing in, and saved with one button, once', async () => {
  const browser = await timedOut()
  const sent = await browser.send('/note', { text: words })
  expect(sent.heading).toBe('Sign in')
  expect(sent.path).toMatch(/^\/sign-in\?next=%2Fkept-forms%2F[0-9a-f-]{36}$/)
  expect(kept).toEqual([])
  const shown = await signIn(browser, sent.path)
  await browser.open(decodeURIComponent(sent.path.split('next=')[1] ?? ''))
  expect(shown.status).toBe(200)
  const here = await browser.open(decodeURIComponent(sent.path.split('next=')[1] ?? ''))
  expect(here.heading).toBe('Carry on where you were')
  expect(here.text).toContain('Two visits were missed')
  const fields = browser.hidden('/note')
  expect((await browser.send('/note')).heading).toBe('Note')
  expect(kept).toEqual([`${words} from 3`])
  expect((await browser.get(here.path)).status).toBe(404)
  await browser.post('/note', fields)
  expect(kept).toHaveLength(1)
})

test('nothing of it is in an address, a cookie, or readable in the database', async () => {
  const browser = await timedOut()
  const sent = await browser.send('/note', { text: words })
  const [row] = (await rows()).slice(-1)
  expect(row.path).toBe('/note')
  for (const place of [sent.path, [...browser.jar.values()].join(), String(row.sealed), row.sealed.toString('base64')])
    expect(place).not.toContain('missed')
})

test('somebody else who signs in with the same browser does not find it', async () => {
  const browser = await timedOut()
  const sent = await browser.send('/note', { text: words })
  const at = decodeURIComponent(sent.path.split('next=')[1] ?? '')
  const { organisation } = (await database.owner.query('select organisation from visit order by started_at limit 1'))
    .rows[0]
  const other = { organisation, person: newId(), account: null, browser: 'Firefox', moment: now() }
  browser.jar.set('visit', await database.transact(asDoor, (tx) => startVisit(tx, other)))
  expect((await browser.get(at)).status).toBe(404)
  const neighbour = { ...other, organisation: newId<'organisation'>() }
  await database.owner.query("insert into organisation (id, name, kind) values ($1, 'Next door', 'test')", [
    neighbour.organisation,
  ])
  browser.jar.set('visit', await database.transact(asDoor, (tx) => startVisit(tx, neighbour)))
  expect((await browser.get(at)).status).toBe(404)
})

test('a forged form, one from elsewhere, and one without any visit keep nothing', async () => {
  const before = (await rows()).length
  const browser = await timedOut()
  const form = { ...browser.hidden('/note'), text: words }
  expect((await browser.post('/note', { ...form, _csrf: 'x' })).location).toBe('/sign-in')
  const elsewhere = await http.inject({
    method: 'POST',
    url: '/note',
    headers: {
      host: 'localhost',
      origin: 'https://evil.example',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `visit=${browser.jar.get('visit')}`,
    },
    payload: new URLSearchParams(form).toString(),
  })
  expect(elsewhere.headers.location).toBe('/sign-in')
  browser.jar.clear()
  expect((await browser.post('/note', form)).location).toBe('/sign-in')
  browser.jar.set('visit', 'A'.repeat(43))
  expect((await browser.post('/note', form)).location).toBe('/sign-in')
  expect(await rows()).toHaveLength(before)
})

test('autosave is told that the visit has ended, and the script sends the page instead', async () => {
  const browser = await timedOut()
  const answer = await http.inject({
    method: 'POST',
    url: '/note/draft',
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `visit=${browser.jar.get('visit')}`,
    },
    payload: 'text=x',
  })
  expect(answer.statusCode).toBe(401)
  expect(answer.json()).toEqual({ signIn: true })
})

test('it waits at home, can be thrown away, and is gone after a day', async () => {
  const browser = await timedOut()
  const sent = await browser.send('/note', { text: words })
  const at = decodeURIComponent(sent.path.split('next=')[1] ?? '')
  await signIn(browser)
  await browser.open(at)
  expect((await browser.send(`${at}/disposal`)).heading).toBe('Home')
  expect((await browser.get(at)).status).toBe(404)
  const again = await timedOut()
  await again.send('/note', { text: words })
  const { organisation } = (await database.owner.query('select organisation from kept_form limit 1')).rows[0]
  wait(24 * 60 * 60 + 60)
  await database.transact(asDoor, (tx) => tidyDoor(tx, organisation, composition.clock()))
  expect(await rows()).toHaveLength(0)
})

test('no more than fifty are kept of one person in a day', async () => {
  const browser = await timedOut()
  const form = { ...browser.hidden('/note'), text: words }
  const answers = []
  for (let count = 0; count < 52; count += 1) answers.push((await browser.post('/note', form)).location)
  expect(answers.filter((to) => to?.includes('kept-forms'))).toHaveLength(50)
  expect(answers.at(-1)).toBe('/sign-in')
})
