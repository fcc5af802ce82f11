import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, sure } from '../../../../test/worlds/learning-meeting.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addSeconds, moment } from '../../../platform/time/moment.ts'
import { act } from './acting.changes.ts'
import { meetingNow, noteHeard } from './meeting-log.changes.ts'
import { findEvents, findHeard, findTurns } from './meeting-log.store.ts'
import { openMeeting } from './opening.changes.ts'
import { findApologies, findMeeting, findMeetingsOf, findNextMeetings } from './planned-meeting.store.ts'
import { sendApologies } from './planning.changes.ts'

const database = await testDatabase()
const { withMeetings, openedMeeting, setClock } = await learningMeetingWorld(database)
const lines = async (deed: string, about: string) =>
  (await database.owner.query('select by_person from trail_event where deed = $1 and about = $2', [deed, about])).rows

describe('a meeting that is opened', () => {
  it('has a seat for everybody of the set, is read by them alone, and says nothing to whoever has none', async () => {
    const { world, id } = await withMeetings()
    expect(await world.inside(world.ben, (work) => openMeeting(work, id))).toMatchObject({ ok: false })
    sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
    const now = await world.inside(world.dora, (work) => meetingNow(work, id))
    const everybody = [world.amina, world.ben, world.dora, world.femi]
    expect(new Set(now?.meeting.seats.map((seat) => seat.person))).toEqual(new Set(everybody))
    expect(now?.meeting.seats[0]).toMatchObject({ person: world.amina, as: 'facilitator' })
    for (const who of [world.noor, world.grace, world.otto]) {
      expect(await world.inside(who, (work) => meetingNow(work, id))).toBeNull()
      expect(await world.inside(who, (work) => findEvents(work, id, 0))).toEqual([])
      const tried = await world.inside(who, (work) => act(work, id, { type: 'begin', key: 'k' }))
      expect(tried).toMatchObject({ ok: false, reason: 'You do not belong to this set' })
    }
  })

  it('keeps its words sealed: nothing of them is in the database', async () => {
    const { id, goTo, does, sees, holder, world } = await openedMeeting()
    const at = await goTo(id, 'Name your topic')
    const who = await holder(id)
    const named = { person: world[who], words: 'How to say no to my director', step: at.step?.number ?? 0 }
    await does(id, who, { type: 'name topic', topic: newId(), ...named })
    expect((await sees(id, 'dora')).topics.map((topic) => topic.words)).toEqual(['How to say no to my director'])
    const found = await database.owner.query('select * from learning_meeting_event where meeting = $1', [id])
    expect(JSON.stringify(found.rows.map((row) => ({ ...row, sealed: String(row.sealed) })))).not.toContain('director')
    expect(found.rows.map((row) => row.number)).toEqual(found.rows.map((_row, index) => index + 1))
  })

  it('leaves one line of the trail for each visit of a person, however often they load it', async () => {
    const { world, id } = await withMeetings()
    sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
    for (let times = 0; times < 5; times++) await world.inside(world.ben, (work) => meetingNow(work, id))
    expect(await lines('opened', id)).toEqual([{ by_person: world.ben }])
    setClock(addSeconds(testMoment, 20 * 60))
    await world.inside(world.ben, (work) => meetingNow(work, id))
    setClock(addSeconds(testMoment, 40 * 60))
    await world.inside(world.ben, (work) => meetingNow(work, id))
    expect(await lines('opened', id)).toHaveLength(1)
    setClock(addSeconds(testMoment, 80 * 60))
    await world.inside(world.ben, (work) => meetingNow(work, id))
    expect(await lines('opened', id)).toHaveLength(2)
    setClock(testMoment)
  })

  it('does what is sent twice once, also at the same moment, and gives everybody the same order', async () => {
    const { id, asks, goTo, holder, world, sees } = await openedMeeting()
    const at = await goTo(id, 'Name your topic')
    const who = await holder(id)
    const step = at.step?.number ?? 0
    const topics = [newId<'topic'>(), newId<'topic'>()] as const
    const sent = [0, 1, 0, 1, 0].map((which) =>
      asks(
        id,
        who,
        { type: 'name topic', topic: topics[which as 0 | 1], person: world[who], words: `topic ${which}`, step },
        `key ${which}`,
      ),
    )
    const answers = await Promise.all(sent)
    expect(answers.filter((one) => one.ok).length).toBeGreaterThan(0)
    const found = await world.inside(world.ben, (work) => findEvents(work, id, at.events))
    expect(found.filter((event) => event.key === 'key 0').length).toBeLessThanOrEqual(1)
    expect(await sees(id, 'dora')).toEqual(await sees(id, 'femi'))
  })

  it('is not remembered from a work that came to nothing', async () => {
    const { id, world, sees } = await openedMeeting()
    const before = await sees(id, 'ben')
    const failing = world.inside(world.amina, async (work) => {
      sure(await act(work, id, { type: 'begin', key: 'begun' }))
      expect((await meetingNow(work, id))?.meeting.state).toBe('running')
      throw new Error('The connection broke')
    })
    await expect(failing).rejects.toThrow('The connection broke')
    expect((await sees(id, 'ben')).state).toBe('gathering')
    expect((await sees(id, 'ben')).events).toBe(before.events)
  })
})

