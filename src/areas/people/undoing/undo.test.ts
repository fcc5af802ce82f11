import { describe, expect, it } from 'vitest'
import { moment } from '../../../platform/time/moment.ts'
import type { ImportState } from '../import/import.ts'
import { mayUndo } from './undo.ts'

const one = (state: ImportState = 'imported') => ({
  state,
  markAfter: '5 5',
  writtenAt: moment('2026-11-20T10:00:00Z'),
})
const since = { mark: '5 5', built: null }

describe('undoing an import', () => {
  it('is for what was written, once, while the register is as it left it', () => {
    expect(mayUndo(one(), since).ok).toBe(true)
    expect(mayUndo(one('undoing'), since).ok).toBe(true)
    for (const state of ['checked', 'cancelled', 'importing', 'failed', 'undone'] as const)
      expect(mayUndo(one(state), since).ok).toBe(false)
    expect(mayUndo(one(), { ...since, mark: '5 6' })).toMatchObject({ reason: expect.stringMatching('has changed') })
    expect(mayUndo({ ...one(), writtenAt: null }, since).ok).toBe(false)
  })

  it('is refused with what rests on it', () => {
    const built = 'somebody whom it added has a session'
    expect(mayUndo(one(), { ...since, built })).toMatchObject({ ok: false, reason: expect.stringContaining(built) })
  })
})
