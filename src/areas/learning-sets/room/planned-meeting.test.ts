import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet, SetPart } from '../set/set.ts'
import {
  decideCallingOff,
  decideChange,
  decideOpening,
  decidePlan,
  decidePuttingBack,
  isAwaited,
  type MeetingPlan,
  type PlannedMeeting,
  type PlanRules,
} from './planned-meeting.ts'

const [amina, ben] = [newId<'person'>(), newId<'person'>()]
const today = day('2026-11-20')
const from = day('2026-09-01')
const part = (person: typeof amina, as: SetPart) => ({ id: newId<'membership'>(), person, as, from, until: null })
const set: LearningSet = {
  id: newId(),
  name: 'Tuesday set',
  type: 'action-learning-set',
  from,
  until: null,
  madeBy: amina,
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: [part(amina, 'facilitator'), part(ben, 'member')],
}
const meeting = (of: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  id: newId(),
  set: set.id,
  startsAt: moment('2026-11-20T14:00:00Z'),
  minutes: 150,
  place: '',
  format: 'suggestions',
  state: 'planned',
  capture: 'kept',
  plannedBy: amina,
  version: 1,
  lastEvent: 0,
  ...of,
})
const rules = (of: Partial<PlanRules> = {}): PlanRules => ({
  set,
  formats: ['suggestions'],
  others: [],
  now: moment('2026-11-20T10:00:00Z'),
  today,
  ...of,
})
const plan = (of: Partial<MeetingPlan> = {}): MeetingPlan => ({
  days: [day('2026-12-01'), day('2027-07-06')],
  time: '14:00',
  minutes: 150,
  place: '',
  format: 'suggestions',
  ...of,
})
const why = (decided: { ok: boolean; reason?: string }) => (decided.ok ? 'yes' : decided.reason)

describe('planning', () => {
  it('gives a London time to every day, in winter and in summer', () => {
    const planned = decidePlan(plan(), rules())
    expect(planned).toEqual({ ok: true, value: [moment('2026-12-01T14:00:00Z'), moment('2027-07-06T13:00:00Z')] })
  })

  it.each([
    ['no day', plan({ days: [] }), 'Choose at least one day'],
    ['a day twice', plan({ days: [day('2026-12-01'), day('2026-12-01')] }), 'A day is there twice'],
    [
      'a day that has passed',
      plan({ days: [day('2026-11-19')] }),
      '19 November 2026: choose a time that is still to come',
    ],
    [
      'a time that has passed today',
      plan({ days: [today], time: '09:30' }),
      '20 November 2026: choose a time that is still to come',
    ],
    ['a day far ahead', plan({ days: [day('2028-06-01')] }), 'Choose days within 18 months from today'],
    ['nine minutes', plan({ minutes: 9 }), 'A meeting lasts from 10 to 600 minutes'],
    ['half a minute', plan({ minutes: 90.5 }), 'A meeting lasts from 10 to 600 minutes'],
    ['another format', plan({ format: 'karaoke' }), 'Choose a format of the policy'],
    [
      'the hour that the clocks leave out',
      plan({ days: [day('2027-03-28')], time: '01:30' }),
      'Enter a time, such as 2:30pm',
    ],
  ])('is refused with %s', (_what, one, reason) => {
    expect(why(decidePlan(one, rules()))).toBe(reason)
  })

  it('leaves a set one meeting a day, but for those called off', () => {
    const on = (state: PlannedMeeting['state']) =>
      decidePlan(
        plan({ days: [day('2026-12-01')] }),
        rules({ others: [meeting({ state, startsAt: moment('2026-12-01T09:00:00Z') })] }),
      )
    expect(why(on('planned'))).toBe('The set meets on 1 December 2026 already')
    expect(why(on('called off'))).toBe('yes')
  })

  it('ends with the set', () => {
    const ended = { ...set, until: day('2026-12-02') }
    expect(why(decidePlan(plan({ days: [day('2026-12-01')] }), rules({ set: ended })))).toBe('yes')
    expect(why(decidePlan(plan(), rules({ set: ended })))).toBe('The set has ended by then')
  })
})

describe('a meeting that is ahead', () => {
  it('is waited for from an hour before its time to the end of its day, as long as it is planned', () => {
    const waits = (at: string, of: Partial<PlannedMeeting> = {}) => isAwaited(meeting(of), moment(at))
    expect(waits('2026-11-20T12:59:00Z')).toBe(false)
    expect(waits('2026-11-20T13:00:00Z')).toBe(true)
    expect(waits('2026-11-20T23:59:00Z')).toBe(true)
    expect(waits('2026-11-21T00:00:00Z')).toBe(false)
    expect(waits('2026-11-20T14:00:00Z', { state: 'called off' })).toBe(false)
    expect(waits('2026-11-20T14:00:00Z', { state: 'open' })).toBe(false)
  })

  it('is changed only from its newest version', () => {
    const one = meeting()
    const to = { ...plan(), day: day('2026-12-08'), version: 1 }
    const changed = decideChange(one, to, rules({ others: [one] }))
    expect(changed).toMatchObject({ ok: true, value: { startsAt: '2026-12-08T14:00:00.000Z', version: 2 } })
    expect(why(decideChange(one, { ...to, version: 2 }, rules()))).toBe(
      'Somebody changed this meeting meanwhile. Look at it again',
    )
    expect(why(decideChange(meeting({ state: 'open' }), to, rules()))).toBe('This meeting has been opened')
  })

  it('is called off and put back, while its time is to come and its day free', () => {
    const off = decideCallingOff(meeting())
    if (!off.ok) throw new Error(off.reason)
    expect(why(decideCallingOff(off.value))).toBe('This meeting was called off. Put it back first')
    expect(decidePuttingBack(off.value, rules())).toMatchObject({ ok: true, value: { state: 'planned', version: 3 } })
    expect(why(decidePuttingBack(off.value, rules({ now: moment('2026-11-20T14:00:00Z') })))).toBe(
      'Its time has passed. Plan another meeting',
    )
    expect(why(decidePuttingBack(off.value, rules({ others: [meeting()] })))).toBe(
      'The set meets on 20 November 2026 already',
    )
    expect(why(decideCallingOff(meeting({ state: 'finished' })))).toBe('This meeting has been held')
  })
})

describe('opening', () => {
  const about = { set, by: amina, today, open: 0, held: 0, rules: 'in force' as const }
  it('is for who leads the set, on the day', () => {
    expect(why(decideOpening(meeting(), about))).toBe('yes')
    expect(why(decideOpening(meeting(), { ...about, by: ben }))).toBe(
      'The facilitator or the deputy of the set opens a meeting',
    )
    expect(why(decideOpening(meeting(), { ...about, today: day('2026-11-19') }))).toBe(
      'This meeting is planned for 20 November 2026. Change its day first',
    )
    expect(why(decideOpening(meeting({ state: 'open' }), about))).toBe('This meeting is open already')
    expect(why(decideOpening(meeting(), { ...about, open: 1 }))).toBe(
      'Another meeting of this set is open. Finish that first',
    )
  })

  it('asks for ground rules from the second meeting on, where the policy has any', () => {
    expect(why(decideOpening(meeting(), { ...about, rules: 'not in force' }))).toBe('yes')
    expect(why(decideOpening(meeting(), { ...about, rules: 'not in force', held: 1 }))).toBe(
      'Your ground rules are not in force. Sign them before the second meeting begins',
    )
    expect(why(decideOpening(meeting(), { ...about, rules: 'not asked for', held: 3 }))).toBe('yes')
  })
})
