// How many contracts are in date, on the pages of teams and of assurance: facts, with what they are counted from (SPEC 3.3).
import { Table, type VNode } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { UnitId } from '../../people/index.ts'
import { addressOf, type Asked } from './contracts-asked.ts'
import { contractLines, kindsOn } from './contracts.changes.ts'
import { figureOf, figureWords } from './contracts-in-date.ts'

/** The figures by kind of supervision for some people, for some units, or for everybody, with the way to who is behind them. */
export async function contractFigures(
  work: Work,
  what: { day: Day; people: readonly PersonId[] | null; units?: readonly UnitId[]; opens: Partial<Asked> },
): Promise<VNode | null> {
  const { day, people } = what
  const kinds = await kindsOn(work, day)
  const all = await contractLines(work, { day, people, kinds })
  const units = what.units && new Set(what.units)
  const lines = units ? all.filter((one) => one.unit !== null && units.has(one.unit)) : all
  const rows = kinds.flatMap((kind) => {
    const own = lines.filter((one) => one.type === kind.type)
    return own.length === 0 ? [] : [{ kind, figure: figureOf(own, day) }]
  })
  if (rows.length === 0) return null
  return (
    <section>
      <Table
        caption="Contracts in date"
        captionSize="m"
        columns={[
          { heading: 'Supervision', cell: ({ kind }) => kind.name },
          { heading: 'Contract', cell: ({ figure }) => figureWords(figure) },
          { heading: 'Target', cell: ({ kind }) => (kind.target === null ? 'None set' : `${kind.target}%`) },
        ]}
        rows={rows}
      />
      <p>
        <a href={addressOf('/agreements/standing', what.opens, day)}>Who has one, who has not, and which end soon</a>
      </p>
      <p class="app-quiet">
        Of those who must have it, or have a supervisor for it. Nobody sees here what was agreed, or with whom.
      </p>
    </section>
  )
}
