// Reporting back before the topics, and choosing them, by sentence (SPEC 7.3, 7.6).
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
  topic,
} from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'

describe('reporting back', () => {
  test('comes before the topics: nobody moves on past an open commitment', () => {
    const room = readyRoom({ promises: ['Hanna', 'Ivan'] })
    goTo(room, 'What came of it?')
    expect(reason(room.asks('Ben', { type: 'move on', step: room.step }))).toMatch('2 commitments are not reported on')
    expect(room.view('Ben').facilitating?.next?.why).toMatch('2 commitments')
    passTo(room, 'Hanna')
    room.does('Hanna', {
      type: 'report',
      commitment: promised('Hanna'),
      outcome: 'part done',
      words: null,
      step: room.step,
    })
    expect(reason(room.asks('Ben', { type: 'put off report', commitment: promised('Ivan'), words: '' }))).toMatch(
      'Say why',
    )
    room.does('Ben', { type: 'put off report', commitment: promised('Ivan'), words: 'The talk is next week' })
    room.does('Ben', { type: 'move on', step: room.step })
    expect(room.view('Ben').stage?.name).toBe('Name your topic')
  })

  test('is for whoever promised, in their turn, and says why when it was not done', () => {
    const room = readyRoom({ promises: ['Hanna'] })
    goTo(room, 'What came of it?')
    const report = { type: 'report', commitment: promised('Hanna'), words: null, step: room.step } as const
    expect(reason(room.asks('Hanna', { ...report, outcome: 'done' }))).toBe('It is not your turn now')
    passTo(room, 'Hanna')
    expect(reason(room.asks('Ivan', { ...report, outcome: 'done' }))).toBe('Whoever promised it reports on it')
    expect(reason(room.asks('Hanna', { ...report, outcome: 'not done' }))).toBe('Say in a few words why')
    const late = { ...report, outcome: 'changed', words: 'I shall write', due: day('2027-02-01') } as const
    expect(reason(room.asks('Hanna', late))).toBe('Choose today or a later day')
    expect(reason(room.asks('Hanna', { ...late, due: day('2028-03-01') }))).toBe('Choose a day within a year')
    room.does('Hanna', { ...report, outcome: 'not done', words: 'The post was cut' })
    expect(room.meeting.commitments).toMatchObject([{ outcome: 'not done', words: 'The post was cut' }])
  })

  test('is possible before the topics in a format that has no stage for it', () => {
    const room = openRoom({
      format: formatIn('examples/mental-health-trust', 'client-turned-away'),
      promises: ['Amina'],
    })
    room.come(names)
    room.does('Ben', { type: 'name presenter', person: person('Grace') })
    expect(reason(room.asks('Ben', { type: 'begin' }))).toMatch('One commitment is not reported on')
    expect(room.view('Amina').deeds).toContain('report')
    room.does('Amina', { type: 'report', commitment: promised('Amina'), outcome: 'done', words: null, step: 0 })
    room.does('Ben', { type: 'begin' })
    expect(room.meeting.step?.presenter).toBe('Grace')
  })
})

describe('choosing', () => {
  test('asks for minutes that add up to the time there is', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina', 'Grace', 'Hanna'])
    goTo(room, 'Choose, put in order, share out the time')
    const there = room.view('Ben').facilitating?.minutesForTopics ?? 0
    // 58 % of 150 minutes, and what was saved before.
    expect(there).toBeGreaterThanOrEqual(87)
    const choice = { type: 'choose topics', how: 'agreement', words: null, shownAt: room.now } as const
    const two = (minutes: number) => [
      { topic: topic('Amina'), minutes },
      { topic: topic('Grace'), minutes: 40 },
    ]
    expect(reason(room.asks('Ben', { ...choice, topics: two(10) }))).toBe(
      `The minutes add up to 50; there are ${there} for these topics`,
    )
    room.does('Ben', { ...choice, topics: two(there - 40) })
    goTo(room, 'Present')
    goTo(room, 'Listen')
    goTo(room, 'Respond')
    goTo(room, 'Commit')
    const grace = room.meeting
    const own = [...grace.past, ...(grace.step ? [grace.step] : [])].filter((step) => step.presenter === 'Amina')
    expect(own.reduce((sum, step) => sum + step.clock.seconds, 0)).toBe((there - 40) * 60)
  })

  test('by votes leaves out no topic with more votes, and nobody sees how another voted', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina', 'Grace', 'Hanna'])
    goTo(room, 'Choose, put in order, share out the time')
    const votes = (name: string, ...owners: string[]) =>
      room.does(name, { type: 'vote', person: person(name), topics: owners.map(topic), step: room.step })
    votes('Amina', 'Hanna')
    expect(room.view('Grace')).toMatchObject({ voted: 1, votes: null, myVotes: [] })
    for (const name of ['Chidi', 'Grace', 'Hanna', 'Ivan']) votes(name, 'Hanna', 'Grace')
    expect(room.view('Grace').votes?.get(topic('Hanna'))).toBe(5)
    const there = room.view('Ben').facilitating?.minutesForTopics ?? 0
    const choice = { type: 'choose topics', how: 'votes', words: 'We like it short', shownAt: room.now } as const
    expect(reason(room.asks('Ben', { ...choice, topics: [{ topic: topic('Amina'), minutes: there }] }))).toMatch(
      'more votes',
    )
    room.does('Ben', { ...choice, topics: [{ topic: topic('Hanna'), minutes: there }] })
    expect(room.meeting.choice).toMatchObject({ how: 'votes', overruled: false })
  })

  test('otherwise than fairness suggests takes the set’s words, which are kept', () => {
    const past = { day: day('2027-01-06'), absent: [], roles: [], overruled: null }
    const present = names.map(person)
    const history = [
      { ...past, present, presented: [{ person: person('Amina'), minutes: 40 }], putOff: [person('Grace')] },
    ]
    const room = readyRoom({ history })
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina', 'Grace', 'Hanna', 'Ivan'])
    goTo(room, 'Choose, put in order, share out the time')
    expect(reason(chooseTopics(room, ['Amina', 'Hanna']))).toMatch('in the set’s words why it chooses otherwise')
    expect(chooseTopics(room, ['Amina', 'Hanna'], 'Amina has her talk tomorrow')).toMatchObject({ ok: true })
    const suggested = [topic('Grace'), topic('Hanna'), topic('Ivan')]
    expect(room.meeting.choice).toMatchObject({ overruled: true, words: 'Amina has her talk tomorrow', suggested })
  })

  test('again later keeps the topic that has begun', () => {
    const room = roomInTopic('Listen')
    const choice = { type: 'choose topics', how: 'agreement', shownAt: room.now, words: 'Short of time' } as const
    expect(reason(room.asks('Ben', { ...choice, topics: [] }))).toBe(
      'Topics that have begun stay first, with their minutes',
    )
    room.does('Ben', { ...choice, topics: room.meeting.choice?.topics.slice(0, 1) ?? [] })
    goTo(room, 'Commit')
    room.does('Ben', { type: 'move on', step: room.step })
    expect(room.view('Ben').stage?.name).toBe('What did we learn?')
  })

  test('a topic whose owner has left is not entered', () => {
    const room = roomInTopic('Commit')
    room.does('Grace', { type: 'leave', person: person('Grace') })
    expect(reason(room.asks('Ben', { type: 'move on', step: room.step }))).toMatch('not here')
  })
})
