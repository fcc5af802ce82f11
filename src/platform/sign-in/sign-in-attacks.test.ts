// Attacks on signing in, each by name, against the real database.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { newToken } from '../ids.ts'
import { addMinutes } from '../time/moment.ts'
import { parseEmail } from './email.ts'
import { foundOrganisation } from './first-administrator.ts'
import { acceptInvitation, findInvitation, invite } from './invitations.ts'
import { linkWord } from './links.ts'
import {
  atDoor,
  codeAt,
  exampleEmail,
  exampleKeys,
  examplePassword,
  exampleStart,
  exampleStartWord,
  found,
  later,
  signIn,
} from './sign-in.examples.ts'
import { codeToSetUp, giveCode, giveFirstCode, givePassword } from './signing-in.ts'
import type { Database } from '../database/database.ts'
import type { OrganisationId } from '../ids.ts'
import type { Arrange } from '../../../test/test-database.ts'

const database = await testDatabase()
const wrong = { email: exampleEmail, password: 'not the right password' }
const right = { email: exampleEmail, password: examplePassword }

async function stepFor(db: Database, seconds: number): Promise<string> {
  const first = await givePassword(atDoor(db, later(seconds)), right)
  if (first.outcome !== 'step') throw new Error(first.outcome)
  return first.step
}

const code = (text: string) => ({ kind: 'code', text }) as const

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
      `${id}.${proof.slice(0, -1)}A`,
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

test('an ordinary request reaches no table of the front door', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const [row] = await arrange('select id from organisation limit 1')
    const identity = { organisation: String(row?.id), person: null, role: 'mcs_request' as const }
    const tables = [
      'account',
      'account_means',
      'recovery_code',
      'visit',
      'sign_in_step',
      'known_browser',
      'one_time_link',
      'sign_in_failure',
    ] as const
    for (const table of tables) {
      await expect(db.transact(identity, (tx) => tx.selectFrom(table).selectAll().execute())).rejects.toThrow(
        'permission denied',
      )
    }
  }))

test('a stolen copy of the database holds no token, code, secret or password that works', () =>
  database.rehearse(async (db, arrange) => {
    const { visit, known, secret, recoveryCodes } = await found(db)
    const dump: string[] = []
    for (const table of [
      'account',
      'account_means',
      'recovery_code',
      'visit',
      'sign_in_step',
      'known_browser',
      'one_time_link',
      'sign_in_failure',
    ]) {
      dump.push(
        JSON.stringify(await arrange(`select t.*, encode(convert_to(t::text, 'UTF8'), 'escape') from ${table} t`)),
      )
    }
    for (const hidden of [visit, known, secret, examplePassword, ...recoveryCodes])
      expect(dump.join('\n')).not.toContain(hidden)
  }))
