// Attacks on one-time links, each by name, against the real database.
import { expect, test } from 'vitest'
import { type Arrange, testDatabase } from '../../../../test/test-database.ts'
import type { Database } from '../../database/database.ts'
import type { OrganisationId } from '../../ids.ts'
import {
  atDoor,
  exampleEmail,
  exampleKeys,
  examplePassword,
  exampleStart,
  exampleStartWord,
  found,
  later,
} from '../sign-in.examples.ts'
import { foundOrganisation } from './first-administrator.ts'
import { acceptInvitation, findInvitation, invite } from './invitations.ts'
import { linkWord } from './links.ts'

const database = await testDatabase()
const right = { email: exampleEmail, password: examplePassword }

async function inviteBen(
  db: Database,
  arrange: Arrange,
  email: string,
  person = '10000000-0000-4000-8000-000000000002',
) {
  const [row] = await arrange('select id from organisation limit 1')
  const organisation = String(row?.id) as OrganisationId
  const asker = {
    person: '10000000-0000-4000-8000-000000000001',
    name: 'Amina',
    roles: new Set<string>(),
    standing: new Set<string>(),
  }
  const identity = { organisation, person: asker.person, role: 'mcs_request' as const }
  return db.transact(identity, (tx) =>
    invite(
      { db: tx, organisation, moment: exampleStart, asker: asker as never, newId: () => crypto.randomUUID() as never },
      { person, email },
    ),
  )
}

test('the link of the first start works once: no second administrator by it', () =>
  database.rehearse(async (db) => {
    const word = await exampleStartWord(db)
    const given = {
      organisation: 'Elm Park Trust',
      name: 'Amina Yusuf',
      email: exampleEmail,
      password: examplePassword,
    }
    const welcome = async () => undefined
    expect(await foundOrganisation(atDoor(db, exampleStart), word, given, welcome)).not.toBeNull()
    expect(
      await foundOrganisation(atDoor(db, later(1)), word, { ...given, email: 'eve@example.nhs.uk' }, welcome),
    ).toBeNull()
    await expect(exampleStartWord(db)).rejects.toThrow('organisation already')
  }))

test('the link of the first start is over after a day, when a newer one was printed, and when it is forged', () =>
  database.rehearse(async (db) => {
    const given = {
      organisation: 'Elm Park Trust',
      name: 'Amina Yusuf',
      email: exampleEmail,
      password: examplePassword,
    }
    const tryIt = (word: string, seconds: number) =>
      foundOrganisation(atDoor(db, later(seconds)), word, given, async () => undefined)
    const first = await exampleStartWord(db)
    expect(await tryIt(first, 24 * 3600 + 1)).toBeNull()
    const second = await exampleStartWord(db, later(1))
    expect(await tryIt(first, 2)).toBeNull()
    const [id = '', proof = ''] = second.split('.')
    for (const forged of [
      id,
      `${id}.`,
      // Never the true one by chance.
      `${id}.${proof.slice(0, -1)}${proof.endsWith('A') ? 'Q' : 'A'}`,
      `${id}.${'A'.repeat(43)}`,
      `.${proof}`,
      "' or true --",
    ]) {
      expect(await tryIt(forged, 2)).toBeNull()
    }
    expect(await tryIt(second, 2)).not.toBeNull()
  }))

test('when the administrator cannot be made, nothing of the first start remains and the link still works', () =>
  database.rehearse(async (db) => {
    const word = await exampleStartWord(db)
    const given = {
      organisation: 'Elm Park Trust',
      name: 'Amina Yusuf',
      email: exampleEmail,
      password: examplePassword,
    }
    const failing = foundOrganisation(atDoor(db, exampleStart), word, given, async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await foundOrganisation(atDoor(db, later(1)), word, given, async () => undefined)).not.toBeNull()
  }))

test('an invitation makes an account once, and its link shows nothing but the set-up', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const invited = await inviteBen(db, arrange, 'Ben.Cole@example.nhs.uk')
    if (!invited.ok) throw new Error(invited.reason)
    const word = linkWord(exampleKeys, invited.value.link)
    expect(await findInvitation(atDoor(db, later(1)), word)).toEqual({
      organisationName: 'Elm Park Trust',
      email: 'ben.cole@example.nhs.uk',
    })
    const step = await acceptInvitation(atDoor(db, later(2)), word, 'pebble orchestra windmill')
    expect(step).toMatch(/^[\w-]{43}$/)
    expect(await acceptInvitation(atDoor(db, later(3)), word, 'pebble orchestra windmill')).toBeNull()
    expect(await findInvitation(atDoor(db, later(3)), word)).toBeNull()
    expect((await arrange('select 1 from visit')).length).toBe(1)
  }))

test('an invitation is never joined to an account that is there already', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    expect(await inviteBen(db, arrange, exampleEmail)).toMatchObject({ ok: false, field: 'email' })
    const early = await inviteBen(db, arrange, 'ben.cole@example.nhs.uk')
    const other = await inviteBen(db, arrange, 'ben.cole@example.nhs.uk', '10000000-0000-4000-8000-000000000003')
    if (!early.ok || !other.ok) throw new Error('refused')
    const accept = (link: string) =>
      acceptInvitation(atDoor(db, later(2)), linkWord(exampleKeys, link), 'pebble orchestra windmill')
    expect(await accept(early.value.link)).not.toBeNull()
    expect(await accept(other.value.link)).toBeNull()
    expect(await arrange("select person from account where email = 'ben.cole@example.nhs.uk'")).toHaveLength(1)
  }))

test('an invitation is over after seven days, and a forged one was never there', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const invited = await inviteBen(db, arrange, 'ben.cole@example.nhs.uk')
    if (!invited.ok) throw new Error(invited.reason)
    const word = linkWord(exampleKeys, invited.value.link)
    expect(await acceptInvitation(atDoor(db, later(7 * 24 * 3600 + 1)), word, 'pebble orchestra windmill')).toBeNull()
    expect(await acceptInvitation(atDoor(db, later(1)), `${crypto.randomUUID()}.${'A'.repeat(43)}`, 'x')).toBeNull()
    expect(
      await foundOrganisation(
        atDoor(db, later(1)),
        word,
        { organisation: 'X', name: 'Y', ...right },
        async () => undefined,
      ),
    ).toBeNull()
  }))
