import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { UnitId } from '../../people/index.ts'
import { decideForum, decideJoining, decideLeaving, type Forum, type ForumId, invites } from './forum.ts'

const person = (name: string) => name as PersonId
const unit = (name: string) => name as UnitId
const forum: Forum = {
  id: 'one' as ForumId,
  name: 'Paediatric peer review',
  type: 'peer-review',
  chairs: [person('Noor')],
  asked: true,
  units: [unit('wards')],
  openedBy: person('Noor'),
  openedAt: moment('2026-11-20T10:00:00Z'),
  closedAt: null,
  version: 1,
}

describe('a forum of peer review', () => {
  test('is of a kind that its facilitator may lead, and invites somebody', () => {
    const types = ['peer-review']
    expect(decideForum(forum, { types })).toMatchObject({ ok: true })
    expect(decideForum(forum, { types: [] })).toMatchObject({ ok: false, field: 'type' })
    expect(decideForum({ ...forum, asked: false, units: [] }, { types })).toMatchObject({ ok: false, field: 'asked' })
    const many = Array.from({ length: 21 }, (_, at) => unit(`${at}`))
    expect(decideForum({ ...forum, units: many }, { types })).toMatchObject({ ok: false, field: 'units' })
  })

  test('invites whom the policy asks, and everybody in its teams and beneath them', () => {
    const under = new Set([unit('wards'), unit('ward 4')])
    expect(invites(forum, { units: [], asked: true }, under)).toBe(true)
    expect(invites(forum, { units: [unit('ward 4')], asked: false }, under)).toBe(true)
    expect(invites(forum, { units: [unit('theatre')], asked: false }, under)).toBe(false)
    expect(invites({ ...forum, asked: false }, { units: [], asked: true }, under)).toBe(false)
  })

  test('is facilitated by several, and never by nobody', () => {
    expect(decideJoining(forum, person('Otto'))).toMatchObject({ ok: true })
    expect(decideJoining(forum, person('Noor')).ok).toBe(false)
    expect(decideJoining({ ...forum, closedAt: forum.openedAt }, person('Otto')).ok).toBe(false)
    const chairs = Array.from({ length: 12 }, (_, at) => person(`${at}`))
    expect(decideJoining({ ...forum, chairs }, person('Otto')).ok).toBe(false)
    expect(decideLeaving(forum, person('Noor')).ok).toBe(false)
    expect(decideLeaving({ ...forum, chairs }, person('3')).ok).toBe(true)
    expect(decideLeaving(forum, person('Otto')).ok).toBe(false)
  })
})
