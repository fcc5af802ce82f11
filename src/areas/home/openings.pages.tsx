// "Who has opened my records": for everybody, about what they wrote or were part of (SPEC 12.3; TRUST, trail: who read mine).
import { EmptyState, Table } from '../../design/index.ts'
import { formatDay, formatMoment } from '../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../platform/web/page.ts'
import { html } from '../../platform/web/reply.ts'
import type { Work } from '../../platform/work.ts'
import { namesOf } from '../people/index.ts'
import { findOpeningsOfMine, type Opening } from '../records/index.ts'
import { pageNumber, perPage, whatOf, whyOf } from './openings.view.ts'

export const openingsPages: readonly Page[] = [
  page({
    at: 'GET /my-trail',
    access: anyStaff,
    answer: async (work, { query }) => {
      const at = pageNumber(query('page'))
      const found = await findOpeningsOfMine(work, { after: (at - 1) * perPage, most: perPage })
      return html({ title: 'Who has opened my records', body: await Openings(work, { ...found, at }) })
    },
  }),
]

async function Openings(
  work: Work,
  { openings, more, at }: { openings: readonly Opening[]; more: boolean; at: number },
) {
  const names = await namesOf(
    work,
    openings.map((one) => one.person),
  )
  const nameOf = (one: Opening) => names.get(one.person) ?? 'Somebody who is no longer here'
  return (
    <>
      <h1>Who has opened my records</h1>
      <p class="nhsuk-lede-text">
        Everybody else who opened something you wrote, or a record of supervision that you were part of.
      </p>
      {openings.length === 0 ? (
        <EmptyState heading={at === 1 ? 'Nobody has' : 'There is no more'} level={2}>
          <p>As soon as somebody opens one of your records, it stands here.</p>
        </EmptyState>
      ) : (
        <OpeningTable openings={openings} nameOf={nameOf} />
      )}
      <Turning at={at} more={more} />
      <p>
        If somebody opened a record who should not have, talk to them, or to the person who looks after this service in
        your organisation. <a href="/help/who-sees-what">Who sees what</a>
      </p>
    </>
  )
}

const OpeningTable = ({ openings, nameOf }: { openings: readonly Opening[]; nameOf: (one: Opening) => string }) => (
  <Table
    caption="Openings by others, latest first"
    columns={[
      { heading: 'Who', cell: (one) => <bdi>{nameOf(one)}</bdi> },
      { heading: 'What', cell: (one) => whatOf(one.about.kind) },
      { heading: 'Why they can', cell: (one) => whyOf(one.because) },
      { heading: 'Day', cell: (one) => formatDay(one.day) },
      { heading: 'Times', cell: (one) => String(one.times), numeric: true },
      { heading: 'Last', cell: (one) => formatMoment(one.last) },
    ]}
    rows={openings}
  />
)

const Turning = ({ at, more }: { at: number; more: boolean }) => (
  <>
    {at > 1 && (
      <p>
        <a href={`/my-trail?page=${at - 1}`}>Later openings</a>
      </p>
    )}
    {more && (
      <p>
        <a href={`/my-trail?page=${at + 1}`}>Earlier openings</a>
      </p>
    )}
  </>
)