describe('signs of life', () => {
  it('are each person’s newest, and no events', async () => {
    const { id, world, sees } = await openedMeeting()
    const before = (await sees(id, 'ben')).events
    await world.inside(world.ben, (work) => noteHeard(work, id))
    setClock(addSeconds(testMoment, 30))
    await world.inside(world.ben, (work) => noteHeard(work, id))
    setClock(testMoment)
    await world.inside(world.ben, (work) => noteHeard(work, id))
    const heard = await world.inside(world.amina, (work) => findHeard(work, id))
    expect(heard.get(world.ben)).toBe(addSeconds(testMoment, 30))
    expect((await sees(id, 'ben')).events).toBe(before)
  })
})

describe('the dates of a set', () => {
  it('are found by set, and the next one is that which is open or comes first', async () => {
    const { world, set, ids } = await withMeetings([day('2027-01-15'), day('2026-11-20')])
    const found = await world.inside(world.ben, (work) => findMeetingsOf(work, set))
    expect(found.map((one) => one.startsAt)).toEqual([moment('2026-11-20T14:00:00Z'), moment('2027-01-15T14:00:00Z')])
    const next = await world.inside(world.ben, (work) => findNextMeetings(work, [set]))
    expect(next.map((one) => one.id)).toEqual([ids[1]])
  })

  it('go on after a meeting that nobody finished', async () => {
    const { world, id, ids, set } = await openedMeeting([day('2026-11-20'), day('2026-12-04')])
    setClock(moment('2026-12-04T13:30:00Z'))
    const next = await world.inside(world.ben, (work) => findNextMeetings(work, [set]))
    expect(next.map((one) => one.id)).toEqual([ids[1]])
    sure(await world.inside(world.amina, (work) => openMeeting(work, ids[1] ?? id)))
    setClock(testMoment)
  })

  it('take apologies, and take them back', async () => {
    const { world, id } = await withMeetings()
    const says = (coming: boolean) =>
      world.inside(world.ben, (work) => sendApologies(work, id, { person: world.ben, coming }))
    const found = () => world.inside(world.amina, (work) => findApologies(work, id))
    sure(await says(false))
    sure(await says(false))
    expect((await found()).map((one) => one.person)).toEqual([world.ben])
    sure(await says(true))
    expect(await found()).toEqual([])
  })
})

describe('the neighbour', () => {
  it('cannot see, change or take part in a meeting, nor anything beside it', async () => {
    const { world, id, set, does } = await openedMeeting()
    await world.inside(world.ben, (work) => noteHeard(work, id))
    await does(id, 'amina', { type: 'begin' })
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.amina, body)
    expect(await theirs((work) => findMeeting(work, id))).toBeNull()
    expect(await theirs((work) => findMeetingsOf(work, set))).toEqual([])
    expect(await theirs((work) => findNextMeetings(work, [set]))).toEqual([])
    expect(await theirs((work) => findApologies(work, id))).toEqual([])
    expect(await theirs((work) => meetingNow(work, id))).toBeNull()
    expect(await theirs((work) => findHeard(work, id))).toEqual(new Map())
    expect(await theirs((work) => findTurns(work, set))).toEqual([])
    expect(await theirs((work) => act(work, id, { type: 'begin', key: 'k' }))).toMatchObject({ ok: false })
    await expect(theirs((work) => noteHeard(work, id))).rejects.toThrow(/foreign key/)
    const tables = ['learning_meeting', 'learning_meeting_event', 'learning_meeting_presence', 'sealed_look']
    for (const table of tables)
      await theirs(async (work) => {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
          work.db,
        )
        expect(rows).toEqual([{ count: 0 }])
      })
  })
})
