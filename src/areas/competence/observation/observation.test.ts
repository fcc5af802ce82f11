import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { SessionFacts } from '../../supervision/index.ts'
import { amina, noor, planned, watched } from './observation.examples.ts'
import {
  decideAnswer,
  decideCallingOff,
  decideComment,
  decideFromPaper,
  decidePassingOn,
  decidePlan,
  decideWriting,
  isOpen,
  type Observation,
  stageOf,
} from './observation.ts'

const now = moment('2026-11-20T10:00:00Z')
const during = moment('2026-11-24T15:00:00Z')
const later = moment('2026-11-25T09:00:00Z')
const agreed: Observation = { ...planned, agreed: 4 }
const sent: Observation = { ...agreed, save: 1, version: 1, sentAt: later, seenOn: day('2026-11-24') }
const commented: Observation = { ...sent, comment: { outcome: 'agreed', version: 1, at: later } }
const passed: Observation = { ...commented, passedAt: later }

describe('where an observation stands', () => {
  it('is being asked until everybody has answered, whatever they said', () => {
    expect(stageOf(planned, now)).toBe('asking')
    expect(stageOf({ ...planned, agreed: 1, refused: 2 }, now)).toBe('asking')
    expect(stageOf({ ...planned, agreed: 3, refused: 1 }, now)).toBe('not everybody agreed')
    expect(stageOf(agreed, now)).toBe('agreed')
  })
  it('takes silence for no once the session begins', () => {
    expect(stageOf({ ...planned, agreed: 3 }, during)).toBe('not everybody agreed')
  })
  it('is to be written once the session is over, and ends with the director', () => {
    expect(stageOf(agreed, during)).toBe('agreed')
    expect(stageOf(agreed, later)).toBe('to be written')
    expect(stageOf(sent, later)).toBe('with the supervisor')
    expect(stageOf(commented, later)).toBe('to be passed on')
    expect(stageOf(passed, later)).toBe('passed on')
  })
  it('does not wait for a comment for longer than two weeks', () => {
    expect(stageOf(sent, moment('2026-12-08T09:00:00Z'))).toBe('with the supervisor')
    expect(stageOf(sent, moment('2026-12-09T09:00:00Z'))).toBe('to be passed on')
  })
  it('asks for a comment again when it was changed and sent again', () => {
    expect(stageOf({ ...commented, version: 2 }, later)).toBe('with the supervisor')
  })
  it('falls with its session, and when it is called off', () => {
    expect(stageOf({ ...agreed, session: { ...watched, state: 'cancelled' } }, now)).toBe('session gone')
    expect(stageOf({ ...agreed, calledOffAt: now }, now)).toBe('called off')
    expect(stageOf({ ...planned, session: null, seenOn: day('2026-01-01') }, now)).toBe('from paper')
    expect((['called off', 'session gone', 'passed on', 'from paper'] as const).some(isOpen)).toBe(false)
  })
})

describe('planning', () => {
  const session = {
    ...watched,
    format: 'group',
    supervisor: amina,
    supervisees: ['ben' as PersonId],
    proposedBy: null,
    proposals: 1,
    rebooks: null,
    version: 2,
  } as unknown as SessionFacts
  const asked = { observer: noor, types: ['child-protection-case-work'], managed: false, now }
  it('takes a booked session that leaves a day for asking', () => {
    expect(decidePlan(session, asked).ok).toBe(true)
    expect(decidePlan(session, { ...asked, now: moment('2026-11-23T14:00:00Z') }).ok).toBe(true)
    expect(decidePlan(session, { ...asked, now: moment('2026-11-23T14:01:00Z') }).ok).toBe(false)
    expect(decidePlan({ ...session, state: 'proposed' }, asked).ok).toBe(false)
  })
  it('refuses other kinds, sessions of one’s own, and those of one’s own staff', () => {
    expect(decidePlan(session, { ...asked, types: [] }).ok).toBe(false)
    expect(decidePlan(session, { ...asked, observer: amina }).ok).toBe(false)
    expect(decidePlan(session, { ...asked, observer: 'ben' as PersonId }).ok).toBe(false)
    expect(decidePlan(session, { ...asked, managed: true }).ok).toBe(false)
  })
})

