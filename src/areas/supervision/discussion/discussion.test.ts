import { describe, expect, it } from 'vitest'
import type { Id } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, now, stranger } from '../session/session.examples.ts'
import { plainPart, type RecordPart } from '../terms/terms.ts'
import {
  decideAllClosed,
  decideClinicalEntry,
  decideNotReached,
  decideReview,
  type DiscussionFacts,
  partsOfDiscussion,
  stateOf,
  whyNotReviewed,
} from './discussion.ts'
import { decideSharing, keysToShow, newToDo, toldIn } from './sharing.ts'

const one = (key: string, given: Partial<RecordPart> = {}): RecordPart => ({
  ...plainPart(key, key, '', 'once begun'),
  section: 'Each case',
  forEach: 'case',
  ...given,
})
const template = [
  one('each--shared'),
  one('each--earlier', { means: 'earlier plan' }),
  one('person--risks', { forEach: 'person at risk' }),
  one('plan--plan', { means: 'plan' }),
  one('plan--told', { means: 'who is told', label: 'Who is told?' }),
  one('plan--clinical', { means: 'clinical record' }),
]
const child = { id: '00000000-0000-4000-8000-00000000c001', kind: 'child', initials: 'AB' } as const
const partsOf = (earlierPlan: boolean, keys: readonly string[] = []) =>
  partsOfDiscussion(template, { people: [child], earlierPlan }, keys)

describe('the parts of a discussion', () => {
  it('leave the clinical record to the holder and put rows in place of who is told', () => {
    expect(partsOf(false).map((part) => part.key)).toEqual([
      'each--shared',
      'each--earlier',
      `person--risks--${child.id}`,
      'plan--plan',
      'told--gp--state',
      'told--gp--how',
      'told--1--who',
      'told--1--how',
      'told--1--state',
    ])
  })
  it('begin with the plan from last time when there is one, in the policy’s words or our own', () => {
    expect(
      partsOf(true)
        .slice(0, 3)
        .map((part) => part.key),
    ).toEqual(['each--earlier', whyNotReviewed, 'each--shared'])
    const plain = template.filter((part) => part.means !== 'earlier plan')
    const parts = partsOfDiscussion(plain, { people: [], earlierPlan: true })
    expect(parts.slice(0, 2).map((part) => part.key)).toEqual(['review--came-of-it', whyNotReviewed])
  })
  it('keep the answers for somebody who has left the case since', () => {
    const gone = '00000000-0000-4000-8000-00000000c002'
    const part = partsOf(false, [`person--risks--${gone}`]).find((each) => each.key.endsWith(gone))
    expect(part?.label).toBe('No longer in the case, adult: person--risks')
  })
})

describe('an earlier plan', () => {
  const parts = partsOf(true)
  it('is looked at, or somebody says why not', () => {
    expect(decideReview({ earlierPlan: true }, { parts, texts: { 'each--earlier': ' ' } })).toMatchObject({
      ok: false,
      field: 'each--earlier',
    })
    expect(decideReview({ earlierPlan: true }, { parts, texts: { 'each--earlier': 'Done' } }).ok).toBe(true)
    expect(decideReview({ earlierPlan: true }, { parts, texts: { [whyNotReviewed]: 'No time' } }).ok).toBe(true)
    expect(decideReview({ earlierPlan: false }, { parts, texts: {} }).ok).toBe(true)
  })
})

