// The foot of every confidential page: who can see it and why, and who has looked.

import type { ComponentChildren } from 'preact'
import { safeHref } from './button.tsx'

export type Viewer = { who: string; why: string }
export type Look = { who: string; when: string; what?: string }

export type WhoCanSeeProps = {
  /** "this record", "this preparation". */
  what?: string
  /** Its heading's id, where a page has more than one of these. */
  id?: string
  viewers: readonly Viewer[]
  /** Newest first; only those the reader may know of. */
  looks: readonly Look[]
  /** The page with every look. */
  allLooks?: string
  /** Kinds of people who can not, where that needs saying: "Managers see that it was held, never this page." */
  notThese?: ComponentChildren
}

export function WhoCanSee({
  what = 'this page',
  id = 'who-can-see',
  viewers,
  looks,
  allLooks,
  notThese,
}: WhoCanSeeProps) {
  return (
    <section class="app-who" aria-labelledby={id}>
      <h2 class="nhsuk-heading-s" id={id}>
        Who can see {what}, and who has
      </h2>
      <div class="app-who__halves">
        <div>
          <h3 class="nhsuk-heading-xs">Can see it</h3>
          <ul class="app-who__list">
            {viewers.map(({ who, why }) => (
              <li>
                <bdi>{who}</bdi> <span class="app-quiet">{why}</span>
              </li>
            ))}
          </ul>
          {notThese && <p class="app-quiet">{notThese}</p>}
        </div>
        <Looks looks={looks} allLooks={allLooks} />
      </div>
    </section>
  )
}

const Looks = ({ looks, allLooks }: { looks: readonly Look[]; allLooks?: string }) => (
  <div>
    <h3 class="nhsuk-heading-xs">Has looked</h3>
    {looks.length === 0 ? (
      <p class="app-quiet">Nobody but you so far.</p>
    ) : (
      <ul class="app-who__list">
        {looks.map(({ who, when, what }) => (
          <li>
            <bdi>{who}</bdi>{' '}
            <span class="app-quiet">
              {what ? `${what}, ` : ''}
              {when}
            </span>
          </li>
        ))}
      </ul>
    )}
    {allLooks && (
      <p>
        <a href={safeHref(allLooks)}>Everybody who has looked</a>
      </p>
    )}
  </div>
)
