import { describe, expect, it } from 'vitest'
import { findCircles, nameCircle } from './circles.ts'
import { guessMapping, type Mapping, mayReadWith } from './columns.ts'
import { template } from './template.ts'
import { readStaffRow, staffGroupWords } from './staff-row.ts'

const headings = ['Employee Number', 'First Name', 'Last Name', 'E-mail Address', 'Directorate', 'Team', 'Staff Group']
const more = ['Role', 'Pay Band', 'Contracted Hours', 'Assignment Category', 'Supervisor Employee Number']
const last = ['Start Date', 'End Date', 'Assignment Status', 'Caseload']
const all = [...headings, ...more, ...last]
const mapping = guessMapping(all, new Map())
const known = [
  { key: 'health-visitors', name: 'Health visitors', aliases: ['Health visitor'] },
  { key: 'school-nurses', name: 'School nurses' },
]
const good = {
  'Employee Number': '20000003',
  'First Name': 'Ben',
  'Last Name': 'Carter',
  'E-mail Address': 'ben@example.nhs.uk',
  Directorate: 'Children',
  Team: 'Riverside',
  'Staff Group': 'health VISITOR',
  Role: 'Health visitor',
  'Pay Band': 'Band 6',
  'Contracted Hours': '37.5',
  'Assignment Category': 'Permanent',
  'Supervisor Employee Number': '20000002',
  'Start Date': '01/04/2019',
  'End Date': '',
  'Assignment Status': 'Active Assignment',
  Caseload: 'Y',
}

function read(changed: Partial<Record<keyof typeof good, string>>, own = new Map<string, string>()) {
  const row: Record<string, string> = { ...good, ...changed }
  const words = { staffGroups: staffGroupWords(known, own), staffGroupNames: known.map(({ name }) => name) }
  return readStaffRow(
    all.map((heading) => row[heading] ?? ''),
    2,
    { mapping, width: all.length, ...words },
  )
}

describe('columns', () => {
  it('are guessed from the headings of an export', () => {
    expect(Object.keys(mapping)).toHaveLength(16)
    expect(mapping).toMatchObject({
      staffNumber: 0,
      firstName: 1,
      unitLevel1: 4,
      unit: 5,
      managerNumber: 11,
      status: 14,
    })
  })

  it('are guessed in full from our own template', () => {
    const own = guessMapping(template.headings, new Map())
    expect(Object.keys(own)).toHaveLength(template.headings.length)
    expect(template.rows.every((row) => row.length === template.headings.length)).toBe(true)
  })

  it('follow what was chosen last time, also to leave a column out', () => {
    const remembered = new Map([
      ['code', 'staffNumber'],
      ['staffnumber', ''],
    ])
    expect(guessMapping(['Code', 'Staff number', 'Name'], remembered)).toEqual({ staffNumber: 0, name: 2 })
  })

  it.each<[string, Mapping, string]>([
    ['no staff number', { name: 0 }, 'staffNumber'],
    ['no name', { staffNumber: 0 }, 'name'],
    ['one column twice', { staffNumber: 0, name: 1, email: 1 }, 'email'],
  ])('are refused with %s', (_what, chosen, field) => {
    expect(mayReadWith(chosen, ['a', 'b'])).toMatchObject({ ok: false, field })
  })
})

