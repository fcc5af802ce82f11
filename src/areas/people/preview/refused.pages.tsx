// Refused rows: with their line, column and reason on the preview, and as a file.
import { CsvLink, Details, Pagination, Table } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findImport } from '../import/import.store.ts'
import type { ImportId, StaffImport } from '../import/import.ts'
import { countReasons, findRefused, type RefusedRow } from '../import/refused.store.ts'
import { administrators } from '../register/register.access.ts'
import { columnName, faultsIn } from './preview.view.ts'

const most = 50
const subject = (work: Work, params: { import: ImportId }) => findImport(work, params.import)

export const refusedPages: readonly Page[] = [
  page({
    at: 'GET /set-up/people/imports/:import/refused',
    subject,
    access: administrators,
    answer: (work, { subject, query }) =>
      refusedPage(work, subject, Math.max(1, Math.floor(Number(query('page')) || 1))),
  }),
  page({
    at: 'GET /set-up/people/imports/:import/refused.csv',
    subject,
    access: administrators,
    answer: async (work, { subject }) => {
      const rows = await findRefused(work, subject.id, { most: 400_000, skip: 0 })
      const lines = rows.flatMap(({ line, staffNumber, name, faults }) =>
        faultsIn(faults).map(({ column, reason }) => [line, staffNumber, name, column, reason]),
      )
      return file('refused-rows.csv', 'text/csv', writeCsv(['Line', 'Staff number', 'Name', 'Column', 'Reason'], lines))
    },
  }),
]

/** On the preview: why rows are refused, the first of them, and all as a file. */
export async function RefusedPart({ work, one }: { work: Work; one: StaffImport }) {
  const refused = one.counts?.refused ?? 0
  if (refused === 0) return <></>
  const reasons = await countReasons(work, one.id)
  const rows = await findRefused(work, one.id, { most, skip: 0 })
  const reasonColumns = [
    { heading: 'Column', cell: (reason: (typeof reasons)[0]) => columnName(reason.field) },
    { heading: 'Reason', cell: (reason: (typeof reasons)[0]) => reason.reason },
    { heading: 'Rows', numeric: true, cell: (reason: (typeof reasons)[0]) => reason.rows.toLocaleString('en-GB') },
  ]
  return (
    <section id="refused">
      <h2>Refused rows</h2>
      <p>These rows are left out. Mend them in the file and send it again: what is in already is not done twice.</p>
      <CsvLink href={`/set-up/people/imports/${one.id}/refused.csv`} rows={refused} />
      <Details summary={`Reasons, counted (${reasons.length})`} open={refused > most}>
        <Table caption="Reasons" captionHidden columns={reasonColumns} rows={reasons} firstCellIsHeader={false} />
      </Details>
      <RefusedTable rows={rows} />
      {refused > most && (
        <p>
          <a href={`/set-up/people/imports/${one.id}/refused`}>
            See all {refused.toLocaleString('en-GB')} refused rows
          </a>
        </p>
      )}
    </section>
  )
}

async function refusedPage(work: Work, one: StaffImport, number: number) {
  const refused = one.counts?.refused ?? 0
  const rows = await findRefused(work, one.id, { most, skip: (number - 1) * most })
  const at = `/set-up/people/imports/${one.id}`
  return html({
    title: 'Refused rows',
    back: { href: at, label: 'What would change' },
    body: (
      <>
        <h1>Refused rows</h1>
        <CsvLink href={`${at}/refused.csv`} rows={refused} />
        <RefusedTable rows={rows} />
        <Pagination page={number} pages={Math.ceil(refused / most)} hrefOf={(to) => `${at}/refused?page=${to}`} />
      </>
    ),
  })
}

function RefusedTable({ rows }: { rows: readonly RefusedRow[] }) {
  const columns = [
    { heading: 'Line', cell: (row: RefusedRow) => row.line },
    {
      heading: 'Who',
      cell: (row: RefusedRow) => (
        <>
          <bdi>{row.name ?? 'No name'}</bdi>
          {row.staffNumber !== null && <span class="app-quiet"> {row.staffNumber}</span>}
        </>
      ),
    },
    {
      heading: 'Column and reason',
      cell: (row: RefusedRow) =>
        faultsIn(row.faults).map(({ column, reason }) => (
          <div>
            <strong>{column}:</strong> <bdi>{reason}</bdi>
          </div>
        )),
    },
  ]
  return <Table caption="Refused rows by line" captionHidden columns={columns} rows={rows} />
}
