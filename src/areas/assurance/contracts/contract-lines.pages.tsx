// The contracts behind the figures: by unit as bars, and person by person, narrowed by the address, a page at a time.
import {
  BarsByGroup,
  Details,
  Filters,
  type Group,
  Input,
  Pagination,
  Select,
  StateTag,
  Table,
  type VNode,
} from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { unitsUnder } from '../../people/index.ts'
import { addressOf, isNarrowed, linesAsked } from './contracts-asked.ts'
import { type ContractLine, figureOf, lineTone, lineWords, ways, wayWords } from './contracts-in-date.ts'
import type { Shown } from './contracts.pages.tsx'

const most = 20

type Props = { readonly shown: Shown; readonly path: string }

/** Units beneath the one that is shown, each with how its contracts stand. */
export function ByUnit({ shown, path }: Props): VNode | null {
  const { units, unit, lines, day } = shown
  const groups = units
    .filter((one) => one.parent === (unit?.unit ?? null))
    .flatMap((child): Group[] => {
      const under = new Set<string>(unitsUnder(units, child.unit))
      const own = lines.filter((one) => one.unit !== null && under.has(one.unit))
      const { inForce, endsSoon, of } = figureOf(own, day)
      if (of === 0) return []
      return [
        {
          label: child.name,
          href: addressOf(path, { of: 'all', unit: child.unit }, day),
          parts: [
            { tone: 'good', label: 'In force', count: inForce - endsSoon },
            { tone: 'soon', label: 'Ends within 60 days', count: endsSoon },
            { tone: 'late', label: 'Not in force', count: of - inForce },
          ],
        },
      ]
    })
  if (groups.length === 0) return null
  return <BarsByGroup title="By unit" says="Contracts in force, of those who need one." groups={groups} />
}

/** Everybody behind the figures, most pressing first. */
export function Lines({ shown, path }: Props): VNode {
  const { asked, day, units, lines } = shown
  const names = new Map(units.map((one) => [one.unit as string, one.name]))
  const found = linesAsked(lines, asked, { day, unitName: (unit) => names.get(unit) ?? '' })
  const pages = Math.max(1, Math.ceil(found.length / most))
  const page = Math.min(asked.page, pages)
  const rows = found.slice((page - 1) * most, page * most)
  const at = asked.of === 'mine' ? undefined : day
  return (
    <section id="everyone">
      <h2>{asked.way === null ? 'Everyone' : `Everyone: ${wayWords[asked.way].toLowerCase()}`}</h2>
      {lines.length > 0 && <Narrow shown={shown} path={path} />}
      {found.length > 0 && <p class="app-lede">{countWords(found.length, page)}</p>}
      <LinesTable rows={rows} shown={shown} names={names} empty={nobody({ shown, path })} />
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => `${addressOf(path, { ...asked, page: to }, at)}#everyone`}
        label="Pages of contracts"
      />
    </section>
  )
}

const countWords = (count: number, page: number): string =>
  count <= most
    ? `${count}, most pressing first`
    : `${(page - 1) * most + 1} to ${Math.min(count, page * most)} of ${count.toLocaleString('en-GB')}, most pressing first`

const nobody = ({ shown: { asked, day }, path }: Props): VNode =>
  isNarrowed(asked) ? (
    <p>
      Nobody stands so. <a href={addressOf(path, { of: asked.of, unit: asked.unit }, day)}>See everyone</a>
    </p>
  ) : (
    <p>
      {asked.of === 'mine' ? 'You supervise nobody in a kind that needs a contract.' : 'Nobody here needs a contract.'}
    </p>
  )

function Narrow({ shown, path }: Props): VNode {
  const { asked, kinds, day } = shown
  const choose = (name: string, label: string, items: readonly (readonly [string, string])[], chosen: string) => (
    <Select
      id={name}
      name={name}
      label={{ text: label }}
      items={items.map(([value, text]) => ({ value, text, selected: value === chosen }))}
    />
  )
  const clear = isNarrowed(asked) ? addressOf(path, { of: asked.of, unit: asked.unit }, day) : undefined
  return (
    <Details summary="Choose whom to see" open={isNarrowed(asked)}>
      <Filters action={`${path}#everyone`} clear={clear} label="Choose whom to see">
        <input type="hidden" name="of" value={asked.of} />
        <input type="hidden" name="as-at" value={day} />
        {asked.unit !== '' && <input type="hidden" name="unit" value={asked.unit} />}
        <Input id="name" name="name" label={{ text: 'Name or team' }} value={asked.text} />
        {choose(
          'state',
          'How it stands',
          [['', 'Any'], ...ways.map((way) => [way, wayWords[way]] as const)],
          asked.way ?? '',
        )}
        {kinds.length > 1 &&
          choose(
            'kind',
            'Kind of supervision',
            [['', 'All kinds'], ...kinds.map((one) => [one.type, one.name] as const)],
            asked.kind,
          )}
      </Filters>
    </Details>
  )
}

type TableProps = {
  readonly rows: readonly ContractLine[]
  readonly shown: Shown
  readonly names: ReadonlyMap<string, string>
  readonly empty: VNode
}

function LinesTable({ rows, shown, names, empty }: TableProps): VNode {
  const kindName = (type: string) => shown.kinds.find((one) => one.type === type)?.name ?? type
  return (
    <Table
      caption="Contracts, person by person"
      captionHidden
      classes="app-brief"
      columns={[
        { heading: 'Name', cell: (one) => <Who one={one} team={names.get(one.unit ?? '') ?? ''} /> },
        { heading: 'Supervision', cell: (one) => kindName(one.type) },
        {
          heading: 'Contract',
          cell: (one) => <How one={one} day={shown.day} mine={shown.asked.of === 'mine'} kind={kindName(one.type)} />,
        },
      ]}
      rows={rows}
      empty={empty}
    />
  )
}

const Who = ({ one, team }: { one: ContractLine; team: string }) => (
  <>
    <bdi>{one.name}</bdi>
    {team !== '' && (
      <>
        <br />
        <span class="app-quiet">{team}</span>
      </>
    )}
  </>
)

/** For a supervisor it opens the contract itself, or the way to one; for everybody else it is a fact. */
function How({ one, day, mine, kind }: { one: ContractLine; day: Day; mine: boolean; kind: string }) {
  const tag = <StateTag tone={lineTone(one, day)}>{lineWords(one)}</StateTag>
  if (!mine) return tag
  const href =
    one.state.is === 'none'
      ? `/supervision/booking?side=me&with=${one.person}&type=${encodeURIComponent(one.type)}`
      : `/agreements/${one.state.id}${one.state.is === 'over' ? '/renewal' : ''}`
  return (
    <a href={href}>
      {tag}
      <span class="nhsuk-u-visually-hidden">
        : {kind} with {one.name}
      </span>
    </a>
  )
}
