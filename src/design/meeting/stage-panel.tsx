// The stage that is on, as one calm block: what this person does now, the time there is, and the quiet ways to change it.

import type { ComponentChildren } from 'preact'

/** listening: nothing is asked of this person but to listen. acting: it is for them now. calm: they follow. paused: time stands. */
export type StageTone = 'listening' | 'acting' | 'calm' | 'paused'

export type StagePanelProps = {
  tone: StageTone
  /** Of its heading; one on a page needs none. */
  id?: string
  /** Where the set is: "The topics 1 of 2: Listen". */
  kicker?: ComponentChildren
  heading: ComponentChildren
  /** One or two sentences. */
  children?: ComponentChildren
  clock?: ComponentChildren
  /** What changes the time, as quiet buttons. */
  ways?: ComponentChildren
}

export const StagePanel = ({ tone, id = 'stage-now', kicker, heading, children, clock, ways }: StagePanelProps) => (
  <section class={`app-stage app-stage--${tone}`} aria-labelledby={id}>
    {kicker !== undefined && <p class="app-stage__kicker">{kicker}</p>}
    <h2 class="app-stage__heading" id={id}>
      {heading}
    </h2>
    {children}
    {clock !== undefined && <div class="app-stage__clock">{clock}</div>}
    {ways !== undefined && <div class="app-stage__ways">{ways}</div>}
  </section>
)
