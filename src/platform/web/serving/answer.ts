// The way of one request through a page: load the subject, judge the access line, answer, keep or undo.
// Everything happens in one transaction. A reply of 400 or above changes nothing; when it is a page, which may show what
// was opened for it, the note of that opening stays (SPEC 12.3).
import type { Work } from '../../work.ts'
import { parseId } from '../../ids.ts'
import { isFreshAt } from '../../sign-in/visit/visits.ts'
import { dropKeptForm } from '../../sign-in/visit/kept-forms.ts'
import { isFormKey, keepLocation, takeFormKey } from './form-keys.ts'
import type { Page, Request, Typed, Upload } from '../page.ts'
import { notAllowed, notFound, type Reply, seeOther } from '../reply.ts'
import { firstOf } from '../typed.ts'

/** What came in for a page, once the address is matched. */
export type Incoming = {
  readonly params: Readonly<Record<string, string>>
  readonly queries: Typed
  readonly form: Typed
  readonly uploads: readonly Upload[]
  readonly path: string
  readonly origin: string
}

/** Thrown to roll back a transaction whose reply is a refusal; carries that reply out. */
export class Undone extends Error {
  constructor(readonly reply: Reply) {
    super('undone')
  }
}

/** Thrown, and nothing stays, when somebody must first say once more who they are. Only for whom the page is. */
export class ConfirmFirst extends Error {
  constructor() {
    super('confirm first')
  }
}

export const statusOf = (reply: Reply): number =>
  reply.kind === 'see other' ? 303 : reply.kind === 'file' ? 200 : reply.status

/** Runs a page within an open transaction. Throws `Undone` with the reply when nothing of it may stay. */
export async function answerPage(page: Page, work: Work, incoming: Incoming): Promise<Reply> {
  const judged = await subjectFor(page, work, incoming)
  if ('refusal' in judged) throw new Undone(judged.refusal)
  if (page.fresh && !isFreshAt(work.confirmedAt, work.moment)) throw new ConfirmFirst()
  const reply =
    page.method === 'GET'
      ? await run(page, work, incoming, judged.subject)
      : await work.attempt(
          () => (page.quiet ? run : runOnce)(page, work, incoming, judged.subject),
          (answered) => statusOf(answered) < 400,
        )
  if (reply.kind === 'refusal') throw new Undone(reply)
  return reply
}

/** Whether this asker may use the page at all, for a request whose body has not been read; null when they may. */
export async function refusalOf(page: Page, work: Work, incoming: Pick<Incoming, 'params'>): Promise<Reply | null> {
  const judged = await subjectFor(page, work, incoming)
  return 'refusal' in judged ? judged.refusal : null
}

async function subjectFor(
  page: Page,
  work: Work,
  incoming: Pick<Incoming, 'params'>,
): Promise<{ subject: unknown } | { refusal: Reply }> {
  const subject = page.subject ? await page.subject(work, incoming.params as never) : null
  if (page.subject && subject === null) return { refusal: notFound() }
  if (page.access.may(work.asker, subject as never)) return { subject }
  return {
    refusal:
      page.access.refusal === 'not found' ? notFound() : notAllowed(`This page is for: ${page.access.sentence}.`),
  }
}

async function runOnce(page: Page, work: Work, incoming: Incoming, subject: unknown): Promise<Reply> {
  const key = firstOf(incoming.form, '_key')
  if (!isFormKey(key))
    return {
      kind: 'refusal',
      status: 409,
      reason: 'This form has no key. Go back, load the page again and send it once more.',
    }
  const use = { organisation: work.organisation, person: work.asker.person, key }
  const taken = await takeFormKey(work.db, { ...use, path: incoming.path, moment: work.moment })
  if (taken === 'elsewhere') return { kind: 'refusal', status: 409, reason: keyElsewhere }
  if (taken !== 'taken') return seeOther(taken.location)
  const reply = await run(page, work, incoming, subject)
  if (reply.kind === 'see other') {
    await keepLocation(work.db, { ...use, location: reply.to })
    const kept = parseId(firstOf(incoming.form, '_kept'))
    if (kept) await dropKeptForm(work, kept)
  }
  return reply
}

const keyElsewhere =
  'This form was already sent, for something else. Go back, load the page again and send it once more.'

async function run(page: Page, work: Work, incoming: Incoming, subject: unknown): Promise<Reply> {
  const request: Request = {
    params: incoming.params as Request['params'],
    query: (name) => firstOf(incoming.queries, name),
    queries: (name) => {
      const value = incoming.queries[name] ?? []
      return typeof value === 'string' ? [value] : value
    },
    form: incoming.form,
    uploads: incoming.uploads,
    subject,
    path: incoming.path,
    origin: incoming.origin,
  }
  return page.answer(work, request as never)
}
