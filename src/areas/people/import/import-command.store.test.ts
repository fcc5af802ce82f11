import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { CommandInput } from '../../../platform/command.ts'
import { asService } from '../../../platform/composition.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { searchPeople } from '../register/person.store.ts'
import { benRow, graceRow, staffFile } from './import.examples.ts'
import { importPeopleCommand } from './import.job.ts'

const database = await testDatabase()
const service = testComposition(database, { areas: [recordsArea, peopleArea] })

async function command(
  organisations: readonly OrganisationId[],
  words: readonly string[],
  options: CommandInput['options'] = {},
) {
  const said: string[] = []
  const input = {
    words,
    options,
    say: (line: string) => said.push(line),
    inEveryOrganisation: async (body: Parameters<CommandInput['inEveryOrganisation']>[0]) => {
      const results = []
      for (const organisation of organisations) {
        results.push({ organisation, result: await asService(service, { organisation }, body) })
      }
      return results
    },
  } as unknown as CommandInput
  return { ...(await importPeopleCommand.run(input)), said: said.join('\n') }
}
const peopleIn = (organisation: OrganisationId) =>
  asService(service, { organisation }, (work) =>
    searchPeople(work, { text: '', day: day('2026-11-20'), most: 5, skip: 0 }),
  )

describe('bin/manage import-people', () => {
  it('says what would change, and writes nothing, with --dry-run', async () => {
    const organisation = await newOrganisation(database)
    const done = await command([organisation], [await staffFile([benRow, graceRow])], { 'dry-run': true })
    expect(done).toMatchObject({ exit: 0, result: { state: 'cancelled', counts: { added: 2 } } })
    expect(done.said).toContain('2 rows: 2 added')
    expect((await peopleIn(organisation)).count).toBe(0)
  })

  it('imports, ends with 1 when rows were refused, and changes nothing the second time', async () => {
    const organisation = await newOrganisation(database)
    const path = await staffFile([benRow.replace('Permanent,2', 'Permanent,'), graceRow.replace('7,37.5', '7,-1')])
    const done = await command([organisation], [path])
    expect(done).toMatchObject({ exit: 1, result: { state: 'imported', counts: { added: 1, refused: 1 } } })
    expect(done.said).toContain('line 3: The hours a week cannot be negative (-1).')
    expect((await peopleIn(organisation)).count).toBe(1)
    const again = await command([organisation], [path])
    expect(again).toMatchObject({ result: { state: 'cancelled', counts: { added: 0, changed: 0, unchanged: 1 } } })
  })

  it('leaves the neighbour as they were, and asks which of several organisations is meant', async () => {
    const [ours, neighbour] = [await newOrganisation(database), await newOrganisation(database, 'Next door')]
    const path = await staffFile([graceRow])
    await command([ours], [path])
    expect((await peopleIn(neighbour)).count).toBe(0)
    await expect(command([ours, neighbour], [path])).rejects.toThrow('Say which: --organisation')
    const left = await database.owner.query('select from staff_import where organisation = $1', [neighbour])
    expect(left.rowCount).toBe(0)
  })

  it.each([
    [[], {}, 'Say which file'],
    [['/nowhere/staff.csv'], {}, 'cannot be read'],
  ])('refuses %j', async (words, options, said) => {
    const organisation = await newOrganisation(database)
    await expect(command([organisation], words, options)).rejects.toThrow(said)
  })

  it('refuses a day that is none, and a file without a staff number', async () => {
    const organisation = await newOrganisation(database)
    const path = await staffFile([benRow])
    await expect(command([organisation], [path], { from: 'soon' })).rejects.toThrow('--from takes a day')
    const other = await staffFile('Colour,Shape\nred,round\n')
    await expect(command([organisation], [other])).rejects.toThrow('The headings are: Colour, Shape')
  })
})
