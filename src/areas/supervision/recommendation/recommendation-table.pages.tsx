// The recommendations of a forum as a table: those that are not settled first. Whose they are and how they stand are facts; the words
// stand there for those who may read them.
import { Details, StateTag, Table } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import type { Forum } from '../peer-review/forum.ts'
import { namer } from '../supervision.changes.ts'
import { wordsOf } from './recommendation.changes.ts'
import { findRecommendationsOf } from './recommendation.store.ts'
import { inOrder, isSettled, type Recommendation } from './recommendation.ts'
import { recommendationAddress, standingOfRecommendation } from './recommendation.view.ts'

type Row = Recommendation & { readonly words: string }

/** The part of a forum's, or a peer review's, page; null when nothing was recommended yet. */
export async function recommendationTable(work: Work, forum: Forum) {
  const all = inOrder(await findRecommendationsOf(work, forum.id))
  if (all.length === 0) return null
  const nameOf = await namer(
    work,
    all.map((one) => one.owner),
  )
  const open: Row[] = []
  for (const one of all.filter((each) => !isSettled(each))) open.push({ ...one, words: await wordsOf(work, one.id) })
  const settled = all.filter(isSettled).map((one) => ({ ...one, words: '' }))
  const shown = { today: work.today, nameOf }
  return (
    <>
      <h2>What we recommended</h2>
      {open.length === 0 ? <p>Everything is settled.</p> : <Rows rows={open} caption="Not settled yet" {...shown} />}
      {settled.length > 0 && (
        <Details summary={`Settled before (${settled.length})`}>
          <Rows rows={settled} caption="Settled before" {...shown} />
        </Details>
      )}
    </>
  )
}

type Shown = { today: Work['today']; nameOf: (person: Recommendation['owner']) => string }

const Rows = ({ rows, caption, today, nameOf }: Shown & { rows: readonly Row[]; caption: string }) => (
  <Table
    caption={caption}
    captionHidden
    rows={rows}
    columns={[
      {
        heading: 'Recommendation',
        cell: (one) => (
          <a href={recommendationAddress(one)}>{one.words === '' ? titleOf(one, rows) : shorten(one.words)}</a>
        ),
      },
      { heading: 'Who', cell: (one) => <bdi>{nameOf(one.owner)}</bdi> },
      { heading: 'By', cell: (one) => formatDay(one.due) },
      {
        heading: 'How it stands',
        cell: (one) => {
          const { tone, words } = standingOfRecommendation(one, today)
          return <StateTag tone={tone}>{words}</StateTag>
        },
      },
    ]}
  />
)

/** For whoever was not there when it was recommended. */
const titleOf = (one: Row, rows: readonly Row[]): string => `Recommendation ${rows.indexOf(one) + 1}`
const shorten = (words: string): string => (words.length > 160 ? `${words.slice(0, 159)}…` : words)
