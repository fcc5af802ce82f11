// What the page says to each person in each stage, and what is made of what they send, by sentence (SPEC 7.3, 7.4).
import { describe, expect, test } from 'vitest'
import {
  goTo,
  openRoom,
  passTo,
  person,
  readyRoom,
  type Room,
  roomInTopic,
  formatIn,
} from '../../../../test/meeting-room.ts'
import { newId, parseId } from '../../../platform/ids.ts'
import { deeds } from './deeds-of-meeting.form.ts'
import { shareEvenly } from './choice.form.ts'
import { type MeetingShown, showMeeting } from './shown.view.ts'
import { announcementOf, tellNow, whereWords } from './words.view.ts'

const names = new Map(
  ['Ben Carter', 'Chidi Obi', 'Amina Yusuf', 'Grace Okafor', 'Hanna Weber', 'Ivan Petrov'].map((name) => [
    person(name.split(' ')[0] ?? ''),
    name,
  ]),
)

function shown(room: Room, name: string): MeetingShown {
  const beside = {
    at: '/meeting',
    setName: 'Northside',
    setAt: '/set',
    banks: [],
    rules: null,
    rulesAt: null,
    draft: '',
  }
  const also = { newcomers: [], isKept: true, history: [], shared: false }
  const all = showMeeting(room.meeting, person(name), { ...beside, ...also, names, now: room.now, heard: room.heard })
  if (!all) throw new Error(`${name} sees nothing.`)
  return all
}
const told = (room: Room, name: string) => tellNow(shown(room, name)).heading
const sent = (room: Room, name: string, form: Readonly<Record<string, string>>) => ({
  form,
  shown: shown(room, name),
  newId,
  readId: parseId,
})

describe('the page', () => {
  test('asks who comes whether they are here, and tells how many are', () => {
    const room = openRoom({ format: formatIn('action-learning', 'suggestions') })
    expect(told(room, 'Amina')).toBe('Are you here?')
    room.come(['Ben', 'Amina'])
    expect(tellNow(shown(room, 'Ben')).sentence).toBe('2 of 6 are here. Begin when the set is ready.')
    expect(tellNow(shown(room, 'Amina')).sentence).toBe('2 of 6 are here. Ben begins when the set is ready.')
  })

  test('tells the presenter that they listen, and the others that they contribute', () => {
    const room = roomInTopic('Listen')
    expect(tellNow(shown(room, 'Amina'))).toMatchObject({ tone: 'listening', heading: 'You are listening' })
    expect(told(room, 'Ivan')).toBe('Amina listens, you contribute')
    expect(told(room, 'Ben')).toBe('Amina listens, the set contributes')
    expect(shown(room, 'Amina').view.kinds).toEqual([])
  })

  test('tells who presents, and who answers', () => {
    const room = roomInTopic('Present')
    expect(told(room, 'Amina')).toBe('You present')
    expect(told(room, 'Ivan')).toBe('Amina presents. You listen')
    expect(told(room, 'Ben')).toBe('Amina presents, the set listens')
    goTo(room, 'Respond')
    expect(told(room, 'Amina')).toBe('You answer')
    expect(told(room, 'Ivan')).toBe('Amina answers, you contribute')
  })

  test('tells whose turn it is, and when yours comes', () => {
    const room = readyRoom({ promises: ['Hanna'] })
    goTo(room, 'What came of it?')
    passTo(room, 'Grace')
    expect(told(room, 'Grace')).toBe('It is your turn')
    expect(told(room, 'Hanna')).toBe('Grace has the turn. You are next')
    expect(told(room, 'Ivan')).toBe('Grace has the turn. One more, then it is you')
  })

  test('tells everybody that the meeting is paused, and announces each stage in one sentence', () => {
    const room = roomInTopic('Listen')
    expect(announcementOf(shown(room, 'Amina'))).toBe('The topics 1: Listen. You are listening.')
    room.does('Grace', { type: 'pause' })
    expect(announcementOf(shown(room, 'Ivan'))).toBe('The topics 1: Listen. The meeting is paused.')
    expect(whereWords(shown(room, 'Ivan'))).toBe('The topics 1: Listen')
  })
})

describe('writing for people in the room', () => {
  test('is for the facilitator and the scribe, and for nobody else', () => {
    const room = roomInTopic('Listen')
    room.does('Ben', { type: 'say way', person: person('Ivan'), way: 'in the room' })
    expect(shown(room, 'Ben').spokenFor.map((one) => one.person)).toContain(person('Ivan'))
    expect(shown(room, 'Grace').spokenFor.map((one) => one.person)).toEqual([person('Grace')])
    room.does('Ben', { type: 'give role', role: 'scribe', person: person('Grace') })
    expect(shown(room, 'Grace').spokenFor.map((one) => one.person)).toContain(person('Ivan'))
  })
})

describe('what is sent', () => {
  test('as a contribution says for whom, of what kind, in which stage', () => {
    const room = roomInTopic('Listen')
    const reading = deeds.contributions(
      sent(room, 'Ivan', { kind: 'suggestion', said: 'Ask her.', step: String(room.step) }),
    )
    expect(reading).toMatchObject({
      ok: true,
      asked: { type: 'contribute', kind: 'suggestion', words: 'Ask her.', person: 'Ivan', step: room.step },
    })
  })

  test('without words comes back beside the field', () => {
    const room = roomInTopic('Listen')
    const reading = deeds.contributions(sent(room, 'Ivan', { kind: 'suggestion', said: ' ' }))
    expect(reading).toMatchObject({
      ok: false,
      state: { errors: [{ field: 'said', message: 'Write something first' }] },
    })
  })

  test('as minutes is shared out evenly where it is left empty', () => {
    const room = roomInTopic('Present')
    expect(shareEvenly(50, 3)).toEqual([17, 17, 16])
    expect(shareEvenly(-3, 2)).toEqual([0, 0])
    const reading = deeds.choice(sent(room, 'Ben', { 'place-0': '1', how: 'agreement', there: '40' }))
    expect(reading).toMatchObject({ ok: true, asked: { topics: [{}, { topic: 'topic of Grace', minutes: 40 }] } })
  })

  test('as nobody’s id is nobody’s, and never the sender’s', () => {
    const room = roomInTopic('Listen')
    const reading = deeds.contributions(sent(room, 'Ben', { kind: 'suggestion', said: 'x', speaker: '../Amina' }))
    expect(reading).toMatchObject({ ok: true, asked: { person: 'nobody' } })
  })
})
