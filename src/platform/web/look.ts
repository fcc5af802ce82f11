// How pages come to look like pages: the platform knows no design, so the frame is handed in at the start.
import type { VNode } from 'preact'
import type { NavigationItem } from '../area.ts'

/** All that the frame round a page needs. `csrf` and `newKey` go into every form as hidden fields `_csrf` and `_key`. */
export type FrameContext = {
  readonly title: string
  readonly path: string
  readonly nonce: string
  readonly csrf: string
  readonly newKey: () => string
  /** null before anyone has signed in. */
  readonly person: { readonly name: string; readonly navigation: readonly NavigationItem[] } | null
  /** Seconds until the visit ends if nothing happens; for the idle warning. */
  readonly visitSeconds: number | null
  readonly said: string | null
  /** Sentences to show above everything else, such as that a text of this page would not open. */
  readonly warnings: readonly string[]
  readonly back?: { readonly href: string; readonly label: string }
  readonly wide: boolean
  /** Where no scripts run the page asks for itself again after so many seconds. */
  readonly againWithoutScripts?: number
  readonly demonstration: boolean
  /** A page that is open already asks: it needs the body and what was said, and nothing round it. */
  readonly isPart: boolean
}

export type Look = {
  /** The whole HTML text of a page. */
  readonly page: (body: VNode, context: FrameContext) => string
  /** The body when a key is missing: what was typed, ready to be sent again to the same address. */
  readonly keyMissing: SentAgain
  /** The body when somebody else kept the same thing at the same moment: what was typed, ready to be sent again. */
  readonly crossed: SentAgain
  /** The body for a refusal or a failure, in words that say what to do next. */
  readonly problem: (status: 400 | 403 | 404 | 409 | 413 | 500 | 503, reason: string) => { title: string; body: VNode }
}

type SentAgain = (
  path: string,
  typed: readonly { readonly name: string; readonly value: string }[],
) => { title: string; body: VNode }
