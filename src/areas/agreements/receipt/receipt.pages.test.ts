import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { closed, inForce, signNow, value } from '../../../../test/worlds/agreement.ts'
import { receiptWorld } from '../../../../test/worlds/receipt.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { endAgreement } from '../agreement/agreement.changes.ts'
import { checkReceipt } from '../check/verification.changes.ts'

const database = await testDatabase()
const { trust, service } = await supervisionWorld(database)

async function signed() {
  const world = await trust()
  const id = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
  return { world, id, at: `/agreements/${id}/receipt` }
}

/** The bytes of a download, and its headers. */
async function download(world: Trust, person: PersonId, url: string) {
  const headers = { cookie: `visit=${service.openVisit(world.organisation, person)}`, host: 'localhost' }
  const answer = await service.http.inject({ method: 'GET', url, headers })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}

describe('the receipt of an agreement', () => {
  it('is a page for both that tells who signed what, when and under which hash', async () => {
    const { world, at } = await signed()
    expect((await world.visit(world.ben).get(at.replace('/receipt', ''))).linkTo('Your receipt')).toBe(at)
    for (const person of [world.ben, world.amina]) {
      const page = await world.visit(person).get(at)
      expect(page.title).toContain('Receipt of an agreement')
      expect(page.headings).toEqual(
        expect.arrayContaining(['Receipt', 'Clinical supervision contract', 'Hash of the text']),
      )
      expect(page.text).toContain('In force from 20 November 2026 to 19 November 2027.')
      expect(page.text).toMatch(/Ben Carter.*supervisee.*Amina Yusuf.*supervisor/)
      expect(page.text).toContain('Who can see this agreement and its receipt')
    }
  })

  it('comes as a PDF and as plain text, each whole, with a name that tells nothing', async () => {
    const { world, at } = await signed()
    for (const [kind, type] of [
      ['pdf', 'application/pdf'],
      ['text', 'text/plain; charset=utf-8'],
    ] as const) {
      const { status, headers, bytes } = await download(world, world.ben, `${at}/${kind}`)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe(type)
      expect(headers['content-disposition']).toMatch(/^attachment; filename="agreement-receipt\.(pdf|txt)"$/)
      const found = checkReceipt(bytes)
      if (found.outcome !== 'whole') throw new Error(found.why)
      expect(found.agreed.organisation).not.toBe('')
      expect(found.receipt.signatures.map(({ name }) => name).toSorted()).toEqual(['Amina Yusuf', 'Ben Carter'])
    }
  })

  it('is there for the two alone, and only when both have signed', async () => {
    const { world, at } = await signed()
    for (const person of [world.dora, world.grace, world.noor])
      for (const kind of ['', '/pdf', '/text']) expect((await world.visit(person).get(at + kind)).status).toBe(404)
    const id = await closed(world.inside, { supervisee: world.dora, supervisor: world.amina })
    await world.inside(world.dora, (work) => signNow(work, id))
    expect((await world.visit(world.dora).get(`/agreements/${id}/receipt`)).text).toContain(
      'as soon as everybody has signed',
    )
    expect((await world.visit(world.dora).get(`/agreements/${id}/receipt/pdf`)).location).toBe(
      `/agreements/${id}/receipt`,
    )
    expect((await world.visit(world.ben).get(`/agreements/${newId()}/receipt`)).status).toBe(404)
  })

  it('says that it was ended, and stays with both', async () => {
    const { world, id, at } = await signed()
    await world.inside(world.ben, async (work) => value(await endAgreement(work, id)))
    const page = await world.visit(world.amina).get(at)
    expect(page.text).toContain('It was ended on 20 November 2026.')
    const { bytes } = await download(world, world.ben, `${at}/text`)
    expect(checkReceipt(bytes).outcome).toBe('whole')
  })

  it('is refused when what it tells of was altered in the database', async () => {
    const { world, id, at } = await signed()
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await owner.query('alter table agreement_signature disable trigger all')
    await owner.query("update agreement_signature set typed_name = 'Somebody Else' where agreement = $1", [id])
    await owner.end()
    expect((await world.visit(world.ben).get(at)).text).toContain('No receipt can be given.')
    expect((await world.visit(world.ben).get(`${at}/pdf`)).location).toBe(at)
  })
})

