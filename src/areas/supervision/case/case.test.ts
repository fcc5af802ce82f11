import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { endOfOffer, type Handover } from '../handover/handover.ts'
import { decideAnswer, decideOffer } from '../handover/handover.ts'
import { decideWhy, notBrought, type SessionCase } from '../bringing/session-case.ts'
import { adultAtRisk, family } from './case.examples.ts'
import { type Case, type CaseFacts, change, close, decideDetails, moved, reopen } from './case.ts'
import {
  discussedWords,
  longestUndiscussed,
  peopleWords,
  personWords,
  sameReference,
  standingWords,
} from './case.view.ts'

const [ben, dora] = [newId<'person'>(), newId<'person'>()]
const now = moment('2026-11-20T10:00:00Z')
const today = day('2026-11-20')
const facts: CaseFacts = {
  id: newId<'case'>(),
  holder: ben,
  details: newId<'case details'>(),
  state: 'open',
  openedOn: day('2026-09-14'),
  closedOn: null,
  meetsCriterion: true,
  version: 3,
  save: 5,
  savedAt: now,
}
const bens = { by: ben, fromSave: 5, now }

describe('a case', () => {
  it('needs somebody at risk, and each criterion once', () => {
    expect(decideDetails(family).ok).toBe(true)
    expect(decideDetails({ ...family, people: [] }).ok).toBe(false)
    const [first] = family.criteria
    expect(first && decideDetails({ ...family, criteria: [first, first] }).ok).toBe(false)
    const crowd = Array.from({ length: 21 }, () => family.people[0] ?? adultAtRisk.people[0]).filter((one) => !!one)
    expect(decideDetails({ ...family, people: crowd }).ok).toBe(false)
  })

  it('is changed by its holder, from the newest save, while it is open', () => {
    const changed = change(facts, { ...bens, details: adultAtRisk })
    expect(changed).toMatchObject({ ok: true, value: { version: 4, save: 6, meetsCriterion: false } })
    expect(change(facts, { ...bens, by: dora, details: family }).ok).toBe(false)
    expect(change(facts, { ...bens, fromSave: 4, details: family }).ok).toBe(false)
  })

  it('is closed on the day it was opened when the clock was set back across midnight since', () => {
    const closed = close({ ...facts, openedOn: today }, { ...bens, today: day('2026-11-19') })
    expect(closed).toMatchObject({ ok: true, value: { state: 'closed', closedOn: today } })
  })

  it('is closed once, not changed while closed, and reopened', () => {
    const closed = close(facts, { ...bens, today })
    if (!closed.ok) throw new Error(closed.reason)
    expect(closed.value).toMatchObject({ state: 'closed', closedOn: today, version: 4 })
    const again = { ...bens, fromSave: 6 }
    expect(close(closed.value, { ...again, today }).ok).toBe(false)
    expect(change(closed.value, { ...again, details: family }).ok).toBe(false)
    expect(reopen(closed.value, again)).toMatchObject({ ok: true, value: { state: 'open', closedOn: null, save: 7 } })
    expect(reopen(facts, bens).ok).toBe(false)
  })

  it('is its new holder’s with a sealed thing of its own when it moves', () => {
    const details = newId<'case details'>()
    expect(moved(facts, { to: dora, details, now })).toMatchObject({ holder: dora, details, version: 4, save: 6 })
  })
})

