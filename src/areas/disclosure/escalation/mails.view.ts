// The mails about concerns: fixed words, nothing of what was said or about whom (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

const path = (ids: Readonly<Record<string, string>>) => `/concerns/${ids.concern ?? ''}`

export const passedOnMail: MailTemplate = {
  name: 'concern-passed-on',
  subject: 'Something was passed on to you',
  sentences: ['Something was passed on to you as a safeguarding lead. Sign in to read it.'],
  path,
}

export const addedMail: MailTemplate = {
  name: 'concern-added',
  subject: 'There is something new in what was passed on',
  sentences: ['Something was added to what was passed on. Sign in to read it.'],
  path,
}

export const toldMail: MailTemplate = {
  name: 'concern-told',
  subject: 'There is something for you to know',
  sentences: ['There is something for you to know. Sign in to see it, and who you can talk to.'],
  path,
}

export const managerMail: MailTemplate = {
  name: 'practice-concern',
  subject: 'There is something for you to do as a line manager',
  sentences: ['Something was written for you as a line manager. Sign in to read it.'],
  path: (ids) => `/practice-concerns/${ids.practice ?? ''}`,
}

export const planMail: MailTemplate = {
  name: 'practice-plan',
  subject: 'There is something for you to read',
  sentences: ['Your line manager wrote something down for the two of you. Sign in to read it.'],
  path: (ids) => `/practice-concerns/${ids.practice ?? ''}`,
}

export const escalationMails: readonly MailTemplate[] = [passedOnMail, addedMail, toldMail, managerMail, planMail]
