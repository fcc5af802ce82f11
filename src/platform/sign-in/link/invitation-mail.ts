// The mail that brings an invitation. Its link is made when the mail is, from a key outside the database.
import type { MailTemplate } from '../../mail/template.ts'
import { linkWord } from './links.ts'
import type { DoorKeys } from '../secrets.ts'

export const invitationMail = (keys: DoorKeys): MailTemplate => ({
  name: 'invitation',
  subject: 'Set up your supervision account',
  sentences: [
    'You have been invited to set up an account for arranging and recording supervision.',
    'It takes about two minutes. You need a phone with an authenticator app. The link works once and for 7 days.',
    'If you did not expect this mail, you can leave it; nothing happens.',
  ],
  path: (ids) => `/invitation/${linkWord(keys, ids.link ?? '')}`,
})
