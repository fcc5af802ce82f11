// What comes of meetings: promises that are actions and come back, turns, topics that wait, supervision that counts.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, sure } from '../../../../test/worlds/learning-meeting.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { findAction, openActionsOf, textOfAction } from '../../actions/index.ts'
import { findSession, findSessionsOf } from '../../supervision/index.ts'
import { chooseCapture } from '../capture/capture.changes.ts'
import { printOf } from '../meeting/decide.ts'
import { historyOf } from './history.changes.ts'
import { meetingNow } from './meeting-log.changes.ts'
import { openMeeting } from './opening.changes.ts'
import { findMeeting } from './planned-meeting.store.ts'

const database = await testDatabase()
const { openedMeeting, withMeetings, setClock } = await learningMeetingWorld(database)
type Here = Awaited<ReturnType<typeof openedMeeting>>

/** Two of the set name topics, one is chosen and presents, promises something; the other topic is left. */
async function held(here: Here) {
  const { id, world, does, sees, goTo, holder } = here
  await goTo(id, 'Name your topic')
  const named = []
  for (let turn = 0; turn < 2; turn++) {
    const who = await holder(id)
    const at = await sees(id, 'amina')
    const topic = newId<'topic'>()
    const words = `What ${who} brings`
    await does(id, who, { type: 'name topic', topic, person: world[who], words, step: at.step?.number ?? 0 })
    const after = await sees(id, 'amina')
    if (after.step?.turns?.at === at.step?.turns?.at)
      await does(id, who, { type: 'finish turn', step: at.step?.number ?? 0, turn: at.step?.turns?.at ?? 0, lap: 1 })
    named.push({ who, topic })
  }
  const step = (await sees(id, 'amina')).step?.number ?? 0
  await does(id, 'amina', { type: 'move on', step })
  const first = named[0] ?? { who: 'ben' as const, topic: newId<'topic'>() }
  const view = await here.view(id, 'amina')
  const minutes = view.facilitating?.minutesForTopics ?? 0
  const chosen = { topics: [{ topic: first.topic, minutes }], how: 'agreement' as const, words: 'Only one today' }
  await does(id, 'amina', { type: 'choose topics', ...chosen, shownAt: moment('2026-11-20T10:00:00Z') })
  return { first, left: named[1] }
}

describe('a promise in a meeting', () => {
  it('is an action of its owner, read by those with a seat, and comes back at the next meeting', async () => {
    const here = await openedMeeting([day('2026-11-20'), day('2026-12-04')])
    const { id, ids, world, does } = here
    const { first } = await held(here)
    const at = await here.goToKind(id, 'action', first.who)
    const commitment = newId<'action'>()
    const promise = { commitment, person: world[first.who], words: 'Ask for an hour', due: day('2026-12-01') }
    await does(id, first.who, { type: 'commit', ...promise, step: at })
    expect(await world.inside(world.femi, (work) => textOfAction(work, commitment))).toBe('Ask for an hour')
    expect(await world.inside(world.noor, (work) => textOfAction(work, commitment))).toBe('')
    const open = await world.inside(world.amina, (work) => openActionsOf(work, [world[first.who]]))
    expect(open).toMatchObject([{ id: commitment, from: { kind: 'meeting', id }, due: '2026-12-01' }])
    await does(id, 'amina', { type: 'finish', words: 'Time is up' })
    await here.signRules()
    setClock(moment('2026-12-04T14:00:00Z'))
    const next = ids[1] ?? id
    sure(await world.inside(world.amina, (work) => openMeeting(work, next)))
    for (const who of ['amina', first.who] as const)
      await does(next, who, { type: 'arrive', person: world[who], way: 'own device' })
    const opened = (await world.inside(world.amina, (work) => meetingNow(work, next)))?.meeting
    expect(opened?.commitments).toMatchObject([{ id: commitment, promise: 'Ask for an hour', outcome: null }])
    await does(next, 'amina', { type: 'begin' })
    const step = await here.goToKind(next, 'report', first.who)
    const later = { outcome: 'part done' as const, words: 'She was away', due: day('2026-12-21') }
    await does(next, first.who, { type: 'report', commitment, ...later, step })
    const goesOn = { state: 'open', due: '2026-12-21', lastReport: 'part done' }
    expect(await world.inside(world.amina, (work) => findAction(work, commitment))).toMatchObject(goesOn)
    const report = { commitment, outcome: 'done' as const, words: 'It went well' }
    await does(next, first.who, { type: 'report', ...report, step })
    expect(await world.inside(world.amina, (work) => findAction(work, commitment))).toMatchObject({ state: 'done' })
    setClock(moment('2026-11-20T10:00:00Z'))
  })
})

