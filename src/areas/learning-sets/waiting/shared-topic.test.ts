import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet, SetPart } from '../set/set.ts'
import { decideSharing, strangersTo } from './shared-topic.ts'

const today = day('2026-12-18')
const [amina, noor, ben, dora] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]
const stretch = (person: typeof ben, as: SetPart) => ({
  id: newId<'membership'>(),
  person,
  as,
  from: day('2026-09-01'),
  until: null,
})
const set: LearningSet = {
  id: newId<'set'>(),
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-09-01'),
  until: null,
  madeBy: amina,
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: [
    stretch(noor, 'facilitator'),
    stretch(amina, 'deputy'),
    stretch(ben, 'member'),
    stretch(dora, 'member'),
  ],
}
const topic = { id: newId<'topic'>(), owner: ben, words: 'Saying no', waited: false }

describe('a topic that waits', () => {
  it('has strangers: those who lead the set and read nothing of the meeting', () => {
    expect(strangersTo(set, new Set([amina, ben]), today)).toEqual([noor])
    expect(strangersTo(set, new Set([amina, noor]), today)).toEqual([])
    expect(strangersTo(set, new Set([amina]), day('2026-08-01'))).toEqual([])
  })

  it('is shared by its author alone, where somebody cannot read it', () => {
    const share = (by: typeof ben, strangers = [noor]) => decideSharing([topic], { topic: topic.id, by, strangers })
    expect(share(ben)).toEqual({ ok: true, value: topic })
    expect(share(dora)).toMatchObject({ reason: 'There is no such topic of yours' })
    expect(share(ben, [])).toMatchObject({ reason: 'Everybody who leads the set was there' })
    expect(decideSharing([], { topic: topic.id, by: ben, strangers: [noor] }).ok).toBe(false)
  })
})
