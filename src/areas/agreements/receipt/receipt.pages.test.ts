import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { closed, signNow, value } from '../../../../test/worlds/agreement.ts'
import { signedIn } from '../../../../test/worlds/receipt.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { endAgreement } from '../agreement/agreement.changes.ts'
import { checkReceipt } from '../check/verification.changes.ts'

const database = await testDatabase()
const everything = await supervisionWorld(database)

describe('the receipt of an agreement', () => {
  it('is a page for both that tells who signed what, when and under which hash', async () => {
    const { world, at } = await signedIn(everything)
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
    const { world, at, download } = await signedIn(everything)
    for (const [kind, type] of [
      ['pdf', 'application/pdf'],
      ['text', 'text/plain; charset=utf-8'],
    ] as const) {
      const { status, headers, bytes } = await download(world.ben, `${at}/${kind}`)
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
    const { world, at } = await signedIn(everything)
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
    const { world, id, at, download } = await signedIn(everything)
    await world.inside(world.ben, async (work) => value(await endAgreement(work, id)))
    const page = await world.visit(world.amina).get(at)
    expect(page.text).toContain('It was ended on 20 November 2026.')
    const { bytes } = await download(world.ben, `${at}/text`)
    expect(checkReceipt(bytes).outcome).toBe('whole')
  })

  it('is refused when what it tells of was altered in the database', async () => {
    const { world, id, at } = await signedIn(everything)
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await owner.query('alter table agreement_signature disable trigger all')
    await owner.query("update agreement_signature set typed_name = 'Somebody Else' where agreement = $1", [id])
    await owner.end()
    expect((await world.visit(world.ben).get(at)).text).toContain('No receipt can be given.')
    expect((await world.visit(world.ben).get(`${at}/pdf`)).location).toBe(at)
  })
})
