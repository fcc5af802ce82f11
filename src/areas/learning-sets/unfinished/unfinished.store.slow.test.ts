// Meetings that nobody finished, through the real database: closed by facts, with nothing of them lost or opened.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, members, sure } from '../../../../test/worlds/learning-meeting.ts'
import { asService } from '../../../platform/composition.ts'
import { newId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { day } from '../../../platform/time/day.ts'
import { openActionsOf } from '../../actions/index.ts'
import { findSession, findSessionsOf } from '../../supervision/index.ts'
import { chooseCapture } from '../capture/capture.changes.ts'
import { historyOf } from '../room/history.changes.ts'
import { meetingNow } from '../room/meeting-log.changes.ts'
import { openMeeting } from '../room/opening.changes.ts'
import { findMeeting, findMeetingsOf } from '../room/planned-meeting.store.ts'
import { closeLeftOpen } from './unfinished.changes.ts'
import { findCame, findStillOpen, findUnsettled, saveCame } from './unfinished.store.ts'

const database = await testDatabase()
const { openedMeeting, withMeetings, setClock, service } = await learningMeetingWorld(database)
const stretch = { from: moment('2026-11-01T00:00:00Z'), to: moment('2027-01-01T00:00:00Z') }
type Here = Awaited<ReturnType<typeof openedMeeting>>

const asItself = <T>(here: Here, body: (work: Parameters<typeof closeLeftOpen>[0]) => Promise<T>) =>
  asService(service.composition, { organisation: here.world.organisation }, body)
const closeAt = (here: Here, at: string) => {
  setClock(at)
  return asItself(here, closeLeftOpen)
}

describe('a meeting that nobody finished', () => {
  it('is closed half a day after its end, and counts for those who had come', async () => {
    const here = await openedMeeting([day('2026-11-20'), day('2026-12-04')])
    const { id, set, world, does } = here
    await here.goTo(id, 'Arrive')
    await does(id, 'amina', { type: 'agree next date', day: day('2026-12-17'), time: '15:00' })
    expect(await closeAt(here, '2026-11-20T20:00:00Z')).toBe(0)
    expect(await closeAt(here, '2026-11-21T05:00:00Z')).toBe(1)
    expect(await closeAt(here, '2026-11-21T06:00:00Z')).toBe(0)
    const sessions = await world.inside(world.ben, (work) => findSessionsOf(work, world.ben, stretch))
    const counted = sessions.find((one) => one.elsewhere === 'learning set')
    const facts = counted && (await world.inside(world.amina, (work) => findSession(work, counted.id)))
    expect(facts).toMatchObject({ state: 'held', supervisor: world.amina, minutes: 150 })
    expect(facts?.supervisees.toSorted()).toEqual(members.map((who) => world[who]).toSorted())
    const refused = await here.asks(id, 'ben', { type: 'pause' })
    expect(refused).toMatchObject({ ok: false, reason: 'This meeting is over' })
    expect((await here.sees(id, 'dora')).state).toBe('finished')
    expect(await world.inside(world.amina, (work) => findUnsettled(work, [set]))).toMatchObject([{ id }])
  })

  it('adds its turns and the date that was agreed when the next one is opened', async () => {
    const here = await openedMeeting([day('2026-11-20'), day('2026-12-04')])
    const { id, ids, set, world, does, signRules } = here
    await here.goTo(id, 'Arrive')
    await does(id, 'amina', { type: 'agree next date', day: day('2026-12-17'), time: '15:00' })
    await closeAt(here, '2026-11-21T05:00:00Z')
    await signRules()
    expect(await world.inside(world.amina, (work) => historyOf(work, set))).toEqual([])
    setClock('2026-12-04T13:55:00Z')
    sure(await world.inside(world.amina, (work) => openMeeting(work, ids[1] as typeof id)))
    const [turns] = await world.inside(world.amina, (work) => historyOf(work, set))
    expect(turns?.present.toSorted()).toEqual(members.map((who) => world[who]).toSorted())
    const dates = await world.inside(world.amina, (work) => findMeetingsOf(work, set))
    expect(dates.map((one) => one.startsAt)).toContain('2026-12-17T15:00:00.000Z')
    expect(await world.inside(world.amina, (work) => findUnsettled(work, [set]))).toEqual([])
  })

  it('keeps what was promised, and destroys the words that the set did not want kept', async () => {
    const here = await withMeetings()
    const { id, world, does } = here
    sure(await world.inside(world.amina, (work) => chooseCapture(work, id, { capture: 'not kept' })))
    sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
    for (const who of ['amina', 'ben'] as const)
      await does(id, who, { type: 'arrive', person: world[who], way: 'own device' })
    await here.goTo(id, 'Arrive')
    const step = await here.goToKind(id, 'process observation', 'ben')
    const said = { kind: 'process observation' as const, person: world.ben, words: 'Too fast', level: null }
    await does(id, 'ben', { type: 'contribute', ...said, asItStands: false, step })
    await closeAt(here, '2026-11-21T05:00:00Z')
    expect((await here.sees(id, 'ben')).contributions).toMatchObject([{ words: '' }])
    const left = await database.owner.query(
      "select field from sealed_text where about_kind = 'meeting' and about = $1",
      [id],
    )
    expect(left.rows.map((row) => row.field).toSorted()).toEqual(['course', 'topics'])
    expect(await world.inside(world.ben, (work) => openActionsOf(work, [world.ben]))).toEqual([])
  })

  it('keeps its topics for the next meeting, whatever the set wants kept, and their words no longer than that', async () => {
    const here = await withMeetings([day('2026-11-20'), day('2026-12-04')])
    const { id, ids, world, does, signRules } = here
    sure(await world.inside(world.amina, (work) => chooseCapture(work, id, { capture: 'not kept' })))
    sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
    for (const who of ['amina', ...members] as const)
      await does(id, who, { type: 'arrive', person: world[who], way: 'own device' })
    const step = (await here.goTo(id, 'Name your topic')).step?.number ?? 0
    const who = await here.holder(id)
    const names = { topic: newId<'topic'>(), person: world[who], words: 'How I say no' }
    await does(id, who, { type: 'name topic', ...names, step })
    await closeAt(here, '2026-11-21T05:00:00Z')
    await signRules()
    setClock('2026-12-04T13:55:00Z')
    sure(await world.inside(world.amina, (work) => openMeeting(work, ids[1] as typeof id)))
    const next = await here.sees(ids[1] as typeof id, 'dora')
    expect(next.topics).toMatchObject([{ id: names.topic, words: 'How I say no', waited: true }])
    expect((await here.sees(id, 'dora')).topics).toMatchObject([{ words: '' }])
    const left = await database.owner.query(
      "select field from sealed_text where about_kind = 'meeting' and about = $1",
      [id],
    )
    expect(left.rows).toEqual([{ field: 'course' }])
  })

  it('is opened by nobody for that: the service reads no word of it', async () => {
    const here = await openedMeeting()
    await closeAt(here, '2026-11-21T05:00:00Z')
    expect(await asItself(here, (work) => meetingNow(work, here.id))).toBe(null)
    const trail = await database.owner.query(
      'select deed from trail_event where about = $1 and by_person = $2 order by number',
      [here.id, '00000000-0000-0000-0000-000000000001'],
    )
    expect(trail.rows).toEqual([{ deed: 'meeting closed' }])
  })
})

describe('who came', () => {
  it('is told by whoever has a seat alone, and the neighbour cannot see it', async () => {
    const here = await openedMeeting()
    const { id, world } = here
    expect((await world.inside(world.ben, (work) => findCame(work, id))).length).toBe(4)
    const neighbour = await withMeetings()
    expect(await neighbour.world.inside(neighbour.world.amina, (work) => findCame(work, id))).toEqual([])
    setClock('2026-11-20T17:00:00Z')
    const open = await neighbour.world.inside(neighbour.world.amina, findStillOpen)
    expect(open.map((one) => one.id)).not.toContain(id)
    const forged = world.inside(world.noor, (work) => saveCame(work, id, { person: world.noor, as: 'member' }))
    await expect(forged).rejects.toThrow(/row-level security/)
    expect(await world.inside(world.ben, (work) => findMeeting(work, newId<'meeting'>()))).toBe(null)
  })
})
