// An area's card: what it adds to the service, in one place. `service.ts` lists the cards, foundations first;
// what an earlier area must learn from a later one is declared here, never imported (ARCHITECTURE).
import type { VNode } from 'preact'
import type { Command } from './command.ts'
import type { Id } from './ids.ts'
import type { Keyring } from './keys/keyring.ts'
import type { MailTemplate } from './mail/template.ts'
import type { DoorPage } from './web/door-page.ts'
import type { Stream } from './live/stream.ts'
import type { Standing } from './standing.ts'
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
  /** What pages of the area that stay open are told of. */
  readonly streams?: readonly Stream[]
  /** Pages for anybody, signed in or not, who sees nothing of any organisation there; the keys are for comparing. */
  readonly openPages?: (keys: Keyring) => readonly DoorPage[]
  /** The asker's own open needs; each area answers for its own things. */
  readonly needs?: (work: Work) => Promise<readonly Need[]>
  /** Top-level headings for this asker; nobody sees a heading that has nothing for them. */
  readonly navigation?: (asker: Asker) => readonly NavigationItem[]
  /** Words for what the asker is by the data, such as 'line manager'. */
  readonly standing?: Standing
  readonly hears?: (work: Work, event: ServiceEvent) => Promise<void>
  /** Parts that this area adds to earlier areas' pages. */
  readonly panels?: readonly Panel[]
  /** What this area answers to questions that an earlier area asks, each in its own transaction-bound way. */
  readonly answers?: Answers
  readonly jobs?: readonly Job[]
  readonly commands?: readonly Command[]
  /** A new organisation, and its first administrator as the work's asker: makes what this area needs to begin. */
  readonly founds?: (work: Work, administrator: { readonly name: string; readonly email: string }) => Promise<void>
  /** Mails that this area writes; fixed words only (TRUST 9). */
  readonly mails?: readonly MailTemplate[]
  /** What the area holds about people, for disclosure and for the page about data. */
  readonly holds?: readonly string[]
}

/**
 * A part of somebody else's page: what a later area has to say about a person, a unit or a session, or to the asker at
 * home. `show` answers null when it has nothing for this asker; it judges access itself.
 */
export type Panel = {
  readonly place: PanelPlace
  readonly order: number
  readonly show: (work: Work, about: Id<string>) => Promise<VNode | null>
}

/**
 * Questions that an earlier area asks of all later ones, by name: what is asked about, and what one answer is. The area that
 * asks adds its question by declaration merging; the areas that know something answer on their cards.
 */
export interface Questions {}
type Answers = {
  readonly [Name in keyof Questions]?: (
    work: Work,
    about: AboutOf<Questions[Name]>,
  ) => Promise<readonly AnswerOf<Questions[Name]>[]>
}
export type AboutOf<Question> = Question extends { about: infer About } ? About : never
export type AnswerOf<Question> = Question extends { answer: infer Answer } ? Answer : never

export type PanelPlace =
  | 'home'
  | 'person'
  | 'unit'
  | 'session'
  /** The foot of a page on which something of a session is written or read: a record, a part, a preparation. */
  | 'record'
  | 'case'
  | 'agreement'
  /** Below its text: what is rarely needed, such as ending it. */
  | 'end of an agreement'
  | 'my supervision'
  | 'those I supervise'
  | 'set'
  | 'peer review'
  | 'set-up'

/** Work done later or on a timer, once for each organisation, as the service itself. */
export type Job = {
  readonly name: string
  /** Cron in Europe/London for timers; none for jobs that are only enqueued. */
  readonly every?: string
  readonly run: (work: Work, ids: Readonly<Record<string, string>>) => Promise<void>
  /** Called once when the job has failed for the last time, in a transaction of its own: so that nobody waits for it for ever. */
  readonly givenUp?: (work: Work, ids: Readonly<Record<string, string>>) => Promise<void>
}

/** Every page of a card, those of its streams among them: all that is served and has an access line. */
export const pagesOf = (area: Area): readonly Page[] => [
  ...(area.pages ?? []),
  ...(area.streams ?? []).flatMap(({ changes, life }) => [changes, life]),
]

/** Every card's answers to a question, in the order of the areas. */
export async function answersOf<Name extends keyof Questions>(
  areas: readonly Area[],
  work: Work,
  name: Name,
  about: AboutOf<Questions[Name]>,
): Promise<readonly AnswerOf<Questions[Name]>[]> {
  const answers: AnswerOf<Questions[Name]>[] = []
  for (const area of areas) answers.push(...((await area.answers?.[name]?.(work, about)) ?? []))
  return answers
}

/** Every card's needs for the asker: urgent first, then by day. */
export async function needsOf(areas: readonly Area[], work: Work): Promise<readonly Need[]> {
  const needs: Need[] = []
  for (const area of areas) needs.push(...((await area.needs?.(work)) ?? []))
  const rank = { now: 0, soon: 1, later: 2 }
  return needs.sort((a, b) => rank[a.urgency] - rank[b.urgency] || (a.by ?? '9').localeCompare(b.by ?? '9'))
}

/** What the cards add to a place, in their order. */
export async function panelsOf(
  areas: readonly Area[],
  work: Work,
  place: PanelPlace,
  about: Id<string>,
): Promise<readonly VNode[]> {
  const here = areas.flatMap((area) => area.panels ?? []).filter((panel) => panel.place === place)
  const shown: VNode[] = []
  for (const panel of here.sort((a, b) => a.order - b.order)) {
    const node = await panel.show(work, about)
    if (node) shown.push(node)
  }
  return shown
}
