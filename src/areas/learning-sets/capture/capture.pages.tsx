// Beforehand: what is kept of a meeting, and what each says to that.
import { ButtonGroup, PostButton } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { leadersOfMeeting, type MeetingSubject, peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { leads } from '../set/set.ts'
import { captureCount, chooseCapture, sayOfCapture } from './capture.changes.ts'
import type { CaptureCount } from './capture.ts'

const hrefOf = ({ id }: { id: string }): string => `/action-learning/meetings/${id}`

export const capturePages: readonly Page[] = [
  page({
    at: 'POST /action-learning/meetings/:meeting/capture',
    subject: subjectMeeting,
    access: leadersOfMeeting,
    answer: async (work, { subject: { meeting }, form }) => {
      const capture = firstOf(form, 'capture') === 'not kept' ? 'not kept' : 'kept'
      const done = await chooseCapture(work, meeting.id, { capture })
      return done.ok ? seeOther(hrefOf(meeting), 'Saved') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/meetings/:meeting/capture-agreement',
    subject: subjectMeeting,
    access: peopleOfMeetingItself,
    answer: async (work, { subject: { meeting }, form }) => {
      const agrees = firstOf(form, 'agrees') === 'yes'
      const done = await sayOfCapture(work, meeting.id, { agrees })
      if (!done.ok) return conflict(done.reason)
      return seeOther(hrefOf(meeting), agrees ? 'Noted: you agree' : 'Noted. Nothing that is written will be kept')
    },
  }),
]

/** The part of the page of a meeting that is ahead. */
export async function capturePart(work: Work, { meeting, set, today }: Omit<MeetingSubject, 'hasSeat'>) {
  const keeps = meeting.capture === 'kept'
  const count = await captureCount(work, meeting, set)
  return (
    <>
      <h2>What is kept</h2>
      <p>
        {keeps
          ? 'What the set writes in this meeting is kept for those who were there.'
          : 'What the set writes in this meeting is destroyed when it ends. Who was there stays, what people promised, and topics that you did not reach.'}{' '}
        Each of you says for yourself. One who would rather not is enough, and nobody sees who it was.
      </p>
      <p>{countInWords(count)}</p>
      <OwnWord href={`${hrefOf(meeting)}/capture-agreement`} own={count.own} />
      {leads(set, work.asker.person, today) && (keeps || count.against === 0) && (
        <PostButton
          action={`${hrefOf(meeting)}/capture`}
          fields={{ capture: keeps ? 'not kept' : 'kept' }}
          variant="secondary"
          small
        >
          {keeps ? 'Do not keep the words' : 'Keep the words'}
        </PostButton>
      )}
    </>
  )
}

function countInWords({ agree, against, silent }: CaptureCount): string {
  if (against > 0) return 'Somebody would rather that nothing is kept.'
  if (agree === 0) return 'Nobody has said yet.'
  if (silent === 0) return 'Everybody agrees that words may be kept.'
  return `${agree} of ${agree + silent} agree that words may be kept. The others have not said.`
}

const OwnWord = ({ href, own }: { href: string; own: boolean | null }) => (
  <ButtonGroup>
    {own !== true && (
      <PostButton action={href} fields={{ agrees: 'yes' }} variant="secondary" small>
        I agree that words are kept
      </PostButton>
    )}
    {own !== false && (
      <PostButton action={href} fields={{ agrees: 'no' }} variant="secondary" small>
        I would rather they are not kept
      </PostButton>
    )}
  </ButtonGroup>
)
