// Each supervisor role, strength, interval and kind in the shipped matrix is changed, one at a time, and the table kept by
// hand must tell (TRUST, "policy mutants").
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type PolicyPack, readPack } from '../../src/areas/policy/index.ts'
import { appendix2, matrixOf, type Row } from './appendix-2.ts'
import { tellFigures } from './figures.ts'

const reading = readPack(readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
if (!reading.ok) throw new Error('The shipped pack has faults')
const matrix: NonNullable<PolicyPack['matrix']> = reading.pack.matrix ?? []

type Change = readonly [string, Row]

/** Everything that can be changed in a row, each by itself. */
function changesOf(row: Row): readonly Change[] {
  const roles = [row.supervisors ?? []].flat().map(String)
  const changes: Change[] = [['another kind', { ...row, type: 'somatic-supervision' }]]
  for (const role of roles) {
    changes.push([`without ${role}`, { ...row, supervisors: roles.filter((one) => one !== role) }])
    changes.push([`${role} changed`, { ...row, supervisors: roles.map((one) => (one === role ? 'camhs-nurse' : one)) }])
  }
  changes.push(['one role more', { ...row, supervisors: [...roles, 'camhs-nurse'] }])
  if (row.strength !== undefined)
    changes.push(['another strength', { ...row, strength: row.strength === 'mandatory' ? 'recommended' : 'mandatory' }])
  if (row.every !== undefined) {
    changes.push(['a longer interval', { ...row, every: '4 months' }])
    changes.push(['a shorter interval', { ...row, every: '1 month' }])
    changes.push(['no longer the least', { ...row, minimum: row.minimum ? undefined : true }])
  }
  return changes
}

describe('the shipped matrix', () => {
  it('is told apart from itself with one thing changed', () => {
    const unseen: string[] = []
    let mutants = 0
    for (const [at, row] of matrix.entries()) {
      if (!/^S4 Appendix 2, row \d+$/.test(row.source ?? '')) continue
      for (const [what, changed] of changesOf(row)) {
        mutants += 1
        const seen = JSON.stringify(matrixOf({ matrix: matrix.with(at, changed) })) !== JSON.stringify(appendix2)
        if (!seen) unseen.push(`${row.key}: ${what}`)
      }
    }
    tellFigures('policy mutants', { mutants, killed: mutants - unseen.length })
    expect(unseen).toEqual([])
    expect(mutants).toBeGreaterThan(150)
  })
})
