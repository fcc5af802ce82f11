// The page of an open meeting through the real app: what each sees and may do now, what is refused and comes back (SPEC 7.3 to 7.7).
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, members } from '../../../../test/worlds/learning-meeting.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { MeetingId } from '../room/planned-meeting.ts'

const meetings = await learningMeetingWorld(await testDatabase())
type Here = Awaited<ReturnType<typeof meetings.openedMeeting>>
type Name = 'amina' | 'ben' | 'dora' | 'femi' | 'otto' | 'noor' | 'grace'

const at = (id: MeetingId) => `/action-learning/meetings/${id}`
const look = (here: Here, who: Name, how = '') => here.world.visit(here.world[who]).get(at(here.id) + how)
const send = (here: Here, who: Name, deed: string, form: Readonly<Record<string, string | readonly string[]>> = {}) =>
  here.world.visit(here.world[who]).post(`${at(here.id)}/${deed}`, form)

async function sendHere(here: Here, who: Name, deed: string, form: Readonly<Record<string, string>> = {}) {
  return send(here, who, deed, { ...(await formOf(here, who, deed)), ...form })
}

/** A form as its page has it, but for the token, which is the next visit’s own. */
async function formOf(here: Here, who: Name, deed: string): Promise<Record<string, string>> {
  const { _csrf, ...form } = (await look(here, who)).formTo(`${at(here.id)}/${deed}`)
  return form
}

/** Everybody names a topic; Ben’s and Dora’s are chosen. */
async function inTopic(stage: string): Promise<Here> {
  const here = await meetings.openedMeeting()
  await here.goTo(here.id, 'Name your topic')
  for (let turn = 0; turn < 3; turn++) {
    const who = await here.holder(here.id)
    await sendHere(here, who, 'topics', { 'topic-words': `A topic of ${who}` })
    await sendHere(here, who, 'turns')
  }
  await here.goTo(here.id, 'Choose, put in order, share out the time')
  const done = await sendHere(here, 'amina', 'choice', { 'choice-words': 'These two are urgent' })
  expect(done.status).toBe(303)
  await here.goTo(here.id, stage)
  return here
}

const presenter = async (here: Here): Promise<Name> => {
  for (const who of members) if ((await look(here, who)).text.includes('Your topic:')) return who
  throw new Error('Nobody presents.')
}

describe('before it is opened', () => {
  it('the page says when it is, and lets those who lead the set open it', async () => {
    const here = await meetings.withMeetings()
    const page = await look(here, 'ben')
    expect(page.text).toContain('20 November 2026 at 2pm')
    expect(page.buttons).not.toContain('Open the meeting')
    expect((await send(here, 'ben', 'opening')).status).toBe(404)
    expect((await look(here, 'amina')).buttons).toContain('Open the meeting')
    expect((await send(here, 'amina', 'opening')).location).toBe(at(here.id))
    expect((await look(here, 'ben')).headings).toContain('Are you here?')
    const again = await send(here, 'amina', 'opening')
    expect(again.status).toBe(409)
    expect(again.text).toContain('This meeting is open already')
  })

  it('the page waits for it from an hour before its time, for those who belong to the set', async () => {
    const here = await meetings.withMeetings()
    const waits = async (who: Name) => (await look(here, who)).source.includes(`data-live="${at(here.id)}/changes"`)
    expect(await waits('ben')).toBe(false)
    meetings.setClock(moment('2026-11-20T13:10:00Z'))
    expect(await waits('ben')).toBe(true)
    expect(await waits('grace')).toBe(false)
    expect((await look(here, 'ben')).text).toContain('This page shows it as soon as it is open.')
    expect((await look(here, 'ben')).source).toContain('<meta http-equiv="refresh" content="20"')
    expect((await look(here, 'ben', '?still=yes')).source).not.toContain('http-equiv="refresh"')
  })

  it('nothing can be done in it', async () => {
    const here = await meetings.withMeetings()
    expect((await send(here, 'ben', 'arrival')).status).toBe(409)
  })
})

describe('a meeting that is open', () => {
  it('is there for the people of the set, and for nobody else', async () => {
    const here = await meetings.openedMeeting()
    for (const who of ['otto', 'noor'] as const) {
      expect((await look(here, who)).status).toBe(404)
      expect((await send(here, who, 'arrival')).status).toBe(404)
      expect((await send(here, who, 'contributions', { kind: 'question', said: 'x' })).status).toBe(404)
    }
    expect((await look(here, 'ben')).title).toBe('Action learning meeting – Manage clinical supervision')
  })

  it('begins when the facilitator says so, and shows each what is now', async () => {
    const here = await meetings.openedMeeting()
    expect((await look(here, 'ben')).text).toContain('Amina begins when the set is ready')
    await sendHere(here, 'amina', 'beginning')
    const page = await look(here, 'amina')
    expect(page.buttons).toContain('Next: Recall our ground rules')
    expect((await look(here, 'ben')).buttons).not.toContain('Next: Recall our ground rules')
  })

  it('moves on once however often the button is pressed', async () => {
    const here = await meetings.openedMeeting()
    await here.goTo(here.id, 'Arrive')
    const form = await formOf(here, 'amina', 'moves')
    expect((await send(here, 'amina', 'moves', form)).status).toBe(303)
    const twice = await send(here, 'amina', 'moves', { ...form, _key: crypto.randomUUID() })
    expect(twice.status).toBe(422)
    expect(twice.errors).toEqual(['The meeting has moved on already'])
    expect(twice.headings).toContain('Recall our ground rules')
  })

  it('is the facilitator’s to lead: others are refused in words', async () => {
    const here = await meetings.openedMeeting()
    const refused = await send(here, 'ben', 'beginning')
    expect(refused.status).toBe(422)
    expect(refused.errors).toEqual(['This is for the facilitator to do'])
  })

  it('lets everybody pause, and shows that the clock stands still', async () => {
    const here = await meetings.openedMeeting()
    await here.goTo(here.id, 'Arrive')
    await sendHere(here, 'dora', 'pause')
    expect((await look(here, 'ben')).headings).toContain('The meeting is paused')
    expect((await look(here, 'amina')).buttons).toContain('Go on')
    await sendHere(here, 'amina', 'pause')
    expect((await look(here, 'ben')).headings).not.toContain('The meeting is paused')
  })
})

