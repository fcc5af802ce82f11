// What a page answers with. What changed for a reply of 400 or above is taken back; all others keep it.
import type { VNode } from 'preact'

export type Reply =
  | {
      readonly kind: 'html'
      readonly status: number
      readonly title: string
      readonly body: VNode
      /** The breadcrumb or back link above the heading. */
      readonly back?: { readonly href: string; readonly label: string }
      readonly wide?: boolean
      /** Asks for the page again by itself after so many seconds: for progress, also without scripts. */
      readonly againAfter?: number
      /** The same, only where no scripts run: for a live page that has nothing to write on. */
      readonly againWithoutScripts?: number
    }
  | { readonly kind: 'see other'; readonly to: string; readonly said?: string }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly body: string | Buffer }
  | { readonly kind: 'data'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refusal'; readonly status: 403 | 404 | 409; readonly reason: string }

/** A page. The title is neutral: never a case, never what was said (SPEC 12.6). Status 422 for a form that came back with faults. */
export function html(what: {
  title: string
  body: VNode
  status?: 200 | 422 | 409
  back?: { href: string; label: string }
  wide?: boolean
  againAfter?: number
  againWithoutScripts?: number
}): Reply {
  return {
    kind: 'html',
    status: what.status ?? 200,
    title: what.title,
    body: what.body,
    back: what.back,
    wide: what.wide,
    againAfter: what.againAfter,
    againWithoutScripts: what.againWithoutScripts,
  }
}

/** After a change: go and look. `said` is one fixed sentence shown once at the top of the next page; never content. */
export const seeOther = (to: string, said?: string): Reply => ({ kind: 'see other', to, said })

export const file = (
  name: string,
  type: 'text/csv' | 'application/json' | 'text/yaml' | 'application/pdf' | 'text/calendar' | 'text/plain',
  body: string | Buffer,
): Reply => ({
  kind: 'file',
  name,
  type,
  body,
})

/** For small programs on our own pages, such as autosave. */
export const data = (body: unknown, status = 200): Reply => ({ kind: 'data', status, body })

/** The same words and the same time as for what was never there. */
export const notFound = (): Reply => ({ kind: 'refusal', status: 404, reason: '' })
export const notAllowed = (reason: string): Reply => ({ kind: 'refusal', status: 403, reason })
/** Somebody changed it meanwhile. */
export const conflict = (reason: string): Reply => ({ kind: 'refusal', status: 409, reason })
