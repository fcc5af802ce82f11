// That the safeguarding pack is complete, measured against a second list kept here by hand (SPEC 2.4).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adults, appendix2, caseWork, matrixOf } from '../../../../test/access/appendix-2.ts'
import { readPack } from './pack-reading.ts'

const root = join(import.meta.dirname, '../../../..')
const safeguarding = shipped('safeguarding')
type Pack = ReturnType<typeof shipped>

function shipped(name: string) {
  const reading = readPack(readFileSync(join(root, 'policy-packs', `${name}.yaml`), 'utf8'))
  if (!reading.ok) throw new Error(reading.faults.map((fault) => `${fault.line}: ${fault.message}`).join('\n'))
  return reading.pack
}

const clauseSources = (pack: Pack, party: string) =>
  pack.agreements?.[0]?.clauses.filter((clause) => clause.party === party).map((clause) => clause.source) ?? []
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('the safeguarding pack', () => {
  test('has the thirty rows of the matrix in their order, with strength and supervisor roles', () => {
    const rows = (safeguarding.matrix ?? []).filter((row) => /^S4 Appendix 2, row \d+$/.test(row.source ?? ''))
    expect(rows.map((row) => row.source)).toEqual(numbers(1, 30).map((row) => `S4 Appendix 2, row ${row}`))
    expect(matrixOf(safeguarding)).toEqual(appendix2)
  })

  test('asks for the supervision of supervisors beyond the thirty rows, at most three months apart', () => {
    const own = (safeguarding.matrix ?? []).filter((row) => row.source === 'S4 5.6')
    expect(own.map((row) => [row.key, row.every, row.strength])).toEqual([
      ['safeguarding-professionals', '3 months', 'mandatory'],
      ['named-professionals', '3 months', 'mandatory'],
    ])
  })

  test('has every kind of supervision of 5.1 to 5.6, and peer review', () => {
    expect(safeguarding.types.map((type) => [type.key, type.source])).toEqual([
      ['child-protection-case-work', 'S4 5.1, 5.8'],
      ['peer-review', 'S4 5.2'],
      ['safeguarding-children-supervision', 'S4 5.3'],
      ['safeguarding-adults-team', 'S4 5.4, 5.9'],
      ['ad-hoc-safeguarding', 'S4 5.5'],
      ['safeguarding-professionals-planned', 'S4 5.6'],
      ['safeguarding-professionals-ad-hoc', 'S4 5.6'],
      ['named-professionals-supervision', 'S4 5.6'],
    ])
  })

  test('makes case work a prepared, contracted, observed thing, and ad hoc advice none of these', () => {
    const type = (key: string) => safeguarding.types.find((one) => one.key === key)
    expect(type(caseWork)).toMatchObject({
      preferred: 'group',
      sameTeam: 'yes',
      agreementTerm: '12 months',
      preparation: { gate: 'yes', recordsReviewed: 'yes', tellManager: 'yes' },
      rebooking: { within: '1 month', priority: 'high' },
      supervisorInDate: { observation: '12 months', ownSupervision: '3 months' },
    })
    expect(type('ad-hoc-safeguarding')).toMatchObject({ agreement: 'none', planned: 'no' })
    expect(type('ad-hoc-safeguarding')?.record?.writtenBy).toEqual(['supervisor', 'supervisee'])
    expect(type(adults)?.evidence).toMatchObject({ goesTo: ['team lead'] })
    expect(type(adults)?.record?.goesTo).not.toContain('team lead')
  })

  test('has the fifteen criteria in their order', () => {
    expect(safeguarding.criteria?.map((one) => one.source)).toEqual(numbers(1, 15).map((at) => `S4 Appendix 1, ${at}`))
  })

  test('has every promise of the contract', () => {
    const promises = (party: string) => [...new Set(clauseSources(safeguarding, party))]
    expect(promises('supervisor')).toEqual(numbers(1, 6).map((at) => `S4 Appendix 3, supervisor ${at}`))
    expect(promises('supervisee')).toEqual(numbers(1, 4).map((at) => `S4 Appendix 3, supervisee ${at}`))
    expect(promises('both')).toEqual(['S4 Appendix 3, note', 'own'])
  })

  test('has all ten parts of a case discussion in the record', () => {
    const record = safeguarding.templates?.find((one) => one.key === 'case-work-record')
    const cited =
      record?.sections.flatMap((section) => section.questions.map((question) => question.source ?? '')) ?? []
    for (const part of numbers(1, 10)) expect(cited.some((one) => one.endsWith(`5.8.2, ${part}`))).toBe(true)
  })

  test('opens the desk from 9am to 4:20pm on working days and says where to turn otherwise', () => {
    expect(safeguarding.adviceDesk).toMatchObject({
      contact: { phone: '0300 323 0035' },
      hours: { workingDays: { from: '09:00', to: '16:20' }, weekends: 'closed' },
      bankHolidays: 'closed',
      otherwise: [{ when: 'closed' }, { when: 'closed and urgent' }],
    })
  })

  test('has supervisors observed each year by the designated nurse, who reports to the director', () => {
    const pathway = safeguarding.pathways?.find((one) => one.observation)
    expect(pathway?.observation).toMatchObject({
      every: '12 months',
      by: ['designated-nurse'],
      reportTo: ['director-of-safeguarding'],
    })
    expect(safeguarding.pathways?.every((one) => one.ownSupervision?.every === '3 months')).toBe(true)
  })

  test('asks all eight questions of professional curiosity, and shows that its own review has lapsed', () => {
    const curiosity = safeguarding.banks?.find((one) => one.key === 'professional-curiosity')
    expect(curiosity?.items.map((one) => one.source)).toEqual(numbers(1, 8).map((at) => `S4 4.7, ${at}`))
    expect([safeguarding.issued, safeguarding.review]).toEqual(['2019-01-01', '2022-01-31'])
  })
})
