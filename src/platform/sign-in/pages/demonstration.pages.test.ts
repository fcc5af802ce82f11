// The demonstration’s people, and their absence everywhere else.
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { frontDoor } from '../../../../test/front-door.ts'
import { openFrontDoor } from './front-door.examples.ts'

const database = await testDatabase()
const { http } = await openFrontDoor(database)

test('outside the demonstration there is nobody to be', async () => {
  const browser = openBrowser(http)
  expect((await browser.get('/demonstration')).status).toBe(404)
  await browser.open('/sign-in')
  expect((await browser.post('/demonstration/visit', browser.hidden('/sign-in'))).status).toBe(404)
})

test('in the demonstration each named person is one button away, and nobody else', async () => {
  const { rows } = await database.owner.query("select id from organisation where kind = 'real'")
  const organisation = crypto.randomUUID()
  const person = crypto.randomUUID()
  await database.owner.query(
    "insert into organisation (id, name, kind) values ($1, 'Demonstration', 'demonstration')",
    [organisation],
  )
  const people = [
    { person, organisation, name: 'Amina Yusuf', what: 'Team lead', why: 'Two of her team are overdue' },
    { person: crypto.randomUUID(), organisation: String(rows[0]?.id), name: 'Real Person', what: '', why: '' },
  ]
  const shop = await frontDoor(database, { demonstrationPeople: async () => people })
  const browser = openBrowser(shop.http)
  const page = await browser.open('/demonstration')
  expect(page.text).toContain('Two of her team are overdue')
  const hidden = browser.hidden('/demonstration/visit')
  for (const one of [people[1]?.person ?? '', crypto.randomUUID(), '']) {
    expect((await browser.post('/demonstration/visit', { ...hidden, person: one })).status).toBe(404)
  }
  await browser.open('/demonstration')
  expect((await browser.send('/demonstration/visit', { person })).heading).toBe('Home')
  expect((await browser.open('/account')).text).toContain('no password to change')
})
