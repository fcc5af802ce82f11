// The chain of supervision drawn: a picture where there is room, a nested list on a phone, and the same as a table.
import {
  Chain,
  type ChainLink,
  type ChainNode,
  ChainPicture,
  EmptyState,
  type Figure,
  FigureTiles,
  Table,
  type Tone,
} from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { hrefOf, ownWords } from '../supervisors/supervisors.view.ts'
import { State } from '../supervisors/supervisors.pages.tsx'
import { chainReaders, type Sees, seesOfChain } from './chain.access.ts'
import { findChain } from './chain.changes.ts'
import { everybodyIn, type Link, partOf } from './chain.ts'

type Subject = { readonly sees: Sees | null; readonly links: readonly Link[] }

async function findSubject(work: Work): Promise<Subject> {
  const links = await findChain(work)
  const own = partOf(links, work.asker.person)
  const sees = seesOfChain(work.asker, own.length > 0)
  return { sees, links: sees === 'own part' ? own : links }
}

export const chainPages: readonly Page[] = [
  page({
    at: 'GET /supervision-chain',
    subject: findSubject,
    access: chainReaders,
    answer: (work, { subject }) => chainPage(work, subject),
  }),
]

function chainPage(work: Work, { sees, links }: Subject): Reply {
  const all = everybodyIn(links)
  return html({
    title: 'The chain of supervision',
    wide: true,
    back:
      sees === 'all'
        ? { href: '/supervisors', label: 'Who may supervise' }
        : { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>The chain of supervision</h1>
        <p class="app-lede">
          Whoever supervises is supervised too, up to the designated professionals.{' '}
          {sees === 'own part' && 'Here is your part of it.'}
        </p>
        {all.length === 0 ? (
          <EmptyState heading="No chain yet" level={2}>
            <p>The policy asks nobody who supervises for supervision of their own, or nobody holds its roles yet.</p>
          </EmptyState>
        ) : (
          <>
            <FigureTiles figures={figuresOf(all)} />
            {sees !== 'totals' && <Drawn links={links} all={all} sees={sees} today={work.today} />}
          </>
        )}
      </>
    ),
  })
}

/** How many are supervised in time, are due soon, and stand where it breaks. */
export function figuresOf(all: readonly Link[]): readonly Figure[] {
  const asked = all.filter((one) => one.own !== null && one.own.state !== 'top')
  const late = asked.filter((one) => one.break !== null)
  const soon = asked.filter((one) => one.break === null && one.own?.state === 'due soon')
  return [
    { value: asked.length - late.length, says: `supervised in time, of ${asked.length} who supervise`, tone: 'good' },
    { value: soon.length, says: 'of them due soon', tone: soon.length > 0 ? 'soon' : undefined },
    { value: late.length, says: 'where the chain breaks', tone: late.length > 0 ? 'late' : undefined },
  ]
}

type Shown = {
  readonly links: readonly Link[]
  readonly all: readonly Link[]
  readonly sees: Sees | null
  readonly today: Day
}

const Drawn = ({ links, all, sees, today }: Shown) => {
  const breaks = all.filter((one) => one.break !== null)
  return (
    <>
      {breaks.length > 0 && (
        <Table caption="Where it breaks" captionSize="m" columns={columnsFor(sees, today)} rows={breaks} />
      )}
      <h2>From the top down</h2>
      <ChainPicture
        title="The chain of supervision"
        says={`${all.length} people, ${breaks.length === 0 ? 'without a break' : `${breaks.length} of them where it breaks`}.`}
        roots={links.map(nodeOf)}
        table={<Table caption="Everybody in it" captionHidden columns={columnsFor(sees, today)} rows={all} />}
      />
      {links.map((one) => (
        <Chain title={`The chain below ${one.name}`} from={linkOf(one, sees)} />
      ))}
    </>
  )
}

const stateOf = (one: Link): { state: string; tone: Tone } => {
  if (one.own === null || one.own.state === 'top') return { state: 'Top of the chain', tone: 'quiet' }
  if (one.break === 'out of date') return { state: 'Out of date', tone: 'late' }
  if (one.break === 'nobody') return { state: 'Nobody supervises them', tone: 'late' }
  return one.own.state === 'due soon' ? { state: 'Due soon', tone: 'soon' } : { state: 'In date', tone: 'good' }
}

const nodeOf = (one: Link): ChainNode => ({ name: one.name, ...stateOf(one), below: one.below.map(nodeOf) })

const linkOf = (one: Link, sees: Sees | null): ChainLink => ({
  name: one.name,
  note: stateOf(one).state,
  href: sees === 'all' && one.own !== null ? hrefOf(one.person) : undefined,
  supervises: one.below.map((below) => linkOf(below, sees)),
})

const columnsFor = (sees: Sees | null, today: Day) => [
  {
    heading: 'Who',
    cell: (one: Link) =>
      sees === 'all' && one.own !== null ? <a href={hrefOf(one.person)}>{one.name}</a> : <bdi>{one.name}</bdi>,
  },
  { heading: 'Role', cell: (one: Link) => one.roles.join(', ') },
  {
    heading: 'Own supervision',
    cell: (one: Link) => (
      <State said={ownWords(one.own, today) ?? { tone: 'quiet', state: 'Top of the chain', more: '' }} />
    ),
  },
]
