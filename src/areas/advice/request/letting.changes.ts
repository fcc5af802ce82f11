// Whoever takes details at the desk today reads what is open, however long they have had the role; what is over stays closed to
// them. They are let in by the service itself, each on the record of who can see (SPEC 8.2, 12.1).
import type { Work } from '../../../platform/work.ts'
import { findReaders, letRead } from '../../records/index.ts'
import { administratorsNow } from './desk-people.changes.ts'
import { aboutIntake } from './request.changes.ts'
import { isWithDesk } from './request.ts'
import { findOpenRequests } from './request.store.ts'

/** Lets new administrators in to each request that is with the desk. */
export async function letDeskRead(work: Work): Promise<void> {
  const administrators = await administratorsNow(work)
  for (const request of await findOpenRequests(work)) {
    if (!isWithDesk(request)) continue
    const readers = new Set((await findReaders(work, aboutIntake(request.id))).map(({ person }) => person))
    const news = administrators.filter((one) => one !== request.caller && !readers.has(one))
    const because = 'takes details at the desk' as const
    await letRead(
      work,
      aboutIntake(request.id),
      news.map((person) => ({ person, because, until: null })),
    )
  }
}
