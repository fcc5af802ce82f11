// Who may take back what was brought to a peer review.
import { access } from '../../../platform/web/page.ts'
import type { ForumSubject } from '../peer-review/forum.access.ts'
import type { Item } from './review.ts'

export const bringersOfItem = access<ForumSubject & { readonly item: Item }>(
  'Whoever brought it, and those who facilitate the forum',
  (asker, { item, forum }) => item.broughtBy === asker.person || forum.chairs.includes(asker.person),
)
