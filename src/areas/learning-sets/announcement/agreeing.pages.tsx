// Who agrees that a text may be told, and what the asker may do about it.
import { ButtonGroup, LinkButton, PostButton } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type AnnouncementSubject, endersOfAnnouncement, writersOfAnnouncement } from './announcement.access.ts'
import { belongs } from '../set/set.ts'
import type { Announcement } from './announcement.ts'

export type NameOf = (person: PersonId) => string

/** The page of an announcement. */
export const addressOf = ({ id }: Pick<Announcement, 'id'>): string => `/action-learning/announcements/${id}`

type NotLetInProps = { subject: AnnouncementSubject; nameOf: NameOf }

/** For whoever joined after a text was written. */
export const NotLetIn = ({ subject: { announcement, set, today }, nameOf }: NotLetInProps) => {
  const hasLeft = !belongs(set, announcement.proposedBy, today)
  return (
    <p>
      You joined the set after this was written. Ask{' '}
      {hasLeft ? 'whoever leads the set' : <bdi>{nameOf(announcement.proposedBy)}</bdi>} to save it again, then you can
      read it.
    </p>
  )
}

type AgreeingProps = {
  work: Work
  subject: AnnouncementSubject
  nameOf: NameOf
  waits: readonly PersonId[]
  canRead: boolean
}

/** Who still has to agree, one's own agreement, and the ways to end it. */
export function Agreeing({ work, subject, nameOf, waits, canRead }: AgreeingProps) {
  const { announcement } = subject
  const mine = waits.includes(work.asker.person)
  const hash = { 'text-hash': announcement.textHash }
  return (
    <>
      <h2>Who agrees</h2>
      <p>
        {waits.length === 0 ? (
          'Everybody in the set agrees to exactly this text.'
        ) : (
          <>
            Still to agree to exactly this text: <bdi>{waits.map(nameOf).join(', ')}</bdi>.
          </>
        )}
      </p>
      {mine && canRead && (
        <PostButton action={`${addressOf(announcement)}/agreement`} fields={{ ...hash, agrees: 'yes' }}>
          I agree that it may be told
        </PostButton>
      )}
      {!mine && (
        <PostButton
          action={`${addressOf(announcement)}/agreement`}
          variant="secondary"
          fields={{ ...hash, agrees: 'no' }}
        >
          I no longer agree
        </PostButton>
      )}
      <Endings {...{ work, subject }} isAgreed={waits.length === 0} />
    </>
  )
}

function Endings({ work, subject, isAgreed }: Pick<AgreeingProps, 'work' | 'subject'> & { isAgreed: boolean }) {
  const { announcement } = subject
  const ends = endersOfAnnouncement.may(work.asker, subject)
  return (
    <ButtonGroup>
      {ends && isAgreed && (
        <PostButton action={`${addressOf(announcement)}/telling`} fields={{ 'text-hash': announcement.textHash }}>
          Tell it now
        </PostButton>
      )}
      {writersOfAnnouncement.may(work.asker, subject) && (
        <LinkButton href={`${addressOf(announcement)}/text`} variant="secondary">
          Change it
        </LinkButton>
      )}
      {ends && (
        <PostButton action={`${addressOf(announcement)}/withdrawal`} variant="secondary">
          Withdraw it
        </PostButton>
      )}
    </ButtonGroup>
  )
}
