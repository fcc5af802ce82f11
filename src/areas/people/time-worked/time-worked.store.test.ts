import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { CommandInput } from '../../../platform/command.ts'
import { asService } from '../../../platform/composition.ts'
import { scratchFile } from '../../../platform/csv/csv-file.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { findPerson } from '../register/person.store.ts'
import { importTimeCommand } from './time-worked.job.ts'
import { findTimeFile, insertTimeFile, saveTimeWorked, timeWorkedOf } from './time-worked.store.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea] })

async function world() {
  const organisation = await newOrganisation(database)
  return { organisation, ...(await asService(service, { organisation }, makeSmallWorld)) }
}
const at = <T>(organisation: OrganisationId, when: string, body: (work: Work) => Promise<T>) =>
  asService(service, { organisation, moment: moment(when) }, body)

describe('time worked', () => {
  it('is corrected by a further row, and is had again as it was known', async () => {
    const { organisation, ben } = await world()
    const stretch = { person: ben, from: day('2026-10-01'), to: day('2026-10-31'), shifts: 12, hours: 90.5 }
    await at(organisation, '2026-11-02T10:00:00Z', (work) => saveTimeWorked(work, [stretch]))
    await at(organisation, '2026-11-09T10:00:00Z', (work) => saveTimeWorked(work, [{ ...stretch, shifts: 11 }]))
    const [now, then] = await at(organisation, '2026-11-20T10:00:00Z', async (work) => [
      await timeWorkedOf(work, [ben]),
      await timeWorkedOf(work, null, moment('2026-11-05T00:00:00Z')),
    ])
    expect(now).toEqual([{ ...stretch, shifts: 11 }])
    expect(then).toEqual([stretch])
  })

  it('cannot be seen by the neighbour, nor the files of it', async () => {
    const { organisation, ben } = await world()
    const id = await at(organisation, '2026-11-02T10:00:00Z', async (work) => {
      await saveTimeWorked(work, [{ person: ben, from: day('2026-10-01'), to: day('2026-10-01'), shifts: 1, hours: 0 }])
      const file = { id: work.newId<'file'>(), fileName: 'x.csv', rows: [], refused: [] }
      await insertTimeFile(work, file)
      return file.id
    })
    const neighbour = await newOrganisation(database, 'Next door')
    await at(neighbour, '2026-11-20T10:00:00Z', async (work) => {
      expect(await timeWorkedOf(work, null)).toEqual([])
      expect(await findTimeFile(work, id)).toBeNull()
    })
  })
})

describe('bin/manage import-time-worked', () => {
  it('says what would change with --dry-run, then imports, and changes nothing the second time', async () => {
    const { organisation, ben } = await world()
    const number = await at(
      organisation,
      '2026-11-20T10:00:00Z',
      async (work) => (await findPerson(work, ben))?.staffNumber,
    )
    const path = await scratchFile(`Staff number,Day,Shifts\r\n${number},2026-11-01,1\r\nnobody,2026-11-01,1\r\n`)
    const run = async (options: CommandInput['options']) => {
      const said: string[] = []
      const input = {
        words: [path],
        options,
        say: (line: string) => said.push(line),
        inEveryOrganisation: async (body: Parameters<CommandInput['inEveryOrganisation']>[0]) => [
          { organisation, result: await at(organisation, '2026-11-20T10:00:00Z', body) },
        ],
      } as unknown as CommandInput
      return { ...(await importTimeCommand.run(input)), said: said.join('\n') }
    }
    expect((await run({ 'dry-run': true })).said).toContain('1 added, 0 changed, 0 recorded already, 1 refused')
    const done = await run({})
    expect(done).toMatchObject({ exit: 1, result: { state: 'imported' } })
    expect(done.said).toContain('line 3: Nobody here has this staff number.')
    expect((await run({})).said).toContain('0 added, 0 changed, 1 recorded already')
  })
})
