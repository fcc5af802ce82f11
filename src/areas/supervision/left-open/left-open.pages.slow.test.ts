import { describe, expect, it } from 'vitest'
import { endBy, endingForm, homeOf, together } from '../../../../test/worlds/ending.ts'
import { secret, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { openActionsOf } from '../../actions/index.ts'

const database = await testDatabase()
const world = await supervisionWorld(database)

describe('what is still open', () => {
  it('sessions ahead are kept or called off, one by one, by either of the two', async () => {
    const one = await together(world)
    const session = await world.booked(one)
    const at = await endBy(one, one.ben)
    expect(await homeOf(one, one.ben)).toContain('Go through what is still open with Amina Yusuf')
    const page = await one.visit(one.amina).get(at)
    expect(page.buttons.join()).toContain('Keep it')
    expect(page.buttons.join()).not.toContain('Ask ')
    const deed = `${at}${session}`
    expect((await one.visit(one.amina).post(deed, { choice: 'ask the new supervisor' })).status).toBe(409)
    expect((await one.visit(one.amina).post(deed, { choice: 'something' })).status).toBe(409)
    expect((await one.visit(one.dora).post(deed, { choice: 'cancel' })).status).toBe(404)
    expect((await one.visit(one.amina).post(deed, { choice: 'cancel' })).location).toBe(at)
    const cancelled = (await one.visit(one.ben).get(session)).text
    expect(cancelled).toContain('Nothing has to be rebooked')
    expect((await one.visit(one.ben).get(at)).text).toContain('None are booked')
    expect((await one.visit(one.ben).post(`${at}/undoing`, {})).status).toBe(409)
  })

  it('actions go along, stay one’s own or are closed; the other reads nothing that comes after', async () => {
    const one = await together(world)
    const href = await world.held(one)
    const record = { 'session--focus': secret, 'session--learning': 'To ask sooner', _version: '0' }
    const agreed = { ...record, action: 'Ring the school nurse', owner: one.ben, due: '2026-12-18' }
    expect((await one.visit(one.amina).post(`${href}/record/signature`, agreed)).status).toBe(303)
    const at = await endBy(one, one.ben, { ...endingForm, talkedOn: '2026-11-24' })
    const page = await one.visit(one.ben).get(at)
    expect(page.text).toContain('Ring the school nurse')
    expect((await one.visit(one.amina).get(at)).text).not.toContain('Ring the school nurse')
    const [action] = await one.inside(one.ben, (work) => openActionsOf(work, [one.ben]))
    const deed = `${at}/actions/${action?.id}`
    expect((await one.visit(one.amina).post(deed, { choice: 'keep', _version: '1' })).status).toBe(409)
    expect((await one.visit(one.ben).post(deed, { choice: 'keep', _version: '7' })).status).toBe(409)
    expect((await one.visit(one.ben).post(`${deed}/closing`, { note: '', _version: '1' })).errors).toEqual([
      'Enter why it is closed',
    ])
    expect((await one.visit(one.amina).get(`${deed}/closing`)).status).toBe(404)
    expect((await one.visit(one.ben).post(deed, { choice: 'take along', _version: '1' })).location).toBe(at)
    const [next] = await one.inside(one.ben, (work) => openActionsOf(work, [one.ben]))
    expect(next?.id).not.toBe(action?.id)
    expect((await one.visit(one.ben).get(`/actions/${next?.id}`)).text).toContain('Ring the school nurse')
    expect((await one.visit(one.amina).get(`/actions/${next?.id}`)).status).toBe(404)
    expect((await one.visit(one.amina).get(`/actions/${action?.id}`)).text).toContain('Ring the school nurse')
    const last = `${at}/actions/${next?.id}/closing`
    expect((await one.visit(one.ben).post(last, { note: 'Done by others', _version: '1' })).errors).toEqual([
      'This action is not open any more',
    ])
  })

  it('an action can be closed with the reason', async () => {
    const one = await together(world)
    const href = await world.held(one)
    const record = { 'session--focus': secret, 'session--learning': 'To ask sooner', _version: '0' }
    const agreed = { ...record, action: 'Ring the school nurse', owner: one.ben, due: '2026-12-18' }
    await one.visit(one.amina).post(`${href}/record/signature`, agreed)
    const at = await endBy(one, one.ben, { ...endingForm, talkedOn: '2026-11-24' })
    const [action] = await one.inside(one.ben, (work) => openActionsOf(work, [one.ben]))
    const deed = `${at}/actions/${action?.id}/closing`
    expect((await one.visit(one.ben).get(deed)).heading).toBe('Close this action')
    const pointed = await one.visit(one.ben).post(deed, { note: 'NHS number 999 000 0018', _version: '1' })
    expect(pointed.status).toBe(422)
    expect((await one.visit(one.ben).post(deed, { note: 'Others do it now', _version: '1' })).location).toBe(at)
    expect(await one.inside(one.ben, (work) => openActionsOf(work, [one.ben]))).toEqual([])
  })

  it('a few words are for the two alone, and stay', async () => {
    const one = await together(world)
    const at = await endBy(one, one.ben)
    const words = `${at}/words`
    const page = await one.visit(one.ben).get(words)
    expect(page.heading).toBe('A few words for Amina Yusuf')
    expect(page.text).toContain('What do you take with you?')
    expect((await one.visit(one.ben).post(words, {})).errors).toEqual(['Write a few words first'])
    expect((await one.visit(one.ben).post(words, { 'ending--thanks': 'Your patience' })).location).toBe(at)
    expect((await one.visit(one.amina).get(at)).text).toContain('Your patience')
    expect((await one.visit(one.ben).post(words, { 'ending--thanks': 'Other words' })).status).toBe(422)
    expect((await one.visit(one.amina).post(words, { 'ending--thanks': 'All the best' })).status).toBe(303)
    expect((await one.visit(one.ben).get(at)).text).toContain('All the best')
    expect((await one.visit(one.grace).get(words)).status).toBe(404)
  })
})
