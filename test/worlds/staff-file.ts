// A staff file of a made-up trust's children's services, about three hundred people, for stories of importing: good, or
// with twelve kinds of bad row among the good ones.

const first =
  'Aisha Ben Carys Deepak Elin Femi Grace Hamza Isla Jakub Kemi Leah Mohan Niamh Owen Priya Rhys Sana Tom Zofia'
const last = 'Adeyemi Bailey Chowdhury Davies Evans Farrell Gill Hughes Iqbal Jones Kowalska Lewis Mensah Nowak Okafor'

const teams = ['Elm Park team', 'Riverside team', 'Northfield team', 'Castle team', 'Harbour team']
const professions = [
  ['Health visitors', 'Health visitor', 'Children and families > Health visiting'],
  ['School nurses', 'School nurse', 'Children and families > School nursing'],
] as const

export const staffHeadings =
  'Staff number,Full name,Work e-mail,Team,Staff group,Profession or role,Band,Hours a week,Kind,Carries a caseload,Line manager’s staff number,Start date,End date'

type Row = Readonly<{
  number: string
  name: string
  email: string
  unit: string
  group: string
  profession: string
  band: string
  hours: string
  kind: string
  caseload: string
  manager: string
  start: string
  end: string
}>

/** The director is 40000001; each team's lead is its first person and their line manager. */
export function goodRows(): readonly Row[] {
  const names = last.split(' ').flatMap((surname) => first.split(' ').map((forename) => `${forename} ${surname}`))
  return names.map((name, at) => rowOf(name, at, names.length))
}

function rowOf(name: string, at: number, all: number): Row {
  const perTeam = Math.ceil(all / (teams.length * professions.length))
  const team = Math.floor(at / perTeam)
  const [group, profession, above] = professions[team % professions.length] ?? professions[0]
  const leads = at % perTeam === 0
  return {
    number: String(40_000_001 + at),
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.nhs.uk`,
    unit: `${above} > ${teams[Math.floor(team / professions.length)] ?? ''}`,
    group,
    profession,
    band: leads ? 'Band 7' : 'Band 6',
    hours: at % 4 === 3 ? '22.5' : '37.5',
    kind: at % 19 === 18 ? 'Bank' : 'Permanent',
    caseload: 'Yes',
    manager: leads ? (at === 0 ? '' : '40000001') : String(40_000_001 + team * perTeam),
    start: `0${1 + (at % 9)}/04/20${18 + (at % 7)}`,
    end: '',
  }
}

type Spoiling = {
  readonly at: number
  readonly change: Partial<Row>
  /** The reason that must be read beside the line. */
  readonly reason: RegExp
}

/** Twelve kinds of bad row; `at` is its place among the good rows, none of them leads a team. */
export const spoilings: readonly Spoiling[] = [
  { at: 11, change: { number: '' }, reason: /The staff number is missing/ },
  { at: 22, change: { name: '' }, reason: /The name is missing/ },
  { at: 33, change: { number: '40000035' }, reason: /Staff number 40000035 is on lines 35, 36/ },
  { at: 44, change: { email: 'no at sign' }, reason: /“no at sign” is not an e-mail address/ },
  { at: 55, change: { email: 'aisha.adeyemi@example.nhs.uk' }, reason: /is also on line 2 for another person/ },
  { at: 66, change: { start: '31/02/2024' }, reason: /The start date “31\/02\/2024” is not a real date/ },
  { at: 77, change: { start: '01/04/19' }, reason: /needs a year of four digits/ },
  { at: 88, change: { end: '01/01/2001' }, reason: /The end date is before the start date/ },
  { at: 99, change: { hours: '375' }, reason: /A week has 168 hours; the file says 375/ },
  { at: 111, change: { kind: 'Permanant' }, reason: /“Permanant” is not a kind of post. Did you mean “permanent”/ },
  { at: 122, change: { manager: '99999999' }, reason: /The line manager 99999999 is neither in this file nor/ },
  { at: 133, change: { manager: '40000135' }, reason: /Line managers go round in a circle/ },
  { at: 134, change: { manager: '40000134' }, reason: /Line managers go round in a circle/ },
]

/** The good rows with the bad ones among them; each stays on its line. */
export function spoiltRows(): readonly Row[] {
  const changes = new Map(spoilings.map(({ at, change }) => [at, change]))
  return goodRows().map((row, at) => ({ ...row, ...changes.get(at) }))
}

/** The line of the file on which the row at this place stands. */
export const lineOf = (at: number): number => at + 2

export const staffCsv = (rows: readonly Row[]): string =>
  `${[staffHeadings, ...rows.map((row) => Object.values(row).join(','))].join('\r\n')}\r\n`
