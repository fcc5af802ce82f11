// What home says of sessions that were put off: to the supervisor, whose cases need a new date; to the person, that it
// happened. Line managers are told on pages of their own, which assurance makes from the same facts.
import type { Need } from '../../../platform/area.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { findOwedBy, findOwnSince, type StandingPostponement } from './postponement.store.ts'

const NEWS_DAYS = 7

/** Everything of putting off that waits for the asker. */
export async function postponementNeeds(work: Work): Promise<readonly Need[]> {
  const asker = work.asker.person
  const owed = await findOwedBy(work, asker)
  const own = await findOwnSince(work, asker, addMinutes(work.moment, -NEWS_DAYS * 24 * 60))
  if (owed.length + own.length === 0) return []
  const nameOf = await namer(
    work,
    [...owed, ...own].flatMap((one) => [one.person, one.by]),
  )
  const typeName = await typeNamer(work)
  return [
    ...owed.map((one) => toRebook(work, one, { name: nameOf(one.person), type: typeName(one.type) })),
    ...own.map((one) => news(one, { name: nameOf(one.by), type: typeName(one.type) })),
  ]
}

type Words = { readonly name: string; readonly type: string }

function toRebook({ today }: Work, one: StandingPostponement, { name, type }: Words): Need {
  const late = one.deadline !== null && one.deadline < today
  const by = one.deadline ? ` ${late ? 'It was due' : 'Due'} by ${formatDay(one.deadline)}.` : ''
  return {
    urgency: late || one.highPriority ? 'now' : 'soon',
    title: `Find a new date for the cases of ${name} put off on ${formatDay(one.day)}`,
    reason: `${type}.${by}`,
    button: {
      label: 'Book',
      href: `/supervision/booking?side=me&type=${encodeURIComponent(one.type)}&with=${one.person}`,
    },
    by: one.deadline ?? one.day,
  }
}

const news = (one: StandingPostponement, { name, type }: Words): Need => ({
  urgency: 'soon',
  title: `${name} put your cases off to another day`,
  reason: `${type} of ${formatDay(one.day)}: it was not prepared. See what was told to whom, and comment.`,
  button: { label: 'Look', href: `/sessions/${one.session}` },
  by: one.day,
})