describe('listening', () => {
  it('offers the presenter nothing to write, and refuses what is sent by hand', async () => {
    const here = await inTopic('Listen')
    const who = await presenter(here)
    const page = await look(here, who)
    expect(page.headings).toContain('You are listening')
    expect(page.source).not.toContain(`action="${at(here.id)}/contributions"`)
    const form = { kind: 'suggestion', said: 'My own answer', step: '99' }
    const refused = await send(here, who, 'contributions', form)
    expect(refused.status).toBe(422)
    expect(refused.errors).toEqual(['You are listening now. You can answer when this time ends'])
    expect(refused.text).toContain('What you wrote is still here')
    expect(refused.text).toContain('My own answer')
  })

  it('lets the others contribute, and everybody reads it', async () => {
    const here = await inTopic('Listen')
    const who = await presenter(here)
    const other = members.find((one) => one !== who) ?? 'ben'
    // Without scripts, for whoever can only listen, and for nobody who may be writing.
    const asksAgain = async (name: Name) => (await look(here, name)).source.includes('http-equiv="refresh"')
    expect(await Promise.all([who, other, 'amina' as const].map(asksAgain))).toEqual([true, false, false])
    const words = '<script>alert(1)</script> Begin with what goes well'
    expect((await sendHere(here, other, 'contributions', { kind: 'suggestion', said: words })).status).toBe(303)
    const page = await look(here, who)
    expect(page.text).toContain('Begin with what goes well')
    expect(page.source).not.toContain('<script>alert')
    expect((await look(here, 'amina')).headings).toContain('Voices so far (only you see this)')
    expect(page.headings).not.toContain('Voices so far (only you see this)')
  })

  it('keeps what was typed when it is empty, too long, or of no kind', async () => {
    const here = await inTopic('Listen')
    const who = await presenter(here)
    const other = members.find((one) => one !== who) ?? 'ben'
    const empty = await sendHere(here, other, 'contributions', { kind: 'suggestion', said: '' })
    expect(empty.errors).toEqual(['Write something first'])
    const none = await send(here, other, 'contributions', { said: 'Words', step: '8' })
    expect(none.errors).toEqual(['Say what it is'])
    expect(none.fieldValue('Your words')).toBe('Words')
    const long = await sendHere(here, other, 'contributions', { kind: 'suggestion', said: 'x'.repeat(2001) })
    expect(long.status).toBe(422)
    expect(long.fieldValue('Your words')).toHaveLength(2001)
    const odd = await sendHere(here, other, 'contributions', { kind: 'spell', said: 'Words' })
    expect(odd.status).toBe(422)
    expect(odd.text).toContain('Words')
  })
})

describe('handing over in a meeting', () => {
  it('asks the other, who accepts on their own page; nobody else sees it', async () => {
    const here = await meetings.openedMeeting()
    const ben = String(here.world.ben)
    expect((await send(here, 'amina', 'handover', { 'hand-to': '' })).errors).toEqual(['Choose who could facilitate'])
    expect((await send(here, 'ben', 'handover', { how: 'accept' })).status).toBe(422)
    expect((await send(here, 'amina', 'handover', { 'hand-to': ben })).status).toBe(303)
    const [amina, asked, dora] = [await look(here, 'amina'), await look(here, 'ben'), await look(here, 'dora')]
    expect(amina.text).toContain('You have asked Ben to facilitate. Until they accept, you do.')
    expect(amina.buttons).toContain('Take it back')
    expect(asked.text).toContain('Amina asks you to facilitate from now on.')
    expect(asked.document.querySelector('[data-live]')?.getAttribute('data-announce')).toContain(
      'asks you to facilitate',
    )
    expect(dora.text).not.toContain('to facilitate')
    expect((await send(here, 'dora', 'handover', { how: 'accept' })).status).toBe(422)
    expect((await send(here, 'ben', 'handover', { how: 'accept' })).status).toBe(303)
    expect((await look(here, 'ben')).buttons).toContain('Begin the meeting')
    expect((await look(here, 'amina')).buttons).not.toContain('Begin the meeting')
  })

  it('leaves all as it was when they would rather not', async () => {
    const here = await meetings.openedMeeting()
    await send(here, 'amina', 'handover', { 'hand-to': String(here.world.dora) })
    expect((await send(here, 'dora', 'handover', { how: 'end' })).status).toBe(303)
    expect((await look(here, 'dora')).buttons).not.toContain('Yes, I facilitate')
    expect((await look(here, 'amina')).buttons).toContain('Begin the meeting')
    const late = await send(here, 'dora', 'handover', { how: 'accept' })
    expect(late.text).toContain('You are not asked to facilitate any more')
  })
})
