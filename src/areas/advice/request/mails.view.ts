// The mails of the desk: fixed words, nothing of who asked or what (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

const path = (ids: Readonly<Record<string, string>>) => `/advice/requests/${ids.request ?? ''}`

export const handedMail: MailTemplate = {
  name: 'advice-handed-on',
  subject: 'A request for advice was handed to you',
  sentences: ['Somebody waits for advice, and the desk handed it to you. Sign in to take it.'],
  path,
}

export const advisedMail: MailTemplate = {
  name: 'advice-given',
  subject: 'Write down what was advised',
  sentences: ['Your advice has been written down by the desk. Sign in to write down what you heard.'],
  path,
}

export const elsewhereMail: MailTemplate = {
  name: 'advice-elsewhere',
  subject: 'The advice desk has an answer for you',
  sentences: ['The advice desk says where to turn. Sign in to read it.'],
  path,
}

export const correctedMail: MailTemplate = {
  name: 'advice-corrected',
  subject: 'A record of advice was corrected',
  sentences: ['The other person has corrected what they wrote about advice that you share. Sign in to read it.'],
  path,
}
export const waitsMail: MailTemplate = {
  name: 'advice-waits',
  subject: 'Somebody has waited too long for advice',
  sentences: ['A request for advice has waited longer than it should. Sign in to see it.'],
  path,
}

/** To administrators, who see no requests: the roles of the desk are theirs to grant. */
export const nobodyMail: MailTemplate = {
  name: 'advice-nobody-there',
  subject: 'Nobody is on the advice desk',
  sentences: ['A request for advice waits, and nobody holds a role of the advice desk. Sign in to grant one.'],
  path: () => '/set-up',
}

export const adviceMails: readonly MailTemplate[] = [
  handedMail,
  advisedMail,
  elsewhereMail,
  correctedMail,
  waitsMail,
  nobodyMail,
]
