import { parseHTML } from 'linkedom'
import renderToString from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import { letRead, openTexts, sealTexts } from '../../records/index.ts'
import { whoSeesFoot } from './who-sees.pages.tsx'

const database = await testDatabase()
const service = testComposition(database)
const [amina, ben] = [newId<'person'>(), newId<'person'>()]

async function footFor(reader: typeof amina, isNeighbour = false) {
  const organisation = await newOrganisation(database)
  for (const [id, name] of [
    [amina, 'Amina Yusuf'],
    [ben, 'Ben Carter'],
  ])
    await database.owner.query('insert into person (organisation, id, name) values ($1, $2, $3)', [
      organisation,
      id,
      name,
    ])
  const about = { kind: 'session', id: newId<string>() }
  await as(service, organisation, amina, async (work) => {
    await sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts: { focus: 'Caseload' } })
    const until = addMinutes(moment('2099-11-20T10:00:00Z'), 0)
    await letRead(work, about, [{ person: ben, because: 'cover', until }])
  })
  await as(service, organisation, ben, (work) => openTexts(work, { about, version: 1 }))
  const where = isNeighbour ? await newOrganisation(database, 'Next door') : organisation
  const foot = await as(service, where, reader, (work) => whoSeesFoot(work, about, { what: 'this focus' }))
  const { document } = parseHTML(foot === null ? '<p></p>' : renderToString(foot))
  return (document.documentElement?.textContent ?? '').replaceAll(/\s+/g, ' ')
}

it('names who can, why and until when, and who has', async () => {
  const text = await footFor(amina)
  expect(text).toContain('Who can see this focus, and who has')
  expect(text).toContain('Amina Yusuf wrote it')
  expect(text).toContain('Ben Carter cover, until 20 November 2099 at 10am')
  expect(text).toMatch(/Has looked.*Ben Carter 20 November 2026 at 10am/)
})

it('is nothing for the neighbour, nor where nothing was sealed', async () => {
  expect(await footFor(amina, true)).not.toContain('Amina')
})
