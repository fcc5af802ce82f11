// The rows behind each count of a preview: who is added, what changes from what to what, who leaves.
import { Pagination, Table } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { comparisonOf } from '../import/check.changes.ts'
import { findMissing, findOutcomes } from '../import/compare.store.ts'
import { findImport } from '../import/import.store.ts'
import type { ImportChoices, ImportId, OutcomeRow, StaffImport } from '../import/import.ts'
import { administrators } from '../register/register.access.ts'
import { changesIn, factsIn } from './preview.view.ts'

const most = 50
const titles = { added: 'Added', changed: 'Changed', left: 'Left, as the file says', missing: 'Left, not in the file' }
type Outcome = keyof typeof titles
const isOutcome = (text: string): text is Outcome => Object.hasOwn(titles, text)

export const rowPages: readonly Page[] = [
  page({
    at: 'GET /set-up/people/imports/:import/rows/:outcomeKey',
    subject: (work: Work, params: { import: ImportId; outcomeKey: string }) => findImport(work, params.import),
    access: administrators,
    answer: async (work, { subject, params, query }) => {
      if (!isOutcome(params.outcomeKey)) return notFound()
      if (subject.state !== 'checked' || !subject.choices) return seeOther(`/set-up/people/imports/${subject.id}`)
      const number = Math.max(1, Math.floor(Number(query('page')) || 1))
      return rowsPage(work, subject, subject.choices, { outcome: params.outcomeKey, number: Math.min(number, 100_000) })
    },
  }),
]

async function rowsPage(
  work: Work,
  one: StaffImport,
  choices: ImportChoices,
  { outcome, number }: { outcome: Outcome; number: number },
) {
  const comparison = await comparisonOf(work, one.id, choices)
  const at = `/set-up/people/imports/${one.id}`
  const groups = new Map((await work.ask('staff groups', choices.from)).map(({ key, name }) => [key, name]))
  const part = { most, skip: (number - 1) * most }
  const table =
    outcome === 'missing' ? (
      <MissingTable rows={await findMissing(work, comparison, part)} />
    ) : (
      <OutcomeTable outcome={outcome} rows={await findOutcomes(work, comparison, outcome, part)} groups={groups} />
    )
  return html({
    title: `${titles[outcome]}: what would change`,
    back: { href: at, label: 'What would change' },
    body: (
      <>
        <h1>{titles[outcome]}</h1>
        <p class="app-lede">
          {(one.counts?.[outcome] ?? 0).toLocaleString('en-GB')} in all. Nothing has been written yet.
        </p>
        {table}
        <Pagination
          page={number}
          pages={Math.ceil((one.counts?.[outcome] ?? 0) / most)}
          hrefOf={(to) => `${at}/rows/${outcome}?page=${to}`}
        />
      </>
    ),
  })
}

type OutcomesProps = {
  outcome: 'added' | 'changed' | 'left'
  rows: readonly OutcomeRow[]
  groups: ReadonlyMap<string, string>
}

function OutcomeTable({ outcome, rows, groups }: OutcomesProps) {
  const columns = [
    { heading: 'Name', cell: (row: OutcomeRow) => <bdi>{row.name}</bdi> },
    { heading: 'Staff number', cell: (row: OutcomeRow) => row.staffNumber },
    {
      heading: outcome === 'added' ? 'What comes in' : 'Before → after',
      cell: (row: OutcomeRow) => <WhatCell row={row} outcome={outcome} groups={groups} />,
    },
    {
      heading: outcome === 'left' ? 'Last day' : 'From',
      cell: (row: OutcomeRow) =>
        outcome === 'left' ? (row.to === null ? '' : formatDay(row.to)) : formatDay(row.from),
    },
    { heading: 'Line', numeric: true, cell: (row: OutcomeRow) => row.line },
  ]
  return <Table caption={titles[outcome]} captionHidden columns={columns} rows={rows} />
}

type WhatProps = { row: OutcomeRow; outcome: Outcome; groups: ReadonlyMap<string, string> }

const WhatCell = ({ row, outcome, groups }: WhatProps) =>
  outcome === 'added' ? (
    <>
      <bdi>{factsIn(row)}</bdi>
    </>
  ) : (
    <>
      {row.back && <div>Comes back</div>}
      {changesIn(row, groups).map(({ field, before, after }) => (
        <div>
          <strong>{field}:</strong> <bdi>{before}</bdi> <span aria-hidden="true">→</span>
          <span class="nhsuk-u-visually-hidden">becomes</span> <bdi>{after}</bdi>
        </div>
      ))}
    </>
  )

type MissingRow = Awaited<ReturnType<typeof findMissing>>[number]

function MissingTable({ rows }: { rows: readonly MissingRow[] }) {
  const columns = [
    {
      heading: 'Name',
      cell: (row: MissingRow) => (
        <a href={`/people/${row.person}`}>
          <bdi>{row.name}</bdi>
        </a>
      ),
    },
    { heading: 'Staff number', cell: (row: MissingRow) => row.staffNumber ?? 'None' },
  ]
  return <Table caption="People who are not in the file" captionHidden columns={columns} rows={rows} />
}
