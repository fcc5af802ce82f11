import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Member, openHub } from './hub.ts'
import { roomFor } from './room.ts'
import { takeTurns } from './turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function member(topic: Member['topic'], guarded: Member['guarded'] = []) {
  const told: (number | 'doubt')[] = []
  return {
    told,
    topic,
    guarded,
    version: -1,
    tell: (version: number) => void told.push(version),
    doubt: () => void told.push('doubt'),
  }
}

it('tells the first change at once, and those that follow in a moment together', () => {
  const hub = openHub({ pause: 25 })
  const one = member('thing:1')
  hub.join(one)
  for (const version of [1, 2, 3, 4]) hub.hear('thing:1', version)
  expect(one.told).toEqual([1])
  vi.advanceTimersByTime(25)
  expect(one.told).toEqual([1, 4])
  vi.advanceTimersByTime(25)
  hub.hear('thing:1', 5)
  expect(one.told).toEqual([1, 4, 5])
})

it('tells nobody a version that they have, nor of another topic, nor once they have left', () => {
  const hub = openHub({ pause: 25 })
  const [one, two] = [member('thing:1'), member('thing:2')]
  for (const each of [one, two]) hub.join(each)
  hub.tell(one, 7)
  hub.hear('thing:1', 7)
  vi.advanceTimersByTime(25)
  hub.hear('thing:1', 6)
  hub.leave(two)
  hub.hear('thing:2', 9)
  expect([one.told, two.told]).toEqual([[7], []])
})

it('makes everybody doubt whose topic, visit or person was named', () => {
  const hub = openHub()
  const [one, two] = [member('thing:1', ['person:a']), member('thing:1', ['person:b'])]
  for (const each of [one, two]) hub.join(each)
  hub.hear('person:a', 'who may')
  hub.hear('thing:1', 'who may')
  expect([one.told, two.told]).toEqual([['doubt', 'doubt'], ['doubt']])
})

it('gives a place back once', () => {
  const room = roomFor({ ofVisit: 1, ofPerson: 2, ofProgram: 3 })
  const who = { visit: 'v', person: 'p' }
  expect(room.whyNot(who)).toBeNull()
  room.take(who)
  expect(room.whyNot(who)).toContain('too many windows')
  expect(room.whyNot({ ...who, visit: 'w' })).toBeNull()
  room.give(who)
  expect(room.whyNot(who)).toBeNull()
})

it('serves a few at a time, each once however often it was added', async () => {
  const served: string[] = []
  let atOnce = 0
  const turns = takeTurns(async (name: string) => {
    atOnce += 1
    expect(atOnce).toBeLessThan(3)
    await Promise.resolve()
    served.push(name)
    atOnce -= 1
  }, 2)
  for (const name of ['a', 'b', 'c', 'd', 'c']) turns.add(name)
  turns.drop('d')
  await vi.waitFor(() => expect(served).toEqual(['a', 'b', 'c']))
})
