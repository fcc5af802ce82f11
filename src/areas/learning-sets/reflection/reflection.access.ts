// Who writes and reads what was learned in a set: its people, while they belong to it and, once it has ended, those who were in it
// to the end. After a meeting: those who had a seat in it.
import { access } from '../../../platform/web/page.ts'
import { belongsToTheEnd } from '../afterwards/held.access.ts'
import type { SetSubject } from '../set/set.access.ts'

export const learnersOfSet = access<SetSubject>(
  'The people of the set, while they belong to it or were in it to its end',
  (asker, { set, today }) => belongsToTheEnd(set, asker.person, today),
)
