// All pages of the front door, for main to hand to the server.
import type { DoorPage } from '../../web/door-page.ts'
import { accountPages } from './account-pages.ts'
import { demonstrationPages } from './demonstration-pages.ts'
import type { DoorParts } from './door-parts.ts'
import { setUpPages } from './set-up-pages.ts'
import { signInPages } from './sign-in-pages.ts'

export const doorPages = (parts: DoorParts): readonly DoorPage[] => [
  ...signInPages(parts),
  ...setUpPages(parts),
  ...accountPages(parts),
  ...demonstrationPages(parts),
]