describe('a meeting that is finished', () => {
  it('adds to the turns of its set, leaves topics waiting, and counts as supervision of those who came', async () => {
    const here = await openedMeeting()
    const { id, world, does, set } = here
    const { left } = await held(here)
    setClock(moment('2026-11-20T16:30:00Z'))
    await does(id, 'amina', { type: 'finish', words: 'Time is up' })
    const history = await world.inside(world.ben, (work) => historyOf(work, set))
    expect(history).toHaveLength(1)
    expect(new Set(history[0]?.present)).toEqual(new Set([world.ben, world.dora, world.femi]))
    expect(history[0]?.putOff).toContain(world[left?.who ?? 'ben'])
    expect(await world.inside(world.noor, (work) => historyOf(work, set))).toEqual([])
    const stretch = { from: moment('2026-11-20T00:00:00Z'), to: moment('2026-11-21T00:00:00Z') }
    const sessions = await world.inside(world.ben, (work) => findSessionsOf(work, world.ben, stretch))
    expect(sessions).toMatchObject([
      { state: 'held', supervisor: world.amina, elsewhere: 'learning set', format: 'group' },
    ])
    const session = await world.inside(world.ben, (work) => findSession(work, sessions[0]?.id ?? newId()))
    expect(new Set(session?.supervisees)).toEqual(new Set([world.ben, world.dora, world.femi]))
    const seen = await world.visit(world.ben).get(`/sessions/${sessions[0]?.id}`)
    expect(seen.linkTo('Go to the meeting')).toBe(`/action-learning/meetings/${id}`)
    expect(seen.text).not.toContain('Open the record')
    const needs = await world.inside(world.amina, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs.filter((title) => /record/i.test(title))).toEqual([])
    setClock(moment('2026-11-20T10:00:00Z'))
  })

  it('has no words any more when the set did not want them kept; what happened stays', async () => {
    const here = await withMeetings()
    const { id, world, does, sees } = here
    sure(await world.inside(world.amina, (work) => chooseCapture(work, id, { capture: 'not kept' })))
    sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
    await does(id, 'amina', { type: 'arrive', person: world.amina, way: 'own device' })
    await does(id, 'amina', { type: 'begin' })
    const before = await sees(id, 'ben')
    await does(id, 'amina', { type: 'finish', words: 'Secret reasons' })
    const after = await sees(id, 'ben')
    expect(after.state).toBe('finished')
    expect(after.events).toBe(before.events + 1)
    // Whoever guesses the words finds no print of them that would say that they guessed right.
    const guessed = Object.keys(after.done).map((done) => {
      const key = done.slice(done.indexOf(':') + 1)
      return printOf({ type: 'finish', words: 'Secret reasons', by: world.amina, at: after.lastAt, key })
    })
    expect(guessed.filter((print) => Object.values(after.done).includes(print))).toEqual([])
    const keys = await database.owner.query('select field from sealed_text where about = $1', [id])
    expect(keys.rows).toEqual([{ field: 'course' }])
    expect((await world.inside(world.ben, (work) => findMeeting(work, id)))?.state).toBe('finished')
  })
})
