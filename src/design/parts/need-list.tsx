// "What you need to do": each need a sentence with its reason and one button that goes straight to the place.
// Red, amber and green say how soon; the words say it too.

import type { ComponentChildren } from 'preact'
import { LinkButton } from './button.tsx'
import { EmptyState } from './notes.tsx'

export type Need = {
  /** `now`: urgent or overdue, red; `soon`: before long, amber; `later`: when there is time, green. */
  urgency: 'now' | 'soon' | 'later'
  /** A sentence that says what to do: "Prepare for Tuesday’s case supervision". */
  title: string
  reason: ComponentChildren
  /** One button. Its words and the need's are joined for screen readers. */
  button: { href: string; label: string }
}

const said = { now: 'Urgent', soon: 'Soon', later: 'When you have time' } as const

export type NeedListProps = {
  needs: readonly Need[]
  /** Shown when there is nothing to do: when the next thing comes. */
  nothing?: ComponentChildren
  level?: 2 | 3
  /** Whether the first button is the page's green one. True unless said otherwise. */
  leads?: boolean
}

/** Needs in the order given: the most pressing first; its button is the green one. */
export function NeedList({ needs, nothing, level = 2, leads = true }: NeedListProps) {
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
        <NeedItem need={need} level={level} first={leads && index === 0} />
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
          {need.title}
        </Element>
        <p class="app-need__why">{need.reason}</p>
      </div>
      <LinkButton href={need.button.href} variant={first ? undefined : 'secondary'} small classes="app-need__button">
        {need.button.label}
        <span class="nhsuk-u-visually-hidden">: {need.title}</span>
      </LinkButton>
    </li>
  )
}
