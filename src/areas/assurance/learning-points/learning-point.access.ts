// Who may see and do what of a learning point on its way: those whose it is; the second reader once everybody agrees; those who
// answer for learning once it was read over. Nobody else knows of it until it is sent.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import type { LearningPoint, Source } from './learning-point.ts'

const approving = ['learning lead', 'named professional', 'designated professional'] as const
const reading = [...approving, 'senior advisor', 'safeguarding advisor'] as const

/** The roles whose people may be a second reader. */
export const readingRoles: readonly (typeof reading)[number][] = reading
/** The roles whose people approve what is sent. */
export const approvingRoles: readonly (typeof approving)[number][] = approving

/** Whether somebody answers for learning, by their role. */
export const mayApprove = (asker: Asker): boolean => approving.some((role) => asker.roles.has(role))

export type PointSubject = { readonly point: LearningPoint }

export const peopleOfSource = access<Source>('Those whose it is: who was there', (asker, { concerned }) =>
  concerned.includes(asker.person),
)

export const concernedByPoint = access<PointSubject>('Those whose it is', (asker, { point }) =>
  point.concerned.includes(asker.person),
)

export const drafterOfPoint = access<PointSubject>(
  'Whoever drafted it',
  (asker, { point }) => point.draftedBy === asker.person,
)

export const secondReaderOfPoint = access<PointSubject>(
  'The second reader, once everybody has agreed',
  (asker, { point }) => point.secondReader === asker.person && point.state === 'to be read',
)

export const approversOfPoint = access<PointSubject>(
  'Those who answer for learning, once it was read over',
  (asker, { point }) =>
    point.state === 'to be approved' && mayApprove(asker) && !point.concerned.includes(asker.person),
)

export const readersOfPoint = access<PointSubject>(
  'Those whose it is, the second reader, and those who answer for learning once it was read over',
  (asker, subject) =>
    concernedByPoint.may(asker, subject) ||
    secondReaderOfPoint.may(asker, subject) ||
    approversOfPoint.may(asker, subject),
)
