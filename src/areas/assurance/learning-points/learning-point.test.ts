import { describe, expect, test } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import {
  canonicalPoint,
  decideAnswer,
  decideApproval,
  decideDraft,
  decideReading,
  decideRedraft,
  decideWithdrawal,
  type LearningPoint,
  type PointId,
  type PointState,
  waitsFor,
} from './learning-point.ts'

const person = (name: string) => name as PersonId
const [amina, ben, noor, lin] = [person('Amina'), person('Ben'), person('Noor'), person('Lin')]
const point: LearningPoint = {
  id: 'point' as PointId,
  sourceKind: 'session',
  source: 'session' as Id<'source'>,
  draftedBy: amina,
  draftedAt: moment('2026-11-24T15:00:00Z'),
  concerned: [amina, ben],
  secondReader: noor,
  version: 1,
  textHash: 'now',
  subjects: ['neglect'],
  units: [],
  state: 'asked',
  backBecause: null,
}
const of = (state: PointState): LearningPoint => ({ ...point, state })
const at = (by: PersonId, textHash = 'now') => ({ by, textHash })

describe('a learning point', () => {
  test('is drafted by one of those whose it is, with a subject and a reader who was not there', () => {
    const draft = { by: amina, secondReader: noor, subjects: ['neglect'] as const, units: [] }
    const about = { concerned: [amina, ben], readers: [noor, lin, ben] }
    expect(decideDraft(draft, about).ok).toBe(true)
    expect(decideDraft({ ...draft, by: noor }, about).ok).toBe(false)
    expect(decideDraft({ ...draft, subjects: [] }, about)).toMatchObject({ field: 'subjects' })
    expect(decideDraft({ ...draft, secondReader: ben }, about)).toMatchObject({ field: 'reader' })
    expect(decideDraft({ ...draft, secondReader: person('Otto') }, about)).toMatchObject({ field: 'reader' })
    const many = ['neglect', 'recording', 'think family', 'exploitation', 'mental health', 'something else'] as const
    expect(decideDraft({ ...draft, subjects: many }, about)).toMatchObject({ field: 'subjects' })
  })

  test('waits until everybody who is still here agrees to the text as it reads now', () => {
    const said = (who: PersonId, textHash = 'now') => ({ person: who, textHash })
    expect(waitsFor(point, [said(amina)], new Set())).toEqual([ben])
    expect(waitsFor(point, [said(amina), said(ben, 'before')], new Set())).toEqual([ben])
    expect(waitsFor(point, [said(amina)], new Set([ben]))).toEqual([])
    expect(decideAnswer(point, at(ben)).ok).toBe(true)
    expect(decideAnswer(point, at(ben, 'before')).ok).toBe(false)
    expect(decideAnswer(point, at(noor)).ok).toBe(false)
    for (const state of ['declined', 'to be read', 'sent'] as const)
      expect(decideAnswer(of(state), at(ben)).ok).toBe(false)
  })

  test('is read over by its second reader, and approved by somebody else who was not there either', () => {
    expect(decideReading(of('to be read'), at(noor)).ok).toBe(true)
    expect(decideReading(of('to be read'), at(lin)).ok).toBe(false)
    expect(decideReading(of('to be read'), at(noor, 'before')).ok).toBe(false)
    expect(decideReading(point, at(noor)).ok).toBe(false)
    expect(decideApproval(of('to be approved'), at(lin)).ok).toBe(true)
    expect(decideApproval(of('to be approved'), at(noor))).toMatchObject({
      reason: expect.stringContaining('read it over'),
    })
    expect(decideApproval(of('to be approved'), at(ben)).ok).toBe(false)
    expect(decideApproval(of('to be read'), at(lin)).ok).toBe(false)
  })

  test('is changed by whoever drafted it, but not while somebody reads it over', () => {
    const change = (state: PointState, by = amina, version = 1) => decideRedraft(of(state), { by, version }).ok
    expect((['asked', 'declined', 'sent back'] as const).map((state) => change(state))).toEqual([true, true, true])
    expect((['to be read', 'to be approved', 'sent', 'withdrawn'] as const).some((state) => change(state))).toBe(false)
    expect([change('asked', ben), change('asked', amina, 2)]).toEqual([false, false])
  })

  test('is withdrawn by any of those whose it is until it is sent', () => {
    expect(decideWithdrawal(of('to be approved'), ben).ok).toBe(true)
    expect(decideWithdrawal(of('asked'), noor).ok).toBe(false)
    for (const state of ['sent', 'withdrawn'] as const) expect(decideWithdrawal(of(state), ben).ok).toBe(false)
  })

  test('is another text when a letter of it is another, and its own in each point', () => {
    const all = [
      canonicalPoint(point.id, 'A', 'B'),
      canonicalPoint(point.id, 'A', 'B.'),
      canonicalPoint(point.id, 'AB', ''),
      canonicalPoint('other' as PointId, 'A', 'B'),
    ]
    expect(new Set(all).size).toBe(4)
  })
})
