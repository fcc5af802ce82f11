import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { countsOf, pointingWords, pointOut } from './pointing-out.ts'

const today = day('2026-11-20')
const nothing = { because: '', marks: [], today }
const text = { plan: 'Ring Sarah Jones at TA1 4QF', risks: 'None new' }

describe('pointing out', () => {
  it('asks when words are found, and quotes them beside their own field', () => {
    const pointed = pointOut(text, nothing)
    expect(pointed.asks).toBe(true)
    expect(pointed.found.map((one) => one.field)).toEqual(['plan'])
    const [plan] = pointed.found
    expect(plan && pointingWords(plan)).toBe(
      'This may identify somebody: “Sarah Jones” (name), “TA1 4QF” (postcode). Change it, or say below why it identifies nobody',
    )
  })

  it('asks nothing of ordinary words, and keeps no reason that nobody needs', () => {
    expect(pointOut({ plan: 'Health visitor to ring on Monday' }, { ...nothing, because: 'x' })).toMatchObject({
      asks: false,
      because: '',
    })
  })

  it('takes a reason for the words that were shown, and asks again for new ones', () => {
    const { marks } = pointOut(text, nothing)
    expect(pointOut(text, { ...nothing, because: 'Both made up', marks }).asks).toBe(false)
    expect(pointOut(text, { ...nothing, because: 'Both made up' }).asks).toBe(true)
    expect(pointOut(text, { ...nothing, because: '  ', marks }).asks).toBe(true)
    const more = { ...text, risks: 'NHS 943 476 5919' }
    expect(pointOut(more, { ...nothing, because: 'Both made up', marks }).asks).toBe(true)
    expect(pointOut({ risks: text.plan }, { ...nothing, because: 'Both made up', marks }).asks).toBe(true)
  })

  it('asks no more once the words are mended', () => {
    const { marks } = pointOut(text, nothing)
    expect(pointOut({ plan: 'Ring the mother' }, { ...nothing, because: 'Both made up', marks })).toMatchObject({
      asks: false,
      because: '',
    })
  })

  it('cannot answer for hundreds of people in one sentence', () => {
    const many = {
      plan: Array.from({ length: 400 }, (_, index) => `Sarah B${index} Jones and person${index}@example.com`).join(
        '. ',
      ),
    }
    const { marks } = pointOut(many, nothing)
    expect(pointOut(many, { ...nothing, because: 'All made up', marks }).asks).toBe(true)
  })

  it('tells the trail kinds and counts alone', () => {
    expect(countsOf(pointOut(text, nothing))).toEqual({ name: 1, postcode: 1 })
  })
})