describe('an answer', () => {
  it('may be given and changed while people are asked, and a yes be taken back until it begins', () => {
    expect(decideAnswer(planned, { agrees: false, before: null, now }).ok).toBe(true)
    expect(decideAnswer(planned, { agrees: true, before: false, now }).ok).toBe(true)
    expect(decideAnswer(agreed, { agrees: false, before: true, now }).ok).toBe(true)
    expect(decideAnswer(agreed, { agrees: false, before: true, now: during }).ok).toBe(false)
  })
  it('does not turn a no that everybody has seen into a yes', () => {
    const refused = { ...planned, agreed: 3, refused: 1 }
    expect(decideAnswer(refused, { agrees: true, before: false, now })).toMatchObject({ ok: false })
    expect(decideAnswer(refused, { agrees: false, before: true, now }).ok).toBe(true)
  })
})

describe('what comes after', () => {
  it('is written from the session’s start, and never when not everybody agreed', () => {
    expect(decideWriting(agreed, now).ok).toBe(false)
    expect(decideWriting(agreed, during).ok).toBe(true)
    expect(decideWriting(agreed, later).ok).toBe(true)
    expect(decideWriting({ ...planned, agreed: 3 }, later).ok).toBe(false)
    expect(decideWriting(passed, later).ok).toBe(false)
  })
  it('is commented on once for each time it was sent', () => {
    expect(decideComment(planned, 0).ok).toBe(false)
    expect(decideComment(sent, 1).ok).toBe(true)
    expect(decideComment(commented, 1).ok).toBe(false)
    expect(decideComment({ ...commented, version: 2 }, 1).ok).toBe(false)
    expect(decideComment({ ...commented, version: 2 }, 2).ok).toBe(true)
    expect(decideComment(passed, 1).ok).toBe(false)
  })
  it('is passed on once, after the comment', () => {
    expect(decidePassingOn(agreed, later).ok).toBe(false)
    expect(decidePassingOn(sent, later).ok).toBe(false)
    expect(decidePassingOn(commented, later).ok).toBe(true)
    expect(decidePassingOn(passed, later).ok).toBe(false)
  })
  it('is called off until it is written', () => {
    expect(decideCallingOff(planned, now).ok).toBe(true)
    expect(decideCallingOff(agreed, later).ok).toBe(true)
    expect(decideCallingOff(sent, later).ok).toBe(false)
  })
  it('may have been on paper, by somebody else, in the last five years', () => {
    const paper = { seenOn: day('2026-03-01'), supervisor: amina, observer: noor }
    const today = day('2026-11-20')
    expect(decideFromPaper(paper, today).ok).toBe(true)
    expect(decideFromPaper({ ...paper, observer: amina }, today).ok).toBe(false)
    expect(decideFromPaper({ ...paper, seenOn: day('2026-11-21') }, today).ok).toBe(false)
    expect(decideFromPaper({ ...paper, seenOn: day('2019-11-21') }, today).ok).toBe(false)
  })
})

it('comes to the same page for the observer whoever it was that said no, and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }), (answers) => {
      const people = answers.length
      const session = { ...watched, people }
      const after = (count: number) => {
        const given = answers.slice(0, count)
        return stageOf(
          { ...planned, session, agreed: given.filter(Boolean).length, refused: given.filter((one) => !one).length },
          now,
        )
      }
      for (let count = 0; count < people; count += 1) expect(after(count)).toBe('asking')
      expect(after(people)).toBe(answers.every(Boolean) ? 'agreed' : 'not everybody agreed')
    }),
  )
})
