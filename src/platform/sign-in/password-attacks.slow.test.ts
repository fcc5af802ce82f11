// Attacks on the password, each by name, against the real database.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { newToken } from '../ids.ts'
import { addMinutes } from '../time/moment.ts'
import { parseEmail } from './account/email.ts'
import { atDoor, exampleEmail, examplePassword, found, later, signIn } from './sign-in.examples.ts'
import { givePassword } from './signing-in.ts'

const database = await testDatabase()
const wrong = { email: exampleEmail, password: 'not the right password' }
const right = { email: exampleEmail, password: examplePassword }

test('somebody with password and code comes in', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    expect((await signIn(atDoor(db, later(60)), secret)).visit).toMatch(/^[\w-]{43}$/)
  }))

test('a wrong password, an unknown e-mail and a text that is no e-mail are answered alike', () =>
  database.rehearse(async (db) => {
    await found(db)
    const tries = [wrong, { ...right, email: 'nobody@example.nhs.uk' }, { ...right, email: "' or 1=1 --" }]
    for (const given of tries) expect(await givePassword(atDoor(db, later(60)), given)).toEqual({ outcome: 'wrong' })
  }))

test('an unknown e-mail takes as long as a wrong password', () =>
  database.rehearse(async (db) => {
    await found(db)
    let hours = 0
    const middle = async (email: string) => {
      const times: number[] = []
      for (let i = 0; i < 9; i += 1) {
        const start = performance.now()
        hours += 2
        await givePassword(atDoor(db, later(hours * 3600)), { ...wrong, email })
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[4] ?? 0
    }
    await middle(exampleEmail)
    const [known, unknown] = [await middle(exampleEmail), await middle('nobody@example.nhs.uk')]
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2)
  }))

test('guessing a password is slowed down after five, and the right one has to wait as well', () =>
  database.rehearse(async (db) => {
    await found(db)
    for (let i = 0; i < 5; i += 1) expect((await givePassword(atDoor(db, later(60)), wrong)).outcome).toBe('wrong')
    expect(await givePassword(atDoor(db, later(61)), right)).toEqual({ outcome: 'wait', until: later(90) })
    expect((await givePassword(atDoor(db, later(90)), right)).outcome).toBe('step')
  }))

test('fifty guesses at the same moment count as fifty', async () => {
  const real = await testDatabase()
  await found(real)
  const all = await Promise.all(Array.from({ length: 50 }, () => givePassword(atDoor(real, later(60)), wrong)))
  expect(all.filter((one) => one.outcome === 'wrong').length).toBe(5)
})

test('guessing for days never makes a wait longer than fifteen minutes', () =>
  database.rehearse(async (db) => {
    await found(db)
    let moment = later(60)
    for (let i = 0; i < 60; i += 1) {
      const answer = await givePassword(atDoor(db, moment), wrong)
      if (answer.outcome === 'wait') expect(answer.until <= addMinutes(moment, 15)).toBe(true)
      moment = addMinutes(moment, 7)
    }
    expect((await givePassword(atDoor(db, addMinutes(moment, 16)), right)).outcome).toBe('step')
  }))

test('guessing from elsewhere does not keep the owner out of a browser where they signed in before', () =>
  database.rehearse(async (db) => {
    const { known } = await found(db)
    for (let i = 0; i < 20; i += 1) await givePassword(atDoor(db, later(60), { address: '203.0.113.9' }), wrong)
    expect((await givePassword(atDoor(db, later(61)), right)).outcome).toBe('wait')
    expect((await givePassword(atDoor(db, later(61), { known }), right)).outcome).toBe('step')
  }))

test('a made-up mark of a known browser gets no tries of its own', () =>
  database.rehearse(async (db) => {
    await found(db)
    const outcomes = new Set<string>()
    for (let i = 0; i < 8; i += 1)
      outcomes.add((await givePassword(atDoor(db, later(60), { known: newToken() }), wrong)).outcome)
    expect(outcomes).toContain('wait')
  }))

test(
  'one address that tries many e-mails is slowed down',
  () =>
    database.rehearse(async (db) => {
      await found(db)
      const at = atDoor(db, later(60), { address: '203.0.113.77' })
      let waits = 0
      for (let i = 0; i < 105; i += 1) {
        const tried = await givePassword(at, { email: `person${i}@example.nhs.uk`, password: 'x' })
        if (tried.outcome === 'wait') waits += 1
      }
      expect(waits).toBe(5)
    }),
  60_000,
)

test('e-mails in capitals are the same account, and look-alike letters are none', () =>
  database.rehearse(async (db) => {
    await found(db)
    expect(
      (await givePassword(atDoor(db, later(60)), { ...right, email: ' AMINA.Yusuf@Example.NHS.uk ' })).outcome,
    ).toBe('step')
    for (const email of [
      'аmina.yusuf@example.nhs.uk',
      'amina.yusuf@example.nhs.u\u212a',
      'amina.yusuf@ex\u200bample.nhs.uk',
      'amina.yusuf@example.nhs.uk\u0000',
      'ａmina.yusuf@example.nhs.uk',
    ]) {
      expect(parseEmail(email)).toBeNull()
      expect((await givePassword(atDoor(db, later(60), { address: '192.0.2.99' }), { ...right, email })).outcome).toBe(
        'wrong',
      )
    }
  }))

test('a password of a megabyte is refused without being hashed', () =>
  database.rehearse(async (db) => {
    await found(db)
    const start = performance.now()
    const long = await givePassword(atDoor(db, later(60)), { email: exampleEmail, password: 'a'.repeat(1024 * 1024) })
    expect(long.outcome).toBe('wrong')
    expect(performance.now() - start).toBeLessThan(1000)
  }))

test('a right password with NUL or more text behind it is wrong', () =>
  database.rehearse(async (db) => {
    await found(db)
    for (const tail of ['\u0000', '\u0000more', ' ', 'x']) {
      const given = { email: exampleEmail, password: `${examplePassword}${tail}` }
      expect((await givePassword(atDoor(db, later(60)), given)).outcome).toBe('wrong')
    }
  }))
