import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Area } from '../../../platform/area.ts'
import { asService } from '../../../platform/composition.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { type Day, day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { postsOf, postsOn } from '../post/post.store.ts'
import { askerFor } from '../register/asker.store.ts'
import { addPerson } from '../register/person.changes.ts'
import { findPerson, searchPeople } from '../register/person.store.ts'
import { registrationsOf, trainingOfPeople } from '../standing/standing.store.ts'
import { guessMapping } from '../staff-file/columns.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { checkOn, comparisonOf } from './check.changes.ts'
import { findMissing, findOutcomes } from './compare.store.ts'
import { cancelImport, chooseColumns, confirmImport, explainStaffGroups, takeFile } from './import.changes.ts'
import { findImport, findWords } from './import.store.ts'
import type { ImportId } from './import.ts'
import { countReasons, findRefused, findUnknownStaffGroups } from './refused.store.ts'
import { countRows } from './rows.store.ts'

const database = await testDatabase()
const policy: Area = {
  name: 'policy',
  title: 'Policy',
  answers: {
    'staff groups': async () => [
      { key: 'health-visitors', name: 'Health visitors' },
      { key: 'school-nurses', name: 'School nurses' },
    ],
  },
}
const service = testComposition(database, { areas: [recordsArea, peopleArea, policy], identify: askerFor })
const today = day('2026-11-20')
const scratch = mkdtempSync(join(tmpdir(), 'people-import-'))
let files = 0

const headings =
  'Staff number,First name,Last name,E-mail,Directorate,Team,Staff group,Role,Band,Hours,Kind,Manager,Start date,End date,Status'
const ben =
  '3,Ben,Carter,ben@example.nhs.uk,Children,Riverside,Health visitors,HV,6,37.5,Permanent,2,01/04/2019,,Active'
const grace =
  '2,Grace,Okafor,grace@example.nhs.uk,Children,Riverside,Health visitors,HV,7,37.5,Permanent,,01/04/2018,,Active'

const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>, at = '2026-11-20T10:00:00Z') =>
  asService(service, { organisation, moment: moment(at) }, body)

async function checked(
  work: Work,
  rows: readonly string[] | Buffer,
  given: { from?: Day; missingHaveLeft?: boolean } = {},
) {
  const path = join(scratch, `${files++}.csv`)
  writeFileSync(path, Buffer.isBuffer(rows) ? rows : [headings, ...rows].join('\r\n'))
  const taken = await takeFile(work, { name: 'staff.csv', path })
  if (!taken.ok) throw new Error(taken.reason)
  const one = await findImport(work, taken.value)
  const mapping = guessMapping(one!.headings, await findWords(work, 'column'))
  const chosen = await chooseColumns(work, taken.value, { mapping, from: work.today, missingHaveLeft: false, ...given })
  if (!chosen.ok) throw new Error(chosen.reason)
  return (await findImport(work, taken.value))!
}

async function imported(work: Work, rows: readonly string[] | Buffer, given: Parameters<typeof checked>[2] = {}) {
  const one = await checked(work, rows, given)
  const done = await confirmImport(work, one.id)
  if (!done.ok) throw new Error(done.reason)
  return (await findImport(work, one.id))!
}

const personOf = async (work: Work, text: string) => {
  const found = await searchPeople(work, { text, day: today, withLeavers: true, most: 1, skip: 0 })
  return found.people[0]!.id
}
const refusedOf = async (work: Work, id: ImportId) =>
  (await findRefused(work, id, { most: 50, skip: 0 })).map(({ line, faults }) => `${line} ${faults}`)

