// The mails about opening a record in need: fixed words, no person, no record (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

const path = (ids: Readonly<Record<string, string>>) => `/glass/${ids.glass ?? ''}`

export const askedMail: MailTemplate = {
  name: 'glass-asked',
  subject: 'A second person is needed now',
  sentences: ['A colleague in safeguarding needs a second person for something that cannot wait. Sign in to decide.'],
  path,
}
export const answeredMail: MailTemplate = {
  name: 'glass-answered',
  subject: 'What you asked for was answered',
  sentences: ['A second person has answered what you asked for. Sign in to see it.'],
  path,
}
export const concernedMail: MailTemplate = {
  name: 'glass-told',
  subject: 'Something of yours was opened in need',
  sentences: ['Something of yours was opened in need by a safeguarding colleague. Sign in to see by whom and when.'],
  path,
}
export const toReviewMail: MailTemplate = {
  name: 'glass-to-review',
  subject: 'There is something for you to review',
  sentences: ['Something was opened in need and waits for somebody to review it. Sign in to look at it.'],
  path,
}

export const glassMails: readonly MailTemplate[] = [askedMail, answeredMail, concernedMail, toReviewMail]
