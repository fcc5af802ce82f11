import { expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet, SetId } from '../set/set.ts'
import { answersToShare, mayReflect } from './reflection.ts'

const set: LearningSet = {
  id: 'set' as SetId,
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-09-01'),
  until: null,
  madeBy: 'Ben' as PersonId,
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: [],
}

test('only what was ticked and answered is shared', () =>
  expect(answersToShare({ issue: 'It was fear', myself: '', first: 'Ask' }, ['issue', 'myself'])).toEqual({
    issue: 'It was fear',
  }))

test('learning is written while the set goes on and for three months after its end', () => {
  expect(mayReflect(set, day('2030-01-01')).ok).toBe(true)
  const ended = { ...set, until: day('2026-11-30') }
  expect(mayReflect(ended, day('2027-02-27')).ok).toBe(true)
  expect(mayReflect(ended, day('2027-02-28')).ok).toBe(false)
})
