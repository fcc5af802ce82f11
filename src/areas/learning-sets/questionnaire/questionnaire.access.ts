// Who answers the questionnaire of a set: its members, each their own. Those who facilitate it read what is sent to them.
import { access } from '../../../platform/web/page.ts'
import type { SetSubject } from '../set/set.access.ts'
import { mayAnswer } from './questionnaire.ts'

export const membersOfSet = access<SetSubject>(
  'Members of the set, each their own',
  (asker, { set, today }) => mayAnswer(set, asker.person, today).ok,
)
