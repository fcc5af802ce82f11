// A stream: what a page that stays open is told of, as a card declares it. One address, three ways to ask: an event stream,
// which says at once that there is something new; the same question without waiting, for whom no stream comes through;
// and a sign of life, which notes that somebody is there. All three stand behind the same access line.
import type { Work } from '../work.ts'
import { type Access, type Live, page, type Page, type Params } from '../web/page.ts'
import { data } from '../web/reply.ts'
import type { Topic } from './announcing.ts'

export type Stream = {
  /** GET: as an event stream, or how far the topic has come. */
  readonly changes: Page
  /** POST to the same address: a sign of life. */
  readonly life: Page
}

type Declared<Path extends string, Subject> = {
  readonly at: `GET ${Path}`
  /** Loaded first; null is not found. Asked again for as long as the stream is open. */
  readonly subject: (work: Work, params: Params<`GET ${Path}`>) => Promise<Subject | null>
  readonly access: Access<Subject> | Access
  readonly topic: (subject: NoInfer<Subject>) => Topic
  /** How far the topic has come, as the database has it now; what `work.announce` says of it. */
  readonly version: (work: Work, subject: NoInfer<Subject>) => Promise<number>
  /** Somebody's page is open and seen: told every twenty seconds or so. */
  readonly heard?: (work: Work, subject: NoInfer<Subject>) => Promise<void>
}

/**
 * Declares a stream. The page that shows its subject names the address in `LiveRegion` and has the version that it was made
 * of; whatever changes the subject says so with `work.announce(topic, version)`.
 */
export function stream<const Path extends `/${string}`, Subject>(declared: Declared<Path, Subject>): Stream {
  const { subject, access, topic, version, heard } = declared
  const path = declared.at.slice('GET '.length) as Path
  const load = subject as (work: Work, params: unknown) => Promise<Subject | null>
  const standing = async (work: Work, about: Subject) =>
    data({ version: await version(work, about), now: Date.parse(work.moment) })
  const changes = page({
    at: `GET ${path}`,
    subject: load,
    access: access as Access<Subject>,
    quiet: true,
    answer: (work, request) => standing(work, request.subject as Subject),
  })
  const life = page({
    at: `POST ${path}`,
    subject: load,
    access: access as Access<Subject>,
    quiet: true,
    answer: async (work, request) => {
      await heard?.(work, request.subject as Subject)
      return standing(work, request.subject as Subject)
    },
  })
  const live = { topic, version } as Omit<Live, 'keepsAlive'>
  return {
    changes: { ...changes, live: { ...live, keepsAlive: false } },
    life: { ...life, live: { ...live, keepsAlive: true } },
  }
}
