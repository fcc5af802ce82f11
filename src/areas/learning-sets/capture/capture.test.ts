import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { countSaid, decideCapture, decideWord } from './capture.ts'

const ben = newId<'person'>()
const meeting: PlannedMeeting = {
  id: newId<'meeting'>(),
  set: newId<'set'>(),
  startsAt: moment('2026-12-01T14:00:00Z'),
  minutes: 120,
  place: '',
  format: 'suggestions',
  state: 'planned',
  capture: 'kept',
  plannedBy: ben,
  version: 3,
  lastEvent: 0,
}

describe('whether a meeting keeps its words', () => {
  it('is counted without names, also when somebody has left since', () => {
    expect(countSaid({ agree: 1, against: 1, own: null }, 3)).toEqual({ agree: 1, against: 1, own: null, silent: 1 })
    expect(countSaid({ agree: 2, against: 0, own: true }, 1).silent).toBe(0)
  })

  it('is decided by one who would rather not', () => {
    expect(decideWord(meeting, false)).toMatchObject({ ok: true, value: { capture: 'not kept', version: 4 } })
    expect(decideWord(meeting, true)).toEqual({ ok: true, value: meeting })
    const off = { ...meeting, capture: 'not kept' } as const
    expect(decideCapture(off, 'kept', { against: 1 }).ok).toBe(false)
    expect(decideCapture(off, 'kept', { against: 0 })).toMatchObject({ value: { capture: 'kept' } })
  })

  it('is chosen before the meeting is opened, never after', () => {
    for (const state of ['open', 'finished', 'called off'] as const) {
      expect(decideWord({ ...meeting, state }, false).ok).toBe(false)
      expect(decideCapture({ ...meeting, state }, 'not kept', { against: 0 }).ok).toBe(false)
    }
  })
})
