import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { postsOn } from '../post/post.store.ts'
import { askerFor } from '../register/asker.store.ts'
import { addPerson } from '../register/person.changes.ts'
import { searchPeople } from '../register/person.store.ts'
import { registrationsOf, trainingOfPeople } from '../standing/standing.store.ts'
import { guessMapping } from '../staff-file/columns.ts'
import { checkOn, comparisonOf } from './check.changes.ts'
import { findOutcomes } from './compare.store.ts'
import {
  cancelImport,
  chooseColumns,
  confirmImport,
  explainStaffGroups,
  stopImport,
  takeFile,
} from './import.changes.ts'
import {
  benRow,
  checkedImport,
  doneImport,
  fileHeadings,
  graceRow,
  personNamed,
  smallPolicy,
  staffFile,
} from './import.examples.ts'
import { findImport, findWords } from './import.store.ts'
import { findRefused, findUnknownStaffGroups } from './refused.store.ts'
import { countRows } from './rows.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })
const today = day('2026-11-20')

const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>, at = '2026-11-20T10:00:00Z') =>
  asService(service, { organisation, moment: moment(at) }, body)

describe('the way of an import', () => {
  it('finds a team whose levels the file leaves out, and makes it when there are two of that name', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      await makeSmallWorld(work)
      const file = (team: string) => Buffer.from(`Staff number,Name,Team\n3,Ben Carter,${team}\n`)
      for (const team of ['Riverside team', 'CHILDREN and families > Riverside team']) {
        expect((await checkedImport(work, file(team))).counts).toMatchObject({ added: 1, units: 0 })
      }
      expect((await checkedImport(work, file('Adults > Riverside team'))).counts).toMatchObject({ units: 2 })
    })
  })

  it('brings in training levels and registrations once', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const file = Buffer.from(
        'Staff number;Name;Registration body;Safeguarding training level;Safeguarding training date\n3;Ben Carter;NMC;3;12/05/2026\n',
      )
      await doneImport(work, file)
      const who = await personNamed(work, 'Ben')
      expect(await trainingOfPeople(work, [who])).toMatchObject([{ level: '3', on: '2026-05-12' }])
      expect(await registrationsOf(work, who)).toMatchObject([{ body: 'NMC' }])
      expect((await checkedImport(work, file)).counts).toMatchObject({ unchanged: 1, changed: 0 })
    })
  })

  it('reads Windows-1252, a byte order mark, UTF-16 and quoted line breaks', async () => {
    const organisation = await newOrganisation(database)
    const text = `${fileHeadings}\r\n4,Zoë,O’Neill,zoe@example.nhs.uk,Children,"River\r\nside",,HV,6,"37,5",Bank,,2019-04-01,,`
    const western = Buffer.from(text.replace('ë', '\u00eb').replace('’', '\u0092'), 'latin1')
    const marked = Buffer.from(`\ufeff${text}`)
    const wide = Buffer.from(`\ufeff${text.replaceAll(',', '\t').replace('37\t5', '37,5')}`, 'utf16le')
    await inside(organisation, async (work) => {
      for (const [bytes, encoding] of [
        [western, 'windows-1252'],
        [marked, 'utf-8'],
        [wide, 'utf-8'],
      ] as const) {
        const one = await checkedImport(work, bytes)
        expect(one).toMatchObject({ encoding, counts: { added: 1, refused: 0 } })
        const rows = await findOutcomes(work, await comparisonOf(work, one.id, one.choices!), 'added', {
          most: 1,
          skip: 0,
        })
        expect(rows[0]).toMatchObject({
          name: 'Zoë O’Neill',
          after: { Team: 'Children > River side', 'Kind of post': 'bank' },
        })
      }
    })
  })

  it('stands still with its fault when its job has been given up, and can be begun again', async () => {
    const organisation = await newOrganisation(database)
    const filler = Array.from(
      { length: 8_000 },
      (_, at) => `${at + 100},P${at},Filler,,,,,,,37.5,,,2019-04-01,,${'x'.repeat(40)}`,
    )
    await inside(organisation, async (work) => {
      const taken = await takeFile(work, { name: 'staff.csv', path: await staffFile([benRow, ...filler]) })
      if (!taken.ok) throw new Error(taken.reason)
      const mapping = guessMapping(
        (await findImport(work, taken.value))?.headings ?? [],
        await findWords(work, 'column'),
      )
      const choices = { mapping, from: today, missingHaveLeft: false }
      const background = { ...work, later: async () => undefined }
      expect(await chooseColumns(background, taken.value, choices)).toMatchObject({ ok: true })
      expect(await findImport(work, taken.value)).toMatchObject({ state: 'checking' })
      await stopImport(work, taken.value)
      const stopped = await findImport(work, taken.value)
      expect(stopped).toMatchObject({ state: 'failed', fault: expect.stringMatching(/went wrong on our side/) })
      expect(await chooseColumns(background, taken.value, choices)).toMatchObject({ ok: true })
      await checkOn(work, taken.value)
      expect(await findImport(work, taken.value)).toMatchObject({ state: 'checked', fault: null })
      await stopImport(work, taken.value)
      expect(await findImport(work, taken.value)).toMatchObject({ state: 'checked' })
    })
  })

  it('is cancelled without a trace in the register, and then over', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [benRow, graceRow])
      expect(await cancelImport(work, one.id)).toMatchObject({ ok: true })
      expect(await countRows(work, one.id)).toBe(0)
      expect(await confirmImport(work, one.id)).toMatchObject({ ok: false })
      expect(await cancelImport(work, one.id)).toMatchObject({ ok: false })
      expect((await searchPeople(work, { text: '', day: today, most: 5, skip: 0 })).count).toBe(0)
    })
  })

  it('is looked at again when the register changed meanwhile, or when its rows were lost', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [benRow, graceRow])
      await addPerson(work, { name: 'Ben Carter', staffNumber: '3', email: null })
      await confirmImport(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({
        state: 'checked',
        fault: expect.stringContaining('has changed since'),
        counts: { added: 1, changed: 1 },
      })
      await database.owner.query('select 1')
    })
    const one = await inside(organisation, (work) => checkedImport(work, [benRow, graceRow]))
    await database.owner.query('delete from staff_import_row where import = $1', [one.id])
    await inside(organisation, async (work) => {
      await confirmImport(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({ state: 'checked', counts: { rows: 2 } })
    })
  })

  it('says what words for staff groups mean, once', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [
        benRow.replace('Health visitors', 'HV team'),
        graceRow.replace('Health visitors', 'Porters'),
      ])
      expect(await findUnknownStaffGroups(work, one.id)).toMatchObject([
        { word: 'HV team', rows: 1 },
        { word: 'Porters' },
      ])
      await explainStaffGroups(
        work,
        one.id,
        new Map([
          ['HV team', 'health-visitors'],
          ['Porters', ''],
        ]),
      )
      expect((await findImport(work, one.id))?.counts).toMatchObject({ added: 2, refused: 0 })
      await confirmImport(work, one.id)
      expect(await postsOn(work, today, [await personNamed(work, 'Grace')])).toMatchObject([{ staffGroup: 'Porters' }])
    })
  })
})

