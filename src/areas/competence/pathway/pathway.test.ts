import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { caseWorkPathway as pathway, seniorityOf } from './pathway.examples.ts'
import { dayAfter, daysOfSignOff, decideSignOff, isFor, isTop, progressWords, roleList, signsOff } from './pathway.ts'

const [tom, noor] = ['tom' as PersonId, 'noor' as PersonId]
const today = day('2026-11-20')
const all = pathway.steps.map((step) => ({ step, done: step.times }))
const none = pathway.steps.map((step) => ({ step, done: 0 }))
const stands = { progress: all, current: null, today }

describe('who signs off', () => {
  it('is whoever holds a role that the policy names', () => {
    expect(signsOff(['named-professional'], pathway, seniorityOf)).toBe(true)
    expect(signsOff(['safeguarding-advisor'], pathway, seniorityOf)).toBe(false)
    expect(signsOff([], pathway, seniorityOf)).toBe(false)
  })
  it('is also whoever is senior to all of them', () => {
    expect(signsOff(['designated-professional'], pathway, seniorityOf)).toBe(true)
  })
  it('is a safeguarding lead where the policy names nobody', () => {
    expect(signsOff(['named-professional'], { ...pathway, signers: [] }, seniorityOf)).toBe(true)
    expect(signsOff(['senior-safeguarding-advisor'], { ...pathway, signers: [] }, seniorityOf)).toBe(false)
  })
  it('is never the one who is signed off', () => {
    expect(decideSignOff(tom, { person: tom, signs: true }, stands)).toMatchObject({ ok: false })
  })
})

describe('a sign-off', () => {
  const by = { person: noor, signs: true }
  it('waits for every step of the logbook', () => {
    expect(decideSignOff(tom, by, stands).ok).toBe(true)
    const half = all.map((one) => (one.step.key === 'deliver' ? { ...one, done: 1 } : one))
    expect(decideSignOff(tom, by, { ...stands, progress: half })).toMatchObject({
      ok: false,
      reason: '“Lead with support” is not done yet: 1 of 2',
    })
    expect(progressWords(half)).toBe('2 of 3 steps done')
    expect(progressWords(none)).toBe('0 of 3 steps done')
  })
  it('is by somebody who may', () => {
    expect(decideSignOff(tom, { ...by, signs: false }, stands).ok).toBe(false)
  })
  it('is not given twice, but renewed within 90 days of its end without doing the steps again', () => {
    const renewing = (to: string | null) =>
      decideSignOff(tom, by, { progress: none, current: { to: to === null ? null : day(to) }, today }).ok
    expect([renewing(null), renewing('2027-02-19'), renewing('2027-02-18'), renewing('2026-11-20')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
  it('holds for as long as the policy says, and follows the one that it renews', () => {
    expect(daysOfSignOff({ lasts: null }, null, today)).toEqual({ from: today, to: null })
    const months = { lasts: { count: 36, unit: 'month' as const } }
    expect(daysOfSignOff(months, null, today)).toEqual({ from: today, to: day('2029-11-19') })
    expect(daysOfSignOff(months, { to: day('2026-12-31') }, today)).toEqual({
      from: day('2027-01-01'),
      to: day('2029-12-31'),
    })
  })
})

describe('the chain', () => {
  it('ends with the most senior of the roles that supervise', () => {
    const own = pathway.ownSupervision
    if (!own) throw new Error('It has one')
    expect(isTop(['designated-professional'], own, seniorityOf)).toBe(true)
    expect(isTop(['named-professional'], own, seniorityOf)).toBe(false)
    expect(isTop(['named-professional'], { ...own, by: [] }, seniorityOf)).toBe(false)
  })
  it('is of those who hold a role of the way', () => {
    expect(isFor(['safeguarding-advisor'], pathway)).toBe(true)
    expect(isFor(['set-facilitator'], pathway)).toBe(false)
  })
})

describe('words and days', () => {
  it('name roles with their article', () => {
    expect(roleList(pathway.signers)).toBe('a senior safeguarding advisor or a named professional')
    expect(roleList([{ key: 'a', name: 'Advocate' }])).toBe('an advocate')
    expect(roleList([{ key: 'c', name: 'CAMHS lead' }])).toBe('a CAMHS lead')
    expect(roleList([])).toBe('a safeguarding lead')
  })
  it('clamp months at their end', () => {
    expect(dayAfter(day('2026-11-30'), { count: 3, unit: 'month' })).toBe('2027-02-28')
    expect(dayAfter(day('2026-11-30'), { count: 2, unit: 'week' })).toBe('2026-12-14')
  })
})
