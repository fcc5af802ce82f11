// How every page looks, in the shape in which the web layer asks for it: the frame round a body, and the body of a refusal.

import type { VNode } from 'preact'
import type { Assets } from '../asset-addresses.ts'
import type { NavigationItem } from './header.tsx'
import { CrossedPage, crossedTitle } from './crossed.tsx'
import { KeyMissingPage, keyMissingTitle } from './key-missing.tsx'
import { renderPage, renderPart } from './page.tsx'
import { ProblemPage, type ProblemStatus, problemTitles } from './problem.tsx'
import type { TypedBox } from './send-again.tsx'

/** What is the same on every page of a running service. */
export type LookSettings = {
  readonly assets: Assets
  readonly logo?: boolean
  readonly addresses: {
    /** The person's own account page. */
    readonly account: string
    /** Posted to: ends the visit. */
    readonly signOut: string
    /** Posted to by "Stay signed in": answers 204. */
    readonly extend: string
    /** Where the browser goes when the visit has ended by itself. */
    readonly ended: string
  }
}

/** What the web layer knows of one request. */
export type LookContext = {
  readonly title: string
  readonly path: string
  readonly nonce: string
  readonly csrf: string
  readonly newKey: () => string
  readonly person: { readonly name: string; readonly navigation: readonly { label: string; href: string }[] } | null
  readonly visitSeconds: number | null
  readonly said: string | null
  /** What must be read before anything else: a text of this page would not open. */
  readonly warnings?: readonly string[]
  readonly organisation?: string
  readonly back?: { readonly href: string; readonly label: string }
  readonly wide: boolean
  readonly againWithoutScripts?: number
  readonly demonstration: boolean
  /** Only the body and what was said, for a page that is open already. */
  readonly isPart?: boolean
}

/** The look of the service; made once at the start. */
export const lookOf = (settings: LookSettings) => ({
  page: (body: VNode, context: LookContext): string =>
    (context.isPart ? renderPart : renderPage)(frameOf(settings, context), {
      title: context.title,
      body,
      back: context.back,
      wide: context.wide,
      againWithoutScripts: context.againWithoutScripts,
    }),
  problem: (status: ProblemStatus, reason: string): { title: string; body: VNode } => ({
    title: problemTitles[status],
    body: <ProblemPage status={status} reason={reason} />,
  }),
  keyMissing: (path: string, typed: readonly TypedBox[]): { title: string; body: VNode } => ({
    title: keyMissingTitle,
    body: <KeyMissingPage path={path} typed={typed} />,
  }),
  crossed: (path: string, typed: readonly TypedBox[]): { title: string; body: VNode } => ({
    title: crossedTitle,
    body: <CrossedPage path={path} typed={typed} />,
  }),
})

const frameOf = ({ assets, logo, addresses }: LookSettings, context: LookContext) => ({
  assets,
  logo,
  nonce: context.nonce,
  csrf: context.csrf,
  newKey: context.newKey,
  navigation: withCurrent(context.person?.navigation ?? [], context.path),
  signedIn: context.person
    ? { name: context.person.name, account: addresses.account, signOut: addresses.signOut }
    : undefined,
  organisation: context.organisation,
  demonstration: context.demonstration,
  warnings: context.warnings,
  flash: context.said === null ? undefined : { heading: context.said },
  idle:
    context.person && context.visitSeconds !== null
      ? { seconds: context.visitSeconds, extend: addresses.extend, ended: afterwards(addresses.ended, context.path) }
      : undefined,
})

/** Where to go when the visit has ended by itself, and back to this page from there. */
const afterwards = (ended: string, path: string): string =>
  path === '/' ? ended : `${ended}?next=${encodeURIComponent(path)}`

/** Marks the heading under which a path lies: the longest address that it begins with. */
export function withCurrent(
  items: readonly { label: string; href: string }[],
  path: string,
): readonly NavigationItem[] {
  const within = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  const current = within.reduce<string | null>(
    (best, { href }) => (href.length > (best?.length ?? -1) ? href : best),
    null,
  )
  return items.map(({ label, href }) => ({ label, href, current: href === current }))
}
