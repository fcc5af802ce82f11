// An import on its way: being read, ready to look at, being written, over. What would change is shown before anything is.
import { InsetText, LinkButton, NotificationBanner, PostButton, WarningCallout } from '../../../design/index.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { cancelImport, confirmImport } from '../import/import.changes.ts'
import { findImport } from '../import/import.store.ts'
import {
  changesOf,
  type ImportCounts,
  type ImportId,
  mayCancel,
  percentRead,
  type StaffImport,
} from '../import/import.ts'
import { administrators } from '../register/register.access.ts'
import { PreviewFigures } from './preview-figures.pages.tsx'
import { RefusedPart } from './refused.pages.tsx'
import { undoPart } from '../undoing/undo.pages.tsx'
import { UnknownGroups } from './staff-groups.pages.tsx'

export const importSubject = (work: Work, params: { import: ImportId }) => findImport(work, params.import)

export const previewPages: readonly Page[] = [
  page({
    at: 'GET /set-up/people/imports/:import',
    subject: importSubject,
    access: administrators,
    answer: (work, { subject }) => pageOf(work, subject),
  }),
  page({
    at: 'POST /set-up/people/imports/:import/confirmation',
    subject: importSubject,
    access: administrators,
    answer: async (work, { subject }) => {
      const done = await confirmImport(work, subject.id)
      return done.ok ? seeOther(`/set-up/people/imports/${subject.id}`) : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /set-up/people/imports/:import/cancellation',
    subject: importSubject,
    access: administrators,
    answer: async (work, { subject }) => {
      const done = await cancelImport(work, subject.id)
      return done.ok
        ? seeOther('/set-up/people/imports', 'Import cancelled. Nothing was changed.')
        : conflict(done.reason)
    },
  }),
]

const back = { href: '/set-up/people/imports', label: 'Import staff' }

async function pageOf(work: Work, one: StaffImport): Promise<Reply> {
  switch (one.state) {
    case 'choosing columns':
      return seeOther(`/set-up/people/imports/${one.id}/columns`)
    case 'checking':
      return waiting(one, 'Reading the file', <Progress one={one} />)
    case 'importing':
      return waiting(
        one,
        'Importing',
        <p>{count(one.counts?.rows ?? 0)} rows are being written, all at once or none.</p>,
      )
    case 'failed':
      return failed(one)
    case 'undoing':
      return waiting(one, 'Being undone', <p>The register is being put back, all at once or not at all.</p>)
    case 'imported':
    case 'undone':
    case 'cancelled':
      return over(work, one)
    case 'checked':
      return preview(work, one)
  }
}

const count = (number: number): string => number.toLocaleString('en-GB')

/** Comes again by itself every two seconds, with or without scripts. */
const waiting = (one: StaffImport, title: string, what: ReturnType<typeof Progress>) =>
  html({
    title,
    back,
    againAfter: 2,
    body: (
      <>
        <h1>{title}</h1>
        {what}
        <p class="app-quiet">This page shows how far it is by itself. You can leave it: the work goes on.</p>
        <p>
          <a href={`/set-up/people/imports/${one.id}`}>Look again now</a>
        </p>
        {mayCancel(one).ok && <Cancel one={one} />}
      </>
    ),
  })

const Progress = ({ one }: { one: StaffImport }) => (
  <>
    <progress max={100} value={percentRead(one)} aria-label="Read so far" class="app-progress" />
    <p role="status">
      {count(one.readRows)} rows read, {percentRead(one)}% of the file
    </p>
  </>
)

const Cancel = ({ one }: { one: StaffImport }) => (
  <PostButton action={`/set-up/people/imports/${one.id}/cancellation`} variant="secondary">
    Cancel this import
  </PostButton>
)

const failed = (one: StaffImport) =>
  html({
    title: 'The file cannot be read',
    back,
    body: (
      <>
        <h1>The file cannot be read</h1>
        <p>{one.fault}</p>
        <p>
          Nothing was changed. Mend the file and send it again, or{' '}
          <a href={`/set-up/people/imports/${one.id}/columns`}>choose the columns again</a> and start anew with this
          one.
        </p>
        <Cancel one={one} />
      </>
    ),
  })

const overTitles = { imported: 'Imported', undone: 'Import undone', cancelled: 'Import cancelled' } as const
const overWords = {
  imported: null,
  undone: 'The register says again what it said before.',
  cancelled: 'Nothing was changed.',
} as const

async function over(work: Work, one: StaffImport): Promise<Reply> {
  const state = one.state === 'imported' || one.state === 'undone' ? one.state : 'cancelled'
  return html({
    title: overTitles[state],
    back,
    body: (
      <>
        <h1>{overTitles[state]}</h1>
        <p class="app-lede">
          <bdi>{one.fileName}</bdi>
          {one.endedAt !== null && `, ${formatMoment(one.endedAt)}`}
        </p>
        {overWords[state] !== null && <p>{overWords[state]}</p>}
        {one.fault !== null && <p>{one.fault}</p>}
        {one.counts && <PreviewFigures one={one} counts={one.counts} />}
        <LinkButton href="/people" variant="secondary">
          People
        </LinkButton>
        {await undoPart(work, one)}
      </>
    ),
  })
}

async function preview(work: Work, one: StaffImport): Promise<Reply> {
  const counts = one.counts
  if (!counts) return failed(one)
  return html({
    title: 'What would change',
    back,
    body: (
      <>
        {one.fault !== null && <NotificationBanner>{one.fault}</NotificationBanner>}
        <h1>What would change</h1>
        <p class="app-lede">
          <bdi>{one.fileName}</bdi>, {count(counts.rows)} {counts.rows === 1 ? 'row' : 'rows'}. Nothing has been written
          yet.
        </p>
        <PreviewFigures one={one} counts={counts} />
        <Warnings one={one} counts={counts} />
        <Deeds one={one} counts={counts} />
        {await UnknownGroups({ work, one })}
        {await RefusedPart({ work, one })}
      </>
    ),
  })
}

function Warnings({ one, counts }: { one: StaffImport; counts: ImportCounts }) {
  const from = one.choices ? formatDay(one.choices.from) : ''
  return (
    <>
      {counts.missing > 0 && (
        <WarningCallout heading={`${count(counts.missing)} people are not in the file`}>
          <p>
            You chose that they have left. Their posts end on {from}, and they can no longer sign in.{' '}
            <a href={`/set-up/people/imports/${one.id}/rows/missing`}>See who they are</a>
          </p>
        </WarningCallout>
      )}
      <InsetText>
        <p>
          Changes hold from {from}, unless the file gives a later start date.
          {counts.units > 0 && ` ${count(counts.units)} new units are made for teams that the register does not have.`}
          {counts.noted > 0 &&
            ` ${count(counts.noted)} people come in without a line manager, because that line is refused.`}
        </p>
      </InsetText>
    </>
  )
}

function Deeds({ one, counts }: { one: StaffImport; counts: ImportCounts }) {
  const changes = changesOf(counts)
  return (
    <>
      {changes === 0 ? (
        <p>The register already says all of this: there is nothing to import.</p>
      ) : (
        <PostButton action={`/set-up/people/imports/${one.id}/confirmation`}>
          Import these changes<span class="nhsuk-u-visually-hidden">: {count(changes)}</span>
        </PostButton>
      )}
      <p>
        <a href={`/set-up/people/imports/${one.id}/columns`}>Choose columns or the day again</a>
      </p>
      <Cancel one={one} />
    </>
  )
}
