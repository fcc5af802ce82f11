// The digest: one mail in the morning to who has something to do and wants to be told. It says that there is
// something, never what: the list itself is behind the sign-in (SPEC 13.1).
import { needsOf } from '../area.ts'
import { asPerson, type Composition } from '../composition.ts'
import type { OrganisationId, PersonId } from '../ids.ts'
import { peopleWithAccount } from '../sign-in/account/mail-address.ts'
import { type Day, weekdayOf } from '../time/day.ts'
import { londonMoment, type Moment } from '../time/moment.ts'
import type { Work } from '../work.ts'
import { writeMail } from './outbox.ts'
import type { MailTemplate } from './template.ts'

export const digestMail: MailTemplate = {
  name: 'digest',
  subject: 'You have something to do in supervision',
  sentences: ['There is something for you to do. Sign in to see what it is.'],
}

export const digestChoices = ['daily', 'weekly', 'none'] as const
export type DigestChoice = (typeof digestChoices)[number]

declare module '../database/database.ts' {
  interface Tables {
    mail_choice: { organisation: string; person: string; digest: DigestChoice; changed_at: Moment }
  }
}

/** What a person chose; daily until they choose. */
export async function digestChoiceOf(work: Work, person: string): Promise<DigestChoice> {
  const row = await work.db
    .selectFrom('mail_choice')
    .select('digest')
    .where('organisation', '=', work.organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.digest ?? 'daily'
}

/** The asker's own choice. */
export async function chooseDigest(work: Work, digest: DigestChoice): Promise<void> {
  const row = { organisation: work.organisation, person: work.asker.person, digest, changed_at: work.moment }
  await work.db
    .insertInto('mail_choice')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'person']).doUpdateSet({ digest, changed_at: work.moment }),
    )
    .execute()
}

/** Writes today's digests of one organisation into the outbox; again on the same day it only adds who is missing. Answers how many. */
export async function writeDigests(service: Composition, organisation: OrganisationId): Promise<number> {
  let written = 0
  for (const person of await peopleWithAccount(service.database, organisation)) {
    const done = await asPerson(service, { organisation, person: person as PersonId }, async (work) => {
      if (!(await isWanted(work)) || (await needsOf(service.areas, work)).length === 0) return false
      await writeMail(work, person, digestMail)
      return true
    })
    if (done) written += 1
  }
  return written
}

async function isWanted(work: Work): Promise<boolean> {
  const choice = await digestChoiceOf(work, work.asker.person)
  if (choice === 'none' || (choice === 'weekly' && weekdayOf(work.today) !== 1)) return false
  const had = await work.db
    .selectFrom('outbox')
    .select('id')
    .where('organisation', '=', work.organisation)
    .where('to_person', '=', work.asker.person)
    .where('template', '=', digestMail.name)
    .where((is) => is.or([is('created_at', '>=', startOf(work.today)), is('sent_at', 'is', null)]))
    .executeTakeFirst()
  return had === undefined
}

const startOf = (day: Day): Moment => londonMoment(day, '00:00') ?? (`${day}T00:00:00.000Z` as Moment)