describe('a staff import', () => {
  it('brings in persons, posts, units and line managers', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checked(work, [ben, grace])
      expect(one).toMatchObject({ state: 'checked', counts: { rows: 2, added: 2, refused: 0, units: 2 } })
      expect((await searchPeople(work, { text: '', day: today, most: 5, skip: 0 })).count).toBe(0)
      expect(await confirmImport(work, one.id)).toMatchObject({ ok: true })
      const who = await personOf(work, 'Ben')
      expect(await findPerson(work, who)).toMatchObject({ name: 'Ben Carter', staffNumber: '3' })
      expect(await postsOn(work, today, [who])).toMatchObject([
        {
          staffGroup: 'health-visitors',
          band: '6',
          hoursPerWeek: 37.5,
          kind: 'permanent',
          manager: await personOf(work, 'Grace'),
          from: '2019-04-01',
          to: null,
        },
      ])
      expect((await unitTree(work, today)).map(({ path }) => path.join(' > '))).toEqual([
        'Children',
        'Children > Riverside',
      ])
    })
  })

  it('changes nothing when the same file comes again', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => imported(work, [ben, grace]))
    await inside(
      organisation,
      async (work) => {
        const again = await checked(work, [ben, grace], { missingHaveLeft: true })
        expect(again.counts).toMatchObject({ added: 0, changed: 0, left: 0, missing: 0, unchanged: 2, units: 0 })
        expect(await confirmImport(work, again.id)).toMatchObject({ ok: false })
      },
      '2026-11-25T10:00:00Z',
    )
  })

  it('shows before and after, and changes posts from the day of the import', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => imported(work, [ben, grace]))
    const changed = ben.replace('Riverside', 'Hillside').replace('37.5', '20').replace('Ben,', 'Benjamin,')
    await inside(organisation, async (work) => {
      const one = await checked(work, [changed, grace], { from: day('2026-11-15') })
      expect(one.counts).toMatchObject({ changed: 1, unchanged: 1, units: 1 })
      const [row] = await findOutcomes(work, await comparisonOf(work, one.id, one.choices!), 'changed', {
        most: 5,
        skip: 0,
      })
      expect(row).toMatchObject({
        line: 2,
        before: { Name: 'Ben Carter', Team: 'Riverside', 'Hours a week': '37.5' },
        after: { Name: 'Benjamin Carter', Team: 'Children > Hillside', 'Hours a week': '20' },
      })
      await confirmImport(work, one.id)
      const who = await personOf(work, 'Benjamin')
      expect(await postsOf(work, who)).toMatchObject([
        { hoursPerWeek: 37.5, from: '2019-04-01', to: '2026-11-14' },
        { hoursPerWeek: 20, from: '2026-11-15', to: null },
      ])
      expect((await checked(work, [changed, grace])).counts).toMatchObject({ changed: 0, unchanged: 2 })
    })
  })

  it('lets people leave when the file says so, and come back', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => imported(work, [ben, grace]))
    const left = ben.replace(',,Active', ',30/09/2026,Left')
    await inside(organisation, async (work) => {
      expect((await imported(work, [left, grace])).counts).toMatchObject({ left: 1, unchanged: 1 })
      const who = await personOf(work, 'Ben')
      expect(await findPerson(work, who)).toMatchObject({ leftOn: '2026-09-30' })
      expect(await askerFor(work, who)).toBeNull()
      expect((await checked(work, [left, grace])).counts).toMatchObject({ left: 0, changed: 0, unchanged: 2 })
    })
    await inside(
      organisation,
      async (work) => {
        expect((await imported(work, [ben, grace], { from: day('2026-12-01') })).counts).toMatchObject({ changed: 1 })
        const who = await personOf(work, 'Ben')
        expect(await findPerson(work, who)).toMatchObject({ leftOn: null })
        expect((await postsOf(work, who)).map(({ from, to }) => [from, to])).toEqual([
          ['2019-04-01', '2026-09-30'],
          ['2026-12-01', null],
        ])
        expect((await checked(work, [ben, grace])).counts).toMatchObject({ changed: 0, unchanged: 2 })
      },
      '2026-12-01T10:00:00Z',
    )
  })

  it('never adds somebody who had left before the import', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checked(work, [ben.replace(',,Active', ',30/09/2026,Left'), grace])
      expect(one.counts).toMatchObject({ added: 1, unchanged: 1 })
    })
  })

  it('takes people who are not in the file for leavers only when told to', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => imported(work, [ben, grace]))
    await inside(organisation, async (work) => {
      expect((await checked(work, [grace])).counts).toMatchObject({ missing: 0 })
      const one = await checked(work, [grace], { missingHaveLeft: true })
      expect(one.counts).toMatchObject({ missing: 1, left: 0, unchanged: 1 })
      const comparison = await comparisonOf(work, one.id, one.choices!)
      expect(await findMissing(work, comparison, { most: 5, skip: 0 })).toMatchObject([{ name: 'Ben Carter' }])
      await confirmImport(work, one.id)
      expect(await findPerson(work, await personOf(work, 'Ben'))).toMatchObject({ leftOn: '2026-11-20' })
    })
  })

  it('leaves alone what the file has no column for', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => imported(work, [ben, grace]))
    await inside(organisation, async (work) => {
      const short = Buffer.from('Staff number,Name\n3,Ben Carter\n2,Grace Okafor-Hill\n')
      expect((await imported(work, short)).counts).toMatchObject({ changed: 1, unchanged: 1 })
      expect(await postsOn(work, today, [await personOf(work, 'Ben')])).toMatchObject([{ hoursPerWeek: 37.5 }])
    })
  })

  it('keeps several posts of one person apart by their assignment numbers', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const two = Buffer.from(
        'Staff number,Assignment number,Name,Team,Hours\n3,3-1,Ben Carter,Riverside,20\n3,3-2,Ben Carter,Hillside,10\n',
      )
      expect((await imported(work, two)).counts).toMatchObject({ added: 2 })
      expect(
        (await postsOn(work, today, [await personOf(work, 'Ben')])).map((post) => post.hoursPerWeek).sort(),
      ).toEqual([10, 20])
      expect((await checked(work, two)).counts).toMatchObject({ unchanged: 2 })
    })
  })

  it('brings in training levels and registrations once', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const file = Buffer.from(
        'Staff number;Name;Registration body;Safeguarding training level;Safeguarding training date\n3;Ben Carter;NMC;3;12/05/2026\n',
      )
      await imported(work, file)
      const who = await personOf(work, 'Ben')
      expect(await trainingOfPeople(work, [who])).toMatchObject([{ level: '3', on: '2026-05-12' }])
      expect(await registrationsOf(work, who)).toMatchObject([{ body: 'NMC' }])
      expect((await checked(work, file)).counts).toMatchObject({ unchanged: 1, changed: 0 })
    })
  })

  it('reads Windows-1252, a byte order mark, UTF-16 and quoted line breaks', async () => {
    const organisation = await newOrganisation(database)
    const text = `${headings}\r\n4,Zoë,O’Neill,zoe@example.nhs.uk,Children,"River\r\nside",,HV,6,"37,5",Bank,,2019-04-01,,`
    const western = Buffer.from(text.replace('ë', '\u00eb').replace('’', '\u0092'), 'latin1')
    const marked = Buffer.from(`\ufeff${text}`)
    const wide = Buffer.from(`\ufeff${text.replaceAll(',', '\t').replace('37\t5', '37,5')}`, 'utf16le')
    await inside(organisation, async (work) => {
      for (const [bytes, encoding] of [
        [western, 'windows-1252'],
        [marked, 'utf-8'],
        [wide, 'utf-8'],
      ] as const) {
        const one = await checked(work, bytes)
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

  it('is cancelled without a trace in the register, and then over', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checked(work, [ben, grace])
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
      const one = await checked(work, [ben, grace])
      await addPerson(work, { name: 'Ben Carter', staffNumber: '3', email: null })
      await confirmImport(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({
        state: 'checked',
        fault: expect.stringContaining('has changed since'),
        counts: { added: 1, changed: 1 },
      })
      await database.owner.query('select 1')
    })
    const one = await inside(organisation, (work) => checked(work, [ben, grace]))
    await database.owner.query('delete from staff_import_row where import = $1', [one.id])
    await inside(organisation, async (work) => {
      await confirmImport(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({ state: 'checked', counts: { rows: 2 } })
    })
  })

  it('says what words for staff groups mean, once', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checked(work, [
        ben.replace('Health visitors', 'HV team'),
        grace.replace('Health visitors', 'Porters'),
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
      expect(await postsOn(work, today, [await personOf(work, 'Grace')])).toMatchObject([{ staffGroup: 'Porters' }])
    })
  })
})

describe('rows that the other rows or the register refuse', () => {
  const refused = async (rows: readonly string[]) => {
    const organisation = await newOrganisation(database)
    return inside(organisation, async (work) => {
      await addPerson(work, { name: 'Ewan Fraser', staffNumber: '9', email: 'ewan@example.nhs.uk' })
      const one = await checked(work, rows)
      return { counts: one.counts, lines: await refusedOf(work, one.id), reasons: await countReasons(work, one.id) }
    })
  }

  it('name the lines of one staff number', async () => {
    const { lines } = await refused([ben, grace, ben.replace('ben@', 'b2@')])
    expect(lines).toEqual([
      '2 staffNumber|Staff number 3 is on lines 2, 4. Leave one.',
      '4 staffNumber|Staff number 3 is on lines 2, 4. Leave one.',
    ])
  })

  it('name the other owner of an e-mail address', async () => {
    const { lines } = await refused([
      ben,
      grace.replace('grace@', 'BEN@'),
      ben.replace('3,Ben', '4,Eve').replace('ben@', 'ewan@'),
    ])
    expect(lines).toEqual([
      '3 email|BEN@example.nhs.uk is also on line 2 for another person.',
      '4 email|ewan@example.nhs.uk is already the address of Ewan Fraser.',
    ])
  })

  it('name an unknown line manager, and take one whom only the register knows', async () => {
    const { lines, counts } = await refused([
      ben.replace('Permanent,2', 'Permanent,77'),
      grace.replace('Permanent,', 'Permanent,9'),
    ])
    expect(lines).toEqual(['2 managerNumber|The line manager 77 is neither in this file nor in the register.'])
    expect(counts).toMatchObject({ added: 1, refused: 1 })
  })

  it('name the whole circle of line managers', async () => {
    const { lines } = await refused([
      ben,
      grace.replace('Permanent,', 'Permanent,3'),
      ben.replace('3,Ben', '5,Eve').replace('ben@', 'eve@').replace('Permanent,2', 'Permanent,3'),
    ])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(
      'Line managers go round in a circle: Grace Okafor (2) → Ben Carter (3) → Grace Okafor (2).',
    )
  })

  it('let others in whose line manager is refused, and say so', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await imported(work, [ben, grace.replace('37.5', '-1')])
      expect(one.counts).toMatchObject({ added: 1, refused: 1, noted: 1 })
      expect(await postsOn(work, today, [await personOf(work, 'Ben')])).toMatchObject([{ manager: null }])
    })
  })

  it('are counted by reason', async () => {
    const { reasons } = await refused([ben.replace('37.5', '200'), grace.replace('37.5', '300')])
    expect(reasons).toEqual([{ field: 'hoursPerWeek', reason: 'A week has … hours; the file says ….', rows: 2 }])
  })
})

