import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { postsOn } from '../post/post.store.ts'
import { askerFor } from '../register/asker.store.ts'
import { addPerson } from '../register/person.changes.ts'
import { searchPeople } from '../register/person.store.ts'
import { checkOn } from './check.changes.ts'
import { takeFile } from './import.changes.ts'
import { benRow, checkedImport, doneImport, graceRow, personNamed, smallPolicy, staffFile } from './import.examples.ts'
import { findImport } from './import.store.ts'
import type { ImportId } from './import.ts'
import { countReasons, findRefused } from './refused.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })
const today = day('2026-11-20')

const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>, at = '2026-11-20T10:00:00Z') =>
  asService(service, { organisation, moment: moment(at) }, body)

const refusedOf = async (work: Work, id: ImportId) =>
  (await findRefused(work, id, { most: 50, skip: 0 })).map(({ line, faults }) => `${line} ${faults}`)

describe('rows that the other rows or the register refuse', () => {
  const refused = async (rows: readonly string[]) => {
    const organisation = await newOrganisation(database)
    return inside(organisation, async (work) => {
      await addPerson(work, { name: 'Ewan Fraser', staffNumber: '9', email: 'ewan@example.nhs.uk' })
      const one = await checkedImport(work, rows)
      return { counts: one.counts, lines: await refusedOf(work, one.id), reasons: await countReasons(work, one.id) }
    })
  }

  it('name the lines of one staff number', async () => {
    const { lines } = await refused([benRow, graceRow, benRow.replace('ben@', 'b2@')])
    expect(lines).toEqual([
      '2 staffNumber|Staff number 3 is on lines 2, 4. Leave one.',
      '4 staffNumber|Staff number 3 is on lines 2, 4. Leave one.',
    ])
  })

  it('name the other owner of an e-mail address', async () => {
    const { lines } = await refused([
      benRow,
      graceRow.replace('grace@', 'BEN@'),
      benRow.replace('3,Ben', '4,Eve').replace('ben@', 'ewan@'),
    ])
    expect(lines).toEqual([
      '3 email|BEN@example.nhs.uk is also on line 2 for another person.',
      '4 email|ewan@example.nhs.uk is already the address of Ewan Fraser.',
    ])
  })

  it('name an unknown line manager, and take one whom only the register knows', async () => {
    const { lines, counts } = await refused([
      benRow.replace('Permanent,2', 'Permanent,77'),
      graceRow.replace('Permanent,', 'Permanent,9'),
    ])
    expect(lines).toEqual(['2 managerNumber|The line manager 77 is neither in this file nor in the register.'])
    expect(counts).toMatchObject({ added: 1, refused: 1 })
  })

  it('name the whole circle of line managers', async () => {
    const { lines } = await refused([
      benRow,
      graceRow.replace('Permanent,', 'Permanent,3'),
      benRow.replace('3,Ben', '5,Eve').replace('ben@', 'eve@').replace('Permanent,2', 'Permanent,3'),
    ])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(
      'Line managers go round in a circle: Grace Okafor (2) → Ben Carter (3) → Grace Okafor (2).',
    )
  })

  it('let others in whose line manager is refused, and say so', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await doneImport(work, [benRow, graceRow.replace('37.5', '-1')])
      expect(one.counts).toMatchObject({ added: 1, refused: 1, noted: 1 })
      expect(await postsOn(work, today, [await personNamed(work, 'Ben')])).toMatchObject([{ manager: null }])
    })
  })

  it('are counted by reason', async () => {
    const { reasons } = await refused([benRow.replace('37.5', '200'), graceRow.replace('37.5', '300')])
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
    const path = await staffFile(text)
    const taken = await inside(organisation, (work) => takeFile(work, { name: 'x.csv', path }))
    expect(taken).toMatchObject({ ok: false, field: 'file', reason: expect.stringContaining(reason) })
  })

  it('fail with the line when the fault comes later', async () => {
    const organisation = await newOrganisation(database)
    const rows = Array.from({ length: 12_000 }, (_, at) =>
      benRow.replace('3,', `${at + 10},`).replace('ben@', `b${at}@`),
    )
    const one = await inside(organisation, (work) => checkedImport(work, [...rows, `"${graceRow}`, ...rows]))
    await inside(organisation, async (work) => {
      await checkOn(work, one.id)
      expect(await findImport(work, one.id)).toMatchObject({
        state: 'failed',
        fault: expect.stringContaining('from line 12002 on. The record on line 12002 does not end'),
      })
    })
  })
})

describe('the neighbour', () => {
  it('sees nothing of an import or of what it brought in', async () => {
    const organisation = await newOrganisation(database)
    const one = await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const neighbour = await newOrganisation(database, 'Next door')
    await inside(neighbour, async (work) => {
      expect(await findImport(work, one.id)).toBeNull()
      expect((await searchPeople(work, { text: '', day: today, most: 5, skip: 0 })).count).toBe(0)
    })
  })
})
