import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import type { PeerReview, Registered, ReviewId } from '../reviewing/review.ts'
import { decideCorrection } from './correction.ts'
import { reasonWords } from './correction.form.ts'

const noor = 'noor' as PersonId
const ben = 'ben' as PersonId
const dora = 'dora' as PersonId
const held: PeerReview = {
  id: 'review' as ReviewId,
  forum: 'forum' as ForumId,
  startsAt: moment('2026-11-24T14:00:00Z'),
  minutes: 90,
  placeKind: 'in person',
  place: '',
  state: 'held',
  ledBy: noor,
  beganAt: moment('2026-11-24T14:00:00Z'),
  finishedAt: moment('2026-11-24T15:30:00Z'),
  session: null,
  record: 0,
  sequence: 0,
}
const here = (person: PersonId): Registered => ({ person, stands: 'here', saidBy: noor })
const register = [here(noor), here(ben)]

describe('the register of a peer review', () => {
  test('is put right once it is closed, and not before', () => {
    const dorasWay = { person: dora, nowOn: true, invited: true }
    expect(decideCorrection(held, register, dorasWay).ok).toBe(true)
    for (const state of ['planned', 'open', 'called off'] as const)
      expect(decideCorrection({ ...held, state }, register, dorasWay).ok).toBe(false)
  })

  test('takes on whoever the forum invites, once', () => {
    expect(decideCorrection(held, register, { person: dora, nowOn: true, invited: false }).ok).toBe(false)
    expect(decideCorrection(held, register, { person: ben, nowOn: true, invited: true }).ok).toBe(false)
  })

  test('keeps whoever led it, and somebody who came', () => {
    expect(decideCorrection(held, register, { person: noor, nowOn: false, invited: true }).ok).toBe(false)
    expect(decideCorrection(held, register, { person: ben, nowOn: false, invited: true }).ok).toBe(false)
    const two = [...register, here(dora)]
    expect(decideCorrection(held, two, { person: ben, nowOn: false, invited: false }).ok).toBe(true)
    expect(decideCorrection(held, register, { person: dora, nowOn: false, invited: true }).ok).toBe(false)
  })

  test('says the reason for either way', () => {
    expect(reasonWords({ reason: 'wrong person', nowOn: true })).toContain('Somebody else was entered')
    expect(reasonWords({ reason: 'wrong person', nowOn: false })).toContain('in the place of somebody else')
  })
})
