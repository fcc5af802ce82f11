// An area's card: what it adds to the service, in one place. `service.ts` lists the cards, foundations first;
// what an earlier area must learn from a later one is declared here, never imported (ARCHITECTURE).
import type { Command } from './command.ts'
import type { Page } from './web/page.ts'
import type { Asker, ServiceEvent, Work } from './work.ts'

/** One line of "What you need to do" (DESIGN 1): a sentence, its reason and one button that goes straight there. */
export type Need = {
  readonly urgency: 'now' | 'soon' | 'later'
  readonly title: string
  readonly reason: string
  readonly button: { readonly label: string; readonly href: string }
  /** For the order within an urgency: the day by which it should be done. */
  readonly by?: string
}

export type NavigationItem = { readonly order: number; readonly label: string; readonly href: string }

export type Area = {
  /** The folder's name, which is also its place in every list. */
  readonly name: string
  readonly title: string
  readonly pages?: readonly Page[]
  /** The asker's own open needs; each area answers for its own things. */
  readonly needs?: (work: Work) => Promise<readonly Need[]>
  /** Top-level headings for this asker; nobody sees a heading that has nothing for them. */
  readonly navigation?: (asker: Asker) => readonly NavigationItem[]
  /** Words for what the asker is by the data, such as 'line manager'. */
  readonly standing?: (work: Work) => Promise<readonly string[]>
  readonly hears?: (work: Work, event: ServiceEvent) => Promise<void>
  readonly jobs?: readonly Job[]
  readonly commands?: readonly Command[]
  /** What the area holds about people, for disclosure and for the page about data. */
  readonly holds?: readonly string[]
}

/** Work done later or on a timer, once for each organisation, as the service itself. */
export type Job = {
  readonly name: string
  /** Cron in Europe/London for timers; none for jobs that are only enqueued. */
  readonly every?: string
  readonly run: (work: Work, ids: Readonly<Record<string, string>>) => Promise<void>
}
