// The outbox: a mail is written in the transaction that causes it and sent afterwards, so that nothing waits for a mail
// server and nothing is lost when it is down. Each row is also the record that this person was told (SPEC 13).
import type { Work } from '../work.ts'
import { addMinutes, type Moment } from '../time/moment.ts'
import type { MailIds, MailTemplate } from './template.ts'

declare module '../database/database.ts' {
  interface Tables {
    outbox: {
      organisation: string
      id: string
      to_person: string
      template: string
      payload: import('../database/database.ts').ColumnType<unknown, string, string>
      due_at: Moment
      sent_at: Moment | null
      attempts: number
      problem: MailProblem | null
      created_at: Moment
    }
  }
}

export type MailProblem = 'no address' | 'refused' | 'server away' | 'unknown mail'

/** Writes a mail to a person into the outbox, to go out when this work commits, or at `due`. */
export async function writeMail(
  work: Work,
  to: string,
  template: MailTemplate,
  ids: MailIds = {},
  due: Moment = work.moment,
): Promise<void> {
  await work.db
    .insertInto('outbox')
    .values({
      organisation: work.organisation,
      id: work.newId(),
      to_person: to,
      template: template.name,
      payload: JSON.stringify(ids),
      due_at: due,
      sent_at: null,
      attempts: 0,
      problem: null,
      created_at: work.moment,
    })
    .execute()
}

export type WaitingMail = {
  readonly id: string
  readonly to: string
  readonly template: string
  readonly ids: unknown
  readonly attempts: number
}

/**
 * Takes mails that are due for sending: while they are being sent nobody else takes them, and should the program die in
 * between they are due again later. Waits grow from one minute to an hour.
 */
export async function takeDueMail(work: Work, most = 20): Promise<readonly WaitingMail[]> {
  const rows = await work.db
    .selectFrom('outbox')
    .select(['id', 'to_person', 'template', 'payload', 'attempts'])
    .where('organisation', '=', work.organisation)
    .where('sent_at', 'is', null)
    .where('due_at', '<=', work.moment)
    .orderBy('due_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of rows) {
    const due = addMinutes(work.moment, Math.min(2 ** row.attempts, 60))
    await work.db
      .updateTable('outbox')
      .set({ attempts: row.attempts + 1, due_at: due })
      .where('organisation', '=', work.organisation)
      .where('id', '=', row.id)
      .execute()
  }
  return rows.map(({ to_person, payload, ...row }) => ({ ...row, to: to_person, ids: payload }))
}

/** It went out; or it did not, and why. */
export async function noteMail(work: Work, id: string, outcome: 'sent' | MailProblem): Promise<void> {
  await work.db
    .updateTable('outbox')
    .set(outcome === 'sent' ? { sent_at: work.moment, problem: null } : { problem: outcome })
    .where('organisation', '=', work.organisation)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

export type OutboxState = {
  readonly waiting: number
  readonly oldest: Moment | null
  /** How many wait for each known reason. */
  readonly problems: Readonly<Partial<Record<MailProblem, number>>>
}

/** What administrators see: how much waits, since when, and why. No names and no words. */
export async function outboxState(work: Work): Promise<OutboxState> {
  const rows = await work.db
    .selectFrom('outbox')
    .select((get) => ['problem', get.fn.countAll<number>().as('waiting'), get.fn.min('created_at').as('oldest')])
    .where('organisation', '=', work.organisation)
    .where('sent_at', 'is', null)
    .groupBy('problem')
    .execute()
  const oldest = rows.map((row) => row.oldest).sort()[0] ?? null
  const problems = Object.fromEntries(rows.flatMap((row) => (row.problem ? [[row.problem, Number(row.waiting)]] : [])))
  return { waiting: rows.reduce((sum, row) => sum + Number(row.waiting), 0), oldest, problems }
}

export type MailRecord = { readonly template: string; readonly writtenAt: Moment; readonly sentAt: Moment | null }

/** Every mail to a person, the newest first: what they were told and when. */
export async function mailsTo(work: Work, person: string, most = 100): Promise<readonly MailRecord[]> {
  const rows = await work.db
    .selectFrom('outbox')
    .select(['template', 'created_at as writtenAt', 'sent_at as sentAt'])
    .where('organisation', '=', work.organisation)
    .where('to_person', '=', person)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows
}
