// Cards: a heading and what belongs to it on white; the whole card may be a link.

import type { ComponentChildren } from 'preact'
import { safeHref } from './button.tsx'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
export type HeadingSize = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'

export type CardProps = {
  heading?: ComponentChildren
  level?: HeadingLevel
  size?: HeadingSize
  /** The heading becomes a link; with `clickable` the whole card is. */
  href?: string
  clickable?: boolean
  variant?: 'feature' | 'primary' | 'secondary' | 'top-task'
  classes?: string
  id?: string
  children?: ComponentChildren
}

/** A heading of the level and size asked for; the default size follows the level. */
export function Heading(props: {
  level: HeadingLevel
  size?: HeadingSize
  id?: string
  classes?: string
  children?: ComponentChildren
}) {
  const Element = `h${props.level}` as const
  const size = props.size ?? (['xl', 'l', 'm', 's', 's', 's'] as const)[props.level - 1]
  return (
    <Element class={`nhsuk-heading-${size}${props.classes ? ` ${props.classes}` : ''}`} id={props.id}>
      {props.children}
    </Element>
  )
}

export function Card(props: CardProps) {
  const classes = [
    'nhsuk-card',
    props.clickable && 'nhsuk-card--clickable',
    props.variant && `nhsuk-card--${props.variant}`,
    props.classes,
  ]
  return (
    <div class={classes.filter(Boolean).join(' ')} id={props.id}>
      <div class="nhsuk-card__content">
        {props.heading !== undefined && (
          <CardHeading level={props.level ?? 2} size={props.size}>
            {props.href ? (
              <a class="nhsuk-card__link" href={safeHref(props.href)}>
                {props.heading}
              </a>
            ) : (
              props.heading
            )}
          </CardHeading>
        )}
        {props.children}
      </div>
    </div>
  )
}

function CardHeading(props: { level: HeadingLevel; size?: HeadingSize; children: ComponentChildren }) {
  const Element = `h${props.level}` as const
  return (
    <Element class={`nhsuk-card__heading${props.size ? ` nhsuk-heading-${props.size}` : ''}`}>{props.children}</Element>
  )
}

/** Cards beside each other on a wide screen, under each other on a phone. */
export const CardGrid = ({ children, columns = 3 }: { children: ComponentChildren[]; columns?: 2 | 3 | 4 }) => (
  <ul class={`app-card-grid app-card-grid--${columns}`}>
    {children.map((child) => (
      <li>{child}</li>
    ))}
  </ul>
)
