import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newKeyBytes, seal, unseal } from '../../../platform/keys/sealing.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { newId } from '../../../platform/ids.ts'
import { placeText } from './sealed-text.ts'
import { textOfLink, type TrailEvent } from '../trail/trail.ts'
import { moment } from '../../../platform/time/moment.ts'

const organisation = newId<'organisation'>() as OrganisationId
const about = { kind: 'session record', id: newId<string>() }

describe('a sealed text', () => {
  it('opens with its key in its place, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = newKeyBytes()
        const place = placeText(organisation, { about, field: 'plan', version: 1 })
        expect(unseal(key, place, seal(key, place, Buffer.from(text)))?.toString()).toBe(Buffer.from(text).toString())
      }),
    )
  })

  it('does not open when a single byte differs', () => {
    const key = newKeyBytes()
    const sealed = seal(key, 'here', Buffer.from('what was said'))
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(unseal(key, 'here', changed)).toBeNull()
    }
  })

  it('does not open in another organisation, field or version, with another key, or cut short', () => {
    const key = newKeyBytes()
    const place = placeText(organisation, { about, field: 'plan', version: 1 })
    const sealed = seal(key, place, Buffer.from('what was said'))
    expect(unseal(key, placeText(organisation, { about, field: 'plan', version: 2 }), sealed)).toBeNull()
    expect(unseal(key, placeText(organisation, { about, field: 'risk', version: 1 }), sealed)).toBeNull()
    expect(
      unseal(key, placeText(newId<'organisation'>() as OrganisationId, { about, field: 'plan', version: 1 }), sealed),
    ).toBeNull()
    expect(unseal(newKeyBytes(), place, sealed)).toBeNull()
    expect(unseal(key, place, sealed.subarray(0, 20))).toBeNull()
  })
})

describe('a link of the trail', () => {
  it('is the same text whatever the order of its details', () => {
    const event: TrailEvent = {
      organisation,
      number: 1,
      at: moment('2026-11-20T10:00:00Z'),
      by: newId(),
      deed: 'opened',
      about,
      detail: { a: 1, b: 2 },
    }
    expect(textOfLink({ ...event, detail: { b: 2, a: 1 } }, '')).toBe(textOfLink(event, ''))
    expect(textOfLink({ ...event, detail: { b: 1, a: 2 } }, '')).not.toBe(textOfLink(event, ''))
  })
})