describe('the check of a receipt', () => {
  const path = '/agreements/check'
  const given = (body: string | Buffer, name = 'agreement-receipt.pdf') => ({ file: { name, body } })

  it('finds a receipt of this service whole, and its key ours', async () => {
    const { world, at } = await signed()
    const visitor = world.visit(world.grace)
    for (const kind of ['pdf', 'text']) {
      const { bytes } = await download(world, world.ben, `${at}/${kind}`)
      const page = await visitor.upload(path, {}, given(bytes))
      expect(page.heading).toBe('This receipt is whole')
      expect(page.text).toContain('It was sealed here')
      expect(page.headings).toContain('Clinical supervision contract')
    }
  })

  it('asks to compare the key of a receipt that was sealed elsewhere', async () => {
    const world = await trust()
    const page = await world.visit(world.ben).upload(path, {}, given(receiptWorld().pdf()))
    expect(page.heading).toBe('This receipt is whole')
    expect(page.headings).toContain('Important: Compare the key')
  })

  it('says what is wrong with a file that was altered, that is none, that is too large, and with none', async () => {
    const world = await trust()
    const visitor = world.visit(world.ben)
    const pdf = receiptWorld().pdf()
    pdf[2000] = (pdf[2000] ?? 0) ^ 1
    const altered = await visitor.upload(path, {}, given(pdf))
    expect([altered.status, altered.heading]).toEqual([422, 'This receipt was altered'])
    const other = await visitor.upload(path, {}, given('Dear all, please find attached', 'letter.txt'))
    expect([other.status, other.heading]).toEqual([422, 'This is no receipt'])
    expect((await visitor.upload(path, {}, given(Buffer.alloc(2_200_000, 'x')))).status).toBe(413)
    expect((await visitor.upload(path, {}, {})).errors).toHaveLength(1)
    expect((await visitor.post(path, {})).errors).toHaveLength(1)
    expect((await visitor.post(path, { file: '<script>' })).status).toBe(422)
    expect((await visitor.upload(path, {}, { ...given('x'), more: { name: 'b', body: 'y' } })).status).toBe(413)
  })

  it('shows words that somebody put into a receipt as words', async () => {
    const world = await trust()
    const { agreedByBenAndAmina: agreed } = await import('../text/text.examples.ts')
    const forged = receiptWorld({ agreed: { ...agreed, title: '<script>alert(1)</script>' } })
    const page = await world.visit(world.ben).upload(path, {}, given(forged.text(), 'a.txt'))
    expect(page.heading).toBe('This receipt is whole')
    expect(page.source).not.toContain('<script>alert')
  })

  it('is open to somebody without an account, from its own page alone', async () => {
    const asked = await service.http.inject({ method: 'GET', url: path, headers: { host: 'localhost' } })
    expect(asked.statusCode).toBe(200)
    const cookie = asked.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const token = /name="_csrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
    const send = (csrf: string) => {
      const body = new FormData()
      body.set('_csrf', csrf)
      body.set('file', new Blob([receiptWorld().text()]), 'agreement-receipt.txt')
      const request = new Request('http://localhost', { method: 'POST', body })
      const type = request.headers.get('content-type') ?? ''
      return request.arrayBuffer().then((bytes) =>
        service.http.inject({
          method: 'POST',
          url: path,
          headers: { host: 'localhost', origin: 'http://localhost', cookie, 'content-type': type },
          payload: Buffer.from(bytes),
        }),
      )
    }
    expect((await send(token)).body).toContain('This receipt is whole')
    expect((await send('')).statusCode).toBe(403)
  })
})
