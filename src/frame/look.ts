// Joins the platform, which knows the request, with the design, which knows the look. Neither knows the other.
import { type Assets, lookOf } from '../design/index.ts'
import type { Look } from '../platform/web/look.ts'

/** The look of the whole service. `assets` are the built style sheet, script and icon. */
export const serviceLook = (assets: Assets): Look =>
  lookOf({ assets, addresses: { account: '/account', signOut: '/sign-out', extend: '/visit', ended: '/sign-in' } })
