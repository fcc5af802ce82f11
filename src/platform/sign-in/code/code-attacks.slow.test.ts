// Attacks on the second step, each by name, against the real database.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Database } from '../../database/database.ts'
import { newToken } from '../../ids.ts'
import { atDoor, codeAt, exampleEmail, examplePassword, found, later, signIn } from '../sign-in.examples.ts'
import { codeToSetUp, giveCode, giveFirstCode, givePassword } from '../signing-in.ts'

const database = await testDatabase()
const right = { email: exampleEmail, password: examplePassword }

async function stepFor(db: Database, seconds: number): Promise<string> {
  const first = await givePassword(atDoor(db, later(seconds)), right)
  if (first.outcome !== 'step') throw new Error(first.outcome)
  return first.step
}

const code = (text: string) => ({ kind: 'code', text }) as const

test('a code works once', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    await signIn(atDoor(db, later(60)), secret)
    const again = await giveCode(atDoor(db, later(61)), await stepFor(db, 61), code(codeAt(secret, later(60))))
    expect(again).toEqual({ outcome: 'wrong' })
  }))

test('the code of the step before is taken, but not once a later one was used', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    await signIn(atDoor(db, later(120)), secret, later(90))
    await signIn(atDoor(db, later(180)), secret)
    const before = await giveCode(atDoor(db, later(181)), await stepFor(db, 181), code(codeAt(secret, later(150))))
    expect(before).toEqual({ outcome: 'wrong' })
  }))

test('codes from two steps ago or two steps ahead are refused', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    for (const off of [-60, 60]) {
      const old = await giveCode(atDoor(db, later(300)), await stepFor(db, 300), code(codeAt(secret, later(300 + off))))
      expect(old).toEqual({ outcome: 'wrong' })
    }
  }))

test('one code sent twice at the same moment lets one in', async () => {
  const real = await testDatabase()
  const { secret } = await found(real)
  const steps = await Promise.all([1, 2, 3, 4].map(() => stepFor(real, 60)))
  const text = code(codeAt(secret, later(60)))
  const all = await Promise.all(steps.map((step) => giveCode(atDoor(real, later(60)), step, text)))
  expect(all.filter((one) => one.outcome === 'in')).toHaveLength(1)
})

test('one step does not bear a hundred codes', () =>
  database.rehearse(async (db) => {
    await found(db)
    const step = await stepFor(db, 60)
    const outcomes: string[] = []
    for (let i = 0; i < 100; i += 1)
      outcomes.push((await giveCode(atDoor(db, later(60)), step, code(String(i).padStart(6, '0')))).outcome)
    expect(outcomes.filter((outcome) => outcome === 'wrong').length).toBeLessThanOrEqual(5)
    expect(outcomes).not.toContain('in')
  }))

test('the step alone opens nothing, and not after five minutes', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    const step = await stepFor(db, 60)
    expect(await giveCode(atDoor(db, later(60)), newToken(), code(codeAt(secret, later(60))))).toEqual({
      outcome: 'over',
    })
    expect(await giveCode(atDoor(db, later(361)), step, code(codeAt(secret, later(361))))).toEqual({ outcome: 'over' })
  }))

test('a step that was used is over', () =>
  database.rehearse(async (db) => {
    const { secret } = await found(db)
    const step = await stepFor(db, 60)
    await giveCode(atDoor(db, later(60)), step, code(codeAt(secret, later(60))))
    expect(await giveCode(atDoor(db, later(120)), step, code(codeAt(secret, later(120))))).toEqual({ outcome: 'over' })
  }))

test('a step for the code does not open the set-up of another one', () =>
  database.rehearse(async (db) => {
    await found(db)
    const step = await stepFor(db, 60)
    expect(await codeToSetUp(atDoor(db, later(60)), step)).toBeNull()
    expect(await giveFirstCode(atDoor(db, later(60)), step, '000000')).toEqual({ outcome: 'over' })
  }))

test('a recovery code works once, with or without its hyphens', () =>
  database.rehearse(async (db) => {
    const { recoveryCodes } = await found(db)
    const text = (recoveryCodes[0] ?? '').replaceAll('-', ' ').toUpperCase()
    const typed = { kind: 'recovery code', text } as const
    expect((await giveCode(atDoor(db, later(60)), await stepFor(db, 60), typed)).outcome).toBe('in')
    expect((await giveCode(atDoor(db, later(61)), await stepFor(db, 61), typed)).outcome).toBe('wrong')
  }))
