// The one thing that a request, a job and a command hand down: who is asking, at what moment, in which
// organisation, inside which open transaction. One request = one work = one transaction (ARCHITECTURE).
import type { Transaction } from './database/database.ts'
import type { Id, OrganisationId, PersonId } from './ids.ts'
import type { VNode } from 'preact'
import type { AboutOf, AnswerOf, Need, PanelPlace, Questions } from './area.ts'
import type { CheckpointShelf } from './keys/checkpoint-shelf.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Day } from './time/day.ts'
import type { Topic } from './live/announcing.ts'
import type { Moment } from './time/moment.ts'

/**
 * Who is asking. `roles` are the granted ones in force today (SPEC 1.4); `standing` is what follows from the data
 * ('line manager', 'team lead', 'supervisor', 'supervisee', …), contributed by the cards of the areas.
 */
export type Asker = {
  readonly person: PersonId
  readonly name: string
  readonly roles: ReadonlySet<string>
  readonly standing: ReadonlySet<string>
}

/** What an area tells later areas, in the same transaction, when facts that they keep figures on have changed. */
export type ServiceEvent =
  | { readonly name: 'facts changed'; readonly people: readonly PersonId[] }
  | { readonly name: 'policy changed' }

/** How somebody said who they are: the demonstration's people have no password to give. */
export type Confirmation = 'password and code' | 'demonstration'

export type Work = {
  /** The open transaction; only stores touch it. */
  readonly db: Transaction
  readonly organisation: OrganisationId
  readonly asker: Asker
  /** The same moment for the whole piece of work. */
  readonly moment: Moment
  /** The London day of `moment`. */
  readonly today: Day
  /** When the asker last said who they are, by password and code or another full means; null for jobs and commands (TRUST 5). */
  readonly confirmedAt: Moment | null
  /** With what they did. */
  readonly confirmedWith: Confirmation
  /** The keys that confidential text is sealed with; the records area alone uses them. */
  readonly keys: Keyring
  /** Where signed checkpoints of the trail are kept, outside the database; the records area alone uses it. */
  readonly checkpoints: CheckpointShelf
  /** Sentences that the page of this work must show above everything else, such as that a text would not open. */
  readonly warnings: Set<string>
  readonly newId: <Kind extends string>() => Id<Kind>
  /** Calls every card that listens, in order of the areas, inside this transaction. */
  readonly tell: (event: ServiceEvent) => Promise<void>
  /** What the asker needs to do, from every area, most urgent first. */
  readonly needs: () => Promise<readonly Need[]>
  /** What later areas add to a page of an earlier one; `about` is the page's subject (at home, the asker). */
  readonly panels: (place: PanelPlace, about: Id<string>) => Promise<readonly VNode[]>
  /** Asks the later areas a question of the asking area's own, such as what stands against a booking. */
  readonly ask: <Name extends keyof Questions>(
    name: Name,
    about: AboutOf<Questions[Name]>,
  ) => Promise<readonly AnswerOf<Questions[Name]>[]>
  /** Enqueues a job in this transaction; ids only, never content. */
  readonly later: (job: string, ids: Readonly<Record<string, string>>) => Promise<void>
  /**
   * Tells every open page of a topic, on every program of this database, that it has come to a version; or that who may see
   * it has changed. Once this work is committed, and only then. The topic is `kind:id`, never content.
   */
  readonly announce: (topic: Topic, what: number | 'who may') => Promise<void>
  /** Runs `body`; what it changed is taken back, and only that, when `stays` says no to its result. */
  readonly attempt: <T>(body: () => Promise<T>, stays: (result: T) => boolean) => Promise<T>
  /**
   * Runs just before this work's transaction commits, in the order given; if it fails, nothing stays. It is told whether
   * what was changed is kept: of a refused change only what was read and shown is left to be noted.
   */
  readonly beforeCommit: (deed: (kept: boolean) => Promise<void>) => void
}
