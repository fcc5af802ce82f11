// Finding learning points again, by subject and words; and those on their way in which the asker has a part.
import { Card, EmptyState, Filters, Input, Select, StateTag, Table } from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { readersOfPoint } from '../learning-points/learning-point.access.ts'
import { sentence } from '../learning-points/learning-point.form.ts'
import { findPointsOnTheirWay } from '../learning-points/learning-point.store.ts'
import { type LearningPoint, subjects } from '../learning-points/learning-point.ts'
import { pointAddress, pointTones, sentAddress } from '../learning-points/learning-point.view.ts'
import { searchReleased } from './released.store.ts'
import type { Released } from './released.ts'

export const libraryPages: readonly Page[] = [
  page({
    at: 'GET /learning-points',
    access: anyStaff,
    answer: (work, { query }) => searchPage(work, { subject: query('subject'), words: query('words') }),
  }),
]

const MOST_TYPED = 100

async function searchPage(work: Work, typed: { subject: string; words: string }): Promise<Reply> {
  const subject = subjects.find((one) => one === typed.subject) ?? null
  const words = typed.words.trim().slice(0, MOST_TYPED)
  const found = await searchReleased(work, { subject, words })
  const isMine = (point: LearningPoint) => readersOfPoint.may(work.asker, { point })
  const coming = (await findPointsOnTheirWay(work)).filter(isMine)
  return html({
    title: 'Learning points',
    body: (
      <>
        <h1>Learning points</h1>
        <p class="app-lede">
          What others learned and agreed to share. Nobody can be known by it, and where it came from is not told.
        </p>
        {coming.length > 0 && <OnTheirWay points={coming} />}
        <Filters action="/learning-points" label="Find learning points">
          <Select
            id="subject"
            name="subject"
            label={{ text: 'About' }}
            value={subject ?? ''}
            items={[{ value: '', text: 'Anything' }, ...subjects.map((value) => ({ value, text: sentence(value) }))]}
          />
          <Input id="words" name="words" label={{ text: 'With these words' }} value={words} width={20} />
        </Filters>
        {found.length === 0 ? (
          <EmptyState heading="Nothing was found" level={2}>
            <p>
              {subject === null && words === ''
                ? 'Nothing has been sent yet. A learning point is drafted from a session, a set or a peer review.'
                : 'Try another subject, or fewer words.'}
            </p>
          </EmptyState>
        ) : (
          found.map((one) => <Found released={one} />)
        )}
      </>
    ),
  })
}

const Found = ({ released }: { released: Released }) => (
  <Card heading={<bdi>{released.title}</bdi>} level={2} size="s" href={sentAddress(released)}>
    <p class="app-quiet">
      {released.subjects.map(sentence).join(', ')}. Sent {formatDay(londonDay(released.sentAt))}
    </p>
  </Card>
)

const OnTheirWay = ({ points }: { points: readonly LearningPoint[] }) => (
  <>
    <h2>On their way</h2>
    <Table
      caption="Learning points on their way"
      captionHidden
      rows={points}
      columns={[
        {
          heading: 'Drafted',
          cell: (one) => (
            <a href={pointAddress(one)}>
              {formatDay(londonDay(one.draftedAt))}, {one.subjects.map(sentence).join(', ')}
            </a>
          ),
        },
        {
          heading: 'State',
          cell: (one) => <StateTag tone={pointTones[one.state].tone}>{pointTones[one.state].words}</StateTag>,
        },
      ]}
    />
  </>
)
