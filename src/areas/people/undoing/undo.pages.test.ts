import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { moment } from '../../../platform/time/moment.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { benRow, doneImport, smallPolicy } from '../import/import.examples.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })
const row = benRow.replace('3,Ben,Carter,ben@', '77,Wren,Hale,wren@').replace('Permanent,2,', 'Permanent,,')

async function imported() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const later = { organisation, moment: moment('2026-11-20T11:00:00Z') }
  const one = await asService(service.composition, later, (work) => doneImport(work, [row]))
  service.composition.setClock(moment('2026-11-20T12:00:00Z'))
  const keeper = service.visitor(organisation, made.dilys)
  return { keeper, other: service.visitor(organisation, made.ben), at: `/set-up/people/imports/${one.id}` }
}

describe('an import that was written', () => {
  it('is undone with one button, and says so', async () => {
    const { keeper, other, at } = await imported()
    expect((await other.get('/people?text=wren')).text).toContain('Wren Hale')
    const page = await keeper.get(at)
    expect(page.buttons).toContain('Undo this import')
    const done = await keeper.postAndFollow(`${at}/undoing`)
    expect(done.heading).toBe('Import undone')
    expect((await other.get('/people?text=wren')).text).toContain('Nobody found')
    expect((await keeper.get('/people?text=wren')).text).toContain('Wren Hale Left')
    expect((await keeper.get('/set-up/people/imports')).text).toContain('Undone')
    expect((await keeper.post(`${at}/undoing`)).status).toBe(409)
  })

  it('says why not once somebody has changed the register', async () => {
    const { keeper, at } = await imported()
    await keeper.post('/set-up/people', { name: 'Uma Rao', staffNumber: '78', email: '' })
    const page = await keeper.get(at)
    expect(page.buttons).not.toContain('Undo this import')
    expect(page.text).toContain('The register has changed since')
    expect((await keeper.post(`${at}/undoing`)).status).toBe(409)
  })

  it('is undone by administrators alone', async () => {
    const { other, at } = await imported()
    expect((await other.post(`${at}/undoing`)).status).toBe(403)
  })
})
