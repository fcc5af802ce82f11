// What people said, one after the other, in their own words: the newest last, so that nothing moves while somebody reads.

import type { ComponentChildren } from 'preact'
import { Written } from '../parts/written.tsx'

export type Said = {
  /** Stays the same while the list grows. */
  id: string
  /** "Question". */
  kind: string
  who: string
  /** "written down by Miriam". */
  note?: string
  words: string
  /** What its author may do with it. */
  ways?: ComponentChildren
}

export const SaidList = ({ items, label }: { items: readonly Said[]; label: string }) => (
  <ol class="app-said" aria-label={label}>
    {items.map(({ id, kind, who, note, words, ways }) => (
      <li class="app-said__item" id={id}>
        <p class="app-said__who">
          {kind} · <bdi>{who}</bdi>
          {note !== undefined && <span class="app-quiet">, {note}</span>}
        </p>
        <Written>{words}</Written>
        {ways}
      </li>
    ))}
  </ol>
)
