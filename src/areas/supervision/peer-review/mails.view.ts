// The mails about peer review: fixed words, nothing of a case; when it is, and what is recommended, stand behind the sign-in (SPEC 12.6).
import type { MailTemplate } from '../../../platform/mail/template.ts'

export const calledOffMail: MailTemplate = {
  name: 'peer-review-called-off',
  subject: 'A peer review that you meant to come to has been called off',
  sentences: ['Sign in to see which one, and to take it out of your calendar.'],
  path: (ids) => `/peer-reviews/${ids.review ?? ''}`,
}

export const recommendedMail: MailTemplate = {
  name: 'peer-review-recommended',
  subject: 'A peer review recommended something for a team that you lead',
  sentences: ['Sign in to see who sees to it and by when.'],
  path: () => '/peer-reviews/recommendations',
}

export const peerReviewMails: readonly MailTemplate[] = [calledOffMail, recommendedMail]
