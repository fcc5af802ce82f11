// Text that stands out of a page: opened on request, set in, warned of, announced.

import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './card.tsx'

/** Text behind a line that opens it: the reasons for a figure, the help that most people do not need. Works without JavaScript. */
export const Details = (props: {
  summary: ComponentChildren
  children: ComponentChildren
  open?: boolean
  id?: string
}) => (
  <details class="nhsuk-details" id={props.id} open={props.open}>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="nhsuk-details__text">{props.children}</div>
  </details>
)

/** Something to notice in passing. Starts with a word for screen readers, as NHS.UK does. */
export const InsetText = ({ children }: { children: ComponentChildren }) => (
  <div class="nhsuk-inset-text">
    <span class="nhsuk-u-visually-hidden">Information: </span>
    {children}
  </div>
)

/** A warning that must be read before going on. One on a page at most. */
export function WarningCallout(props: { heading: string; level?: HeadingLevel; children: ComponentChildren }) {
  const Element = `h${props.level ?? 3}` as const
  return (
    <div class="nhsuk-card nhsuk-card--warning">
      <div class="nhsuk-card__content">
        <Element class="nhsuk-card__heading">
          {/important/i.test(props.heading) ? (
            props.heading
          ) : (
            <span {...readAsOne}>
              <span class="nhsuk-u-visually-hidden">Important: </span>
              {props.heading}
            </span>
          )}
        </Element>
        {props.children}
      </div>
    </div>
  )
}

/** Not in the standard's list of roles, but what makes one screen reader say the heading in one go; NHS.UK uses it. */
const readAsOne = { role: 'text' } as object

/** Tells what has just happened ("success") or what the person should know on every page. */
export function NotificationBanner(props: {
  variant?: 'success'
  title?: ComponentChildren
  heading?: ComponentChildren
  children?: ComponentChildren
  id?: string
}) {
  const success = props.variant === 'success'
  const titleId = `${props.id ?? 'nhsuk-notification-banner'}-title`
  return (
    <div
      class={`nhsuk-notification-banner${success ? ' nhsuk-notification-banner--success' : ''}`}
      id={props.id}
      data-module="nhsuk-notification-banner"
      role={success ? 'alert' : 'region'}
      aria-labelledby={titleId}
    >
      <div class="nhsuk-notification-banner__header">
        <h2 class="nhsuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div class="nhsuk-notification-banner__content">
        {props.heading !== undefined && <h3 class="nhsuk-notification-banner__heading">{props.heading}</h3>}
        {props.children}
      </div>
    </div>
  )
}

/** What a page shows before there is anything to show: what will be here, and how it comes to be. */
export const EmptyState = (props: { heading: string; level?: HeadingLevel; children?: ComponentChildren }) => (
  <div class="app-empty">
    <Heading level={props.level ?? 3} size="s">
      {props.heading}
    </Heading>
    {props.children}
  </div>
)

/** Words for screen readers only: what a short link or button means. */
export const Hidden = ({ children }: { children: ComponentChildren }) => (
  <span class="nhsuk-u-visually-hidden">{children}</span>
)

/** Words beside the main thing: when, where, by whom. */
export const Quiet = ({ children }: { children: ComponentChildren }) => <span class="app-quiet">{children}</span>

/** A short quiet line under a heading: the day, the number, the place. */
export const Lede = ({ children }: { children: ComponentChildren }) => <p class="app-lede">{children}</p>
