// Staff files for tests, and the steps from a file to its import in one go.
import type { Area } from '../../../platform/area.ts'
import { scratchFile } from '../../../platform/csv/csv-file.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../register/person.store.ts'
import { guessMapping } from '../staff-file/columns.ts'
import { chooseColumns, confirmImport, takeFile } from './import.changes.ts'
import { findImport, findWords } from './import.store.ts'
import type { StaffImport } from './import.ts'

/** A policy that knows two staff groups. */
export const smallPolicy: Area = {
  name: 'policy',
  title: 'Policy',
  answers: {
    'staff groups': async () => [
      { key: 'health-visitors', name: 'Health visitors' },
      { key: 'school-nurses', name: 'School nurses' },
    ],
  },
}

export const fileHeadings =
  'Staff number,First name,Last name,E-mail,Directorate,Team,Staff group,Role,Band,Hours,Kind,Manager,Start date,End date,Status'
export const benRow =
  '3,Ben,Carter,ben@example.nhs.uk,Children,Riverside,Health visitors,HV,6,37.5,Permanent,2,01/04/2019,,Active'
export const graceRow =
  '2,Grace,Okafor,grace@example.nhs.uk,Children,Riverside,Health visitors,HV,7,37.5,Permanent,,01/04/2018,,Active'

/** A file with the headings above and these rows, or of these bytes; answers its path. */
export const staffFile = (rows: readonly string[] | Buffer | string): Promise<string> =>
  scratchFile(Buffer.isBuffer(rows) || typeof rows === 'string' ? rows : [fileHeadings, ...rows].join('\r\n'))

export type Chosen = { readonly from?: Day; readonly missingHaveLeft?: boolean }

/** Sends a file and chooses the columns that its headings mean. */
export async function checkedImport(
  work: Work,
  rows: readonly string[] | Buffer,
  chosen: Chosen = {},
): Promise<StaffImport> {
  const taken = await takeFile(work, { name: 'staff.csv', path: await staffFile(rows) })
  if (!taken.ok) throw new Error(taken.reason)
  const headings = (await findImport(work, taken.value))?.headings ?? []
  const mapping = guessMapping(headings, await findWords(work, 'column'))
  const done = await chooseColumns(work, taken.value, { mapping, from: work.today, missingHaveLeft: false, ...chosen })
  if (!done.ok) throw new Error(done.reason)
  return there(await findImport(work, taken.value))
}

/** The same, and imports it. */
export async function doneImport(
  work: Work,
  rows: readonly string[] | Buffer,
  chosen: Chosen = {},
): Promise<StaffImport> {
  const one = await checkedImport(work, rows, chosen)
  const done = await confirmImport(work, one.id)
  if (!done.ok) throw new Error(done.reason)
  return there(await findImport(work, one.id))
}

/** The first person whom a search finds, also one who has left. */
export async function personNamed(work: Work, text: string): Promise<PersonId> {
  const found = await searchPeople(work, { text, day: day('2026-11-20'), withLeavers: true, most: 1, skip: 0 })
  const first = found.people[0]
  if (!first) throw new Error(`Nobody is called ${text}`)
  return first.id
}

function there(one: StaffImport | null): StaffImport {
  if (!one) throw new Error('The import is not there')
  return one
}
