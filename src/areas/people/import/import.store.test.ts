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
import { postsOf, postsOn } from '../post/post.store.ts'
import { askerFor } from '../register/asker.store.ts'
import { findPerson, searchPeople } from '../register/person.store.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { comparisonOf } from './check.changes.ts'
import { findMissing, findOutcomes } from './compare.store.ts'
import { confirmImport } from './import.changes.ts'
import { benRow, checkedImport, doneImport, graceRow, personNamed, smallPolicy } from './import.examples.ts'
import { findImport } from './import.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })
const today = day('2026-11-20')

const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>, at = '2026-11-20T10:00:00Z') =>
  asService(service, { organisation, moment: moment(at) }, body)

describe('a staff import', () => {
  it('brings in persons, posts, units and line managers', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [benRow, graceRow])
      expect(one).toMatchObject({ state: 'checked', counts: { rows: 2, added: 2, refused: 0, units: 2 } })
      expect((await searchPeople(work, { text: '', day: today, most: 5, skip: 0 })).count).toBe(0)
      expect(await confirmImport(work, one.id)).toMatchObject({ ok: true })
      const who = await personNamed(work, 'Ben')
      expect(await findPerson(work, who)).toMatchObject({ name: 'Ben Carter', staffNumber: '3' })
      expect(await postsOn(work, today, [who])).toMatchObject([
        {
          staffGroup: 'health-visitors',
          band: '6',
          hoursPerWeek: 37.5,
          kind: 'permanent',
          manager: await personNamed(work, 'Grace'),
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
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    await inside(
      organisation,
      async (work) => {
        const again = await checkedImport(work, [benRow, graceRow], { missingHaveLeft: true })
        expect(again.counts).toMatchObject({ added: 0, changed: 0, left: 0, missing: 0, unchanged: 2, units: 0 })
        expect(await confirmImport(work, again.id)).toMatchObject({ ok: false })
      },
      '2026-11-25T10:00:00Z',
    )
  })

  it('shows before and after, and changes posts from the day of the import', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const changed = benRow.replace('Riverside', 'Hillside').replace('37.5', '20').replace('Ben,', 'Benjamin,')
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [changed, graceRow], { from: day('2026-11-15') })
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
      const who = await personNamed(work, 'Benjamin')
      expect(await postsOf(work, who)).toMatchObject([
        { hoursPerWeek: 37.5, from: '2019-04-01', to: '2026-11-14' },
        { hoursPerWeek: 20, from: '2026-11-15', to: null },
      ])
      expect((await checkedImport(work, [changed, graceRow])).counts).toMatchObject({ changed: 0, unchanged: 2 })
    })
  })

  it('lets people leave when the file says so, and come back', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const left = benRow.replace(',,Active', ',30/09/2026,Left')
    await inside(organisation, async (work) => {
      expect((await doneImport(work, [left, graceRow])).counts).toMatchObject({ left: 1, unchanged: 1 })
      const who = await personNamed(work, 'Ben')
      expect(await findPerson(work, who)).toMatchObject({ leftOn: '2026-09-30' })
      expect(await askerFor(work, who)).toBeNull()
      expect((await checkedImport(work, [left, graceRow])).counts).toMatchObject({ left: 0, changed: 0, unchanged: 2 })
    })
    await inside(
      organisation,
      async (work) => {
        expect((await doneImport(work, [benRow, graceRow], { from: day('2026-12-01') })).counts).toMatchObject({
          changed: 1,
        })
        const who = await personNamed(work, 'Ben')
        expect(await findPerson(work, who)).toMatchObject({ leftOn: null })
        expect((await postsOf(work, who)).map(({ from, to }) => [from, to])).toEqual([
          ['2019-04-01', '2026-09-30'],
          ['2026-12-01', null],
        ])
        expect((await checkedImport(work, [benRow, graceRow])).counts).toMatchObject({ changed: 0, unchanged: 2 })
      },
      '2026-12-01T10:00:00Z',
    )
  })

  it('never adds somebody who had left before the import', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const one = await checkedImport(work, [benRow.replace(',,Active', ',30/09/2026,Left'), graceRow])
      expect(one.counts).toMatchObject({ added: 1, unchanged: 1 })
    })
  })

  it('takes people who are not in the file for leavers only when told to', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    await inside(organisation, async (work) => {
      expect((await checkedImport(work, [graceRow])).counts).toMatchObject({ missing: 0 })
      const one = await checkedImport(work, [graceRow], { missingHaveLeft: true })
      expect(one.counts).toMatchObject({ missing: 1, left: 0, unchanged: 1 })
      const comparison = await comparisonOf(work, one.id, one.choices!)
      expect(await findMissing(work, comparison, { most: 5, skip: 0 })).toMatchObject([{ name: 'Ben Carter' }])
      await confirmImport(work, one.id)
      expect(await findPerson(work, await personNamed(work, 'Ben'))).toMatchObject({ leftOn: '2026-11-20' })
    })
  })

  it('leaves alone what the file has no column for', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    await inside(organisation, async (work) => {
      const short = Buffer.from('Staff number,Name\n3,Ben Carter\n2,Grace Okafor-Hill\n')
      expect((await doneImport(work, short)).counts).toMatchObject({ changed: 1, unchanged: 1 })
      expect(await postsOn(work, today, [await personNamed(work, 'Ben')])).toMatchObject([{ hoursPerWeek: 37.5 }])
    })
  })

  it('keeps several posts of one person apart by their assignment numbers', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, async (work) => {
      const two = Buffer.from(
        'Staff number,Assignment number,Name,Team,Hours\n3,3-1,Ben Carter,Riverside,20\n3,3-2,Ben Carter,Hillside,10\n',
      )
      expect((await doneImport(work, two)).counts).toMatchObject({ added: 2 })
      expect(
        (await postsOn(work, today, [await personNamed(work, 'Ben')])).map((post) => post.hoursPerWeek).sort(),
      ).toEqual([10, 20])
      expect((await checkedImport(work, two)).counts).toMatchObject({ unchanged: 2 })
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
