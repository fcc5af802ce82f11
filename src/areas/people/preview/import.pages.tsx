// Sending a staff file, and the imports there have been.
import {
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  StateTag,
  Table,
  titleWith,
  type Tone,
} from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { takeFile } from '../import/import.changes.ts'
import { findImports } from '../import/import.store.ts'
import { changesOf, type StaffImport } from '../import/import.ts'
import { namesOf } from '../register/person.store.ts'
import { administrators } from '../register/register.access.ts'
import { template } from '../staff-file/template.ts'
import { fileForm } from './import.form.ts'
import { stateWords } from './preview.view.ts'

export const importPages: readonly Page[] = [
  page({ at: 'GET /set-up/people/imports', access: administrators, answer: (work) => importsPage(work) }),
  page({
    at: 'POST /set-up/people/imports',
    access: administrators,
    takesFiles: true,
    answer: async (work, { form, uploads }) => {
      const reading = fileForm.read(form, { uploads })
      if (!reading.ok) return importsPage(work, reading)
      const taken = await takeFile(work, { name: reading.value.file.fileName, path: reading.value.file.path })
      if (!taken.ok) return importsPage(work, fileForm.refused(form, taken))
      return seeOther(`/set-up/people/imports/${taken.value}/columns`)
    },
  }),
  page({
    at: 'GET /set-up/people/template.csv',
    access: administrators,
    answer: () => file('staff-template.csv', 'text/csv', writeCsv(template.headings, template.rows)),
  }),
]

async function importsPage(work: Work, state: FormState = fileForm.filled()) {
  const imports = await findImports(work, 30)
  const names = await namesOf(
    work,
    imports.map(({ madeBy }) => madeBy),
  )
  return html({
    title: titleWith(state, 'Import staff'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/set-up', label: 'Set-up' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Import staff</h1>
        <p>
          Nothing is written until you have seen what would change and said yes. The same file again changes nothing.
        </p>
        <PostForm action="/set-up/people/imports" form={fileForm}>
          <FormFields form={fileForm} state={state} />
          <Button>Send file</Button>
        </PostForm>
        <FileHelp />
        <h2>Imports so far</h2>
        <ImportsTable imports={imports} nameOf={(one) => names.get(one.madeBy) ?? 'The service'} />
      </>
    ),
  })
}

const FileHelp = () => (
  <Details summary="What the file should look like">
    <p>
      One line for each person, with headings in the first line. A staff number and a name are needed, everything else
      is welcome: team, staff group, role, band, hours, kind of post, line manager’s staff number, start and end dates.
    </p>
    <p>
      Dates as 31/12/2026 or 2026-12-31. Excel’s “CSV UTF-8” is best; older encodings are recognised. Columns are
      matched on the next page, and remembered.
    </p>
    <p>
      <a href="/set-up/people/template.csv" download>
        Download a template (CSV)
      </a>
    </p>
  </Details>
)

const tones: Partial<Record<StaffImport['state'], Tone>> = {
  imported: 'good',
  checked: 'new',
  failed: 'late',
  checking: 'waiting',
  importing: 'waiting',
}

function ImportsTable({ imports, nameOf }: { imports: readonly StaffImport[]; nameOf: (one: StaffImport) => string }) {
  const columns = [
    {
      heading: 'File',
      cell: (one: StaffImport) => (
        <a href={`/set-up/people/imports/${one.id}`}>
          <bdi>{one.fileName}</bdi>
          <span class="nhsuk-u-visually-hidden">, sent {formatMoment(one.madeAt)}</span>
        </a>
      ),
    },
    { heading: 'Sent', cell: (one: StaffImport) => `${formatMoment(one.madeAt)} by ${nameOf(one)}` },
    {
      heading: 'State',
      cell: (one: StaffImport) => <StateTag tone={tones[one.state] ?? 'quiet'}>{stateWords[one.state]}</StateTag>,
    },
    {
      heading: 'Changes',
      numeric: true,
      cell: (one: StaffImport) => (one.counts ? changesOf(one.counts).toLocaleString('en-GB') : ''),
    },
  ]
  const empty = (
    <EmptyState heading="No imports yet">
      <p>When you send a file, it is listed here with what came of it.</p>
    </EmptyState>
  )
  return <Table caption="Imports so far" captionHidden columns={columns} rows={imports} empty={empty} />
}
