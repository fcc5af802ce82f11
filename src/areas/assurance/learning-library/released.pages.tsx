// One learning point that was sent, and who has read it (SPEC 10.3).
import { ButtonGroup, CsvLink, LinkButton, PostButton, Table, Written } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { Id } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, file, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { unitTree } from '../../people/index.ts'
import { peopleOf } from '../dashboard/dashboard.changes.ts'
import { sentence } from '../learning-points/learning-point.form.ts'
import { findPoint } from '../learning-points/learning-point.store.ts'
import type { PointId } from '../learning-points/learning-point.ts'
import { sentAddress } from '../learning-points/learning-point.view.ts'
import {
  readersOfReleased,
  readingsOfReleased,
  type ReleasedSubject,
  seesAllReaders,
  withdrawersOfReleased,
} from './released.access.ts'
import { findReleased, findWhoRead } from './released.store.ts'
import type { Released } from './released.ts'
import { noteRead, type Told, toldOf, withdrawSent } from './told.changes.ts'

type Sent = { readonly released: Id<'released'> }

/** What was sent is known by the id that it had on its way. */
async function subjectReleased(work: Work, { released: sent }: Sent): Promise<ReleasedSubject | null> {
  const id = sent as string as PointId
  const released = await findReleased(work, id)
  const point = released && (await findPoint(work, id))
  return released && { released, theirs: point?.concerned.includes(work.asker.person) ?? false }
}

const read = { subject: subjectReleased, access: readingsOfReleased } as const

export const releasedPages: readonly Page[] = [
  page({
    at: 'GET /learning-points/sent/:released',
    subject: subjectReleased,
    access: readersOfReleased,
    answer: (work, { subject }) => sentPage(work, subject),
  }),
  page({
    at: 'POST /learning-points/sent/:released/reading',
    subject: subjectReleased,
    access: readersOfReleased,
    answer: async (work, { subject: { released } }) => {
      await noteRead(work, released.id)
      return seeOther(sentAddress(released), 'Thank you')
    },
  }),
  page({
    at: 'POST /learning-points/sent/:released/withdrawal',
    subject: subjectReleased,
    access: withdrawersOfReleased,
    answer: async (work, { subject: { released } }) => {
      const done = await withdrawSent(work, released.id)
      return done.ok ? seeOther('/learning-points', 'Withdrawn') : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /learning-points/sent/:released/readers',
    ...read,
    answer: (work, { subject: { released } }) => whoReadPage(work, released),
  }),
  page({
    at: 'GET /learning-points/sent/:released/readers/figures',
    ...read,
    answer: async (work, { subject: { released } }) => {
      const told = await toldTo(work, released)
      const units = new Map(
        (await unitTree(work, work.today)).map((unit) => [unit.unit as string, unit.path.join(' > ')]),
      )
      const rows = told.map((one) => [one.name, units.get(one.unit ?? '') ?? '', one.read ? 'yes' : 'no'])
      return file(`learning-point-${work.today}.csv`, 'text/csv', writeCsv(['Name', 'Unit', 'Has read it'], rows))
    },
  }),
]

async function sentPage(work: Work, subject: ReleasedSubject): Promise<Reply> {
  const { released } = subject
  const isRead = (await findWhoRead(work, released.id)).has(work.asker.person)
  const { withdrawnAt } = released
  return html({
    title: 'What others learned',
    back: { href: '/learning-points', label: 'Learning points' },
    body: (
      <>
        <h1>{withdrawnAt === null ? <bdi>{released.title}</bdi> : 'Learning point'}</h1>
        {withdrawnAt === null ? (
          <Whole {...{ work, subject, isRead }} />
        ) : (
          <p>It was withdrawn on {formatDay(londonDay(withdrawnAt))}.</p>
        )}
      </>
    ),
  })
}

const Whole = ({ work, subject, isRead }: { work: Work; subject: ReleasedSubject; isRead: boolean }) => (
  <>
    <p class="app-quiet">
      {subject.released.subjects.map(sentence).join(', ')}. Sent {formatDay(londonDay(subject.released.sentAt))}
    </p>
    <Written>{subject.released.words}</Written>
    {isRead ? (
      <p>You have read it.</p>
    ) : (
      <PostButton action={`${sentAddress(subject.released)}/reading`}>I have read it</PostButton>
    )}
    <ButtonGroup>
      {readingsOfReleased.may(work.asker, subject) && (
        <LinkButton href={`${sentAddress(subject.released)}/readers`} variant="secondary">
          Who has read it
        </LinkButton>
      )}
      {withdrawersOfReleased.may(work.asker, subject) && (
        <PostButton action={`${sentAddress(subject.released)}/withdrawal`} variant="secondary">
          Withdraw it
        </PostButton>
      )}
    </ButtonGroup>
  </>
)

/** Those that the asker may see of: everybody whom it was sent to, or the asker's own people among them. */
const toldTo = async (work: Work, released: Released): Promise<readonly Told[]> =>
  toldOf(work, released, seesAllReaders(work.asker) ? null : await peopleOf(work, work.today))

const MOST_NAMED = 200

async function whoReadPage(work: Work, released: Released): Promise<Reply> {
  const told = await toldTo(work, released)
  const units = new Map((await unitTree(work, work.today)).map((unit) => [unit.unit as string, unit.name]))
  const missing = told.filter((one) => !one.read)
  return html({
    title: 'Who has read a learning point',
    back: { href: sentAddress(released), label: 'Learning point' },
    body: (
      <>
        <h1>Who has read it</h1>
        <p class="app-lede">
          {told.length - missing.length} of {told.length} {seesAllReaders(work.asker) ? 'people' : 'of your people'}{' '}
          have said that they read it.
        </p>
        {missing.length > MOST_NAMED && <p>The first {MOST_NAMED} who have not are shown; the file has all.</p>}
        <Table
          caption="Those who have not read it"
          rows={missing.slice(0, MOST_NAMED)}
          columns={[
            { heading: 'Name', cell: (one) => <bdi>{one.name}</bdi> },
            { heading: 'Team', cell: (one) => <bdi>{units.get(one.unit ?? '') ?? 'No team'}</bdi> },
          ]}
          empty={<p>Everybody has read it.</p>}
        />
        <CsvLink href={`${sentAddress(released)}/readers/figures`} />
      </>
    ),
  })
}
