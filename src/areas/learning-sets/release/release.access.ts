// Who may see and do what of something that a presenter gave away.
import { access } from '../../../platform/web/page.ts'
import type { Release } from './release.ts'

export const peopleOfRelease = access<Release>(
  'Whoever gave it, and whom it was given to unless it was taken back',
  (asker, release) =>
    release.presenter === asker.person || (release.recipient === asker.person && release.takenBackAt === null),
)

export const recipientOfRelease = access<Release>(
  'Whom it was given to, unless it was taken back',
  (asker, release) => release.recipient === asker.person && release.takenBackAt === null,
)

export const giverOfRelease = access<Release>('Whoever gave it', (asker, release) => release.presenter === asker.person)
