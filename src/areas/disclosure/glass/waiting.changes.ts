// What waits for somebody about records opened in need: to decide, to open, to tell, to review, or to hear of it. Reads only.
import type { Need } from '../../../platform/area.ts'
import { addDays } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findNamedRecord } from '../../supervision/index.ts'
import { safeguardingRoles } from '../lead.ts'
import { findOpenedAbout, findReadGlass } from './glass.store.ts'
import { agreementOf, type Glass, isTold, reviewDue, stateOf, tellingDue } from './glass.ts'
import { againstSecond, mayReviewBy } from '../asking/second.changes.ts'

const DAYS_SHOWN = 14

/** The asker's needs about records opened in need. */
export async function glassNeeds(work: Work): Promise<readonly Need[]> {
  const concerned = await needsOfConcerned(work)
  if (!safeguardingRoles.some((role) => work.asker.roles.has(role))) return concerned
  const needs: Need[] = [...concerned]
  for (const glass of await findReadGlass(work))
    needs.push(...(glass.askedBy === work.asker.person ? needsOfAsker(work, glass) : await needsOfOther(work, glass)))
  return needs
}

const linkTo = (glass: Glass, label: string) => ({ label, href: `/glass/${glass.id}` })

function needsOfAsker(work: Work, glass: Glass): readonly Need[] {
  if (stateOf(glass, work.moment) !== 'agreed') return []
  const reason = 'A second person agreed. It opens once, for one hour, and the agreement ends after four hours.'
  return [{ urgency: 'now', title: 'Open the record that you asked for', reason, button: linkTo(glass, 'Open it') }]
}

async function needsOfOther(work: Work, glass: Glass): Promise<readonly Need[]> {
  const by = work.asker.person
  const state = stateOf(glass, work.moment)
  const toTell = tellingDue(glass)
  // Most of them are long over: nothing is looked up for those.
  if (state !== 'waiting' && state !== 'to review' && (toTell === null || toTell > work.today)) return []
  const named = await findNamedRecord(work, glass.record)
  if (!named) return []
  const needs: Need[] = []
  if (state === 'waiting' && !glass.answers.some((answer) => answer.by === by))
    if ((await againstSecond(work, { second: by, asker: glass.askedBy, named })) === null)
      needs.push({
        urgency: 'now',
        title: 'A second person is needed now',
        reason: `A colleague asked on ${formatMoment(glass.askedAt)} to open a record in need.`,
        button: linkTo(glass, 'Decide'),
      })
  if (state === 'waiting') return needs
  const mayReview = await mayReviewBy(work, by, named)
  const due = reviewDue(glass)
  if (state === 'to review' && due !== null && mayReview && agreementOf(glass)?.by !== by)
    needs.push({
      urgency: due < work.today ? 'now' : 'soon',
      title: 'Review a record that was opened in need',
      reason: due < work.today ? `The review was due by ${formatDay(due)}.` : `Due by ${formatDay(due)}.`,
      button: linkTo(glass, 'Review it'),
      by: due,
    })
  if (toTell !== null && toTell <= work.today && (mayReview || agreementOf(glass)?.by === by))
    needs.push({
      urgency: 'now',
      title: 'Tell those concerned that a record was opened',
      reason: `The day set for telling them has come: ${formatDay(toTell)}.`,
      button: linkTo(glass, 'Tell them'),
      by: toTell,
    })
  return needs
}

async function needsOfConcerned(work: Work): Promise<readonly Need[]> {
  const opened = await findOpenedAbout(work, work.asker.person)
  return opened
    .filter((glass) => isTold(glass) && glass.askedBy !== work.asker.person)
    .filter((glass) => {
      const at = glass.tellings.find((telling) => telling.decision === 'told')?.at
      return at !== undefined && addDays(londonDay(at), DAYS_SHOWN) >= work.today
    })
    .map((glass) => ({
      urgency: 'soon',
      title: 'Something of yours was opened in need',
      reason: `A safeguarding colleague read it on ${formatMoment(glass.opening?.at ?? glass.askedAt)}.`,
      button: linkTo(glass, 'See by whom'),
    }))
}
