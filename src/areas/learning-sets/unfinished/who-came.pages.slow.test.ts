// Who came to a meeting that is over, put right by those who lead the set: figures follow, the meeting stays as it was.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { asService } from '../../../platform/composition.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { evidenceFor } from '../../supervision/index.ts'
import { openMeeting } from '../room/opening.changes.ts'
import { closeLeftOpen } from './unfinished.changes.ts'

const { withMeetings, openedMeeting, setClock, service } = await learningMeetingWorld(await testDatabase())

/** A meeting that was closed, to which these came. */
async function closed(who: readonly ('amina' | 'ben' | 'dora' | 'femi')[]) {
  const here = await withMeetings()
  const { world, id } = here
  await world.inside(world.amina, (work) => openMeeting(work, id))
  for (const one of who) await here.does(id, one, { type: 'arrive', person: world[one], way: 'own device' })
  setClock('2026-11-21T09:00:00Z')
  await asService(service.composition, { organisation: world.organisation }, closeLeftOpen)
  const counts = async () =>
    (await world.inside(world.amina, (work) => evidenceFor(work)))
      .filter((row) => row.part === 'receiving')
      .map((row) => row.person)
      .toSorted()
  return { ...here, counts, at: `/action-learning/meetings/${id}/attendance` }
}

const sorted = (...people: readonly PersonId[]) => people.toSorted()

describe('who was there', () => {
  it('is put right by those who lead the set: somebody more, somebody less', async () => {
    const { world, at, counts } = await closed(['amina', 'ben', 'dora'])
    expect(await counts()).toEqual(sorted(world.ben, world.dora))
    const amina = world.visit(world.amina)
    const page = await amina.get(at)
    expect(page.text).toContain('led by Amina')
    const ticked = [...page.document.querySelectorAll('input[name="came"][checked]')].map((one) =>
      one.getAttribute('value'),
    )
    expect(ticked.toSorted()).toEqual(sorted(world.ben, world.dora))
    expect((await amina.post(at, { came: [world.ben, world.dora, world.femi] })).status).toBe(303)
    expect(await counts()).toEqual(sorted(world.ben, world.dora, world.femi))
    expect((await amina.post(at, { came: [world.femi] })).status).toBe(303)
    expect(await counts()).toEqual([world.femi])
  })

  it('counts a meeting for which nobody had said that they were there', async () => {
    const { world, at, counts } = await closed(['amina'])
    expect(await counts()).toEqual([])
    expect((await world.visit(world.amina).post(at, { came: [world.ben] })).status).toBe(303)
    expect(await counts()).toEqual([world.ben])
  })

  it('is for people of the set, and says so', async () => {
    const { world, at, counts } = await closed(['amina', 'ben'])
    const amina = world.visit(world.amina)
    expect((await amina.post(at, {})).errors).toEqual(['Tick at least one person who was there'])
    for (const nobody of [world.noor, world.amina, 'nothing'])
      expect((await amina.post(at, { came: [world.ben, nobody] })).errors).toEqual(['Tick people of this set'])
    expect(await counts()).toEqual([world.ben])
  })

  it('is nobody else’s to say, and is said in the meeting as long as it is on', async () => {
    const { world, at } = await closed(['amina', 'ben'])
    for (const who of [world.ben, world.noor, world.grace]) {
      expect((await world.visit(who).get(at)).status).toBe(404)
      expect((await world.visit(who).post(at, { came: [world.ben] })).status).toBe(404)
    }
    setClock('2026-11-20T14:00:00Z')
    const open = await openedMeeting()
    const amina = open.world.visit(open.world.amina)
    const there = `/action-learning/meetings/${open.id}/attendance`
    expect((await amina.get(there)).status).toBe(409)
    expect((await amina.post(there, { came: [open.world.ben] })).status).toBe(409)
  })
})
