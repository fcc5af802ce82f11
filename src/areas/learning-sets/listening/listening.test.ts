// Who may contribute what, by sentence (SPEC 7.4): listening above all, kinds, turns, groups, writing for people in the room.
import { describe, expect, test } from 'vitest'
import {
  chooseTopics,
  formatIn,
  goTo,
  names,
  nameTopics,
  openRoom,
  passTo,
  person,
  promised,
  readyRoom,
  reason,
  roomInTopic,
  says,
} from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'

const questionsOnly = formatIn('action-learning', 'questions-only')
const listening = 'You are listening now. You can answer when this time ends'

function inQuestions(stage: string) {
  const room = readyRoom({ format: questionsOnly })
  goTo(room, 'Name your issue')
  nameTopics(room, ['Amina', 'Grace'])
  goTo(room, 'Choose, put in order, share out the time')
  expect(chooseTopics(room, ['Amina', 'Grace'])).toMatchObject({ ok: true })
  goTo(room, stage)
  return room
}

describe('a presenter who listens', () => {
  test.each(['suggestion', 'experience', 'question', 'reflection'] as const)('contributes no %s', (kind) => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Amina', says(room, 'Amina', kind, 'But I …')))).toBe(listening)
  })

  test('is not written for by the facilitator either', () => {
    const room = roomInTopic('Present')
    room.does('Amina', { type: 'say way', person: person('Amina'), way: 'in the room' })
    goTo(room, 'Listen')
    expect(reason(room.asks('Ben', says(room, 'Amina', 'experience', 'She says …')))).toBe(listening)
  })

  test('commits to nothing and names nothing, and sees that they listen', () => {
    const room = roomInTopic('Listen')
    const promise = { commitment: promised('x'), person: person('Amina'), words: 'Go', due: day('2027-02-10') }
    expect(reason(room.asks('Amina', { type: 'commit', ...promise, step: room.step }))).toBe(listening)
    expect(room.view('Amina')).toMatchObject({ kinds: [], me: { isListening: true, doing: 'listens' } })
    expect(room.view('Ivan').others.find((one) => one.person === 'Amina')?.doing).toBe('listens')
  })

  test('sends nothing late from the stage before, in which they could answer', () => {
    const room = inQuestions('Questions')
    const late = { ...says(room, 'Amina', 'question', 'What do you mean by that?') }
    room.does('Ben', { type: 'move on', step: room.step })
    expect(room.view('Amina').me.isListening).toBe(true)
    expect(reason(room.asks('Amina', late))).toBe(listening)
  })

  test('may still pause the meeting and tell the facilitator quietly', () => {
    const room = roomInTopic('Listen')
    expect(room.view('Amina').deeds).toEqual(['pause', 'tell discomfort', 'leave'])
    room.does('Amina', { type: 'tell discomfort', words: null })
    room.does('Amina', { type: 'pause' })
    expect(reason(room.asks('Ivan', says(room, 'Ivan', 'suggestion', 'x')))).toMatch('paused')
    expect(reason(room.asks('Ben', { type: 'move on', step: room.step }))).toMatch('paused')
  })

  test('answers when the set responds', () => {
    const room = roomInTopic('Respond')
    room.does('Amina', says(room, 'Amina', 'question', 'What did you write in it?'))
    expect(room.meeting.contributions).toMatchObject([{ person: 'Amina', kind: 'question' }])
  })
})

describe('questions only', () => {
  test('offers no suggestions at all', () => {
    const room = inQuestions('Questions')
    expect(room.view('Ivan').kinds).toEqual(['question'])
    expect(reason(room.asks('Ivan', says(room, 'Ivan', 'suggestion', 'Try a diary')))).toMatch(
      'something else: question',
    )
  })

  test('points a closed question out to its author before anything is sent, and sends it when they stand by it', () => {
    const room = inQuestions('Questions')
    const before = room.events.length
    const closed = says(room, 'Ivan', 'question', 'Did you tell her?')
    expect(room.asks('Ivan', closed)).toMatchObject({
      ok: false,
      field: 'words',
      reason: expect.stringMatching('yes or no'),
    })
    expect(room.events).toHaveLength(before)
    room.does('Ivan', { ...closed, asItStands: true } as typeof closed)
    expect(room.view('Grace').contributions.map((one) => one.words)).toEqual(['Did you tell her?'])
  })

  test('lets closed questions pass in formats that do not ask for it', () => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Ivan', says(room, 'Ivan', 'question', 'Did you tell her?')))).toBe('yes')
  })
})