describe('a large file', () => {
  it('is read step by step, each going on where the last one ended', async () => {
    const organisation = await newOrganisation(database)
    const rows = Array.from(
      { length: 30_000 },
      (_, at) =>
        `${at + 10},Àda${at},"Quoted\nname ${at}",p${at}@example.nhs.uk,Children,Team ${at % 40},Health visitors,${'role '.repeat(40)},6,37.5,Permanent,,01/04/2019,,Active`,
    )
    const one = await inside(organisation, (work) => checkedImport(work, rows))
    expect(one.state).toBe('checking')
    let steps = 0
    for (; steps < 10; steps += 1) {
      const now = await inside(organisation, async (work) => {
        await checkOn(work, one.id)
        return findImport(work, one.id)
      })
      if (now?.state === 'checked') break
      expect(now?.readRows).toBeGreaterThan(0)
    }
    expect(steps).toBeGreaterThan(0)
    await inside(organisation, async (work) => {
      const done = await findImport(work, one.id)
      expect(done).toMatchObject({ state: 'checked', counts: { rows: 30_000, added: 30_000, refused: 0, units: 41 } })
      const rows = await findOutcomes(work, await comparisonOf(work, one.id, done!.choices!), 'added', {
        most: 1,
        skip: 29_999,
      })
      expect(rows[0]).toMatchObject({ line: 59_998 + 2, name: 'Àda29999 Quoted name 29999' })
    })
  })
})

describe('who may import', () => {
  it('is an administrator, and nobody sees a neighbour’s import', async () => {
    const organisation = await newOrganisation(database)
    const world = await inside(organisation, makeSmallWorld)
    const file = { name: 'staff.csv', path: await staffFile([benRow]) }
    expect(await as(service, organisation, world.ben, (work) => takeFile(work, file))).toMatchObject({ ok: false })
    const taken = await as(service, organisation, world.dilys, (work) => takeFile(work, file))
    if (!taken.ok) throw new Error(taken.reason)
    await inside(organisation, async (work) => {
      const mapping = guessMapping(fileHeadings.split(','), new Map())
      await chooseColumns(work, taken.value, { mapping, from: today, missingHaveLeft: false })
    })
    for (const table of ['staff_import', 'staff_import_piece', 'staff_import_row', 'staff_import_word']) {
      const all = await database.owner.query(`select from ${table} where organisation = $1`, [organisation])
      expect(all.rowCount, table).toBeGreaterThan(0)
    }
    const neighbour = await newOrganisation(database, 'Next door')
    await inside(neighbour, async (work) => {
      expect(await findImport(work, taken.value)).toBeNull()
      expect(await countRows(work, taken.value)).toBe(0)
      expect(await findWords(work, 'column')).toEqual(new Map())
      expect(await findRefused(work, taken.value, { most: 5, skip: 0 })).toEqual([])
      expect(await confirmImport(work, taken.value)).toMatchObject({ ok: false })
    })
  })
})
