// Ways on, back and around: action link, back link, breadcrumb, pages of a long list.

import type { ComponentChildren } from 'preact'
import { safeHref } from './button.tsx'
import { Icon } from './icon.tsx'

export type LinkTo = { readonly href: string; readonly label: string }

/** The one thing most people come to a page for, when it is a link and not a button. */
export const ActionLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="nhsuk-action-link" href={safeHref(href)}>
    <Icon name="arrow-right-circle" />
    <span class="nhsuk-action-link__text">{children}</span>
  </a>
)

/** Back to where the person came from, with that place's name. */
export const BackLink = ({ href, children = 'Back' }: { href: string; children?: ComponentChildren }) => (
  <a class="nhsuk-back-link" href={safeHref(href)}>
    {children}
  </a>
)

/** Where this page lies; on a phone only the way back to the page above it. */
export function Breadcrumb({ items }: { items: readonly LinkTo[] }) {
  const last = items[items.length - 1]
  return (
    <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol class="nhsuk-breadcrumb__list">
        {items.map((item) => (
          <li class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={safeHref(item.href)}>
              {item.label}
            </a>
          </li>
        ))}
      </ol>
      {last && (
        <a class="nhsuk-back-link" href={safeHref(last.href)}>
          <span class="nhsuk-u-visually-hidden">Back to </span>
          {last.label}
        </a>
      )}
    </nav>
  )
}

export type PaginationProps = {
  page: number
  pages: number
  /** The address of page n. */
  hrefOf: (page: number) => string
  label?: string
}

/** Numbered pages of a long list: first, last, and those around where we are. Nothing when there is one page. */
export function Pagination({ page, pages, hrefOf, label = 'Pagination' }: PaginationProps) {
  if (pages < 2) return null
  return (
    <nav class="nhsuk-pagination nhsuk-pagination--numbered" role="navigation" aria-label={label}>
      {page > 1 && (
        <a href={safeHref(hrefOf(page - 1))} class="nhsuk-pagination__previous" rel="prev">
          <Icon name="arrow-left" />
          <span class="nhsuk-pagination__title">
            Previous<span class="nhsuk-u-visually-hidden"> page</span>
          </span>
        </a>
      )}
      <ul class="nhsuk-pagination__list">
        {pagesShown(page, pages).map((number) => (
          <PageItem number={number} current={number === page} href={number === null ? '' : hrefOf(number)} />
        ))}
      </ul>
      {page < pages && (
        <a href={safeHref(hrefOf(page + 1))} class="nhsuk-pagination__next" rel="next">
          <span class="nhsuk-pagination__title">
            Next<span class="nhsuk-u-visually-hidden"> page</span>
          </span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

function PageItem({ number, current, href }: { number: number | null; current: boolean; href: string }) {
  if (number === null) return <li class="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={`nhsuk-pagination__item${current ? ' nhsuk-pagination__item--current' : ''}`}>
      <a
        class="nhsuk-pagination__link"
        href={safeHref(href)}
        aria-label={`Page ${number}`}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

/** The page numbers to show, `null` for a gap: 1 … 8 9 10 11 12 … 40. A gap never stands for a single page. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter(
    (number) => number >= 1 && number <= pages,
  )
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1]
    if (before === undefined || number - before === 1) return [number]
    return number - before === 2 ? [number - 1, number] : [null, number]
  })
}