describe('files that cannot be read', () => {
  it.each([
    ['nothing', '', 'The file is empty.'],
    ['only headings', 'Staff number,Name\n', 'headings but no rows'],
    ['a spreadsheet', 'PK\u0003\u0004', 'This is a spreadsheet.'],
    ['bytes', 'a\u0000b', 'not a text file'],
    ['an open quotation mark', '"Staff number,Name\n1,Ben\n', 'A quotation mark may be missing'],
  ])('are refused: %s', async (_what, text, reason) => {
    const organisation = await newOrganisation(database)
    const path = join(scratch, `${files++}.csv`)
    writeFileSync(path, text)
    const taken = await inside(organisation, (work) => takeFile(work, { name: 'x.csv', path }))
    expect(taken).toMatchObject({ ok: false, field: 'file', reason: expect.stringContaining(reason) })
  })

  it('fail with the line when the fault comes later', async () => {
    const organisation = await newOrganisation(database)
    const rows = Array.from({ length: 12_000 }, (_, at) => ben.replace('3,', `${at + 10},`).replace('ben@', `b${at}@`))
    const one = await inside(organisation, (work) => checked(work, [...rows, `"${grace}`, ...rows]))
    await inside(organisation, async (work) => {
      await checkOn(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({
        state: 'failed',
        fault: expect.stringContaining('from line 12002 on. The record on line 12002 does not end'),
      })
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
    const one = await inside(organisation, (work) => checked(work, rows))
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
    const path = join(scratch, `${files++}.csv`)
    writeFileSync(path, [headings, ben].join('\n'))
    const file = { name: 'staff.csv', path }
    expect(await as(service, organisation, world.ben, (work) => takeFile(work, file))).toMatchObject({ ok: false })
    const taken = await as(service, organisation, world.dilys, (work) => takeFile(work, file))
    if (!taken.ok) throw new Error(taken.reason)
    await inside(organisation, async (work) => {
      const mapping = guessMapping(headings.split(','), new Map())
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
