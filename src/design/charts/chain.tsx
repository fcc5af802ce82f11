// The chain of supervision as a tree: who supervises whom, down from one person. A nested list, drawn with lines by the style sheet.

import type { ComponentChildren } from 'preact'
import { safeHref } from '../parts/button.tsx'

export type ChainLink = {
  name: string
  /** Role, staff group, or how it stands: short. */
  note?: ComponentChildren
  href?: string
  supervises?: readonly ChainLink[]
}

export const Chain = ({ from, title }: { from: ChainLink; title: string }) => (
  <section class="app-chain" aria-label={title}>
    <ul>
      <ChainItem link={from} />
    </ul>
  </section>
)

const ChainItem = ({ link }: { link: ChainLink }) => (
  <li>
    <span class="app-chain__person">
      {link.href ? (
        <a href={safeHref(link.href)}>
          <bdi>{link.name}</bdi>
        </a>
      ) : (
        <bdi>{link.name}</bdi>
      )}
      {link.note && <span class="app-chain__note"> {link.note}</span>}
    </span>
    {link.supervises && link.supervises.length > 0 && (
      <ul>
        {link.supervises.map((below) => (
          <ChainItem link={below} />
        ))}
      </ul>
    )}
  </li>
)
