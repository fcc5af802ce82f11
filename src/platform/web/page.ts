// A page: an address, the sentence that says who may, and the answer. Nothing is served that has no access line:
// the service does not start otherwise (TRUST, "How it is built" 1).
import type { Id } from '../ids.ts'
import type { Topic } from '../live/announcing.ts'
import type { Asker, Work } from '../work.ts'
import type { Reply } from './reply.ts'

/**
 * Who may, as a sentence that is shown to people, and as a pure function of the asker and the page's subject.
 * `refusal` is what everybody else is told: 'not found' hides that the thing exists, 'not allowed' says why.
 */
export type Access<Subject = unknown> = {
  readonly sentence: string
  readonly may: (asker: Asker, subject: Subject) => boolean
  readonly refusal: 'not found' | 'not allowed'
}

export function access<Subject = unknown>(
  sentence: string,
  may: (asker: Asker, subject: Subject) => boolean,
  refusal: 'not found' | 'not allowed' = 'not found',
): Access<Subject> {
  return { sentence, may, refusal }
}

/** Everybody who is signed in. */
export const anyStaff: Access<unknown> = access('Anyone signed in to this organisation', () => true, 'not allowed')

/** A form as it was sent: one text per name, or several; NUL removed, never `__proto__`. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A file as it was sent, kept in a scratch place for the length of the request. */
export type Upload = { readonly field: string; readonly fileName: string; readonly path: string; readonly size: number }

type ParamNames<At extends string> = At extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : At extends `${string}:${infer Name}`
    ? Name
    : never

/** Path parameters are ids; anything else in their place is not found. A name that ends in `Key` takes any short word. */
export type Params<At extends string> = {
  readonly [Name in ParamNames<At>]: Name extends `${string}Key` ? string : Id<Name>
}

export type Request<At extends string = string, Subject = unknown> = {
  readonly params: Params<At>
  /** The first value of a query parameter, '' when absent. */
  readonly query: (name: string) => string
  /** Every value of a query parameter. */
  readonly queries: (name: string) => readonly string[]
  readonly form: Typed
  readonly uploads: readonly Upload[]
  readonly subject: Subject
  readonly path: string
  /** Where this service is reached, as the browser asked for it: 'https://supervision.example'. */
  readonly origin: string
}

/** What an open page is told of: its topic, and how far the topic has come. */
export type Live = {
  readonly topic: (subject: never) => Topic
  readonly version: (work: Work, subject: never) => Promise<number>
  /** Being asked here is a sign of life: the page that is open stays good. */
  readonly keepsAlive: boolean
}

export type Page = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access<never>
  readonly subject?: (work: Work, params: never) => Promise<unknown>
  readonly answer: (work: Work, request: never) => Promise<Reply> | Reply
  readonly takesFiles: boolean
  /** Autosave, or a form that changes nothing and may be sent again: does not use up a form key. */
  readonly quiet: boolean
  /** For signing and its like: only within five minutes of having said who one is (TRUST 5). */
  readonly fresh: boolean
  /** Also served as a stream of events to a page that stays open (src/platform/live/stream.ts). */
  readonly live?: Live
}

type About<At extends string, Subject> = {
  readonly at: At
  /** Loaded first; null is not found. */
  readonly subject: (work: Work, params: Params<At>) => Promise<Subject | null>
  readonly access: Access<Subject> | Access
  readonly answer: (work: Work, request: Request<At, NoInfer<Subject>>) => Promise<Reply> | Reply
  readonly takesFiles?: boolean
  readonly quiet?: boolean
  /** Asks first who is there when that was said more than five minutes ago, and goes on from there with nothing lost. */
  readonly fresh?: boolean
}

type AboutNothing<At extends string> = Omit<About<At, null>, 'subject'>
type At = `${'GET' | 'POST'} /${string}`

/**
 * A page: `at` is 'GET /path' or 'POST /path/:thing/deed-as-noun'. With a `subject`, that is loaded first, judged by the
 * access line, and handed to the answer; without one the access line looks at the asker alone.
 */
export function page<const Path extends At, Subject>(definition: About<Path, Subject>): Page
export function page<const Path extends At>(definition: AboutNothing<Path>): Page
export function page(definition: AboutNothing<string> & Partial<About<string, never>>): Page {
  const [method, path] = definition.at.split(' ') as ['GET' | 'POST', string]
  const { access, subject, answer, takesFiles = false, quiet = false, fresh = false } = definition
  return { method, path, access, subject, answer, takesFiles, quiet, fresh } as Page
}
