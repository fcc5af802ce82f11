// Counts beside each other as bars, each with its figure: a picture that is its own table.

export type CountBar = { label: string; count: number }

export function CountBars({ bars, label }: { bars: readonly CountBar[]; label: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ul class="app-counts" aria-label={label}>
      {bars.map((bar) => (
        <li class="app-counts__row">
          <span class="app-counts__label">
            <bdi>{bar.label}</bdi> {bar.count}
          </span>
          <svg class="app-counts__picture" width="100%" height="18" aria-hidden="true" focusable="false">
            <rect class="app-counts__bar" x="0" y="1" width={widthOf(bar.count, most)} height="16" />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** A count of nothing is a thin line, so that its row does not look as if it were missing. */
const widthOf = (count: number, most: number): string => (count === 0 ? '2' : `${Math.round((count / most) * 100)}%`)
