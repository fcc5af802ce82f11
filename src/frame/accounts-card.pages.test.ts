// Accounts as administrators see and change them, and everybody's own choice of mails.
import { expect, test } from 'vitest'
import { newOrganisation } from '../../test/composition.ts'
import { testDatabase } from '../../test/test-database.ts'
import { testService } from '../../test/service.ts'
import type { PersonId } from '../platform/ids.ts'
import { doorKeysOf } from '../platform/sign-in/secrets.ts'
import { acceptInvitation } from '../platform/sign-in/link/invitations.ts'
import { linkWord } from '../platform/sign-in/link/links.ts'
import { atDoor } from '../platform/sign-in/sign-in.examples.ts'
import { accountsCard } from './accounts-card.tsx'

const database = await testDatabase()
const administrator = crypto.randomUUID() as PersonId
const service = await testService(database, {
  areas: [accountsCard({ hasMailServer: false })],
  identify: async (_work, person) => ({
    name: 'Amina Yusuf',
    roles: new Set(person === administrator || person === second ? ['administrator'] : []),
  }),
})
const organisation = await newOrganisation(database)
const neighbour = await newOrganisation(database, 'Neighbour')

async function addPerson(name: string, email: string | null, where = organisation): Promise<PersonId> {
  const id = crypto.randomUUID() as PersonId
  await database.owner.query('insert into person (organisation, id, name, email) values ($1, $2, $3, $4)', [
    where,
    id,
    name,
    email,
  ])
  return id
}

const second = crypto.randomUUID() as PersonId
const ben = await addPerson('Ben Cole', 'ben.cole@example.nhs.uk')
const stranger = await addPerson('Someone Else', null, neighbour)
const admin = service.visitor(organisation, administrator)
const staff = service.visitor(organisation, ben)

const keys = doorKeysOf(service.composition.keys)
async function acceptAs(person: string, password: string): Promise<string | null> {
  const { rows } = await database.owner.query('select id from one_time_link where person = $1 and used_at is null', [
    person,
  ])
  const at = { ...atDoor(database, service.composition.clock()), keys }
  return acceptInvitation(at, linkWord(keys, String(rows[0]?.id)), password)
}

test('an administrator invites a person at the e-mail that is known of them', async () => {
  const page = await admin.get(`/people/${ben}/account`)
  expect(page.heading).toBe('Account of Ben Cole')
  expect(page.fieldValue('Work e-mail address')).toBe('ben.cole@example.nhs.uk')
  const after = await admin.postAndFollow(`/people/${ben}/invitation`, page.formTo(`/people/${ben}/invitation`))
  expect(after.text).toMatch(/Invited as ben\.cole@example\.nhs\.uk/)
  const mails = await database.owner.query("select 1 from outbox where to_person = $1 and template = 'invitation'", [
    ben,
  ])
  expect(mails.rowCount).toBe(1)
})

test('no page shows the administrator the link', async () => {
  const { rows } = await database.owner.query('select id from one_time_link where person = $1', [ben])
  for (const path of [`/people/${ben}/account`, '/set-up/mail']) {
    expect((await admin.get(path)).source).not.toContain(String(rows[0]?.id))
  }
})

test('the other administrators hear of an invitation to an address that the register does not know', async () => {
  const other = await addPerson('Dilys Hughes', 'dilys.hughes@example.nhs.uk')
  await database.owner.query(
    `insert into role_grant (organisation, id, person, role, from_day, reason, granted_by, granted_at, granted_to_self)
     values ($1, $2, $3, 'administrator', '2026-01-01', 'Helps', $4, now(), false)`,
    [organisation, crypto.randomUUID(), other, administrator],
  )
  const told = async () =>
    (
      await database.owner.query("select payload from outbox where to_person = $1 and template = 'invited-elsewhere'", [
        other,
      ])
    ).rows
  const mary = await addPerson('Mary Lowe', 'mary.lowe@example.nhs.uk')
  const vera = await addPerson('Vera Long', 'vera.long@example.nhs.uk')
  await admin.post(`/people/${mary}/invitation`, { email: 'Mary.Lowe@example.nhs.uk' })
  expect(await told()).toEqual([])
  await admin.post(`/people/${vera}/invitation`, { email: 'somebody.else@example.com' })
  expect(await told()).toEqual([{ payload: { person: vera } }])
})

