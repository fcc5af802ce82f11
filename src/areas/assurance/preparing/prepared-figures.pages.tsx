// How often sessions were prepared, on the pages of teams and of assurance: facts, with what they are counted from.
import { Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { countedSpan, type PreparedFigure } from './prepared.ts'

/** The figures of three months; nothing where nothing was held that is prepared for. */
export function PreparedFigures({ figures, day }: { figures: readonly PreparedFigure[]; day: Day }) {
  if (figures.length === 0) return null
  const { from, to } = countedSpan(day)
  return (
    <section>
      <Table
        caption="Prepared beforehand"
        captionSize="m"
        columns={[
          { heading: 'Supervision', cell: (one) => one.name },
          { heading: 'Prepared', cell: (one) => `${one.prepared} of ${one.of} (${one.percent}%)` },
          { heading: 'Target', cell: (one) => (one.target === null ? 'None set' : `${one.target}%`) },
        ]}
        rows={figures}
      />
      <p class="app-quiet">
        Of those who came from {formatDay(from)} to {formatDay(to)}, and those whose session was put off for it: who had
        said that they were ready before it began. Nobody sees here what was prepared.
      </p>
    </section>
  )
}