describe('who else is told', () => {
  const texts = {
    'told--gp--state': 'Told',
    'told--2--who': 'School',
    'told--2--state': 'To do',
    'told--2--how': 'Call',
  }
  it('is read from rows, the general practitioner first', () => {
    expect(toldIn(texts)).toEqual([
      { who: 'GP', how: '', state: 'Told' },
      { who: 'School', how: 'Call', state: 'To do' },
    ])
    expect(toldIn({ 'told--gp--state': '', 'told--gp--how': '' })).toEqual([])
  })
  it('says who and whether it is done, once a row is begun', () => {
    expect(decideSharing(texts).ok).toBe(true)
    expect(decideSharing({ 'told--1--how': 'Letter' })).toMatchObject({ ok: false, field: 'told--1--who' })
    expect(decideSharing({ 'told--1--who': 'School' })).toMatchObject({ ok: false, field: 'told--1--state' })
  })
  it('has one more row to write in than was written', () => {
    expect(keysToShow({ ...texts, 'plan--plan': '' })).toContain('told--3--who')
    expect(keysToShow({ 'plan--plan': '' })).toEqual(['told--1--who'])
  })
  it('becomes an action while it is still to do, once', () => {
    expect(newToDo(texts, {}).map((row) => row.who)).toEqual(['School'])
    expect(newToDo(texts, texts)).toEqual([])
  })
})

const facts: DiscussionFacts = {
  caseId: '00000000-0000-4000-8000-0000000ca5e1' as Id<'case'>,
  version: 0,
  begun: false,
  drafting: false,
  notReached: false,
  answer: null,
}

describe('the cases of a session', () => {
  it('stand in one state each', () => {
    expect(stateOf(facts)).toBe('to write')
    expect(stateOf({ ...facts, begun: true })).toBe('being written')
    expect(stateOf({ ...facts, notReached: true })).toBe('not reached')
    expect(stateOf({ ...facts, version: 1, notReached: true })).toBe('signed off')
    expect(stateOf({ ...facts, version: 1, answer: 'agreed' })).toBe('validated')
    expect(stateOf({ ...facts, version: 1, answer: 'commented' })).toBe('commented on')
  })
  it('are closed one by one before the session is', () => {
    expect(decideAllClosed([]).ok).toBe(true)
    expect(decideAllClosed([facts])).toMatchObject({ ok: false, reason: expect.stringMatching(/^One case is/) })
    expect(
      decideAllClosed([
        { ...facts, version: 1 },
        { ...facts, notReached: true },
      ]).ok,
    ).toBe(true)
  })
  it('are said not to have been reached by the supervisor, while nothing is signed off', () => {
    const by = { person: amina, supervisor: amina }
    expect(decideNotReached(facts, by).ok).toBe(true)
    expect(decideNotReached(facts, { ...by, person: ben }).ok).toBe(false)
    expect(decideNotReached({ ...facts, version: 1 }, by).ok).toBe(false)
    expect(decideNotReached({ ...facts, notReached: true }, by).ok).toBe(false)
    expect(decideNotReached(null, by).ok).toBe(false)
  })
})

describe('the clinical record', () => {
  const signed = { holder: ben, version: 2, known: null }
  const said = {
    by: ben,
    version: 2,
    outcome: 'entered' as const,
    day: day('2026-11-20'),
    today: day('2026-11-20'),
    held: day('2026-11-18'),
  }
  it('is spoken of by the holder alone, for the newest version, once', () => {
    expect(decideClinicalEntry(signed, said).ok).toBe(true)
    expect(decideClinicalEntry(signed, { ...said, by: stranger }).ok).toBe(false)
    expect(decideClinicalEntry(signed, { ...said, version: 1 }).ok).toBe(false)
    const known = { version: 2, outcome: 'entered' as const, day: day('2026-11-19'), by: ben, at: now }
    expect(decideClinicalEntry({ ...signed, known }, said).ok).toBe(false)
    expect(decideClinicalEntry({ ...signed, known: { ...known, version: 1 } }, said).ok).toBe(true)
  })
  it('has the plan from the day of the session up to today', () => {
    expect(decideClinicalEntry(signed, { ...said, day: null })).toMatchObject({ field: 'day' })
    expect(decideClinicalEntry(signed, { ...said, day: day('2026-11-17') })).toMatchObject({ field: 'day' })
    expect(decideClinicalEntry(signed, { ...said, day: day('2026-11-21') })).toMatchObject({ field: 'day' })
    expect(decideClinicalEntry(signed, { ...said, outcome: 'not needed', day: null }).ok).toBe(true)
  })
})
