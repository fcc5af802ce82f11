// As somebody who wants to forge a signature: for another, twice, before the text is closed, under an old text, with a stale
// sign-in, by a request made by hand, back in time.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { closed, closeWith, signNow, value, written } from '../../../../test/worlds/agreement.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { findSignatures } from '../agreement/saving.store.ts'
import { reopenText } from './closing.changes.ts'

const database = await testDatabase()
const { service, trust, setClock } = await supervisionWorld(database)

const signature = (id: AgreementId) => `/agreements/${id}/signature`
const signers = async (world: Trust, id: AgreementId) =>
  (await world.inside(world.ben, (work) => findSignatures(work, id))).map((one) => [one.person, one.at])

async function ready(change: { adapting?: boolean } = {}) {
  setClock()
  const world = await trust()
  const two = { supervisee: world.ben, supervisor: world.amina }
  const id = change.adapting ? await written(world.inside, two) : await closed(world.inside, two)
  const hash = (await world.inside(world.ben, (work) => findAgreement(work, id)))?.textHash ?? ''
  return { world, id, hash, own: { name: 'Ben Carter', _version: hash } }
}

describe('a forger', () => {
  it('signs for nobody else, whatever the form says', async () => {
    const { world, id, own } = await ready()
    expect((await world.visit(world.dora).post(signature(id), { ...own, person: world.ben })).status).toBe(404)
    const asAmina = await world.visit(world.ben).post(signature(id), { ...own, name: 'Amina Yusuf' })
    expect(asAmina.errors).toEqual(['Type your name as it is here: Ben Carter'])
    expect(asAmina.fieldValue('Type your full name')).toBe('Amina Yusuf')
    const more = { ...own, person: world.amina, as: 'supervisor', at: '2020-01-01T00:00:00Z', signedAt: '2020-01-01' }
    expect((await world.visit(world.ben).post(signature(id), more)).status).toBe(303)
    expect(await signers(world, id)).toEqual([[world.ben, '2026-11-20T10:00:00.000Z']])
  })

  it('signs once, however often the form is sent', async () => {
    const { world, id, own } = await ready()
    const ben = world.visit(world.ben)
    const form = { ...own, _key: randomUUID() }
    expect((await ben.post(signature(id), form)).status).toBe(303)
    expect((await ben.post(signature(id), form)).status).toBe(303)
    expect((await ben.post(signature(id), own)).errors).toEqual(['You have signed this already'])
    expect((await ben.get(signature(id))).status).toBe(409)
    const all = await Promise.all(
      [1, 2, 3].map(() => world.visit(world.amina).post(signature(id), { ...own, name: 'Amina Yusuf' })),
    )
    expect(all.filter((one) => one.status === 303)).toHaveLength(1)
    expect(await signers(world, id)).toHaveLength(2)
  })

  it('signs nothing that has not been closed', async () => {
    const { world, id } = await ready({ adapting: true })
    for (const _version of ['', '0'.repeat(64)])
      expect((await world.visit(world.ben).post(signature(id), { name: 'Ben Carter', _version })).errors).toEqual([
        'The text has not been closed for signing yet',
      ])
    expect(await signers(world, id)).toEqual([])
  })

  it('signs only the text that lies there now', async () => {
    const { world, id, own } = await ready()
    await world.inside(world.amina, (work) => signNow(work, id))
    await world.inside(world.ben, async (work) => value(await reopenText(work, id)))
    expect((await world.visit(world.ben).post(signature(id), own)).errors).toHaveLength(1)
    const { version } = (await world.inside(world.ben, (work) => findAgreement(work, id))) ?? { version: 0 }
    const fill = { 'blank-how-often': 'Weekly', 'blank-how-long': '60', _version: String(version) }
    expect((await world.visit(world.ben).post(`/agreements/${id}/blanks`, fill)).status).toBe(303)
    await world.inside(world.ben, (work) => closeWith(work, id))
    const old = await world.visit(world.ben).post(signature(id), own)
    expect(old.errors).toEqual(['The text was changed after you opened it. Read it again before you sign'])
    expect(old.text).toContain('Weekly')
    const now = await world.inside(world.ben, (work) => findAgreement(work, id))
    expect(now).toMatchObject({ state: 'signing', signatures: [] })
  })

  it('gains nothing by putting the text back as somebody had signed it', async () => {
    const { world, id, hash } = await ready()
    await world.inside(world.amina, (work) => signNow(work, id))
    await world.inside(world.ben, async (work) => value(await reopenText(work, id)))
    await world.inside(world.ben, (work) => closeWith(work, id))
    const now = await world.inside(world.ben, (work) => findAgreement(work, id))
    expect(now).toMatchObject({ textHash: hash, closing: 2, signatures: [] })
  })

  it('is asked who is there when that was said more than five minutes ago', async () => {
    const { world, id, own } = await ready()
    const ben = world.visit(world.ben)
    setClock('2026-11-20T10:05:00Z')
    expect((await ben.get(signature(id))).location).toBe(`/sign-in/again?next=${encodeURIComponent(signature(id))}`)
    expect((await ben.post(signature(id), own)).location).toMatch(/^\/sign-in\/again/)
    expect(await signers(world, id)).toEqual([])
    setClock('2026-11-20T09:59:59Z')
    expect((await ben.post(signature(id), own)).location).toMatch(/^\/sign-in\/again/)
    setClock()
  })

  it('gets nowhere with a request made by hand', async () => {
    const { world, id, own } = await ready()
    const ben = world.visit(world.ben)
    expect((await ben.post(signature(id), { ...own, _csrf: 'x' })).status).toBe(403)
    expect((await ben.post(signature(id), { ...own, _key: 'x' })).status).toBe(409)
    expect((await service.stranger().post(signature(id), own)).location).toMatch(/^\/sign-in/)
    const query = new URLSearchParams(own).toString()
    expect((await ben.get(`${signature(id)}?${query}`)).status).toBe(200)
    const cookie = `visit=${service.openVisit(world.organisation, world.ben)}`
    const from = (origin: string) =>
      service.http.inject({
        method: 'POST',
        url: signature(id),
        headers: { cookie, host: 'localhost', origin, 'content-type': 'application/x-www-form-urlencoded' },
        payload: query,
      })
    expect((await from('https://evil.example')).statusCode).toBe(403)
    expect((await from('http://localhost')).statusCode).toBe(403)
    for (const _version of ['', 'x', own._version.toUpperCase(), `${own._version} `, 'a'.repeat(100_000)])
      expect((await ben.post(signature(id), { ...own, _version })).status).toBe(422)
    expect(await signers(world, id)).toEqual([])
  })
})