describe('turns', () => {
  test('go round from the seat after the presenter’s; nobody contributes out of turn', () => {
    const room = inQuestions('Feedback')
    expect(room.meeting.step?.turns?.order).toEqual(['Grace', 'Hanna', 'Ivan', 'Chidi'])
    const feedback = { ...says(room, 'Ivan', 'question', 'I saw you smile'), kind: 'feedback' } as const
    expect(reason(room.asks('Ivan', feedback as ReturnType<typeof says>))).toBe('It is not your turn now')
    passTo(room, 'Ivan')
    expect(reason(room.asks('Ivan', feedback as ReturnType<typeof says>))).toBe('yes')
  })

  test('pass over who has left, take in who comes late, and are not passed on twice by two tabs', () => {
    const room = openRoom({ format: questionsOnly })
    room.come(['Ben', 'Amina', 'Grace', 'Hanna'])
    room.does('Ben', { type: 'begin' })
    room.come(['Ivan'])
    expect(room.view('Ben').turn).toMatchObject({ holder: 'Amina', waiting: ['Grace', 'Hanna', 'Ivan'] })
    room.does('Grace', { type: 'leave', person: person('Grace') })
    const pass = { type: 'finish turn', step: 1, turn: 0, lap: 1 } as const
    room.does('Amina', pass)
    expect(room.view('Ben').turn?.holder).toBe('Hanna')
    expect(reason(room.asks('Amina', pass))).toBe('The turn has passed on already')
    expect(reason(room.asks('Ivan', { ...pass, turn: 2 }))).toBe('It is not your turn now')
    room.does('Ben', { type: 'give turn', to: person('Ivan') })
    expect(room.view('Ben').turn).toMatchObject({ holder: 'Ivan', waiting: ['Hanna'] })
    passTo(room, 'Hanna')
    room.does('Hanna', { type: 'finish turn', step: 1, turn: 3, lap: 1 })
    expect(room.view('Ben').turn?.holder).toBeNull()
    room.does('Ben', { type: 'another round', lap: 1 })
    expect(room.view('Ben').turn).toMatchObject({ holder: 'Amina', lap: 2 })
  })

  test('are called by the facilitator where the format says so', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'with-process-review') })
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina'])
    goTo(room, 'Choose, put in order, share out the time')
    expect(chooseTopics(room, ['Amina'], 'One is enough')).toMatchObject({ ok: true })
    goTo(room, 'Offer')
    expect(room.view('Ivan')).toMatchObject({ kinds: [], turn: { holder: null } })
    room.does('Ben', { type: 'give turn', to: person('Ivan') })
    room.does('Ivan', says(room, 'Ivan', 'experience', 'We had it, too.'))
    room.does('Ivan', { type: 'finish turn', step: room.step, turn: 0, lap: 1 })
    expect(room.view('Ben').turn?.holder).toBeNull()
  })
})

describe('people in the room', () => {
  test('are not those whose own device is heard: nobody speaks, votes or promises in their name', () => {
    const room = roomInTopic('Listen')
    const forHanna = says(room, 'Hanna', 'experience', 'I agree with Ben.')
    for (const type of ['arrive', 'say way'] as const) {
      room.hear('Hanna')
      expect(reason(room.asks('Ben', { type, person: person('Hanna'), way: 'in the room' }))).toBe(
        'They write on their own device',
      )
      expect(reason(room.asks('Ben', forHanna))).toBe('They write on their own device')
    }
    room.does('Hanna', { type: 'say way', person: person('Hanna'), way: 'in the room' })
    room.does('Ben', forHanna)
  })

  test('are written for by the facilitator or the scribe, and by nobody else', () => {
    const room = roomInTopic('Listen')
    const forHanna = says(room, 'Hanna', 'experience', 'She draws it first.')
    expect(reason(room.asks('Ben', forHanna))).toBe('They write on their own device')
    room.does('Ben', { type: 'arrive', person: person('Hanna'), way: 'in the room' })
    expect(reason(room.asks('Ivan', forHanna))).toBe('Only the facilitator or the scribe writes for others')
    room.does('Ben', { type: 'give role', role: 'scribe', person: person('Ivan') })
    room.does('Ivan', forHanna)
    expect(room.meeting.contributions).toMatchObject([{ person: 'Hanna', scribe: 'Ivan' }])
  })
})

describe('rounds of three', () => {
  function inThrees(stage: string) {
    const room = readyRoom({ format: formatIn('action-learning', 'rounds-of-three'), people: [...seven] })
    goTo(room, stage)
    return room
  }
  const seven = [
    ...names.map((name) => [name, name === 'Ben' ? 'facilitator' : name === 'Chidi' ? 'deputy' : 'member'] as const),
    ['Joy', 'member'],
  ] as const
  const come = (stage: string) => {
    const room = openRoom({ format: formatIn('action-learning', 'rounds-of-three'), people: [...seven] })
    room.come([...names, 'Joy'])
    goTo(room, stage)
    return room
  }

  test('put everybody in a group, in which each is client, coach and observer once', () => {
    const room = come('Tell')
    expect(room.meeting.partPeople?.groups).toEqual([
      ['Chidi', 'Grace', 'Ivan'],
      ['Amina', 'Hanna', 'Joy'],
    ])
    const parts = ['Chidi', 'Grace', 'Ivan'].map((name) => {
      const own = come('Tell')
      return [1, 2, 3].map((round) => {
        for (let moves = 0; moves < 12 && own.view(name).stage?.round !== round; moves++)
          own.does('Ben', { type: 'move on', step: own.step })
        return own.view(name).me.role
      })
    })
    expect(parts).toEqual([
      ['client', 'observer', 'coach'],
      ['coach', 'client', 'observer'],
      ['observer', 'coach', 'client'],
    ])
  })

  test('refuse the client who has turned away, and keep what a group says in the group', () => {
    const room = come('Turn away')
    expect(reason(room.asks('Chidi', says(room, 'Chidi', 'suggestion', 'But …')))).toBe(listening)
    expect(room.view('Chidi').me.doing).toBe('is turned away')
    room.does('Grace', says(room, 'Grace', 'suggestion', 'As Chidi I would be cross.'))
    const seenBy = (name: string) => room.view(name).contributions.length
    expect(['Grace', 'Ivan', 'Chidi'].map(seenBy)).toEqual([1, 1, 1])
    expect(['Amina', 'Hanna', 'Joy', 'Ben'].map(seenBy)).toEqual([0, 0, 0, 0])
  })

  test('take a late comer into the smallest group, and come to an end after three rounds', () => {
    const room = inThrees('Tell')
    expect(room.meeting.partPeople?.groups.map((group) => group.length)).toEqual([3, 2])
    room.come(['Joy'])
    expect(room.meeting.partPeople?.groups[1]).toContain('Joy')
    goTo(room, 'One sentence each')
    expect(Math.max(...room.meeting.past.map((step) => step.place.round))).toBe(2)
  })
})
