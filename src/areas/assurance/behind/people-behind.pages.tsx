// The list of people under figures: counted, most pressing first, narrowed by its address, a page at a time. Each state
// opens to its reasons. Works without JavaScript.
import { Details, Filters, Input, Pagination, Select, StateTag, Table, type VNode } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { DashboardPolicy, PlacedStanding } from '../dashboard/coverage.ts'
import { stateWords, toneOf } from '../dashboard/words.ts'
import { addressOf, type Asked, behind, isNarrowed, type Way, ways } from './people-behind.ts'

export type PeopleProps = {
  readonly standings: readonly PlacedStanding[]
  readonly policy: DashboardPolicy
  /** Names of units by id. */
  readonly units: ReadonlyMap<string, string>
  readonly asked: Asked
  readonly day: Day
  /** The page's own address, without parameters. */
  readonly path: string
  readonly heading?: string
}

const most = 20

export const wayWords: Readonly<Record<Way, string>> = {
  overdue: 'Overdue',
  'never-had': 'Never had it',
  'due-soon': 'Due soon',
  'up-to-date': 'Up to date',
  excused: 'Excused',
  'not-counted': 'Recommended or as required',
}

/** Everybody behind the figures of a page, or those that its address asks for. */
export function PeopleBehind(props: PeopleProps) {
  const { standings, units, asked, path, day, heading = 'Everyone' } = props
  const found = behind(standings, asked, (unit) => units.get(unit) ?? '')
  const pages = Math.max(1, Math.ceil(found.length / most))
  const page = Math.min(asked.page, pages)
  const shown = found.slice((page - 1) * most, page * most)
  return (
    <section id="everyone">
      <h2>{asked.way === null ? heading : `${heading}: ${wayWords[asked.way].toLowerCase()}`}</h2>
      {standings.length > 0 && <Narrow {...props} />}
      {found.length > 0 && <p class="app-lede">{saidCount(found.length, page, isNarrowed(asked))}</p>}
      <PeopleTable {...props} shown={shown} empty={nobody(asked, path, day)} />
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(path, { ...asked, page: to }, day)}
        label="Pages of people"
      />
    </section>
  )
}

/** '1 to 20 of 63, most pressing first' */
function saidCount(count: number, page: number, narrowed: boolean): string {
  const of = `${count.toLocaleString('en-GB')}${narrowed ? ' found' : ''}`
  if (count <= most) return `${of}, most pressing first`
  return `${(page - 1) * most + 1} to ${Math.min(count, page * most)} of ${of}, most pressing first`
}

function Narrow({ standings, policy, asked, day, path }: PeopleProps) {
  const kinds = namesIn(standings, (one) => one.type, policy.names)
  const groups = namesIn(standings, (one) => one.staffGroup, policy.groups)
  const states = ways.map((way): [string, string] => [way, wayWords[way]])
  return (
    <Details summary="Choose whom to see" open={isNarrowed(asked)}>
      <Filters
        action={`${path}#everyone`}
        clear={isNarrowed(asked) ? addressOf(path, {}, day) : undefined}
        label="Choose whom to see"
      >
        <input type="hidden" name="as-at" value={day} />
        <Input id="name" name="name" label={{ text: 'Name or team' }} value={asked.text} />
        <Choose name="state" label="How they stand" all="Any" options={states} chosen={asked.way ?? ''} />
        {kinds.length > 1 && (
          <Choose name="kind" label="Kind of supervision" all="All kinds" options={kinds} chosen={asked.kind} />
        )}
        {groups.length > 1 && (
          <Choose name="group" label="Staff group" all="All staff groups" options={groups} chosen={asked.group} />
        )}
      </Filters>
    </Details>
  )
}

type ChooseProps = {
  name: string
  label: string
  all: string
  options: readonly (readonly [string, string])[]
  chosen: string
}

const Choose = ({ name, label, all, options, chosen }: ChooseProps) => (
  <Select
    id={name}
    name={name}
    label={{ text: label }}
    items={[['', all] as const, ...options].map(([value, text]) => ({ value, text, selected: value === chosen }))}
  />
)

/** What of a kind there is among these, by name. */
function namesIn(
  standings: readonly PlacedStanding[],
  keyOf: (one: PlacedStanding) => string | null,
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const keys = [...new Set(standings.map(keyOf))].filter((key) => key !== null && key !== '')
  return keys
    .map((key) => [key ?? '', names.get(key ?? '') ?? key ?? ''] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
}

type TableProps = Pick<PeopleProps, 'policy' | 'units' | 'day'> & {
  readonly shown: readonly PlacedStanding[]
  /** Shown above the table; without one it is for screen readers only. */
  readonly caption?: string
  readonly empty?: VNode
}

/** Standings as rows, in the order given. */
export const PeopleTable = ({ shown, policy, units, day, caption, empty }: TableProps) => (
  <Table
    caption={caption ?? 'Who is behind the figures'}
    captionHidden={caption === undefined}
    classes="app-brief"
    captionSize={caption === undefined ? undefined : 's'}
    columns={[
      { heading: 'Name', cell: (one) => <Who one={one} day={day} units={units} /> },
      { heading: 'Supervision', cell: (one) => policy.names.get(one.type) ?? one.type },
      { heading: 'State', cell: (one) => <How one={one} day={day} kind={policy.names.get(one.type) ?? one.type} /> },
      {
        heading: 'Last had',
        classes: 'app-brief__said',
        cell: (one) => (one.lastOn === null ? 'Not yet' : formatDay(one.lastOn)),
      },
    ]}
    rows={shown}
    empty={empty}
  />
)

/** When a list is empty: nobody fits what was asked for, or nobody needs supervision at all. */
const nobody = (asked: Asked, path: string, day: Day) =>
  isNarrowed(asked) ? (
    <p>
      Nobody stands so. <a href={addressOf(path, {}, day)}>See everyone</a>
    </p>
  ) : (
    <p>Nobody here needs supervision under the policy in force.</p>
  )

type OneProps = { one: PlacedStanding; day: Day }

const Who = ({ one, day, units }: OneProps & { units: ReadonlyMap<string, string> }) => (
  <>
    <a href={`/people/${one.person}/obligations?as-at=${day}`}>
      <bdi>{one.name}</bdi>
    </a>
    {one.unit !== null && (
      <>
        <br />
        <span class="app-quiet">{units.get(one.unit) ?? ''}</span>
      </>
    )}
  </>
)

/** The state, which opens to its reasons; whoever hears the link is told whose and of what. */
const How = ({ one, day, kind }: OneProps & { kind: string }) => (
  <a href={`/people/${one.person}/obligations?as-at=${day}#${one.type}`}>
    <StateTag tone={toneOf(one.state)}>{stateWords(one, day)}</StateTag>
    <span class="nhsuk-u-visually-hidden">
      : why {one.name} stands so, {kind}
    </span>
  </a>
)
