// The deeds on a concern that have nothing to fill in: taking it back, telling the colleague, saying that it was seen.
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import { namedInConcern, readersOfConcern } from './concern.access.ts'
import { seeConcern, takeConcernBack, tellNamed } from './concern.changes.ts'
import { concernSubject } from './concern.pages.tsx'

const readers = { subject: concernSubject, access: readersOfConcern }

export const smallDeedPages: readonly Page[] = [
  page({
    at: 'POST /concerns/:concern/undoing',
    ...readers,
    answer: async (work, { subject: { concern } }) => {
      const done = await takeConcernBack(work, concern.id)
      return done.ok ? seeOther('/concerns', 'Taken back. Nobody else reads it any more.') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /concerns/:concern/telling',
    ...readers,
    answer: async (work, { subject: { concern } }) => {
      const done = await tellNamed(work, concern.id)
      return done.ok
        ? seeOther(`/concerns/${concern.id}`, 'They are told that a concern was passed on')
        : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /concerns/:concern/receipt',
    subject: concernSubject,
    access: namedInConcern,
    answer: async (work, { subject: { concern } }) => {
      await seeConcern(work, concern)
      return seeOther('/', 'Thank you')
    },
  }),
]
