// What pages say of a learning point on its way.
import type { Tone } from '../../../design/index.ts'
import type { BackReason, LearningPoint, PointState } from './learning-point.ts'

/** The page of a learning point on its way. */
export const pointAddress = ({ id }: Pick<LearningPoint, 'id'>): string => `/learning-points/${id}`
/** The page of one that was sent. */
export const sentAddress = ({ id }: Pick<LearningPoint, 'id'>): string => `/learning-points/sent/${id}`

export const pointTones: Readonly<Record<PointState, { tone: Tone; words: string }>> = {
  asked: { tone: 'waiting', words: 'Everybody is asked' },
  declined: { tone: 'quiet', words: 'Not agreed' },
  'to be read': { tone: 'waiting', words: 'With the second reader' },
  'sent back': { tone: 'soon', words: 'Sent back' },
  'to be approved': { tone: 'waiting', words: 'To be approved' },
  sent: { tone: 'good', words: 'Sent' },
  withdrawn: { tone: 'quiet', words: 'Withdrawn' },
}

export const backWords: Readonly<Record<BackReason, string>> = {
  known: 'Somebody could be known by it',
  unclear: 'It is not clear enough yet',
  'said already': 'It has been sent before',
  other: 'Talk to me about it',
}

/** What is said to those whose it is, of where it stands now. */
export function leadWords({ state, backBecause }: LearningPoint, waiting: number): string {
  if (state === 'asked')
    return `It goes on once everybody has agreed to exactly these words. ${waiting === 1 ? 'One person has' : `${waiting} people have`} not answered yet.`
  if (state === 'declined')
    return 'Not everybody agrees that these words leave the room. Whoever drafted it may change them.'
  if (state === 'sent back')
    return `It came back: ${backWords[backBecause ?? 'other'].toLowerCase()}. Whoever drafted it may change the words; everybody is asked again.`
  if (state === 'to be read')
    return 'Everybody has agreed. The second reader looks for anybody who could be known by it.'
  if (state === 'to be approved') return 'It was read over. Somebody who answers for learning approves it.'
  return state === 'sent' ? 'It has been sent.' : 'It was withdrawn, and is not sent.'
}
