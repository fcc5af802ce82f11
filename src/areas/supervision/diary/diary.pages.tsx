// My sessions, ahead or past, month by month: counted, narrowed by the address, a page at a time. Works without JavaScript.
import { Details, EmptyState, Filters, Input, Pagination, Select } from '../../../design/index.ts'
import { moment } from '../../../platform/time/moment.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findSessionsOf } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { byMonth, type DiaryAsk, diaryAddress, diaryAsk, inDiary } from './diary.ts'
import { SessionTable, type SessionWords } from './session-table.pages.tsx'

export const diaryPages: readonly Page[] = [
  page({
    at: 'GET /supervision/sessions',
    access: anyStaff,
    answer: (work, { query }) => diaryPage(work, diaryAsk(query)),
  }),
]

const most = 20
const always = { from: moment('1900-01-01T00:00:00Z'), to: moment('9999-01-01T00:00:00Z') }

async function diaryPage(work: Work, ask: DiaryAsk) {
  const all = await findSessionsOf(work, work.asker.person, always)
  const nameOf = await namer(work, new Set(all.flatMap((one) => [one.supervisor, ...one.supervisees])))
  const typeName = await typeNamer(work)
  const found = inDiary(all, work.moment, ask, nameOf)
  const pages = Math.max(1, Math.ceil(found.length / most))
  const at = { ...ask, page: Math.min(ask.page, pages) }
  const shown = found.slice((at.page - 1) * most, at.page * most)
  const count = (when: DiaryAsk['when']) => inDiary(all, work.moment, { ...ask, when }, nameOf).length
  return html({
    title: 'Your sessions',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>{ask.when === 'past' ? 'Sessions that have been' : 'Sessions ahead'}</h1>
        <p>
          <Other ask={ask} count={count(ask.when === 'past' ? 'ahead' : 'past')} />
        </p>
        <Narrow ask={ask} all={all} typeName={typeName} />
        {found.length > 0 && <p class="app-lede">{saidCount(found.length, at)}</p>}
        <Months sessions={shown} words={{ work, nameOf, typeName }} ask={ask} />
        <Pagination
          page={at.page}
          pages={pages}
          hrefOf={(to) => diaryAddress({ ...ask, page: to })}
          label="Pages of sessions"
        />
      </>
    ),
  })
}

/** '1 to 20 of 84, latest first' */
function saidCount(count: number, { page, when }: DiaryAsk): string {
  const order = when === 'past' ? 'latest first' : 'nearest first'
  if (count <= most) return `${count}, ${order}`
  return `${(page - 1) * most + 1} to ${Math.min(count, page * most)} of ${count}, ${order}`
}

/** The way to the other half of the diary, with what was asked kept. */
const Other = ({ ask, count }: { ask: DiaryAsk; count: number }) => (
  <a href={diaryAddress({ ...ask, when: ask.when === 'past' ? 'ahead' : 'past', page: 1 })}>
    {ask.when === 'past' ? `See the ${count} ahead` : `See the ${count} that have been`}
  </a>
)

type NarrowProps = { ask: DiaryAsk; all: readonly StoredSession[]; typeName: SessionWords['typeName'] }

function Narrow({ ask, all, typeName }: NarrowProps) {
  const narrowed = ask.kind !== '' || ask.text !== ''
  const kinds = [...new Set(all.map((one) => one.type))]
    .map((value) => ({ value, text: typeName(value), selected: value === ask.kind }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  if (all.length === 0) return null
  return (
    <Details summary="Find a session" open={narrowed}>
      <Filters
        action="/supervision/sessions"
        clear={narrowed ? diaryAddress({ ...ask, kind: '', text: '', page: 1 }) : undefined}
        label="Find a session"
      >
        {ask.when === 'past' && <input type="hidden" name="when" value="past" />}
        <Input id="with" name="with" label={{ text: 'With whom' }} value={ask.text} />
        <Select
          id="kind"
          name="kind"
          label={{ text: 'Kind of supervision' }}
          items={[{ value: '', text: 'All kinds' }, ...kinds]}
        />
      </Filters>
    </Details>
  )
}

function Months({ sessions, words, ask }: { sessions: readonly StoredSession[]; words: SessionWords; ask: DiaryAsk }) {
  if (sessions.length === 0)
    return <EmptyState heading={ask.when === 'past' ? 'No sessions found' : 'Nothing is booked'} level={2} />
  return (
    <>
      {[...byMonth(sessions)].map(([month, group]) => (
        <section>
          <h2 class="nhsuk-heading-m">{month}</h2>
          <SessionTable sessions={group} caption={`Sessions in ${month}`} {...words} />
        </section>
      ))}
    </>
  )
}
