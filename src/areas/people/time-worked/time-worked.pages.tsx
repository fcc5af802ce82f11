// Importing shifts and hours worked: send a file, look at what it would do, then import it.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, Table, titleWith } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, file, html, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { administrators } from '../register/register.access.ts'
import { cancelTimeFile, importTimeFile, judgeTimeFile, takeTimeFile } from './time-worked.changes.ts'
import { timeFileForm } from './time-worked.form.ts'
import { findTimeFile, type TimeFile } from './time-worked.store.ts'
import type { Judged, RefusedTime, TimeFileId } from './time-worked.ts'

const here = '/set-up/people/time-worked'
const subject = (work: Work, params: { file: TimeFileId }) => findTimeFile(work, params.file)

export const timeWorkedPages: readonly Page[] = [
  page({ at: `GET ${here}`, access: administrators, answer: () => sendPage() }),
  page({
    at: `POST ${here}`,
    access: administrators,
    takesFiles: true,
    answer: async (work, { form, uploads }) => {
      const reading = timeFileForm.read(form, { uploads })
      if (!reading.ok) return sendPage(reading)
      const taken = await takeTimeFile(work, { name: reading.value.file.fileName, path: reading.value.file.path })
      return taken.ok ? seeOther(`${here}/${taken.value}`) : sendPage(timeFileForm.refused(form, taken))
    },
  }),
  page({
    at: `GET ${here}/:file`,
    subject,
    access: administrators,
    answer: (work, { subject: sent }) => lookPage(work, sent),
  }),
  page({
    at: `GET ${here}/:file/refused.csv`,
    subject,
    access: administrators,
    answer: async (work, { subject: sent }) => {
      const { refused } = await judgeTimeFile(work, sent)
      const rows = refused.map(({ line, staffNumber, reason }) => [line, staffNumber, reason])
      return file('refused-rows.csv', 'text/csv', writeCsv(['Line', 'Staff number', 'Reason'], rows))
    },
  }),
  page({
    at: `POST ${here}/:file/commitment`,
    subject,
    access: administrators,
    answer: async (work, { subject: sent }) => {
      const done = await importTimeFile(work, sent.id)
      if (!done.ok) return conflict(done.reason)
      const rows = done.value.added.length + done.value.changed.length
      return seeOther(here, `Imported: ${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}. Figures follow.`)
    },
  }),
  page({
    at: `POST ${here}/:file/cancellation`,
    subject,
    access: administrators,
    answer: async (work, { subject: sent }) => {
      const done = await cancelTimeFile(work, sent.id)
      return done.ok ? seeOther(here, 'Cancelled. Nothing was imported.') : conflict(done.reason)
    },
  }),
]

const sendPage = (state: FormState = timeFileForm.filled()) =>
  html({
    title: titleWith(state, 'Import time worked'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/set-up', label: 'Set-up' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Import time worked</h1>
        <p>
          Some policies ask for supervision after so many shifts or hours of practice. Rosters know those: bring them in
          here, as often as you like. A stretch counts on its last day, so shorter stretches give more exact dates.
        </p>
        <PostForm action={here} form={timeFileForm}>
          <FormFields form={timeFileForm} state={state} />
          <Button>Send file</Button>
        </PostForm>
      </>
    ),
  })

async function lookPage(work: Work, sent: TimeFile) {
  if (sent.state !== 'checked') return conflict('This file is over. Send it again.')
  const judged = await judgeTimeFile(work, sent)
  const rows = judged.added.length + judged.changed.length
  return html({
    title: 'Look at the file',
    back: { href: here, label: 'Import time worked' },
    body: (
      <>
        <h1>Look at the file</h1>
        <p class="app-lede">{countWords(judged)}</p>
        {rows > 0 && (
          <PostForm action={`${here}/${sent.id}/commitment`}>
            <Button>Import {rows.toLocaleString('en-GB')} rows</Button>
          </PostForm>
        )}
        <PostForm action={`${here}/${sent.id}/cancellation`}>
          <Button variant="secondary">Cancel</Button>
        </PostForm>
        <RefusedPart id={sent.id} refused={judged.refused} />
      </>
    ),
  })
}

const countWords = ({ added, changed, unchanged, refused }: Judged): string =>
  [
    `${added.length} added`,
    `${changed.length} changed`,
    `${unchanged} recorded already`,
    `${refused.length} refused`,
  ].join(', ')

const shownRefused = 200

function RefusedPart({ id, refused }: { id: TimeFileId; refused: readonly RefusedTime[] }) {
  if (refused.length === 0) return <></>
  return (
    <section id="refused">
      <h2>Refused rows</h2>
      <p>
        These rows are left out. Mend them in the file and send it again: what is in already is not done twice.{' '}
        <a href={`${here}/${id}/refused.csv`}>All refused rows as a file</a>
      </p>
      <Table
        caption="Refused rows"
        captionHidden
        columns={[
          { heading: 'Line', cell: (row: RefusedTime) => String(row.line) },
          { heading: 'Staff number', cell: (row: RefusedTime) => <bdi>{row.staffNumber}</bdi> },
          { heading: 'Reason', cell: (row: RefusedTime) => row.reason },
        ]}
        rows={refused.slice(0, shownRefused)}
      />
    </section>
  )
}
