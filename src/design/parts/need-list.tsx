// "What you need to do": each need a sentence with its reason and one button that goes straight to the place.
// Red, amber and green say how soon; the words say it too.

import type { ComponentChildren } from 'preact'
import { LinkButton } from './button.tsx'
import { EmptyState } from './notes.tsx'

export type Need = {
  /** `late`: overdue or urgent; `soon`: needs doing before long; `good`: when you have time. */
  urgency: 'late' | 'soon' | 'good'
  /** A sentence that says what to do: "Prepare for Tuesday’s case supervision". */
  what: string
  why: ComponentChildren
  /** One button. Its words and the need's are joined for screen readers. */
  button: { href: string; text: string }
}

const said = { late: 'Urgent', soon: 'Soon', good: 'When you have time' } as const

export type NeedListProps = {
  needs: readonly Need[]
  /** Shown when there is nothing to do: when the next thing comes. */
  nothing?: ComponentChildren
  level?: 2 | 3
}

/** Needs in the order given: the most pressing first; its button is the green one. */
export function NeedList({ needs, nothing, level = 2 }: NeedListProps) {
  if (needs.length === 0) {
    return (
      <EmptyState heading="You are up to date" level={level}>
        {nothing}
      </EmptyState>
    )
  }
  return (
    <ul class="app-needs">
      {needs.map((need, index) => (
        <NeedItem need={need} level={level} first={index === 0} />
      ))}
    </ul>
  )
}

function NeedItem({ need, level, first }: { need: Need; level: 2 | 3; first: boolean }) {
  const Element = `h${level}` as const
  return (
    <li class={`app-need app-need--${need.urgency}`}>
      <div class="app-need__words">
        <Element class="app-need__what">
          <span class="nhsuk-u-visually-hidden">{said[need.urgency]}: </span>
          {need.what}
        </Element>
        <p class="app-need__why">{need.why}</p>
      </div>
      <LinkButton href={need.button.href} variant={first ? undefined : 'secondary'} small classes="app-need__button">
        {need.button.text}
        <span class="nhsuk-u-visually-hidden">: {need.what}</span>
      </LinkButton>
    </li>
  )
}
