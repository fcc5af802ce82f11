// Making the secret address of one's calendar, taking it back, and what a calendar that asks under it is told.
import { type CalendarEntry, calendarOf } from '../../../platform/calendar/calendar-file.ts'
import { feedWord, isFeedWord } from '../../../platform/calendar/feed-word.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { meetingsForCalendar } from '../../learning-sets/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { sessionsForCalendar } from '../../supervision/index.ts'
import { daysOfFeed, type Feed } from './calendar-feed.ts'
import { deleteFeed, findFeed, saveFeed } from './calendar-feed.store.ts'

/** Where a calendar asks; null when the asker has no address. */
export async function ownFeed(work: Work): Promise<(Feed & { readonly path: string }) | null> {
  const feed = await findFeed(work)
  return (
    feed && {
      ...feed,
      path: `/calendars/${work.organisation}/${work.asker.person}/${feedWord(work.keys, of(work, feed))}`,
    }
  )
}

const of = ({ organisation, asker }: Work, { id }: Feed) => ({ organisation, person: asker.person, feed: id })

/** Makes the asker an address; one that they had shows nothing from now on. */
export async function makeFeed(work: Work): Promise<void> {
  const id = work.newId<'calendar feed'>()
  await saveFeed(work, id)
  writeTrail(work, { deed: 'calendar address made', about: thing('calendar feed', id) })
}

/** The asker's address shows nothing from now on. */
export async function takeBackFeed(work: Work): Promise<void> {
  const feed = await findFeed(work)
  if (!feed) return
  await deleteFeed(work)
  writeTrail(work, { deed: 'calendar address taken back', about: thing('calendar feed', feed.id) })
}

/** What a calendar is told under this word, as the person whose address it is; null when it is not theirs, or not any more. */
export async function calendarUnder(work: Work, word: string): Promise<string | null> {
  const feed = await findFeed(work)
  if (!feed || !isFeedWord(work.keys, of(work, feed), word)) return null
  return calendarOf(await entriesOf(work))
}

async function entriesOf(work: Work): Promise<readonly CalendarEntry[]> {
  const { from, to } = daysOfFeed(work.today)
  const between = { from: londonMoment(from, '00:00') ?? work.moment, to: londonMoment(to, '00:00') ?? work.moment }
  return [...(await sessionsForCalendar(work, between)), ...(await meetingsForCalendar(work, between))]
}
