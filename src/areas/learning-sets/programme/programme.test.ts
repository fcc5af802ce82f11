import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import {
  contactLines,
  decideChange,
  decideEndOfProgramme,
  mayLead,
  type Programme,
  programmeGoesOn,
} from './programme.ts'
import { piecesOf } from './programme.view.ts'

const today = day('2026-11-20')
const lead = newId<'person'>()
const programme: Programme = {
  id: newId<'programme'>(),
  name: 'Leading with confidence',
  lead,
  aims: '',
  expect: '',
  commitment: '',
  wellbeing: '',
  contacts: ' Staff support line: 01632 960001 \n\n Occupational health ',
  madeBy: lead,
  madeAt: moment('2026-11-01T10:00:00Z'),
  until: null,
  version: 3,
}

describe('a programme', () => {
  it('is led by somebody who has the role', () => {
    expect(mayLead(lead, new Set([lead])).ok).toBe(true)
    expect(mayLead(lead, new Set())).toMatchObject({ ok: false, field: 'lead' })
  })

  it('is changed from its newest version only', () => {
    const changed = decideChange(programme, { change: { aims: 'To grow' }, version: 3 }, today)
    expect(changed).toMatchObject({ ok: true, value: { aims: 'To grow', version: 4, name: programme.name } })
    expect(decideChange(programme, { change: {}, version: 2 }, today).ok).toBe(false)
  })

  it('ends once, and is not changed after', () => {
    const ended = decideEndOfProgramme(programme, today)
    if (!ended.ok) throw new Error(ended.reason)
    expect(programmeGoesOn(ended.value, today)).toBe(false)
    expect(decideEndOfProgramme(ended.value, today).ok).toBe(false)
    expect(decideChange(ended.value, { change: {}, version: 4 }, today).ok).toBe(false)
  })

  it('names whom to turn to, one to a line', () => {
    expect(contactLines(programme)).toEqual(['Staff support line: 01632 960001', 'Occupational health'])
  })
})

describe('a text of a programme', () => {
  it('falls into paragraphs and lists', () => {
    expect(piecesOf('One\nstill one\n\n- a\n- b\nTwo\n\n\n* c')).toEqual([
      { list: false, lines: ['One', 'still one'] },
      { list: true, lines: ['a', 'b'] },
      { list: false, lines: ['Two'] },
      { list: true, lines: ['c'] },
    ])
    expect(piecesOf('')).toEqual([])
  })
})
