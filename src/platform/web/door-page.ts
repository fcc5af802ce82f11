// Pages of the front door: sign-in, first start, sign-out, the visit itself. They run before anyone is known, so they
// get no `work`; they reach the sign-in tables only, as the role mcs_door. An address that is itself the proof of whose it is, such
// as that of a calendar, is answered as that person.
import type { Database } from '../database/database.ts'
import type { OrganisationId, PersonId } from '../ids.ts'
import type { Moment } from '../time/moment.ts'
import type { Typed, Upload } from './page.ts'
import type { Work } from '../work.ts'
import type { Reply } from './reply.ts'

/** A browser's visit that is still good: not idle for 15 minutes, not older than 8 hours, not ended (TRUST 6). */
export type Visit = {
  readonly id: string
  /** null for a named person of the demonstration. */
  readonly account: string | null
  readonly organisation: OrganisationId
  readonly person: PersonId
  /** When it ends if nothing more is asked. */
  readonly expiresAt: Moment
  /** When password and code, or another full means, were last given. */
  readonly signedInAt: Moment
}

/**
 * Finds the visit of a cookie's token and notes that it was used; null when there is none or it is over. What a live page asks
 * for by itself is no use of the visit; such a page keeps itself alive, and nothing else.
 */
export type FindVisit = (token: string, moment: Moment, asked?: AskedBy) => Promise<Visit | null>

/** `byItself`: the page that is open asked, not the person. */
export type AskedBy = { readonly path: string; readonly byItself: boolean }

/** Notes that a live page of this visit can be seen: it stays good for what lies under that path. */
export type NoteLife = (visit: string, path: string, moment: Moment) => Promise<void>

/**
 * Keeps a form that was sent after its visit had ended, for the person whose visit the token was; answers the id under which
 * they find it after signing in, or null when there is nobody to keep it for.
 */
export type KeepForm = (
  token: string,
  what: { readonly path: string; readonly form: Typed; readonly moment: Moment },
) => Promise<string | null>

export type Door = {
  readonly database: Database
  readonly moment: Moment
  readonly visit: Visit | null
  /** Runs as a person, where the address itself proves that it may; null when nobody of that id works there. */
  readonly as: <T>(
    who: { readonly organisation: OrganisationId; readonly person: PersonId },
    body: (work: Work) => Promise<T>,
  ) => Promise<T | null>
  /** The address that asks, for throttling only; never logged. */
  readonly address: string
  /** A short neutral name of the browser for the list of one's visits: 'Chrome on Android'. */
  readonly browser: string
  /** Gives the browser this visit's token. */
  readonly remember: (token: string) => void
  readonly forget: () => void
  /** The door's own small cookies, '' when absent: how far a sign-in has come, and that this browser has signed in before. */
  readonly cookie: (name: DoorCookie) => string
  /** Keeps one for so many seconds; null takes it away. */
  readonly keep: (name: DoorCookie, value: string | null, seconds?: number) => void
}

export type DoorCookie = 'step' | 'known'

export type DoorRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly query: (name: string) => string
  readonly form: Typed
  readonly uploads: readonly Upload[]
  readonly path: string
}

/** `who` is the access line: the sentence that says who may; 'anyone' before signing in, 'signed in' with a visit. */
export type DoorPage = {
  readonly at: `${'GET' | 'POST'} /${string}`
  readonly who: 'anyone' | 'signed in'
  /** The most bytes of a file that it takes; without it, it takes none. */
  readonly takesFile?: number
  readonly answer: (door: Door, request: DoorRequest) => Promise<Reply> | Reply
}
