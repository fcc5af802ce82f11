import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import {
  type Agreement,
  type AgreementId,
  change,
  close,
  end,
  type Party,
  reopen,
  replace,
  sign,
  type Signing,
  start,
  takeBackEnding,
  withdraw,
  withSignature,
} from './agreement.ts'

const [amina, ben, dora] = ['amina', 'ben', 'dora'] as unknown as readonly [PersonId, PersonId, PersonId]
const now = moment('2026-11-20T10:00:00Z')
const hash = 'a'.repeat(64)
const two: readonly Party[] = [
  { person: ben, as: 'supervisee' },
  { person: amina, as: 'supervisor' },
]
const what = {
  id: 'x' as AgreementId,
  kind: 'one-to-one contract' as const,
  template: 'one-to-one-contract',
  policyVersion: 'v' as Id<'policy version'>,
  about: null,
  parties: two,
  follows: null,
}

function made(decision: { ok: true; value: Agreement } | { ok: false; reason: string }): Agreement {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}
const adapting = made(start(what, ben, now))
const signing = made(close(adapting, amina, hash, now))
const signing1: Signing = {
  by: ben,
  typedName: 'Ben Carter',
  name: 'Ben Carter',
  textHash: hash,
  freshAt: now,
  means: 'password and code',
}
const term = { from: day('2026-11-20'), until: day('2027-11-20') }

function signedBy(agreement: Agreement, by: PersonId): Agreement {
  const decision = sign(agreement, { ...signing1, by }, now)
  if (!decision.ok) throw new Error(decision.reason)
  return withSignature(agreement, { ...decision.value, seal: 's' }, term)
}
const signed = signedBy(signedBy(signing, amina), ben)
const refusal = (agreement: Agreement, change: Partial<Signing>) => {
  const decision = sign(agreement, { ...signing1, ...change }, now)
  return decision.ok ? 'signed' : decision.reason
}

describe('an agreement', () => {
  it('is started by somebody who will sign it, between two who are not the same', () => {
    expect(start(what, dora, now)).toMatchObject({ ok: false })
    expect(start({ ...what, parties: two.slice(0, 1) }, ben, now)).toMatchObject({ ok: false, field: 'with' })
    expect(start({ ...what, parties: [...two, ...two.slice(0, 1)] }, ben, now)).toMatchObject({ ok: false })
    const both: readonly Party[] = [
      { person: ben, as: 'supervisee' },
      { person: amina, as: 'supervisee' },
    ]
    expect(start({ ...what, parties: both }, ben, now)).toMatchObject({ ok: false })
  })
  it('is changed by its parties while it is open, each change a version', () => {
    expect(change(adapting, amina)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(change(adapting, dora)).toMatchObject({ ok: false })
    expect(change(signing, ben)).toMatchObject({ ok: false })
    expect(change(signed, ben)).toMatchObject({ ok: false })
  })
  it('is closed under a hash, and opening it again clears every signature', () => {
    expect(close(adapting, dora, hash, now)).toMatchObject({ ok: false })
    expect(close(signing, ben, hash, now)).toMatchObject({ ok: false })
    const half = signedBy(signing, amina)
    expect(half.signatures).toHaveLength(1)
    const open = made(reopen(half, ben))
    expect(open).toMatchObject({ state: 'adapting', textHash: null, signatures: [] })
    expect(made(close(open, ben, hash, now))).toMatchObject({ closing: 2, signatures: [] })
    expect(reopen(signed, ben)).toMatchObject({ ok: false })
    expect(reopen(signing, dora)).toMatchObject({ ok: false })
  })
  it('of a set is closed by its facilitator alone', () => {
    const parties: readonly Party[] = [
      { person: ben, as: 'member' },
      { person: amina, as: 'facilitator' },
    ]
    const rules = made(start({ ...what, kind: 'ground rules', parties }, amina, now))
    expect(close(rules, ben, hash, now)).toMatchObject({ ok: false })
    expect(close(rules, amina, hash, now)).toMatchObject({ ok: true })
    expect(withdraw(rules, ben)).toMatchObject({ ok: false })
    expect(withdraw(rules, amina)).toMatchObject({ ok: true })
  })
  it('is in force with the last signature', () => {
    expect(signedBy(signing, ben).state).toBe('signing')
    expect(signed).toMatchObject({ state: 'signed', ...term, termUntil: term.until })
  })
  it('is given up before, and ended after it was signed', () => {
    expect(withdraw(signing, ben)).toMatchObject({ ok: true, value: { state: 'withdrawn', signatures: [] } })
    expect(withdraw(signed, ben)).toMatchObject({ ok: false })
    expect(end(signing, ben, day('2026-11-25'))).toMatchObject({ ok: false })
    const ended = made(end(signed, ben, day('2026-11-25')))
    expect(ended).toMatchObject({ state: 'ended', until: '2026-11-25', endedBy: ben })
    expect(made(takeBackEnding(ended))).toMatchObject({ state: 'signed', until: '2027-11-20', endedBy: null })
    expect(end(signed, ben, day('2027-11-20'))).toMatchObject({ ok: false })
  })
  it('is replaced by the one that follows, and holds until that begins', () => {
    expect(replace(signed, day('2027-11-20'))).toMatchObject({ state: 'replaced', until: '2027-11-20' })
    expect(replace(signed, day('2027-01-05'))).toMatchObject({ until: '2027-01-05', termUntil: '2027-11-20' })
    expect(replace(adapting, day('2027-01-05')).state).toBe('adapting')
  })
})

describe('a signature', () => {
  it('is one’s own, and only of those named', () => {
    expect(refusal(signing, { by: dora })).toMatch(/Only the people named/)
    expect(refusal(signing, { by: amina })).toBe('signed')
  })
  it('is given once', () => {
    expect(refusal(signedBy(signing, ben), {})).toBe('You have signed this already')
    expect(refusal(signed, {})).toBe('You have signed this already')
  })
  it('is for the text as it lies there closed', () => {
    expect(refusal(adapting, {})).toMatch(/not been closed/)
    expect(refusal(signing, { textHash: 'b'.repeat(64) })).toMatch(/changed after you opened it/)
    expect(refusal(made(withdraw(signing, ben)), {})).toMatch(/no longer/)
  })
  it('needs somebody who said who they are within five minutes', () => {
    for (const at of [null, '2026-11-20T09:55:00Z', '2026-11-20T10:00:01Z'])
      expect(refusal(signing, { freshAt: at === null ? null : moment(at) })).toMatch(/Confirm first/)
    expect(refusal(signing, { freshAt: moment('2026-11-20T09:55:01Z') })).toBe('signed')
  })
  it('is in the signer’s own name, whatever its case, spaces and accents', () => {
    expect(refusal(signing, { typedName: 'Amina Yusuf' })).toMatch(/Type your name/)
    expect(refusal(signing, { typedName: '' })).toMatch(/Type your name/)
    for (const typedName of ['ben carter', ' BEN  CARTER ', 'Bén Carter', 'Ben-Carter'])
      expect(refusal(signing, { typedName })).toBe('signed')
  })
})
