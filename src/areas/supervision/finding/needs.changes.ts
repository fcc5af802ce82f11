// What home says when supervision ends: to the two, what is still open; to somebody without a supervisor, and to their line
// manager, that one is needed for a kind; to whoever was chosen, by whom. A manager learns no reason and nobody's name but the
// person's own (SPEC 4.5).
import type { Need } from '../../../platform/area.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { staffOf } from '../../people/index.ts'
import { findEndingsSince, findUnsupervised } from '../ending/ending.store.ts'
import { type Ending, otherOf } from '../ending/ending.ts'
import { countLeft } from '../left-open/left-open.changes.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import { namer, typeNamer } from '../supervision.changes.ts'

const MONTHS = 6
const NEWS_DAYS = 7

/** Everything of endings, and of finding somebody, that waits for the asker. */
export const endingNeeds = async (work: Work): Promise<readonly Need[]> => [
  ...(await ofEndings(work)),
  ...(await ofTheUnsupervised(work)),
  ...(await ofTheChosen(work)),
]

async function ofEndings(work: Work): Promise<readonly Need[]> {
  const endings = await findEndingsSince(work, addMinutes(work.moment, -MONTHS * 31 * 24 * 60))
  if (endings.length === 0) return []
  const asker = work.asker.person
  const nameOf = await namer(
    work,
    endings.map((one) => otherOf(one, asker)),
  )
  const needs: Need[] = []
  for (const one of endings) {
    const need = needOf(one, await countLeft(work, one), { work, name: nameOf(otherOf(one, asker)) })
    if (need) needs.push(need)
  }
  return needs
}

type Left = { readonly sessions: number; readonly actions: number }

function needOf(ending: Ending, left: Left, { work, name }: { work: Work; name: string }): Need | null {
  const open = leftWords(left)
  const isNews = ending.by !== work.asker.person && addDays(londonDay(ending.at), NEWS_DAYS) > work.today
  if (open === '' && !isNews) return null
  const button = { label: 'Look', href: `/supervision/endings/${ending.id}` }
  if (open === '')
    return {
      urgency: 'later',
      title: `Supervision with ${name} ends on ${formatDay(ending.on)}`,
      reason: 'See what follows from it. You can leave a few words for each other.',
      button,
      by: ending.on,
    }
  return {
    urgency: 'soon',
    title: `Go through what is still open with ${name}`,
    reason: `Supervision with ${name} ends on ${formatDay(ending.on)}: ${open}.`,
    button,
    by: ending.on,
  }
}

function leftWords({ sessions, actions }: Left): string {
  const counted = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`])
  return [...counted(sessions, 'session'), ...counted(actions, 'action')].join(' and ')
}

async function ofTheUnsupervised(work: Work): Promise<readonly Need[]> {
  const asker = work.asker.person
  const staff = work.asker.standing.has('line manager') ? await staffOf(work, asker, work.today) : []
  const found = await findUnsupervised(work, [asker, ...staff], addMonths(work.today, -MONTHS))
  if (found.length === 0) return []
  const nameOf = await namer(
    work,
    found.map((one) => one.person),
  )
  const typeName = await typeNamer(work)
  return found.map((one) =>
    one.person === asker
      ? ownNeed(one, typeName(one.type))
      : {
          urgency: 'soon',
          title: `${nameOf(one.person)} needs a supervisor for ${typeName(one.type)}`,
          reason: 'Talk with them about who would suit, and ask somebody.',
          button: { label: 'Help', href: hrefOfFinding(one) },
          by: one.on,
        },
  )
}

/** Where somebody helps to find a supervisor for a person. */
export const hrefOfFinding = (one: { person: string; type: string }): string =>
  `/people/${one.person}/supervisor?type=${encodeURIComponent(one.type)}`

const ownNeed = ({ on }: { on: Day }, type: string): Need => ({
  urgency: 'soon',
  title: `Choose a supervisor for ${type}`,
  reason: 'You can choose one yourself. Your line manager has been asked to help.',
  button: { label: 'Choose', href: '/supervision/supervisors' },
  by: on,
})

/** News for a week: somebody chose the asker as their supervisor. */
async function ofTheChosen(work: Work): Promise<readonly Need[]> {
  const asker = work.asker.person
  if (!work.asker.standing.has('supervisor')) return []
  const since = addMinutes(work.moment, -NEWS_DAYS * 24 * 60)
  const fresh = (await findPairsOf(work, asker)).filter(
    (pair) =>
      pair.supervisor === asker &&
      pair.state === 'agreed' &&
      pair.askedBy === pair.supervisee &&
      pair.consentedAt !== null &&
      pair.consentedAt > since,
  )
  if (fresh.length === 0) return []
  const nameOf = await namer(
    work,
    fresh.map((pair) => pair.supervisee),
  )
  const typeName = await typeNamer(work)
  return fresh.map((pair) => ({
    urgency: 'later',
    title: `${nameOf(pair.supervisee)} chose you as supervisor`,
    reason: `${typeName(pair.type)}${pair.from ? `, from ${formatDay(pair.from)}` : ''}. If it does not suit you, tell them.`,
    button: { label: 'Look', href: '/supervision/supervisors' },
    by: pair.from ?? work.today,
  }))
}
