// The mails about the dates of a set: fixed words; when it meets stands behind the sign-in (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

export const newDatesMail: MailTemplate = {
  name: 'set-new-dates',
  subject: 'Your learning set has new dates',
  sentences: [
    'Meetings of your learning set have been planned. Sign in to see when, and to add them to your calendar.',
  ],
  path: (ids) => `/action-learning/sets/${ids.set ?? ''}`,
}

export const changedDateMail: MailTemplate = {
  name: 'set-changed-date',
  subject: 'A date of your learning set has changed',
  sentences: [
    'A meeting of your learning set has been moved, called off or put back. Sign in to see when you meet, and to change it in your calendar.',
  ],
  path: (ids) => `/action-learning/meetings/${ids.meeting ?? ''}`,
}

export const datesMails = [newDatesMail, changedDateMail]
