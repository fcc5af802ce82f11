import { describe, expect, it } from 'vitest'
import { moment } from '../../../platform/time/moment.ts'
import { amina, ben, booked, group, now, proposed, tuesday } from './session.examples.ts'
import { listNames, nextStep, others, stateTag, whenWords } from './session.view.ts'

const after = moment('2026-11-24T15:10:00Z')
const waiting = { toAnswer: false, toPrepare: false, toRebook: false }
const standing = { asker: amina, now: after, record: 'none' as const, ...waiting }

describe('a session in words', () => {
  it('says when in London time, winter and summer', () => {
    expect(whenWords(tuesday)).toBe('Tuesday 24 November 2026, 2pm, 1 hour')
    expect(whenWords({ startsAt: moment('2027-07-06T13:30:00Z'), minutes: 90 })).toBe(
      'Tuesday 6 July 2027, 2:30pm, 1 hour 30 minutes',
    )
  })
  it('names a few people and counts the rest', () => {
    expect(listNames(['Ben', 'Dora'])).toBe('Ben and Dora')
    expect(listNames(['Ben', 'Dora', 'Femi', 'Grace', 'Hana'])).toBe('Ben, Dora and 3 others')
    expect(others(group, amina)).toHaveLength(3)
  })
  it('tells each side whose turn it is', () => {
    expect(stateTag(proposed, ben, now).words).toBe('Waiting for an answer')
    expect(stateTag(proposed, amina, now).words).toBe('Answer this')
    expect(stateTag(booked, amina, after).words).toBe('To be recorded')
  })
})

describe('the next step', () => {
  it('follows the life of the session for each person', () => {
    expect(nextStep({ ...standing, session: proposed, now })).toBe('answer')
    expect(nextStep({ ...standing, session: proposed, asker: ben, now })).toBe('nothing')
    expect(nextStep({ ...standing, session: booked, now })).toBe('nothing')
    expect(nextStep({ ...standing, session: booked })).toBe('hold')
    expect(nextStep({ ...standing, session: booked, asker: ben })).toBe('nothing')
    expect(nextStep({ ...standing, session: booked, asker: ben, toPrepare: true })).toBe('prepare')
    const held = { ...booked, state: 'held' as const }
    expect(nextStep({ ...standing, session: held })).toBe('write')
    expect(nextStep({ ...standing, session: held, record: 'signed' })).toBe('nothing')
    expect(nextStep({ ...standing, session: held, asker: ben, record: 'signed', toAnswer: true })).toBe('read')
    const cancelled = { ...booked, state: 'cancelled' as const }
    expect(nextStep({ ...standing, session: cancelled, toRebook: true })).toBe('rebook')
  })
})
