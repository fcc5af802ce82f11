import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, stranger } from '../session/session.examples.ts'
import { decideEvidence, type EvidenceId, type OutsideEvidence, vouch, withdrawEvidence } from './outside-evidence.ts'

const today = day('2026-11-20')
const evidence: OutsideEvidence = {
  id: 'e1' as EvidenceId,
  person: ben,
  type: 'one-to-one-clinical',
  day: day('2026-11-03'),
  minutes: 60,
  format: 'one-to-one',
  remote: false,
  groupSize: 1,
  supervisor: null,
  voucher: amina,
  state: 'asked',
  version: 1,
}

describe('outside evidence', () => {
  it('is of a day that has been, within three years', () => {
    expect(decideEvidence(evidence, today)).toMatchObject({ ok: true })
    expect(decideEvidence({ ...evidence, day: day('2026-11-21') }, today)).toMatchObject({ field: 'day' })
    expect(decideEvidence({ ...evidence, day: day('2023-11-19') }, today)).toMatchObject({ field: 'day' })
  })
  it('is vouched for by the named colleague alone, once', () => {
    expect(decideEvidence({ ...evidence, voucher: ben }, today)).toMatchObject({ field: 'voucher' })
    expect(vouch(evidence, stranger, true)).toMatchObject({ ok: false })
    expect(vouch(evidence, amina, true)).toMatchObject({ ok: true, value: { state: 'vouched' } })
    expect(vouch({ ...evidence, state: 'refused' }, amina, true)).toMatchObject({ ok: false })
  })
  it('is taken back by whoever recorded it, while it waits', () => {
    expect(withdrawEvidence(evidence, ben)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
    expect(withdrawEvidence(evidence, amina)).toMatchObject({ ok: false })
    expect(withdrawEvidence({ ...evidence, state: 'vouched' }, ben)).toMatchObject({ ok: false })
  })
})
