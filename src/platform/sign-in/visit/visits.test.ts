// Visits: how long they last, how they end, and what a stolen token is worth.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Database } from '../../database/database.ts'
import { newToken } from '../../ids.ts'
import { addMinutes, addSeconds, type Moment } from '../../time/moment.ts'
import { closeAccount } from '../account/accounts.ts'
import { visitAs } from './demonstration.ts'
import { atDoor, codeAt, examplePassword, exampleStart, found, later, signIn } from '../sign-in.examples.ts'
import { giveAgain } from '../signing-in.ts'
import { asDoor, endAllVisits, endVisit, isFresh, openVisits, startVisit, visitFinder } from './visits.ts'

const database = await testDatabase()

async function visitAt(db: Database, token: string, moment: Moment) {
  return visitFinder(db)(token, moment)
}

async function must(db: Database, token: string, moment: Moment) {
  const visit = await visitAt(db, token, moment)
  if (!visit) throw new Error('The visit is over.')
  return visit
}

test('a visit is found by its token', () =>
  database.rehearse(async (db) => {
    const { visit } = await found(db)
    expect(await visitAt(db, visit, later(1))).toMatchObject({
      signedInAt: exampleStart,
      expiresAt: addMinutes(later(1), 15),
    })
  }))

test('a visit is over after fifteen idle minutes', () =>
  database.rehearse(async (db) => {
    const { visit } = await found(db)
    expect(await visitAt(db, visit, addSeconds(addMinutes(exampleStart, 15), -1))).not.toBeNull()
    expect(await visitAt(db, visit, addSeconds(addMinutes(exampleStart, 30), 0))).toBeNull()
  }))

test('asking again keeps a visit alive, but not beyond eight hours', () =>
  database.rehearse(async (db) => {
    const { visit } = await found(db)
    let moment = exampleStart
    for (let i = 0; i < 47; i += 1) {
      moment = addMinutes(moment, 10)
      expect(await visitAt(db, visit, moment)).not.toBeNull()
    }
    expect((await must(db, visit, addMinutes(exampleStart, 475))).expiresAt).toBe(addMinutes(exampleStart, 480))
    expect(await visitAt(db, visit, addMinutes(exampleStart, 480))).toBeNull()
  }))

test('a visit that is over stays over when a clock goes back', () =>
  database.rehearse(async (db) => {
    const { visit } = await found(db)
    const known = await must(db, visit, later(1))
    await db.transact(asDoor, (tx) => endVisit(tx, known, known.id, later(2)))
    expect(await visitAt(db, visit, exampleStart)).toBeNull()
  }))

test('that it was seen is written down at most once a minute', () =>
  database.rehearse(async (db, arrange) => {
    const { visit } = await found(db)
    await visitAt(db, visit, later(59))
    const [before] = await arrange('select last_seen_at from visit')
    await visitAt(db, visit, later(61))
    const [after] = await arrange('select last_seen_at from visit')
    expect([before?.last_seen_at, after?.last_seen_at]).toEqual([exampleStart, later(61)])
  }))

test('signing in again does not bring an old token back to life', () =>
  database.rehearse(async (db) => {
    const { visit, secret } = await found(db)
    const known = await must(db, visit, later(1))
    await db.transact(asDoor, (tx) => endVisit(tx, known, known.id, later(2)))
    const next = await signIn(atDoor(db, later(60)), secret)
    expect(next.visit).not.toBe(visit)
    expect(await visitAt(db, visit, later(61))).toBeNull()
    expect(await visitAt(db, next.visit, later(61))).not.toBeNull()
  }))

test('a token that the browser chose is never taken over', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    const planted = newToken()
    const next = await signIn(atDoor(db, later(60), { known: planted }), secret)
    expect(next.visit).not.toBe(planted)
    expect(next.known).not.toBe(planted)
    expect(await visitAt(db, planted, later(61))).toBeNull()
  }))

