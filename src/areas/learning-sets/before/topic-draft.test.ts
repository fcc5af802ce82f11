import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { decideLength, linesOf, mayDraft, saveDraftFrom } from './topic-draft.ts'

describe('a topic draft', () => {
  it('has ten lines at most, as they stand on paper', () => {
    expect(linesOf('')).toBe(0)
    expect(linesOf('one\ntwo\n\nthree')).toBe(4)
    expect(linesOf('x'.repeat(250))).toBe(3)
    expect(decideLength(Array.from({ length: 10 }, () => 'line').join('\n'), 'situation').ok).toBe(true)
    expect(decideLength(Array.from({ length: 11 }, () => 'line').join('\n'), 'situation')).toMatchObject({
      ok: false,
      field: 'situation',
      reason: 'Say it in 10 lines at most. It is 11 now; what is hardest about it?',
    })
  })

  it('goes on until the meeting is over', () => {
    expect(mayDraft({ state: 'planned' }).ok).toBe(true)
    expect(mayDraft({ state: 'open' }).ok).toBe(true)
    expect(mayDraft({ state: 'finished' }).ok).toBe(false)
    expect(mayDraft({ state: 'called off' }).ok).toBe(false)
  })

  it('is saved only from its newest save', () => {
    const draft = { id: newId<'topic draft'>(), meeting: newId<'meeting'>(), person: newId<'person'>(), save: 3 }
    expect(saveDraftFrom(draft, 3)).toMatchObject({ ok: true, value: { save: 4 } })
    expect(saveDraftFrom(draft, 2).ok).toBe(false)
  })
})
