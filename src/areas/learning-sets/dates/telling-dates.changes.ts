// Telling the people of a set by mail that its dates are new or have changed: everybody but whoever did it, unless they chose to
// get no mails.
import { digestChoiceOf } from '../../../platform/mail/digest.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { MailIds, MailTemplate } from '../../../platform/mail/template.ts'
import type { Work } from '../../../platform/work.ts'
import { type LearningSet, peopleOn } from '../set/set.ts'

/** Writes a mail to everybody who belongs to the set today. */
export async function tellSet(work: Work, set: LearningSet, what: { mail: MailTemplate; ids: MailIds }): Promise<void> {
  const people = new Set(peopleOn(set, work.today).map((one) => one.person))
  for (const person of people)
    if (person !== work.asker.person && (await digestChoiceOf(work, person)) !== 'none')
      await writeMail(work, person, what.mail, what.ids)
}
