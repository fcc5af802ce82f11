import { describe, expect, it, onTestFinished } from 'vitest'
import { value } from '../../../../test/worlds/agreement.ts'
import { receiptWorld, signedIn } from '../../../../test/worlds/receipt.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { CommandInput } from '../../../platform/command.ts'
import { asKeyKeeper, asService } from '../../../platform/composition.ts'
import { openDatabase } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import { grantRole } from '../../people/index.ts'
import { rotateKeys } from '../../records/sealing/rotation.job.ts'
import { agreedByBenAndAmina as agreed } from '../text/text.examples.ts'
import { shownFingerprint } from './finding.view.ts'
import { checkReceipt } from './verification.changes.ts'
import { receiptCommands } from './verification.job.ts'

const database = await testDatabase()
const everything = await supervisionWorld(database)
const { trust, service } = everything

describe('the key of receipts', () => {
  it('is rotated without a receipt failing, old or new', async () => {
    const { world, id, at, download } = await signedIn(everything)
    const before = await download(world.ben, `${at}/pdf`)
    const owner = await openDatabase({ url: database.ownerUrl, most: 1 })
    onTestFinished(() => owner.close())
    const { organisation } = world
    const keeper = {
      asService: <T>(body: (work: Work) => Promise<T>) => asService(service.composition, { organisation }, body),
      asKeeper: <T>(body: (work: Work) => Promise<T>) =>
        asKeyKeeper(service.composition, { organisation, owner }, body),
    }
    await rotateKeys(keeper, 'agreement seal', () => undefined)
    const after = checkReceipt((await download(world.ben, `${at}/pdf`)).bytes)
    if (after.outcome !== 'whole') throw new Error(after.why)
    expect(after.receipt.keys).toHaveLength(2)
    expect(after.receipt.signatures.map((one) => one.key)).toEqual([1, 1])
    expect(checkReceipt(before.bytes).outcome).toBe('whole')
    const asked = await world
      .visit(world.dora)
      .upload('/agreements/check', {}, { file: { name: 'a.pdf', body: before.bytes } })
    expect(asked.text).toContain('It was sealed here')
    expect((await world.visit(world.amina).get(`/agreements/${id}`)).text).not.toContain('not as it was agreed')
  })

  it('shows its fingerprint on the set-up page, to administrators', async () => {
    const { world, at, download } = await signedIn(everything)
    const shown = checkReceipt((await download(world.ben, `${at}/text`)).bytes)
    if (shown.outcome !== 'whole') throw new Error(shown.why)
    await asService(service.composition, { organisation: world.organisation }, async (work) => {
      const grant = {
        person: world.grace,
        role: 'administrator',
        from: work.today,
        to: null,
        reason: 'A new start',
      } as const
      value(await grantRole(work, grant))
    })
    const page = await world.visit(world.grace).get('/set-up')
    expect(page.headings).toContain('Fingerprint of receipts')
    expect(page.text).toContain(shownFingerprint(shown.receipt.keys[0]?.fingerprint ?? ''))
    expect((await world.visit(world.noor).get('/set-up')).headings).not.toContain('Fingerprint of receipts')
  })
})

describe('bin/manage verify-agreement', () => {
  const [command] = receiptCommands
  async function run(file: string | Buffer, options: CommandInput['options'] = {}, words = ['receipt.pdf']) {
    const said: string[] = []
    const input = { words, options, say: (line: string) => said.push(line), readBytes: async () => Buffer.from(file) }
    // Nothing else is there: no settings, no database.
    const done = await command?.run(input as unknown as CommandInput)
    return { ...done, said: said.join('\n') }
  }
  const { receipt, pdf } = receiptWorld()
  const fingerprint = shownFingerprint(receipt.keys[0]?.fingerprint ?? '')

  it('tells who signed what and when, and with which key, from the file alone', async () => {
    const done = await run(pdf())
    expect(done).toMatchObject({ exit: 0, result: { outcome: 'whole', title: 'Clinical supervision contract' } })
    expect(done.said).toContain('Signed by Ben Carter, supervisee, as “Ben Carter”, on 3 February 2027 at 2:30pm')
    expect(done.said).toContain(`Key: ${fingerprint}`)
  })

  it('takes the fingerprint that the organisation told, however it was written down', async () => {
    expect(await run(pdf(), { fingerprint: fingerprint.toUpperCase() })).toMatchObject({ exit: 0 })
    expect(await run(pdf(), { fingerprint: fingerprint.replace(/^./, 'x') })).toMatchObject({
      exit: 1,
      result: { outcome: 'wrong key' },
    })
  })

  it('ends with 1 when something was changed or it is no receipt, and asks for one file', async () => {
    const changed = pdf()
    changed[900] = (changed[900] ?? 0) ^ 4
    expect(await run(changed)).toMatchObject({ exit: 1, said: expect.stringContaining('ALTERED') as string })
    expect(await run('Dear all')).toMatchObject({ exit: 1, result: { outcome: 'no receipt' } })
    await expect(run('', {}, [])).rejects.toThrow('Name one file')
  })
})

describe('the check of a receipt', () => {
  const path = '/agreements/check'
  const given = (body: string | Buffer, name = 'agreement-receipt.pdf') => ({ file: { name, body } })

  it('finds a receipt of this service whole, and its key ours', async () => {
    const { world, at, download } = await signedIn(everything)
    const visitor = world.visit(world.grace)
    for (const kind of ['pdf', 'text']) {
      const { bytes } = await download(world.ben, `${at}/${kind}`)
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
