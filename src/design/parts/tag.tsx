// Tags say a state in a word or two; the colour is never the only sign of it.

import type { ComponentChildren } from 'preact'

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

export type TagProps = {
  children: ComponentChildren
  /** False: words only, without a box. */
  colour?: TagColour | false
  border?: boolean
  id?: string
  classes?: string
}

export const Tag = ({ children, colour, border, id, classes }: TagProps) => (
  <strong
    class={[
      'nhsuk-tag',
      colour && `nhsuk-tag--${colour}`,
      colour === false && 'nhsuk-tag--no-colour',
      border === false && 'nhsuk-tag--no-border',
      classes,
    ]
      .filter(Boolean)
      .join(' ')}
    id={id}
  >
    {children}
  </strong>
)

/** How things stand, from calm to pressing: one colour for each meaning in the whole product. */
export type Tone = 'good' | 'soon' | 'late' | 'waiting' | 'new' | 'quiet'

const colourOf: Record<Tone, TagColour> = {
  good: 'green',
  soon: 'yellow',
  late: 'red',
  waiting: 'blue',
  new: 'purple',
  quiet: 'grey',
}

/** A state as a tag: `<StateTag tone="late">Overdue 23 days</StateTag>`. */
export const StateTag = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <Tag colour={colourOf[tone]}>{children}</Tag>
)
