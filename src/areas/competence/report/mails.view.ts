// The mails about observations: fixed words, nothing of what was seen or about whom (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

export const sentMail: MailTemplate = {
  name: 'observation-sent',
  subject: 'There is something for you to read',
  sentences: ['Something was written for you to read and comment on. Sign in to read it.'],
  path: (ids) => `/observations/${ids.observation ?? ''}`,
}

export const reportMail: MailTemplate = {
  name: 'observation-report',
  subject: 'There is a report for you',
  sentences: ['A report was sent to you. Sign in to read it.'],
  path: () => '/observations/report',
}

export const observationMails: readonly MailTemplate[] = [sentMail, reportMail]