describe('a line of the file', () => {
  it('is read whole', () => {
    expect(read({})).toEqual({
      line: 2,
      staffNumber: '20000003',
      assignment: '',
      name: 'Ben Carter',
      email: 'ben@example.nhs.uk',
      unitPath: 'Children > Riverside',
      staffGroup: 'health-visitors',
      profession: 'Health visitor',
      band: '6',
      trainingStage: null,
      hoursPerWeek: 37.5,
      kind: 'permanent',
      caseload: true,
      managerNumber: '20000002',
      started: '2019-04-01',
      ended: null,
      hasLeft: false,
      registration: null,
      trainingLevel: null,
      trainingDay: null,
      faults: null,
    })
  })

  it.each([
    ['2019-04-01', '2019-04-01'],
    ['2019-04-01 00:00:00', '2019-04-01'],
    ['1/4/2019', '2019-04-01'],
    ['01-Apr-2019', '2019-04-01'],
    ['1 April 2019', '2019-04-01'],
    ['29/02/2024', '2024-02-29'],
  ])('takes the date %s', (typed, day) => {
    expect(read({ 'Start Date': typed })).toMatchObject({ started: day, faults: null })
  })

  it.each([
    ['Bank', 'bank'],
    ['Fixed Term Temp', 'fixed term'],
    ['Agency worker', 'agency'],
    ['Substantive', 'permanent'],
    ['Locum', 'locum'],
  ])('takes the kind of post %s', (typed, kind) => {
    expect(read({ 'Assignment Category': typed })).toMatchObject({ kind, faults: null })
  })

  it('takes names in any script, and tells who has left', () => {
    expect(read({ 'First Name': 'ليلى', 'Last Name': 'حداد 🌟', 'Assignment Status': 'Left' })).toMatchObject({
      name: 'ليلى حداد 🌟',
      hasLeft: true,
      faults: null,
    })
  })

  it('takes the organisation’s own words for staff groups', () => {
    const own = new Map([
      ['hv', 'health-visitors'],
      ['porters', ''],
    ])
    expect(read({ 'Staff Group': 'HV' }, own)).toMatchObject({ staffGroup: 'health-visitors', faults: null })
    expect(read({ 'Staff Group': 'Porters' }, own)).toMatchObject({ staffGroup: 'Porters', faults: null })
  })

  it.each<[string, Partial<Record<keyof typeof good, string>>, string]>([
    ['a missing staff number', { 'Employee Number': ' ' }, 'staffNumber|The staff number is missing.'],
    [
      'a staff number that is too long',
      { 'Employee Number': '1'.repeat(41) },
      'staffNumber|This is 41 letters long; 40 is the most.',
    ],
    [
      'a shortened staff number',
      { 'Employee Number': '2.1E+07' },
      'staffNumber|“2.1E+07” was shortened by a spreadsheet.',
    ],
    ['a missing name', { 'First Name': '', 'Last Name': '' }, 'name|The name is missing.'],
    [
      'a name that is too long',
      { 'First Name': 'x'.repeat(150), 'Last Name': 'y'.repeat(150) },
      'name|The name is 301 letters long',
    ],
    ['a NUL, which no database keeps', { 'Last Name': 'Car\u0000ter' }, 'lastName|There are characters'],
    ['characters that cannot be seen', { 'Last Name': 'Car\u0007ter' }, 'lastName|There are characters'],
    ['a text turned round by a hidden mark', { 'Last Name': 'Car\u202eter' }, 'lastName|There are characters'],
    ['letters that cannot be read', { 'Last Name': 'Car\ufffdter' }, 'lastName|Some letters cannot be read.'],
    ['a wrong e-mail', { 'E-mail Address': 'ben.example' }, 'email|“ben.example” is not an e-mail address.'],
    [
      'an unknown staff group',
      { 'Staff Group': 'Helth visitors' },
      'staffGroup|The policy has no staff group “Helth visitors”. Did you mean “Health visitors”?',
    ],
    ['an impossible date', { 'Start Date': '31/02/2026' }, 'started|The start date “31/02/2026” is not a real date.'],
    ['a date of another kind', { 'Start Date': 'soon' }, 'started|The start date “soon” is not a date.'],
    [
      'a year of two digits',
      { 'Start Date': '01/04/19' },
      'started|The start date “01/04/19” needs a year of four digits.',
    ],
    ['an end before the start', { 'End Date': '31/03/2019' }, 'ended|The end date is before the start date.'],
    ['hours that are no number', { 'Contracted Hours': 'full' }, 'hoursPerWeek|“full” is not a number of hours.'],
    ['negative hours', { 'Contracted Hours': '-5' }, 'hoursPerWeek|The hours a week cannot be negative (-5).'],
    [
      'more hours than a week has',
      { 'Contracted Hours': '169' },
      'hoursPerWeek|A week has 168 hours; the file says 169.',
    ],
    [
      'an unknown kind of post',
      { 'Assignment Category': 'Banc' },
      'kind|“Banc” is not a kind of post. Did you mean “bank”?',
    ],
    ['a caseload that is neither', { Caseload: 'perhaps' }, 'caseload|“perhaps” is neither yes nor no.'],
    [
      'a line manager who is the person',
      { 'Supervisor Employee Number': '20000003' },
      'managerNumber|The line manager is the person.',
    ],
    ['a team that lies too deep', { Team: 'a>b>c>d>e>f>g>h>i' }, 'unit|The team lies more than 8 levels deep.'],
  ])('is refused for %s', (_what, changed, fault) => {
    expect(read(changed).faults?.join('\n')).toContain(fault)
  })

  it('is refused when it has other columns than the headings', () => {
    const words = { staffGroups: new Map(), staffGroupNames: [] }
    const row = readStaffRow(['1', 'Ben'], 3, { mapping: { staffNumber: 0, name: 1 }, width: 3, ...words })
    expect(row.faults?.[0]).toContain('This line has 2 columns, the headings have 3.')
  })

  it('says every fault at once', () => {
    expect(read({ 'Start Date': 'x', 'Contracted Hours': '-1', 'E-mail Address': 'y' }).faults).toHaveLength(3)
  })
})

describe('circles of line managers', () => {
  it('are found and named, each once, and those below them are in none', () => {
    const edges = [
      { person: 'd', manager: 'a' },
      { person: 'a', manager: 'b' },
      { person: 'b', manager: 'c' },
      { person: 'c', manager: 'a' },
      { person: 'e', manager: 'f' },
    ]
    expect(findCircles(edges)).toEqual([['a', 'b', 'c', 'a']])
    expect(nameCircle(['a', 'b', 'a'], (number) => (number === 'a' ? 'Amina' : undefined))).toBe(
      'Amina (a) → b → Amina (a)',
    )
  })

  it('are not looked for by recursion', () => {
    const edges = Array.from({ length: 50_000 }, (_, at) => ({ person: `${at}`, manager: `${at + 1}` }))
    expect(findCircles(edges)).toEqual([])
    expect(findCircles([...edges, { person: '50000', manager: '0' }])[0]).toHaveLength(50_002)
  })
})
