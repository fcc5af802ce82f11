// Who may see and do what of a change that the set wants to be told: the people of the set while they belong to it, and, once it
// was told, those it names.
import type { Day } from '../../../platform/time/day.ts'
import { access } from '../../../platform/web/page.ts'
import { belongs, type LearningSet, leads } from '../set/set.ts'
import { type Announcement, mayWrite } from './announcement.ts'

export type AnnouncementSubject = {
  readonly announcement: Announcement
  readonly set: LearningSet
  readonly today: Day
}

const isToldTo = ({ announcement }: AnnouncementSubject, person: string): boolean =>
  announcement.state === 'told' && announcement.recipients.some((one) => one === person)

export const readersOfAnnouncement = access<AnnouncementSubject>(
  'The people of the set; once it was told, those whom it names',
  (asker, subject) => belongs(subject.set, asker.person, subject.today) || isToldTo(subject, asker.person),
)

export const peopleOfAnnouncement = access<AnnouncementSubject>('The people of the set', (asker, { set, today }) =>
  belongs(set, asker.person, today),
)

export const writersOfAnnouncement = access<AnnouncementSubject>(
  'Whoever proposed it, while they belong to the set; then the facilitator and the deputy of the set',
  (asker, { announcement, ...about }) => mayWrite(announcement, asker.person, about),
)

export const endersOfAnnouncement = access<AnnouncementSubject>(
  'Whoever proposed it, the facilitator and the deputy of the set',
  (asker, subject) => writersOfAnnouncement.may(asker, subject) || leads(subject.set, asker.person, subject.today),
)

export const recipientsOfAnnouncement = access<AnnouncementSubject>(
  'Those whom it names, once it was told',
  (asker, subject) => isToldTo(subject, asker.person),
)
