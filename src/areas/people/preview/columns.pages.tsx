// Which column of the file is which: guessed, remembered, and chosen by a person.
import {
  Button,
  Details,
  ErrorSummary,
  FormField,
  FormFields,
  type FormState,
  PostButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { csvReader } from '../../../platform/csv/csv.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { chooseColumns } from '../import/import.changes.ts'
import { findImport, findPiece, findWords } from '../import/import.store.ts'
import { type ImportId, mayChooseColumns, type StaffImport } from '../import/import.ts'
import { administrators } from '../register/register.access.ts'
import { columns, guessMapping, type StaffField } from '../staff-file/columns.ts'
import { columnsForm, mappingFrom, mappingShown } from './import.form.ts'

const subject = (work: Work, params: { import: ImportId }) => findImport(work, params.import)

export const columnPages: readonly Page[] = [
  page({
    at: 'GET /set-up/people/imports/:import/columns',
    subject,
    access: administrators,
    answer: async (work, { subject }) => {
      if (!mayChooseColumns(subject).ok) return seeOther(`/set-up/people/imports/${subject.id}`)
      const { mapping, from, missingHaveLeft } = subject.choices ?? {
        mapping: guessMapping(subject.headings, await findWords(work, 'column')),
        from: work.today,
        missingHaveLeft: false,
      }
      return columnsPage(work, subject, columnsForm.filled({ ...mappingShown(mapping), from, missingHaveLeft }))
    },
  }),
  page({
    at: 'POST /set-up/people/imports/:import/columns',
    subject,
    access: administrators,
    answer: (work, { subject, form }) => save(work, subject, form),
  }),
]

async function save(work: Work, one: StaffImport, form: Typed) {
  const reading = columnsForm.read(form, { today: work.today })
  if (!reading.ok) return columnsPage(work, one, reading)
  const choices = {
    mapping: mappingFrom(reading.value, one.headings.length),
    from: parseDay(reading.value.from) ?? work.today,
    missingHaveLeft: reading.value.missingHaveLeft,
  }
  const done = await chooseColumns(work, one.id, choices)
  return done.ok
    ? seeOther(`/set-up/people/imports/${one.id}`)
    : columnsPage(work, one, columnsForm.refused(form, done))
}

const basic: readonly StaffField[] = [
  'staffNumber',
  'firstName',
  'lastName',
  'name',
  'email',
  'unit',
  'staffGroup',
  'managerNumber',
]
const others = columns.map(({ field }) => field).filter((field) => !basic.includes(field))

async function columnsPage(work: Work, one: StaffImport, state: FormState) {
  const options = await headingsOf(work, one)
  const found = columns.filter(({ field }) => (state.typed[field] ?? '') !== '').length
  const open = state.errors.some(({ field }) => others.some((other) => other === field))
  return html({
    title: titleWith(state, 'Which column is which'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/set-up/people/imports', label: 'Import staff' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Which column is which?</h1>
        <p>
          <bdi>{one.fileName}</bdi> has {one.headings.length} columns. {found} of them were recognised. Look them over;
          what you choose is remembered.
        </p>
        <PostForm action={`/set-up/people/imports/${one.id}/columns`}>
          <FormFields form={columnsForm} state={state} options={options} only={basic} />
          <Details summary="Other columns" open={open}>
            {others.map((name) => (
              <FormField form={columnsForm} state={state} options={options} name={name} />
            ))}
          </Details>
          <FormFields form={columnsForm} state={state} only={['from', 'missingHaveLeft']} />
          <Button>Check the file</Button>
        </PostForm>
        <PostButton action={`/set-up/people/imports/${one.id}/cancellation`} variant="secondary">
          Cancel this import
        </PostButton>
      </>
    ),
  })
}

/** For each field the file's headings, with what the first row has there. */
async function headingsOf(work: Work, one: StaffImport) {
  const first = await firstRow(work, one)
  const options = one.headings.map((heading, at) => {
    const sample = (first[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 30)
    const name = heading.trim() === '' ? `Column ${at + 1}` : heading.trim().slice(0, 60)
    return { value: String(at), label: sample === '' ? name : `${name} (${sample})` }
  })
  return Object.fromEntries(columns.map(({ field }) => [field, options]))
}

async function firstRow(work: Work, one: StaffImport): Promise<readonly string[]> {
  const piece = await findPiece(work, one.id, 0)
  if (!piece) return []
  const reader = csvReader({ encoding: one.encoding, delimiter: one.delimiter })
  const [row] = reader.push(piece.subarray(one.rowsFrom.byte, one.rowsFrom.byte + 65_536))
  return row?.cells ?? []
}
