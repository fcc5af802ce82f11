// One request on one page: what was asked and why, the second person's decision, the opening, telling and review.
import { parseDay } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findReaders } from '../../records/index.ts'
import { findNamedRecord } from '../../supervision/index.ts'
import { askerOfGlass, type GlassSubject, readersOfGlass, safeguardingStaff, secondsOfGlass } from './glass.access.ts'
import { aboutGlass, answerGlass, decideTelling, openGlass, reviewGlass } from './glass.changes.ts'
import { answeringForm, reviewForm, tellingForm } from './glass.form.ts'
import { findGlass } from './glass.store.ts'
import type { GlassId } from './glass.ts'
import { concernedPage, glassPage, listPage, readingPage } from './glass-page.pages.tsx'

async function subject(work: Work, { glass: id }: { glass: GlassId }): Promise<GlassSubject | null> {
  const glass = await findGlass(work, id)
  const named = glass && (await findNamedRecord(work, glass.record))
  if (!glass || !named) return null
  const readers = await findReaders(work, aboutGlass(id))
  return { glass, named, seconds: readers.map((reader) => reader.person).filter((one) => one !== glass.askedBy) }
}

const here = ({ glass }: GlassSubject) => `/glass/${glass.id}`
const seconds = { subject, access: secondsOfGlass }

export const glassPages: readonly Page[] = [
  page({ at: 'GET /glass', access: safeguardingStaff, answer: (work) => listPage(work) }),
  page({
    at: 'GET /glass/:glass',
    subject,
    access: readersOfGlass,
    answer: (work, { subject: shown }) =>
      askerOfGlass.may(work.asker, shown) || secondsOfGlass.may(work.asker, shown)
        ? glassPage(work, shown, {})
        : concernedPage(work, shown),
  }),
  page({
    at: 'POST /glass/:glass/answer',
    ...seconds,
    answer: async (work, { subject: shown, form }) => {
      const again = (state: Parameters<typeof glassPage>[2]['answering']) =>
        glassPage(work, shown, { answering: state })
      const reading = answeringForm.read(form, { today: work.today })
      if (!reading.ok) return again(reading)
      const { answer, telling, words, tellOn } = reading.value
      const later = answer === 'agreed' && telling === 'later'
      if (later && tellOn === null)
        return again(answeringForm.refused(form, { reason: 'Enter the later day', field: 'tellOn' }))
      const day = later && tellOn !== null ? parseDay(tellOn) : null
      const done = await answerGlass(work, shown.glass.id, { answer, words, tellOn: day })
      if (!done.ok) return again(answeringForm.refused(form, done))
      return seeOther(here(shown), 'Your decision is kept. The person who asked has been told.')
    },
  }),
  page({
    at: 'POST /glass/:glass/opening',
    subject,
    access: askerOfGlass,
    answer: async (work, { subject: shown }) => {
      const done = await openGlass(work, shown.glass.id)
      return done.ok ? seeOther(`${here(shown)}/record`) : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /glass/:glass/record',
    subject,
    access: askerOfGlass,
    answer: (work, { subject: shown }) => readingPage(work, shown),
  }),
  ...afterwards(),
]

/** Telling and reviewing. */
function afterwards(): readonly Page[] {
  return [
    page({
      at: 'POST /glass/:glass/telling',
      ...seconds,
      answer: async (work, { subject: shown, form }): Promise<Reply> => {
        const reading = tellingForm.read(form, { today: work.today })
        if (!reading.ok) return glassPage(work, shown, { telling: reading })
        const { decision, words, tellOn } = reading.value
        const day = tellOn === null ? null : parseDay(tellOn)
        const done = await decideTelling(work, shown.glass.id, { decision, words: words ?? '', tellOn: day })
        if (!done.ok) return glassPage(work, shown, { telling: tellingForm.refused(form, done) })
        return seeOther(here(shown), decision === 'told' ? 'Everybody concerned is told' : 'Put off, with the reason')
      },
    }),
    page({
      at: 'POST /glass/:glass/review',
      ...seconds,
      answer: async (work, { subject: shown, form }): Promise<Reply> => {
        const reading = reviewForm.read(form)
        if (!reading.ok) return glassPage(work, shown, { reviewing: reading })
        const done = await reviewGlass(work, shown.glass.id, reading.value)
        if (!done.ok) return glassPage(work, shown, { reviewing: reviewForm.refused(form, done) })
        return seeOther(here(shown), 'Reviewed')
      },
    }),
  ]
}
