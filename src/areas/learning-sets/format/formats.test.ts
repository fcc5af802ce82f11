// That formats are data (SPEC 7.10): every shipped one, and those of other organisations, can be met by from beginning to end,
// and a format that nobody thought of as well. How minutes are shared out, groups formed and a format drawn as a strip.
import { describe, expect, test } from 'vitest'
import { hold } from '../../../../test/meeting-played.ts'
import { chooseTopics, formatIn, names, openRoom, packIn, person, topic } from '../../../../test/meeting-room.ts'
import { stripOfFormat } from '../course/strip.ts'
import { formGroups, joinSmallest, roleInGroup } from './groups.ts'
import { inProportion, shareOut } from './sharing-out.ts'

const packs = ['action-learning', 'examples/ambulance', 'examples/mental-health-trust', 'examples/small']
const formats = packs.flatMap((pack) => (packIn(pack).meetingFormats ?? []).map((one) => [pack, one.key] as const))

describe('meetings', () => {
  test.each(formats)('by the format of %s called %s go through all their stages', (pack, key) => {
    const format = formatIn(pack, key)
    const room = openRoom({ format, minutes: format.usualMinutes ?? 120 })
    room.come(names)
    const stages = hold(room)
    const expected = format.parts.flatMap((part) => part.stages.map((stage) => stage.name))
    expect(new Set(stages)).toEqual(new Set(expected))
    expect(room.now <= (room.meeting.endsAt ?? '')).toBe(true)
  })

  test('by two halves have one topic before the break and one after it', () => {
    const room = openRoom({ format: formatIn('action-learning', 'two-halves') })
    room.come(names)
    hold(room)
    const told = [...room.meeting.past].flatMap((step) => {
      const name = room.meeting.format.parts[step.place.part]?.name ?? ''
      return ['First half', 'Tea', 'Second half'].includes(name) ? [`${name}: ${step.presenter}`] : []
    })
    expect([...new Set(told)]).toEqual(['First half: Amina', 'Tea: null', 'Second half: Grace'])
  })

  test('by a bidding round go in the order of the bids when they ask', () => {
    const format = formatIn('action-learning', 'bidding-round')
    const room = openRoom({ format })
    room.come(names)
    room.does('Ben', { type: 'begin' })
    while (room.view('Ben').stage?.name !== 'Who needs the set today?')
      room.does('Ben', { type: 'move on', step: room.step })
    const bid = (name: string, strength: number) =>
      room.does(name, { type: 'bid', topic: topic(name), person: person(name), strength, words: name, step: room.step })
    bid('Amina', 2)
    bid('Ivan', 5)
    bid('Hanna', 4)
    room.does('Ben', { type: 'move on', step: room.step })
    expect(chooseTopics(room, ['Amina'], 'Hers ends tomorrow')).toMatchObject({ ok: true })
    while (room.view('Ben').stage?.name !== 'Questions') room.does('Ben', { type: 'move on', step: room.step })
    expect(room.meeting.step?.turns?.order.slice(0, 2)).toEqual(['Ivan', 'Hanna'])
  })

  test('whose strip adds up to their minutes', () => {
    for (const [pack, key] of formats.filter(([pack]) => pack === 'action-learning')) {
      const pieces = stripOfFormat(formatIn(pack, key), { minutes: 150, people: 6, topics: 2 })
      const sum = pieces.reduce((total, piece) => total + piece.minutes, 0)
      expect(Math.abs(sum - 150)).toBeLessThanOrEqual(pieces.length / 2)
    }
  })
})

describe('minutes', () => {
  test('that are fixed come first, the shares have what is left, and the whole is shared out to the second', () => {
    const pieces = [
      { share: 30, fixed: null },
      { share: null, fixed: 120 },
      { share: 70, fixed: null },
    ]
    expect(shareOut(1000, pieces)).toEqual([264, 120, 616])
    expect(
      shareOut(
        7,
        [1, 1, 1].map((share) => ({ share, fixed: null })),
      ),
    ).toEqual([3, 2, 2])
  })
  test('that are fixed and too many are pressed together, and never stretched', () => {
    expect(
      shareOut(60, [
        { share: null, fixed: 100 },
        { share: null, fixed: 50 },
      ]),
    ).toEqual([40, 20])
    expect(shareOut(600, [{ share: null, fixed: 100 }])).toEqual([100])
  })
  test('of no weight at all are none', () => expect(inProportion(60, [0, 0])).toEqual([0, 0]))
})

describe('groups', () => {
  const people = (count: number) => Array.from({ length: count }, (_, at) => person(`p${at}`))
  test.each([
    [3, [3]],
    [4, [4]],
    [5, [3, 2]],
    [6, [3, 3]],
    [7, [4, 3]],
    [8, [4, 4]],
    [10, [4, 3, 3]],
    [2, [2]],
    [0, []],
  ])('of three for %i people are %j', (count, sizes) =>
    expect(formGroups(people(count), 3).map((group) => group.length)).toEqual(sizes),
  )
  test('take a late comer once', () => {
    const groups = formGroups(people(5), 3)
    const joined = joinSmallest(groups, person('late'))
    expect(joined.map((group) => group.length)).toEqual([3, 3])
    expect(joinSmallest(joined, person('late'))).toBe(joined)
  })
  test('of four have two observers, and a group that has had its rounds has no roles', () => {
    const roles = { roles: ['client', 'coach', 'observer'] as const, rotates: true }
    const four = people(4)
    expect(four.map((one) => roleInGroup(four, one, { ...roles, round: 1 }))).toEqual([
      'observer',
      'client',
      'coach',
      'observer',
    ])
    expect(roleInGroup(people(3), person('p0'), { ...roles, round: 3 })).toBeNull()
  })
})
