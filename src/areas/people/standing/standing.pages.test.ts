import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'
import { keptTrainingOf } from './standing.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea], identify: askerFor })

async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  return {
    ...made,
    organisation,
    keeper: service.visitor(organisation, made.dilys),
    manager: service.visitor(organisation, made.grace),
    own: service.visitor(organisation, made.ben),
    colleague: service.visitor(organisation, made.ewan),
    address: `/people/${made.ben}/registrations`,
  }
}

const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const nmc = { kind: 'registration', body: 'NMC', ...on('from', '2020-02-01'), ...on('to', '') }
const level3 = {
  subject: 'Safeguarding children',
  level: '3',
  ...on('on', '2025-03-04'),
  ...on('expires', '2026-03-03'),
}

describe('registrations and training', () => {
  it('are entered by administrators, given a last day, and taken back', async () => {
    const { keeper, ben, address } = await world()
    const added = await keeper.postAndFollow(address, nmc)
    expect(added.text).toContain('NMC')
    expect(added.text).toContain('Since 1 February 2020')
    const ended = await keeper.postAndFollow(added.linkTo('Give a last day'), on('lastDay', '2026-01-31'))
    expect(ended.text).toContain('1 February 2020 to 31 January 2026')
    expect(ended.text).toContain('Ended')
    expect(ended.text).toContain('given the last day 31 January 2026, by Dilys Morgan')
    const renewal = await keeper.get(ended.linkTo('Enter its renewal'))
    expect(renewal.fieldValue('Body')).toBe('NMC')
    expect(renewal.fieldValue('Year')).toBe('2026')
    const back = ended.document.querySelector('form[action$="/withdrawal"]')?.getAttribute('action') ?? ''
    expect((await keeper.postAndFollow(back)).text).toContain('None on record')
    expect((await keeper.get(`/people/${ben}`)).linkTo('Add or end registrations and training')).toBe(address)
  })

  it('show training with what has expired, and take back a mistake', async () => {
    const { keeper, ben } = await world()
    const page = await keeper.postAndFollow(`/people/${ben}/training`, level3)
    expect(page.text).toContain('Safeguarding children')
    expect(page.text).toContain('Expired')
    const at = `/people/${ben}/training/withdrawal`
    const { training = '' } = page.formTo(at)
    expect((await keeper.postAndFollow(at, { training })).text).not.toContain('Safeguarding children')
    expect((await keeper.post(at, { training })).status).toBe(409)
  })

  it('are seen by the person and the line manager, who change nothing, and by nobody else', async () => {
    const { keeper, manager, own, colleague, address, ben } = await world()
    await keeper.post(address, nmc)
    for (const visitor of [own, manager]) {
      const page = await visitor.get(address)
      expect(page.text).toContain('NMC')
      expect(page.buttons).toEqual([])
      expect((await visitor.post(address, nmc)).status).toBe(403)
      expect((await visitor.get(`/people/${ben}/training/new`)).status).toBe(403)
    }
    expect((await colleague.get(address)).status).toBe(404)
  })

  it.each([
    [{ ...nmc, body: '' }, 'body'],
    [{ ...nmc, body: 'x'.repeat(101) }, '100 characters'],
    [{ ...nmc, kind: 'supervisor role' }, 'one of the choices'],
    [{ ...nmc, ...on('from', '2026-11-21') }, 'today or in the past'],
    [{ ...nmc, ...on('from', '2026-02-30') }, 'real date'],
    [{ ...nmc, ...on('to', '2019-01-01') }, 'on or after the first'],
  ])('are refused with a sentence, and keep what was typed: %o', async (form, words) => {
    const { keeper, address } = await world()
    const page = await keeper.post(address, form)
    expect(page.status).toBe(422)
    expect(page.errors.join(' ')).toContain(words)
    expect(page.fieldValue('Body')).toBe(form.body)
  })

  it('are refused twice over, expired before they were done, and by odd numbers', async () => {
    const { keeper, address, ben } = await world()
    await keeper.post(address, nmc)
    expect((await keeper.post(address, nmc)).errors.join(' ')).toContain('on record for that time already')
    const expired = { ...level3, ...on('expires', '2025-03-03') }
    expect((await keeper.post(`/people/${ben}/training`, expired)).errors.join(' ')).toContain('on or after the day')
    for (const training of ['', '0', '-1', '1e3', "1' or 1=1", '9'.repeat(40)])
      expect((await keeper.post(`/people/${ben}/training/withdrawal`, { training })).status, training).toBe(409)
  })

  it('of a neighbour are not found, nor can their rows be taken back from next door', async () => {
    const [ours, theirs] = [await world(), await world()]
    await theirs.keeper.post(`/people/${theirs.ben}/training`, level3)
    expect((await ours.keeper.get(theirs.address)).status).toBe(404)
    const page = await theirs.keeper.get(theirs.address)
    const { training = '' } = page.formTo(`/people/${theirs.ben}/training/withdrawal`)
    expect((await ours.keeper.post(`/people/${ours.ben}/training/withdrawal`, { training })).status).toBe(409)
    const kept = await asService(service.composition, { organisation: theirs.organisation }, (work) =>
      keptTrainingOf(work, theirs.ben),
    )
    expect(kept).toHaveLength(1)
    const seen = await asService(service.composition, { organisation: ours.organisation }, (work) =>
      keptTrainingOf(work, theirs.ben),
    )
    expect(seen).toEqual([])
  })
})
