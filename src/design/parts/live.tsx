// What shows a thing that changes while one looks at it: the part of the page that the live script keeps up to date, and
// clocks that everybody reads alike. Without scripts the page says how to see what is new, and clocks say whole minutes.

import type { ComponentChildren } from 'preact'
import { type ClockTimes, clockWords } from '../client/clock-words.ts'

export type LiveRegionProps = {
  /** The address of the stream that tells of its changes; '' when nothing more will change: an open stream is let go. */
  readonly stream: string
  /** Of what it is shown, as the stream counts. */
  readonly version: number
  /** The moment at which the page was made, by the server's clock: ISO text in UTC. */
  readonly now: string
  /** When it changes though nobody does anything: it is asked for again then. ISO text in UTC. */
  readonly until?: string
  /** A sentence that is read out when it differs from the one before: "Responding has begun. You can ask questions." */
  readonly announce?: string
  /** The page's own address, to load it again by hand where no scripts run. */
  readonly href: string
  /**
   * Where no scripts run the page loads itself again every so many seconds (the reply's `againWithoutScripts`); forms to write
   * in are then hidden until it is stopped at `stopAt`, for nobody can know whether something is being typed.
   */
  readonly again?: { readonly seconds: number; readonly stopAt: string }
  readonly children: ComponentChildren
}

/** One on a page. Forms within it are sent without leaving the page; with an `id` of its own each stays the same form. */
export const LiveRegion = (props: LiveRegionProps) => (
  <>
    <p class="nhsuk-u-visually-hidden" role="status" data-live-status />
    <p class="app-live-note" role="status" data-live-note />
    {props.stream !== '' && (
      <noscript>
        <div class="app-live-note">
          {props.again ? (
            <>
              This page loads itself again every {props.again.seconds} seconds.{' '}
              <a href={props.again.stopAt}>Stop that, to write or read in peace</a>
            </>
          ) : (
            <>
              This page does not change by itself here. <a href={props.href}>Show what is new</a>
            </>
          )}
        </div>
      </noscript>
    )}
    <div
      id="live"
      class={`app-live${props.again ? ' app-live--again' : ''}`}
      tabindex={-1}
      data-live={props.stream}
      data-live-version={props.version}
      data-live-at={props.now}
      data-live-until={props.until}
      data-announce={props.announce}
    >
      {props.children}
    </div>
  </>
)

export type LiveClockProps = ClockTimes & {
  /** What time this is, for those who do not see where it stands: "Time for presenting". */
  readonly label: string
  /** Read out once, quietly, when the time is up: "The time for presenting is over. Nothing is cut off." */
  readonly atEnd?: string
}

/** A clock. All moments are ISO texts in UTC by the server's clock; nothing is decided by what it shows. */
export const LiveClock = (props: LiveClockProps) => (
  <span
    class="app-clock"
    role="timer"
    aria-label={props.label}
    data-clock
    data-clock-ends={props.endsAt}
    data-clock-since={props.endsAt === undefined ? props.runsSince : undefined}
    data-clock-paused={props.pausedAt ? '' : undefined}
    data-clock-at-end={props.atEnd}
  >
    {clockWords(props)}
  </span>
)
