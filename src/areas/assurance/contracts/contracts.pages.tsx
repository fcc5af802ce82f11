// Contracts in date: who has the contract that their supervision needs, who has not, and which end soon (SPEC 3.3, 4.4). For
// supervisors with the way to each contract; for managers and assurance facts alone.
import { AsAt, CsvLink, EmptyState, FigureTiles, type Figure, type VNode } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type UnitNode, unitsUnder, unitTree } from '../../people/index.ts'
import { dayAsked } from '../dashboard/dashboard.view.ts'
import { peopleOf } from '../dashboard/dashboard.changes.ts'
import { addressOf, type Asked, askedFrom, type Scope } from './contracts-asked.ts'
import { maySeeLines, scopesOf } from './contracts.access.ts'
import { contractLines, kindsOn, ownLines } from './contracts.changes.ts'
import { type ContractKind, type ContractLine, figureOf, figureWords, type Way } from './contracts-in-date.ts'
import { contractsCsv } from './contracts-csv.view.ts'
import { ByUnit, Lines } from './contract-lines.pages.tsx'

const path = '/agreements/standing'

export const contractPages: readonly Page[] = [
  page({
    at: 'GET /agreements/standing',
    access: anyStaff,
    answer: async (work, { query }) => standingPage(await gather(work, query)),
  }),
  page({
    at: 'GET /agreements/standing/figures',
    access: anyStaff,
    answer: async (work, { query }) => {
      const shown = await gather(work, query)
      return file(`contracts-${shown.day}.csv`, 'text/csv', writeCsv(...contractsCsv(shown)))
    },
  }),
]

export type Shown = {
  readonly asked: Asked
  readonly scopes: readonly Scope[]
  readonly day: Day
  readonly fault: string | undefined
  readonly kinds: readonly ContractKind[]
  readonly lines: readonly ContractLine[]
  readonly units: readonly UnitNode[]
  /** The unit that the page is narrowed to. */
  readonly unit: UnitNode | null
  /** Whether people are shown, not totals alone. */
  readonly named: boolean
}

async function gather(work: Work, query: (name: string) => string): Promise<Shown> {
  const scopes = scopesOf(work.asker)
  const asked = askedFrom(query, scopes)
  const { day, fault } = asked.of === 'mine' ? { day: work.today, fault: undefined } : dayAsked(query, work.today)
  const kinds = await kindsOn(work, day)
  const units = await unitTree(work, day)
  const unit = asked.of === 'all' ? (units.find((one) => one.unit === asked.unit) ?? null) : null
  const all =
    asked.of === 'mine'
      ? await ownLines(work, { kinds })
      : await contractLines(work, { day, kinds, people: await scopePeople(work, asked.of, day) })
  const under = unit ? new Set(unitsUnder(units, unit.unit)) : null
  return {
    asked: unit ? asked : { ...asked, unit: '' },
    scopes,
    day,
    fault,
    kinds,
    lines: under ? all.filter((one) => one.unit !== null && under.has(one.unit)) : all,
    units,
    unit,
    named: maySeeLines(work.asker, asked.of),
  }
}

const scopePeople = async (work: Work, scope: Scope, day: Day): Promise<readonly PersonId[] | null> =>
  scope === 'team' ? peopleOf(work, day) : null

const scopeWords: Readonly<Record<Scope, string>> = {
  mine: 'Those I supervise',
  team: 'My staff',
  all: 'Everybody',
}

function standingPage(shown: Shown): Reply {
  const { asked, day, fault, unit, lines, kinds } = shown
  const keep: Record<string, string> = { of: asked.of, ...(asked.unit === '' ? {} : { unit: asked.unit }) }
  return html({
    title: 'Contracts in date',
    back: backOf(shown),
    wide: true,
    body: (
      <>
        <h1>Contracts in date</h1>
        <Scopes {...shown} />
        {asked.of === 'mine' ? (
          <p class="app-lede">Those you supervise in kinds that need a contract with you.</p>
        ) : (
          <AsAt day={day} action={path} keep={keep} error={fault}>
            {unit ? `${unit.name}. ` : ''}You see that a contract holds and until when, never what was agreed.
          </AsAt>
        )}
        {kinds.length === 0 ? (
          <EmptyState heading="No contract is needed" level={2}>
            No kind of supervision in the policy asks for one.
          </EmptyState>
        ) : (
          <>
            {lines.length > 0 && <Tiles {...shown} />}
            {asked.of === 'all' && <ByUnit shown={shown} path={path} />}
            {shown.named && <Lines shown={shown} path={path} />}
            {lines.length > 0 && <CsvLink href={addressOf(`${path}/figures`, { ...asked, page: 1 }, day)} />}
          </>
        )}
      </>
    ),
  })
}

function backOf({ asked, unit, units, day }: Shown) {
  if (unit) {
    const above = units.find((one) => one.unit === unit.parent)
    return { href: addressOf(path, { of: 'all', unit: above?.unit }, day), label: above?.name ?? 'Contracts in date' }
  }
  if (asked.of === 'mine') return { href: '/supervision', label: 'Supervision' }
  return asked.of === 'team' ? { href: '/team', label: 'Your team' } : { href: '/assurance', label: 'Assurance' }
}

/** Whose contracts, where somebody may choose. */
function Scopes({ scopes, asked }: Shown): VNode | null {
  if (scopes.length < 2) return null
  return (
    <nav aria-label="Whose contracts">
      <ul class="nhsuk-list app-quiet">
        {scopes.map((scope) => (
          <li>
            {scope === asked.of ? (
              <strong aria-current="page">{scopeWords[scope]}</strong>
            ) : (
              <a href={addressOf(path, { of: scope })}>{scopeWords[scope]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tiles({ lines, day, kinds, asked, named }: Shown): VNode {
  const figure = figureOf(lines, day)
  const targets = kinds.flatMap((one) => one.target ?? [])
  const target = targets.length === 0 ? null : Math.min(...targets)
  const link = (way: Way) =>
    named ? `${addressOf(path, { ...asked, way, page: 1 }, asked.of === 'mine' ? undefined : day)}#everyone` : undefined
  const count = (way: Way, says: string, tone?: Figure['tone']): Figure => {
    const value = lines.filter(
      (one) => one.state.is === (way === 'missing' ? 'none' : way === 'over' ? 'over' : 'on its way'),
    ).length
    return { value, says, tone: value > 0 ? tone : undefined, href: value > 0 ? link(way) : undefined }
  }
  const figures: Figure[] = [
    {
      value: figure.percent === null ? '–' : `${figure.percent}%`,
      says: `${figureWords(figure)}${target === null ? '' : `. Target ${target}%`}`,
      tone: figure.percent === null ? undefined : target !== null && figure.percent < target ? 'soon' : 'good',
    },
    count('missing', 'without a contract', 'late'),
    count('over', 'no longer in force', 'late'),
    count('on-its-way', 'being written or signed'),
    {
      value: figure.endsSoon,
      says: 'end within 60 days',
      tone: figure.endsSoon > 0 ? 'soon' : undefined,
      href: figure.endsSoon > 0 ? link('ends-soon') : undefined,
    },
  ]
  return <FigureTiles figures={figures} label="Contracts" />
}