test('a text that is no e-mail is refused beside the field and kept', async () => {
  const answer = await admin.post(`/people/${ben}/invitation`, { email: 'ben at home' })
  expect(answer.status).toBe(422)
  expect(answer.errors.length).toBe(1)
  expect(answer.fieldValue('Work e-mail address')).toBe('ben at home')
  expect((await admin.post(`/people/${ben}/invitation`, { email: 'bеn@example.nhs.uk' })).status).toBe(422)
})

test('an account is there after the set-up began; it is closed, and another invitation goes out', async () => {
  expect(await acceptAs(ben, 'pebble orchestra windmill')).not.toBeNull()
  expect((await admin.get(`/people/${ben}/account`)).text).toContain('has still to set up codes')
  expect((await admin.post(`/people/${ben}/invitation`, { email: 'ben.cole@example.nhs.uk' })).status).toBe(422)
  expect((await admin.postAndFollow(`/people/${ben}/account/closure`)).text).toContain('There is no account yet')
  expect((await admin.post(`/people/${ben}/account/closure`)).status).toBe(409)
  expect((await admin.postAndFollow(`/people/${ben}/invitation`, { email: 'ben.cole@example.nhs.uk' })).text).toContain(
    'Invited as',
  )
})

test('one administrator alone cannot come in as somebody else; both deeds are on the trail', async () => {
  const dora = await addPerson('Dora Evans', 'dora.evans@example.nhs.uk')
  await admin.post(`/people/${dora}/invitation`, { email: 'dora.evans@example.nhs.uk' })
  expect(await acceptAs(dora, 'pebble orchestra windmill')).not.toBeNull()
  await admin.post(`/people/${dora}/account/closure`)
  const own = await admin.post(`/people/${dora}/invitation`, { email: 'my.other.mailbox@example.org' })
  expect(own.status).toBe(422)
  expect(own.errors[0]).toContain('another administrator')
  const other = service.visitor(organisation, second)
  expect((await other.post(`/people/${dora}/invitation`, { email: 'dora.new@example.nhs.uk' })).status).toBe(303)
  const { rows } = await database.owner.query(
    'select deed, by_person from trail_event where about = $1 order by number',
    [dora],
  )
  expect(rows).toEqual([
    { deed: 'person invited', by_person: administrator },
    { deed: 'account closed', by_person: administrator },
    { deed: 'person invited', by_person: second },
  ])
})

test('staff who are no administrators neither see nor change accounts', async () => {
  for (const path of [`/people/${ben}/account`, '/set-up/mail']) expect((await staff.get(path)).status).toBe(403)
  expect((await staff.post(`/people/${ben}/invitation`, { email: 'eve@example.nhs.uk' })).status).toBe(403)
  expect((await staff.post(`/people/${ben}/account/closure`)).status).toBe(403)
})

test('the neighbour’s people are not found', async () => {
  expect((await admin.get(`/people/${stranger}/account`)).status).toBe(404)
  expect((await admin.post(`/people/${stranger}/invitation`, { email: 'x@example.nhs.uk' })).status).toBe(404)
  expect((await admin.post(`/people/${stranger}/account/closure`)).status).toBe(404)
})

test('administrators see that mail waits because there is no mail server', async () => {
  const page = await admin.get('/set-up/mail')
  expect(page.text).toMatch(/mails? waits?.*Not sent: no mail server/)
})

test('everybody chooses their own mails', async () => {
  expect((await staff.get('/account/mail')).heading).toBe('Mails to you')
  expect((await staff.post('/account/mail', { digest: 'none' })).location).toBe('/account')
  expect((await staff.get('/account/mail')).source).toMatch(/value="none"[^>]*checked/)
  expect((await staff.post('/account/mail', { digest: 'hourly' })).status).toBe(422)
  expect((await staff.post('/account/mail')).status).toBe(422)
})