test('texts that are no token are not found: empty, long, with NUL, a hash, an id, SQL', () =>
  database.rehearse(async (db, arrange) => {
    const { visit } = await found(db)
    const [row] = await arrange(
      "select id, encode(token_hash, 'hex') as hex, encode(token_hash, 'base64') as base64 from visit",
    )
    const texts = [
      '',
      'x',
      `${visit}\u0000`,
      `${visit} `,
      visit.slice(0, 42),
      visit.toUpperCase(),
      'a'.repeat(1_000_000),
      "' or '1'='1",
    ]
    for (const text of [...texts, String(row?.id), String(row?.hex), String(row?.base64)]) {
      expect(await visitAt(db, text, later(1))).toBeNull()
    }
  }))

test('signing out everywhere ends every visit with the next request', () =>
  database.rehearse(async (db) => {
    const { visit, secret } = await found(db)
    const second = await signIn(atDoor(db, later(60)), secret)
    const owner = await must(db, visit, later(61))
    expect(await db.transact(asDoor, (tx) => openVisits(tx, owner, later(61)))).toHaveLength(2)
    expect(await db.transact(asDoor, (tx) => endAllVisits(tx, owner, later(62)))).toBe(2)
    for (const token of [visit, second.visit]) expect(await visitAt(db, token, later(62))).toBeNull()
  }))

test('nobody ends the visit of somebody else', () =>
  database.rehearse(async (db) => {
    const { visit } = await found(db)
    const known = await must(db, visit, later(1))
    const stranger = { organisation: known.organisation, person: crypto.randomUUID() }
    expect(await db.transact(asDoor, (tx) => endVisit(tx, stranger, known.id, later(2)))).toBe(false)
    expect(await db.transact(asDoor, (tx) => endAllVisits(tx, stranger, later(2)))).toBe(0)
    expect(await db.transact(asDoor, (tx) => openVisits(tx, stranger, later(2)))).toEqual([])
    expect(await visitAt(db, visit, later(3))).not.toBeNull()
  }))

test('who leaves is out with the next request and cannot sign in again', () =>
  database.rehearse(async (db) => {
    const { visit, secret } = await found(db)
    const known = await must(db, visit, later(1))
    await db.transact(asDoor, (tx) => closeAccount(tx, known, later(2)))
    expect(await visitAt(db, visit, later(2))).toBeNull()
    await expect(signIn(atDoor(db, later(60)), secret)).rejects.toThrow('wrong')
  }))

test('a fresh sign-in is one of the last five minutes, and renewing it takes password, code and a new token', () =>
  database.rehearse(async (db) => {
    const { visit, secret } = await found(db)
    const known = await must(db, visit, later(299))
    expect(isFresh(known, later(299))).toBe(true)
    expect(isFresh(known, later(300))).toBe(false)
    const at = atDoor(db, later(300))
    const good = { password: examplePassword, code: codeAt(secret, later(300)) }
    expect((await giveAgain(at, known, { ...good, password: 'wrong' })).outcome).toBe('wrong')
    expect((await giveAgain(at, known, { ...good, code: '000000' })).outcome).toBe('wrong')
    const again = await giveAgain(at, known, good)
    if (again.outcome !== 'fresh') throw new Error(again.outcome)
    expect(await visitAt(db, visit, later(301))).toBeNull()
    expect(isFresh(await must(db, again.visit, later(301)), later(301))).toBe(true)
  }))

test('a named person of the demonstration has a visit without an account; a real organisation has no such way in', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const how = { browser: 'A browser', moment: exampleStart }
    const person = crypto.randomUUID()
    const [real] = await arrange("select id from organisation where kind = 'real'")
    expect(await visitAs(db, { organisation: String(real?.id), person }, how)).toBeNull()
    const demonstration = crypto.randomUUID()
    await arrange("insert into organisation (id, name, kind) values ($1, 'Demonstration', 'demonstration')", [
      demonstration,
    ])
    const token = await visitAs(db, { organisation: demonstration, person }, how)
    expect(await visitAt(db, token ?? '', later(1))).toMatchObject({
      account: null,
      person,
      organisation: demonstration,
    })
  }))

test('the browser of a visit is a short text, however long the header was', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const [row] = await arrange('select organisation, person, account from visit')
    const what = row as { organisation: string; person: string; account: string }
    await db.transact(asDoor, (tx) => startVisit(tx, { ...what, browser: 'x'.repeat(10_000), moment: later(1) }))
    expect(await arrange('select 1 from visit where length(browser) = 80')).toHaveLength(1)
  }))
