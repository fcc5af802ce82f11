// The policy in force, for everybody: what do I need and why, who looks after it, where to turn.
import { Card, EmptyState, Quiet, StateTag, SummaryList } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { addressOf } from '../acknowledging/in-short.pages.tsx'
import { myReading, type Standing } from '../acknowledging/acknowledgement.changes.ts'
import { textOf } from '../pack/wording.ts'
import { policyReaders } from '../version/version.access.ts'
import { policyHistory } from '../version/version.changes.ts'
import { holdsToday, type InForce } from '../version/version.ts'
import { myRows } from './for-me.changes.ts'
import type { MyRow } from './for-me.ts'
import { ReviewNote, WordsToggle } from './reading-parts.pages.tsx'

export const policyPages: readonly Page[] = [
  page({
    at: 'GET /policy',
    access: policyReaders,
    answer: (work, { query }) => policyPage(work, query('words') === 'easy'),
  }),
]

async function policyPage(work: Work, easyRead: boolean): Promise<Reply> {
  const held = (await policyHistory(work)).filter((one) => holdsToday(one, work.today))
  const rows = await myRows(
    work,
    held.map((one) => one.pack),
  )
  const standing = await myReading(work)
  return html({
    title: 'Policy',
    body: (
      <>
        <h1>Policy for supervision</h1>
        {held.length === 0 ? (
          <EmptyState heading="No policy is in force yet" level={2}>
            <p>Once your organisation has adopted one, you can read here what you need and why.</p>
          </EmptyState>
        ) : (
          <>
            <WordsToggle easyRead={easyRead} path="/policy" />
            <MyNeeds rows={rows} />
            {held.map((one) => (
              <InForceCard one={one} easyRead={easyRead} work={work} standing={standing} />
            ))}
            <p>
              <a href="/policy/versions">Earlier and coming versions</a>
            </p>
          </>
        )}
      </>
    ),
  })
}

const MyNeeds = ({ rows }: { rows: readonly MyRow[] }) => (
  <section>
    <h2>What you need</h2>
    {rows.length === 0 ? (
      <p>
        No row of the policy is for your post. You can still ask for supervision and advice. If you think a row should
        be for you, tell your line manager: the staff group of your post decides it.
      </p>
    ) : (
      rows.map((row) => <MyNeed row={row} />)
    )}
  </section>
)

const MyNeed = ({ row }: { row: MyRow }) => (
  <Card heading={row.what} level={3}>
    <p>
      <StateTag tone={row.strength === 'Mandatory' ? 'waiting' : 'quiet'}>{row.strength}</StateTag> {row.often}
      {row.from && <>. From: {row.from.charAt(0).toLowerCase() + row.from.slice(1)}</>}.
    </p>
    {row.purpose && <p>{row.purpose}</p>}
    <p>
      <Quiet>
        Because you are in: {row.who.charAt(0).toLowerCase() + row.who.slice(1)}.
        {row.source && ` Source: ${row.source}.`}
      </Quiet>
    </p>
  </Card>
)

type CardProps = { one: InForce; easyRead: boolean; work: Work; standing: Standing | null }

const InForceCard = ({ one, easyRead, work, standing }: CardProps) => (
  <section>
    <h2>{one.pack.name}</h2>
    {one.pack.summary && <p>{textOf(one.pack.summary, { easyRead })}</p>}
    <ReviewNote pack={one.pack} today={work.today} />
    <SummaryList
      rows={[
        { name: 'Owner', value: one.pack.owner },
        ...(one.pack.contact ? [{ name: 'Questions to', value: one.pack.contact }] : []),
        { name: 'Version', value: `${one.version.label}, in force since ${formatDay(one.from)}` },
        { name: 'To be reviewed by', value: formatDay(one.pack.review as typeof work.today) },
      ]}
    />
    <HaveRead one={one} standing={standing} />
    <p>
      <a href={`/policy/versions/${one.version.id}${easyRead ? '?words=easy' : ''}`}>
        Read all of it<span class="nhsuk-u-visually-hidden">: {one.pack.name}</span>
      </a>
    </p>
  </section>
)

/** Whether the reader has said that they read this version; nothing when nobody asks them. */
function HaveRead({ one, standing }: { one: InForce; standing: Standing | null }) {
  const said = standing?.acknowledged.find((each) => each.version === one.version.id)
  const asked = standing?.toRead.find((each) => each.version === one.version.id)
  if (!said && !asked) return null
  const name = <span class="nhsuk-u-visually-hidden">: {one.pack.name}</span>
  return (
    <p>
      {said
        ? `You said on ${formatDay(said.on)} that you have read it. `
        : 'You have not confirmed yet that you read it. '}
      <a href={addressOf(one.version.id)}>
        {said ? 'Read it in short' : 'Read it in short, and confirm'}
        {name}
      </a>
    </p>
  )
}
