// A page that wants somebody who said within five minutes who they are: the way to say it, and back with nothing lost.
import { h } from 'preact'
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { PostForm } from '../../../design/index.ts'
import { keptFormsCard } from '../../../frame/kept-forms.tsx'
import type { Area } from '../../area.ts'
import { newId } from '../../ids.ts'
import { access, anyStaff, page } from '../../web/page.ts'
import { html, seeOther } from '../../web/reply.ts'
import { firstOf } from '../../web/typed.ts'
import { openFrontDoor, password } from '../pages/front-door.examples.ts'
import { asDoor, startVisit } from './visits.ts'

const signed: string[] = []
const nobody = access('Nobody', () => false)
const form = () =>
  h('div', {}, [h('h1', {}, 'Sign'), h(PostForm, { action: '/signing', version: 7, children: 'Name' })])
const signing: Area = {
  name: 'signing',
  title: 'Signing',
  pages: [
    page({ at: 'GET /form', access: anyStaff, answer: () => html({ title: 'Sign', body: form() }) }),
    page({ at: 'GET /signing', access: anyStaff, fresh: true, answer: () => html({ title: 'Sign', body: form() }) }),
    page({
      at: 'POST /signing',
      access: anyStaff,
      fresh: true,
      answer: (work, { form: sent }) => {
        signed.push(`${firstOf(sent, 'name')} ${firstOf(sent, '_version')} ${work.confirmedAt} ${work.confirmedWith}`)
        return seeOther('/form', 'Signed')
      },
    }),
    page({ at: 'POST /others', access: nobody, fresh: true, answer: () => seeOther('/form') }),
  ],
}

const database = await testDatabase()
const door = await openFrontDoor(database, { areas: [signing, keptFormsCard] })
const { http, wait, now, signIn, code } = door
const forms = async () => (await database.owner.query('select 1 from kept_form')).rows.length

test('lets somebody through who signed in less than five minutes ago', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  wait(4 * 60 + 59)
  expect((await browser.open('/signing')).heading).toBe('Sign')
  wait(1)
  expect((await browser.open('/signing')).heading).toBe('Confirm that it is you')
})

test('leads back to the page once password and code were given', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  wait(6 * 60)
  await browser.open('/signing')
  expect((await browser.send('/sign-in/again', { password: 'wrong', code: code() })).errors).toHaveLength(1)
  expect((await browser.send('/sign-in/again', { password, code: code() })).heading).toBe('Sign')
})

test('keeps what was sent too late, and takes it once who they are has been said', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  await browser.open('/signing')
  wait(6 * 60)
  const asked = await browser.send('/signing', { name: 'Amina Yusuf' })
  expect(asked.heading).toBe('Confirm that it is you')
  expect(signed).toEqual([])
  const back = await browser.send('/sign-in/again', { password, code: code() })
  expect(back.heading).toBe('Carry on where you were')
  const at = now()
  expect((await browser.send('/signing')).text).toContain('Signed')
  expect(signed).toEqual([`Amina Yusuf 7 ${at} password and code`])
  expect(await forms()).toBe(0)
})

test('neither sends nor keeps a forged form, nor what is for others', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  await browser.open('/form')
  const own = browser.hidden('/signing')
  wait(6 * 60)
  expect((await browser.post('/signing', { ...own, _csrf: 'x', name: 'x' })).status).toBe(403)
  expect((await browser.post('/others', { ...own, name: 'x' })).status).toBe(404)
  expect(signed).toHaveLength(1)
  expect(await forms()).toBe(0)
})

test('asks the people of the demonstration for one button, and nobody of a real organisation', async () => {
  const { organisation, person } = (await database.owner.query('select organisation, person from visit limit 1'))
    .rows[0]
  const [demonstration, visitor] = [newId<'organisation'>(), newId<'person'>()]
  await database.owner.query("insert into organisation (id, name, kind) values ($1, 'Made up', 'demonstration')", [
    demonstration,
  ])
  await database.owner.query("insert into person (organisation, id, name) values ($1, $2, 'Made Up')", [
    demonstration,
    visitor,
  ])
  const as = async (who: { organisation: string; person: string }) => {
    const browser = openBrowser(http)
    const visit = { ...who, account: null, browser: 'Firefox', moment: now() }
    browser.jar.set('visit', await database.transact(asDoor, (tx) => startVisit(tx, visit)))
    await browser.open('/form')
    wait(6 * 60)
    return { browser, page: await browser.open('/signing') }
  }
  const made = await as({ organisation: demonstration, person: visitor })
  expect(made.page.text).toContain('have no password')
  expect((await made.browser.send('/sign-in/again')).heading).toBe('Sign')
  await made.browser.send('/signing', { name: 'Made Up' })
  expect(signed.at(-1)).toContain('demonstration')
  const real = await as({ organisation, person })
  expect((await real.browser.send('/sign-in/again')).heading).not.toBe('Sign')
})
