// Who may see what went to a line manager about somebody's practice (SPEC 4.6).
import { access } from '../../../platform/web/page.ts'
import { type PracticeConcern, practiceState } from './practice.ts'

/** For good, whatever was written at the same moment. */
const isTakenBack = (practice: PracticeConcern): boolean => practiceState(practice) === 'taken back'

export const readersOfPractice = access<PracticeConcern>(
  'The line manager to whom it was sent, the person who wrote it, and the person it is about once told',
  (asker, practice) =>
    !isTakenBack(practice) &&
    (practice.manager === asker.person ||
      practice.raisedBy === asker.person ||
      (practice.person === asker.person && practice.told)),
)

export const managerOfPractice = access<PracticeConcern>(
  'The line manager to whom it was sent',
  (asker, practice) => practice.manager === asker.person && !isTakenBack(practice),
)

export const twoOfPractice = access<PracticeConcern>(
  'The line manager to whom it was sent, and the person it is about once told',
  (asker, practice) =>
    !isTakenBack(practice) &&
    (practice.manager === asker.person || (practice.person === asker.person && practice.told)),
)
