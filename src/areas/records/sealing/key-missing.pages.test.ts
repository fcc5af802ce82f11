// A key file that is missing, another key in its place, a byte that was changed: the service runs, opens nothing it should
// not, says so in plain words, and loses nothing that was typed (SPEC 12.2).
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Area } from '../../../platform/area.ts'
import { asService } from '../../../platform/composition.ts'
import { newId } from '../../../platform/ids.ts'
import { fileKeyring } from '../../../platform/keys/keyring.ts'
import { anyStaff, page } from '../../../platform/web/page.ts'
import { data, html, seeOther } from '../../../platform/web/reply.ts'
import { findMissingKeys } from './key.changes.ts'
import { openTexts, sealTexts, thing } from './sealed-text.changes.ts'

const about = thing('session record', newId())
let version = 0
const keep = async (work: Parameters<typeof sealTexts>[0], texts: Record<string, string>) => {
  await sealTexts(work, { kind: 'case discussion', about, version: version + 1, texts })
  version += 1
}
const notes: Area = {
  name: 'records',
  title: 'Notes',
  pages: [
    page({
      at: 'GET /notes',
      access: anyStaff,
      answer: async (work) => {
        const { texts } = await openTexts(work, { about, version })
        return html({ title: 'Notes', body: h('p', null, Object.values(texts).join(' · ')) })
      },
    }),
    page({
      at: 'POST /notes',
      access: anyStaff,
      answer: async (work, { form }) => {
        await keep(work, { plan: String(form.plan), 'feelings--now': String(form.feelings) })
        return seeOther('/notes', 'Kept')
      },
    }),
    page({
      at: 'POST /notes/draft',
      access: anyStaff,
      quiet: true,
      answer: async (work, { form }) => {
        await keep(work, { plan: String(form.plan) })
        return data({ version })
      },
    }),
  ],
}

const database = await testDatabase()
const service = await testService(database, { areas: [notes] })
const folder = mkdtempSync(join(tmpdir(), 'mcs-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** A service that was started again has no key in its memory. */
const restart = () => Object.assign(service.composition, { keys: fileKeyring(folder) })
const typed = { plan: 'Weekly contact with the school', feelings: 'Tired but hopeful', outcome: 'kept' }

restart()
const organisation = await newOrganisation(database)
const visitor = service.visitor(organisation, newId<'person'>())
await visitor.post('/notes', typed)
const fileOf = (purpose: string) => join(folder, organisation, purpose, '1.key')
const without = async (purpose: string, body: () => Promise<void>) => {
  renameSync(fileOf(purpose), `${fileOf(purpose)}.away`)
  restart()
  try {
    await body()
  } finally {
    renameSync(`${fileOf(purpose)}.away`, fileOf(purpose))
    restart()
  }
}

describe('with a key file missing', () => {
  it.each(['case-discussion', 'trail'])('the page opens nothing and says why (%s)', async (purpose) => {
    await without(purpose, async () => {
      const seen = await visitor.get('/notes')
      expect(seen.status).toBe(200)
      expect(seen.headings).toContain('Important: Not everything here would open')
      expect(seen.text).toContain('because a key of this service is missing')
      expect(seen.source).not.toContain('Weekly contact')
      const missing = await asService(service.composition, { organisation }, findMissingKeys)
      expect(missing).toEqual([`${organisation}/${purpose}/1.key`])
    })
    expect((await visitor.get('/notes')).text).toContain('Weekly contact')
  })

  it.each(['case-discussion', 'trail'])(
    'what is sent is refused, comes back whole, and can be sent again (%s)',
    async (purpose) => {
      await without(purpose, async () => {
        const refused = await visitor.post('/notes', typed)
        expect(refused.status).toBe(503)
        expect(refused.heading).toBe('This cannot be opened or kept just now')
        expect(refused.fieldValue('Your text 1 of 2')).toBe(typed.plan)
        expect(refused.fieldValue('Your text 2 of 2')).toBe(typed.feelings)
        expect(refused.formTo('/notes')).toMatchObject({ plan: typed.plan, feelings: typed.feelings, outcome: 'kept' })
        const draft = await visitor.post('/notes/draft', typed)
        expect([draft.status, draft.source]).toEqual([503, expect.stringMatching(/key of this service is missing/)])
      })
      expect((await visitor.postAndFollow('/notes', typed)).text).toContain('Weekly contact')
    },
  )

  it('no new key is made in its place', async () => {
    await without('case-discussion', async () => {
      await visitor.post('/notes', typed)
      expect(fileKeyring(folder).list(organisation, 'case discussion')).toEqual([])
    })
  })
})

it('another key in the place of the right one opens and keeps nothing', async () => {
  await without('case-discussion', async () => {
    writeFileSync(fileOf('case-discussion'), 'ab'.repeat(32))
    restart()
    expect((await visitor.get('/notes')).source).not.toContain('Weekly contact')
    expect((await visitor.post('/notes', typed)).status).toBe(503)
    rmSync(fileOf('case-discussion'))
  })
})

it.each(['sealed', 'wrapped_key'])(
  'one byte changed in %s: refused and named, a line, and the rest is still read',
  async (column) => {
    await visitor.post('/notes', typed)
    await database.owner.query(
      `update sealed_text set ${column} = set_byte(${column}, 30, get_byte(${column}, 30) # 1)
     where organisation = $1 and field = 'feelings--now' and version = $2`,
      [organisation, version],
    )
    const seen = await visitor.get('/notes')
    expect(seen.text).toContain('“feelings: now” of this session record would not open')
    expect(seen.text).toContain(typed.plan)
    expect(seen.text).not.toContain(typed.feelings)
    const lines = await database.owner.query(
      `select detail from trail_event where organisation = $1 and deed = 'would not open' order by number desc limit 1`,
      [organisation],
    )
    expect(lines.rows).toEqual([{ detail: { field: 'feelings--now', version } }])
  },
)
