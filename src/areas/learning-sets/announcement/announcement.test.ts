import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet, MembershipId, SetId } from '../set/set.ts'
import {
  type Agreed,
  type Announcement,
  type AnnouncementId,
  canonicalAnnouncement,
  decideAgreeing,
  decideEnding,
  decideProposal,
  decideRewording,
  decideTelling,
  waitsFor,
} from './announcement.ts'

const person = (name: string) => name as PersonId
const today = day('2027-02-03')
const part = (name: string, as: 'member' | 'facilitator', until: string | null = null) => ({
  id: name as string as MembershipId,
  person: person(name),
  as,
  from: day('2026-09-01'),
  until: until === null ? null : day(until),
})
const set: LearningSet = {
  id: 'set' as SetId,
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-09-01'),
  until: null,
  madeBy: person('Ben'),
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: [
    part('Ben', 'facilitator'),
    part('Amina', 'member'),
    part('Grace', 'member'),
    part('Ivan', 'member', '2027-01-01'),
  ],
}
const one: Announcement = {
  id: 'one' as AnnouncementId,
  set: set.id,
  proposedBy: person('Amina'),
  proposedAt: moment('2027-02-01T09:00:00Z'),
  version: 2,
  textHash: 'now',
  recipients: [person('Noor')],
  state: 'proposed',
  endedBy: null,
  endedAt: null,
}
const agreed = (name: string, textHash = 'now'): Agreed => ({
  person: person(name),
  textHash,
  agreedAt: one.proposedAt,
})
const about = { set, today }
const told = (all: readonly Agreed[], by = 'Amina', textHash = 'now') =>
  decideTelling(one, { by: person(by), textHash }, { ...about, agreed: all })

describe('a change that others need to know', () => {
  test('is told only when everybody who belongs to the set now agrees to the text as it reads now', () => {
    const all = [agreed('Ben'), agreed('Amina'), agreed('Grace')]
    expect(told(all)).toMatchObject({ ok: true })
    expect(told(all.slice(1))).toMatchObject({ reason: 'One person has not agreed to this text yet' })
    expect(told([agreed('Ben', 'before'), agreed('Amina')])).toMatchObject({
      reason: '2 people have not agreed to this text yet',
    })
    expect(waitsFor(one, [agreed('Ben')], about)).toEqual(['Amina', 'Grace'])
  })

  test('asks whoever joined meanwhile, and not whoever has left', () => {
    const grown = { ...set, memberships: [...set.memberships, part('Joy', 'member')] }
    const all = [agreed('Ben'), agreed('Amina'), agreed('Grace')]
    expect(waitsFor(one, all, { set: grown, today })).toEqual(['Joy'])
    expect(waitsFor(one, all, about)).toEqual([])
  })

  test('is told or withdrawn by whoever proposed it or leads the set, from the text on their screen', () => {
    const all = [agreed('Ben'), agreed('Amina'), agreed('Grace')]
    expect(told(all, 'Ben')).toMatchObject({ ok: true })
    expect(told(all, 'Grace')).toMatchObject({ ok: false })
    expect(told(all, 'Amina', 'before')).toMatchObject({ reason: 'The text was changed meanwhile. Read it again' })
    expect(decideEnding(one, person('Grace'), about).ok).toBe(false)
    expect(decideEnding({ ...one, state: 'told' }, person('Amina'), about)).toMatchObject({
      reason: 'It has been told already',
    })
  })

  test('is agreed to by the people of the set, as long as it is proposed', () => {
    const agrees = (by: string, textHash = 'now', of = one) =>
      decideAgreeing(of, { by: person(by), textHash }, about).ok
    expect(agrees('Grace')).toBe(true)
    expect(agrees('Grace', 'before')).toBe(false)
    expect(agrees('Ivan')).toBe(false)
    expect(agrees('Noor')).toBe(false)
    expect(agrees('Grace', 'now', { ...one, state: 'withdrawn' })).toBe(false)
  })

  test('names people outside the set, one at least and twenty at most', () => {
    const asked = (...names: string[]) => decideProposal({ by: person('Amina'), recipients: names.map(person) }, about)
    expect(asked('Noor').ok).toBe(true)
    expect(asked()).toMatchObject({ field: 'people' })
    expect(asked('Noor', 'Grace')).toMatchObject({ field: 'people' })
    expect(asked(...Array.from({ length: 21 }, (_, at) => `N${at}`))).toMatchObject({ field: 'people' })
    expect(decideProposal({ by: person('Noor'), recipients: [person('Otto')] }, about).ok).toBe(false)
    const ended = { set: { ...set, until: day('2027-02-01') }, today }
    expect(decideProposal({ by: person('Amina'), recipients: [person('Otto')] }, ended).ok).toBe(false)
  })

  test('is changed by whoever proposed it, from its newest version', () => {
    const change = (by: string, version: number) =>
      decideRewording(one, { by: person(by), version, recipients: [person('Noor')] }, about).ok
    expect([change('Amina', 2), change('Amina', 1), change('Ben', 2)]).toEqual([true, false, false])
  })

  test('is another text when a letter or somebody to tell is another, and not when they are named in another order', () => {
    const write = (text: string, ...to: string[]) => canonicalAnnouncement(one.id, text, to.map(person))
    expect(write('Rota', 'A', 'B')).toBe(write('Rota', 'B', 'A'))
    expect(new Set([write('Rota', 'A'), write('Rota.', 'A'), write('Rota', 'A', 'B')]).size).toBe(3)
  })
})