describe('a handover', () => {
  const offer: Handover = {
    id: newId<'case handover'>(),
    case: facts.id,
    from: ben,
    to: dora,
    state: 'offered',
    offeredAt: now,
    answeredAt: null,
    before: null,
  }
  const offering = { by: ben, to: dora, worksHere: true, open: null, now }

  it('is offered by the holder of an open case to a colleague who works here, once at a time', () => {
    expect(decideOffer(facts, offering).ok).toBe(true)
    expect(decideOffer(facts, { ...offering, by: dora }).ok).toBe(false)
    expect(decideOffer(facts, { ...offering, to: ben }).ok).toBe(false)
    expect(decideOffer(facts, { ...offering, worksHere: false }).ok).toBe(false)
    expect(decideOffer(facts, { ...offering, open: offer }).ok).toBe(false)
    expect(decideOffer(facts, { ...offering, open: offer, now: endOfOffer(now) }).ok).toBe(true)
    const closed = { ...facts, state: 'closed' as const }
    expect(decideOffer(closed, offering).ok).toBe(false)
  })

  it('is answered by the colleague within two weeks, or taken back by the holder', () => {
    const answer = (by: typeof ben, what: 'accepted' | 'declined' | 'taken back', at = now) =>
      decideAnswer(offer, { by, answer: what, holder: ben, now: at }).ok
    expect([answer(dora, 'accepted'), answer(dora, 'declined'), answer(ben, 'taken back')]).toEqual([true, true, true])
    expect([answer(ben, 'accepted'), answer(dora, 'taken back')]).toEqual([false, false])
    expect(answer(dora, 'accepted', endOfOffer(now))).toBe(false)
    expect(decideAnswer(offer, { by: dora, answer: 'accepted', holder: dora, now }).ok).toBe(false)
    expect(decideAnswer(null, { by: dora, answer: 'accepted', holder: ben, now }).ok).toBe(false)
  })
})

describe('what comes to a session', () => {
  const entry = (state: SessionCase['state']): SessionCase => ({
    id: newId<'session case'>(),
    session: newId<'session'>(),
    case: facts.id,
    by: ben,
    state,
    version: 1,
    at: now,
  })

  it('is every open case that meets a criterion: those that stay away show, said or not', () => {
    expect(notBrought([facts], [])).toEqual([{ case: facts, entry: null }])
    expect(notBrought([facts], [entry('brought')])).toEqual([])
    expect(notBrought([facts], [entry('not brought')])).toHaveLength(1)
    expect(
      notBrought(
        [
          { ...facts, meetsCriterion: false },
          { ...facts, state: 'closed' },
        ],
        [],
      ),
    ).toEqual([])
  })

  it('stays away with a reason of a sensible length', () => {
    expect(decideWhy('  ').ok).toBe(false)
    expect(decideWhy('x'.repeat(1001)).ok).toBe(false)
    expect(decideWhy(' Discussed last week ')).toMatchObject({ ok: true, value: 'Discussed last week' })
  })
})

describe('the words of a case', () => {
  it('say who is in it', () => {
    expect(family.people.map(personWords)).toEqual(['T.O., child, elder child', 'Unborn child, expected in spring'])
    expect(peopleWords([...family.people, ...adultAtRisk.people])).toBe('1 child, 1 unborn child and 1 adult')
    expect(peopleWords([])).toBe('Nobody')
  })

  it('say how it stands and when it was last discussed', () => {
    const opened: Case = { ...facts, ...family, closedBecause: null, spoiled: [] }
    expect(standingWords(opened)).toBe('On the list since 14 September 2026')
    const closed: Case = { ...opened, state: 'closed', closedOn: today, closedBecause: 'moved away' }
    expect(standingWords(closed)).toMatch(/^Closed on .*: moved away$/)
    expect(discussedWords(facts, null, today)).toBe('Not yet; listed 14 September 2026')
    expect(discussedWords(facts, day('2026-11-02'), today)).toBe('Last on 2 November 2026')
    expect(discussedWords(facts, day('2026-06-02'), today)).toBe('Last on 2 June 2026, 5 months ago')
  })

  it('put those first that were never discussed, then the longest ago', () => {
    const [never, long, lately] = [facts, { ...facts, id: newId<'case'>() }, { ...facts, id: newId<'case'>() }]
    const discussed = new Map([
      [long.id, day('2026-02-01')],
      [lately.id, day('2026-11-01')],
    ])
    expect(longestUndiscussed([lately, long, never], discussed)).toEqual([never, long, lately])
  })

  it('know one reference in other letters', () => {
    expect(sameReference('RV-2041', 'rv 2041')).toBe(true)
    expect(sameReference('RV-2041', 'RV-2042')).toBe(false)
    expect(sameReference('-', '')).toBe(false)
  })
})
