// Every version that was ever in force, readable for ever with its days (SPEC 2.1).
import { Lede, SummaryList, Table, Tag } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf } from '../pack/wording.ts'
import { policyReaders } from '../version/version.access.ts'
import { policyHistory } from '../version/version.changes.ts'
import { findVersion, packOf } from '../version/version.store.ts'
import { holdsToday, type InForce, type PolicyVersionId } from '../version/version.ts'
import { PackContents } from './contents.pages.tsx'
import { ReviewNote, WordsToggle } from './reading-parts.pages.tsx'

export const oldVersionPages: readonly Page[] = [
  page({ at: 'GET /policy/versions', access: policyReaders, answer: (work) => versionsPage(work) }),
  page({
    at: 'GET /policy/versions/:version',
    subject: findApproved,
    access: policyReaders,
    answer: (work, { subject, query }) => versionPage(work, subject, query('words') === 'easy'),
  }),
]

type Held = InForce & { readonly text: string }

/** An approved version; drafts are for those who look after policy. */
async function findApproved(work: Work, { version: id }: { version: string }): Promise<Held | null> {
  const version = await findVersion(work, id as PolicyVersionId)
  if (version?.status !== 'approved') return null
  const held = (await policyHistory(work)).find((one) => one.version.id === version.id)
  return held ? { ...held, text: version.text } : null
}

async function versionsPage(work: Work): Promise<Reply> {
  const held = [...(await policyHistory(work))].sort(
    (a, b) => a.pack.name.localeCompare(b.pack.name) || (a.from < b.from ? 1 : -1),
  )
  return html({
    title: 'Versions of the policy',
    back: { href: '/policy', label: 'Policy' },
    body: (
      <>
        <h1>Versions of the policy</h1>
        <Lede>Every version that was ever in force stays readable.</Lede>
        <VersionsTable held={held} today={work.today} />
      </>
    ),
  })
}

const VersionsTable = ({ held, today }: { held: readonly InForce[]; today: Day }) => (
  <Table
    caption="Versions"
    captionHidden
    columns={[
      {
        heading: 'Policy',
        cell: ({ version, pack }) => (
          <a href={`/policy/versions/${version.id}`}>
            {pack.name}, version {version.label}
          </a>
        ),
      },
      { heading: 'In force', cell: (one) => daysWords(one) },
      {
        heading: 'Now',
        cell: (one) =>
          holdsToday(one, today) ? <Tag colour="green">In force</Tag> : one.from > today ? 'Begins later' : 'Ended',
      },
    ]}
    rows={held}
    empty={<p>There are none yet.</p>}
  />
)

/** `until` is the first day of the next version. */
const daysWords = ({ from, until }: InForce): string =>
  until === null ? `From ${formatDay(from)}` : `From ${formatDay(from)} until ${formatDay(until)}`

async function versionPage(work: Work, held: Held, easyRead: boolean): Promise<Reply> {
  const { version } = held
  const pack = packOf(held.text)
  const people = await namesOf(work, version.approvedBy ? [version.approvedBy] : [])
  return html({
    title: `${pack.name}, version ${version.label}`,
    back: { href: '/policy', label: 'Policy' },
    wide: true,
    body: (
      <>
        <h1>
          {pack.name} <span class="nhsuk-caption-l">version {version.label}</span>
        </h1>
        {pack.summary && <Lede>{textOf(pack.summary, { easyRead })}</Lede>}
        <WordsToggle easyRead={easyRead} path={`/policy/versions/${version.id}`} />
        {holdsToday(held, work.today) && <ReviewNote pack={pack} today={work.today} level={2} />}
        <SummaryList
          rows={[
            { name: 'In force', value: daysWords(held) },
            { name: 'Owner', value: pack.owner },
            ...(version.approvedAt && version.approvedBy
              ? [{ name: 'Approved', value: approvalWords(version.approvedAt, version.approvedBy, people) }]
              : []),
            { name: 'To be reviewed by', value: formatDay(pack.review as typeof work.today) },
          ]}
        />
        <PackContents pack={pack} easyRead={easyRead} />
        <Sources pack={pack} />
      </>
    ),
  })
}

const approvalWords = (at: Parameters<typeof formatMoment>[0], by: PersonId, people: ReadonlyMap<PersonId, string>) =>
  `${formatMoment(at)} by ${people.get(by) ?? 'somebody who has left'}`

const Sources = ({ pack }: { pack: PolicyPack }) => (
  <section>
    <h2>Where it comes from</h2>
    <ul>
      {pack.sources.map((source) => (
        <li>
          <strong>{source.key}:</strong> {source.title}
        </li>
      ))}
    </ul>
  </section>
)
