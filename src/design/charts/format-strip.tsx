// The stages of a meeting as a strip of minutes: what is done, where we are, what comes. The strip is a list in words as well.

export type Stage = { label: string; minutes: number; state?: 'done' | 'now' }

export const minutesOf = (stages: readonly Stage[]): number => stages.reduce((sum, stage) => sum + stage.minutes, 0)

export type FormatStripProps = {
  stages: readonly Stage[]
  title?: string
  /** On a phone one line high: only the stage that is on says its name, the others are read aloud. */
  slim?: boolean
}

/** Stages beside each other, each as wide as its minutes; on a phone long words wrap and the widths even out. */
export const FormatStrip = ({ stages, title = 'Stages', slim }: FormatStripProps) => (
  <ol
    class={slim ? 'app-strip app-strip--slim' : 'app-strip'}
    aria-label={`${title}, ${minutesOf(stages)} minutes in all`}
  >
    {stages.map((stage) => (
      <li
        class={`app-strip__stage app-strip__stage--${Math.min(60, Math.max(1, Math.round(stage.minutes)))}${stage.state ? ` app-strip__stage--is-${stage.state}` : ''}`}
        aria-current={stage.state === 'now' ? 'step' : undefined}
      >
        <span class="app-strip__label">{stage.label} </span>
        <span class="app-strip__minutes">{stage.minutes}</span>
        <span class="nhsuk-u-visually-hidden"> minutes{stage.state === 'done' ? ', done' : ''}</span>
      </li>
    ))}
  </ol>
)
