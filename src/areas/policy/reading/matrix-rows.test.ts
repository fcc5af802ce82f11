import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPack } from '../check/pack-reading.ts'
import { matrixRows } from './matrix-rows.ts'

const reading = readPack(readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
if (!reading.ok) throw new Error('The shipped pack has faults')
const rows = matrixRows(reading.pack)

describe('the staff matrix in words', () => {
  it('says where the interval is the longest gap allowed, and where it is not', () => {
    const often = (who: string) => rows.find((row) => row.who === who)?.often
    expect(often('Health visitors')).toBe('At least every 3 months, and more often when it is needed')
    expect(often('Paediatric community nurses')).toBe('At least every 3 months')
  })
})
