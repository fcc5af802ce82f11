import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { amina, ben, booked, now } from '../session/session.examples.ts'
import { preparedBy } from '../terms/preparation-terms.ts'
import { plainPart } from '../terms/terms.ts'
import { fieldOfPart, sheetForm, sheetTexts, sheetValues } from './preparation.form.ts'
import { begun, gated, ready } from './preparation.examples.ts'
import {
  type CaseToPrepare,
  type Gathered,
  isPrepared,
  lacksOf,
  makeReady,
  mayPrepare,
  saveSheet,
  stateOf,
} from './preparation.ts'
import { countWords, dueDayOf, dueWords, factOf, readersWords } from './preparation.view.ts'

const full: Gathered = {
  parts: gated.parts,
  texts: { 'you--impact': 'Tired', 'declaration--records-read': 'yes' },
  cases: [],
  unreported: 0,
}
const aCase: CaseToPrepare = {
  id: newId<'case'>(),
  called: 'R-17',
  choice: 'brought',
  parts: [plainPart('each--situation', 'How do things stand?', '', 'always')],
  texts: { 'each--situation': 'Much as before' },
  pointedOut: false,
}

describe('who may prepare', () => {
  it('is whoever is supervised in a booked session that has not begun', () => {
    expect(mayPrepare(booked, ben, gated, now)).toMatchObject({ ok: true })
    expect(mayPrepare(booked, amina, gated, now)).toMatchObject({ ok: false })
    expect(mayPrepare(booked, ben, null, now)).toMatchObject({ reason: 'Nothing has to be prepared for this session' })
    expect(mayPrepare({ ...booked, state: 'proposed' }, ben, gated, now)).toMatchObject({ ok: false })
    expect(mayPrepare({ ...booked, state: 'cancelled' }, ben, gated, now)).toMatchObject({
      reason: 'This session was cancelled. What you wrote is kept',
    })
    expect(mayPrepare({ ...booked, state: 'held' }, ben, gated, now)).toMatchObject({ ok: false })
    expect(mayPrepare(booked, ben, gated, booked.startsAt)).toMatchObject({ ok: false })
  })
})

describe('a preparation', () => {
  it('is prepared as soon as it was ready once, and says when it was changed since', () => {
    expect([stateOf(null), stateOf(begun), stateOf(ready)]).toEqual(['not begun', 'begun', 'ready'])
    expect(stateOf({ ...ready, changed: true })).toBe('ready, being changed')
    expect([isPrepared(null), isPrepared(begun), isPrepared(ready)]).toEqual([false, false, true])
  })

  it('refuses a save from an old page', () => {
    const sheet = { id: newId<'preparation sheet'>(), preparation: begun.id, case: null, save: 3 }
    expect(saveSheet(sheet, 3)).toMatchObject({ value: { save: 4 } })
    expect(saveSheet(sheet, 2)).toMatchObject({ ok: false })
    expect(saveSheet(sheet, Number.NaN)).toMatchObject({ ok: false })
  })

  it('is ready when nothing is missing, and again after a change, keeping when it was first ready', () => {
    const later = moment('2026-11-21T10:00:00Z')
    const first = makeReady(begun, { lacks: [], recordsReviewed: true }, now)
    expect(first).toMatchObject({ value: { version: 1, changed: false, firstReadyAt: now, readyAt: now } })
    expect(makeReady(ready, { lacks: [], recordsReviewed: true }, later)).toMatchObject({ ok: false })
    expect(makeReady({ ...ready, changed: true }, { lacks: [], recordsReviewed: true }, later)).toMatchObject({
      value: { version: 2, firstReadyAt: ready.firstReadyAt, readyAt: later },
    })
    expect(makeReady(begun, { lacks: [{ words: 'Finish R-17' }], recordsReviewed: false }, now)).toMatchObject({
      reason: 'Finish R-17',
    })
  })
})

describe('what is missing', () => {
  it('is nothing when everything is there', () => {
    expect(lacksOf(gated, { ...full, cases: [aCase] })).toEqual([])
  })
  it('names what has to be written, declared, reported on, and decided', () => {
    const words = lacksOf(gated, {
      ...full,
      texts: { 'you--impact': ' ' },
      unreported: 2,
      cases: [
        { ...aCase, choice: 'undecided' },
        { ...aCase, texts: {} },
        { ...aCase, choice: 'left out', texts: {} },
        { ...aCase, pointedOut: true },
      ],
    }).map((lack) => lack.words)
    expect(words).toEqual([
      'Say what came of 2 actions',
      'Say whether R-17 comes',
      'Finish R-17',
      'Look at R-17 again: words in it may tell who it is about',
      'Fill in “How are you?”',
      'Tick “I have read the records”',
    ])
  })
  it('asks for no case where the policy only offers them', () => {
    const offered = { ...gated, cases: 'offered' as const }
    expect(lacksOf(offered, { ...full, cases: [{ ...aCase, choice: 'undecided' }] })).toEqual([])
    expect(lacksOf({ ...gated, cases: 'no' }, { ...full, cases: [{ ...aCase, texts: {} }] })).toEqual([])
  })
})

describe('the day by which it is to be ready', () => {
  it('is counted back from the session, and is its own day without a rule', () => {
    expect(dueDayOf(booked, gated)).toBe('2026-11-22')
    expect(dueDayOf(booked, { ...gated, dueBefore: null })).toBe('2026-11-24')
    expect(preparedBy(day('2027-03-31'), { dueBefore: { count: 1, unit: 'month' } })).toBe('2027-02-28')
    expect(preparedBy(day('2027-01-03'), { dueBefore: { count: 1, unit: 'week' } })).toBe('2026-12-27')
  })
  it('is said plainly, before, after and when it is ready', () => {
    expect(dueWords(null, booked, gated, day('2026-11-20'))).toBe('Have it ready by 22 November 2026.')
    expect(dueWords(null, booked, gated, day('2026-11-23'))).toBe('It was to be ready by 22 November 2026.')
    expect(dueWords(ready, booked, gated, day('2026-11-23'))).toBe('Ready on 20 November 2026 at 10am.')
  })
})

describe('what is said of it', () => {
  it('tells its author who reads it, and a supervisor how far it has come', () => {
    expect(readersWords({ ...gated, private: true }, booked, 'Amina Yusuf')).toMatch(/Nobody else sees even/)
    expect(readersWords(gated, booked, 'Amina Yusuf')).toMatch(/Then Amina Yusuf can/)
    expect(readersWords({ ...gated, sharedWithGroup: true }, { format: 'group' }, 'Amina')).toMatch(
      /those in your group/,
    )
    expect([null, begun, ready, { ...ready, version: 2 }].map((one) => factOf(one).words)).toEqual([
      'Not begun',
      'Begun, not ready',
      'Ready',
      'Ready, changed since first',
    ])
    expect(countWords(6, [ready, begun])).toBe('1 of 6 prepared')
  })
})

describe('the form of a sheet', () => {
  it('keeps what was typed and declared, both ways', () => {
    const texts = sheetTexts(
      gated.parts,
      sheetForm(gated.parts).typed({
        'you--impact': 'Tired',
        declarations: ['declaration--records-read'],
      }),
    )
    expect(texts).toEqual({ 'you--impact': 'Tired', 'declaration--records-read': 'yes' })
    expect(sheetValues(gated.parts, texts)).toEqual({
      'you--impact': 'Tired',
      declarations: ['declaration--records-read'],
    })
    expect(fieldOfPart(gated.parts, 'declaration--records-read')).toBe('declarations')
    expect(fieldOfPart(gated.parts, 'you--impact')).toBe('you--impact')
  })
})
