// Who may see and do what of a learning point that was sent: everybody reads it; managers see who of theirs has, which is a fact;
// those who answer for learning and those whose it was withdraw it.
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { mayLookAtTeam, maySeeNames } from '../dashboard/dashboard.access.ts'
import { mayApprove } from '../learning-points/learning-point.access.ts'
import type { Released } from './released.ts'

/** `theirs`: the asker is one of those whose it was. */
export type ReleasedSubject = { readonly released: Released; readonly theirs: boolean }

/** Whether somebody sees everybody who has read it, by name. */
export const seesAllReaders = (asker: Asker): boolean => mayApprove(asker) || maySeeNames(asker)

export const readersOfReleased = access<ReleasedSubject>('Anyone signed in to this organisation', () => true)

export const withdrawersOfReleased = access<ReleasedSubject>(
  'Those whose it was, and those who answer for learning',
  (asker, { theirs }) => theirs || mayApprove(asker),
)

export const readingsOfReleased = access<ReleasedSubject>(
  'Line managers and team leads, of their own people; those who answer for learning, the safeguarding service and auditors',
  (asker) => mayLookAtTeam(asker) || seesAllReaders(asker),
)
