// What the page of a meeting is made from: the meeting, and beside it names, prompts of the policy, ground rules, turns so far.
// And the one deed behind all its forms, with a sign of life.
import { type Decision } from '../../../platform/decision.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { openAgreementText } from '../../agreements/index.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn, textOf } from '../../policy/index.ts'
import { rulesOf } from '../agreeing/set-rules.changes.ts'
import type { Asked } from '../meeting/command.ts'
import { kindsFor } from '../meeting/doing.view.ts'
import { type Meeting, seatOf, stageAt } from '../meeting/meeting.ts'
import { act } from '../room/acting.changes.ts'
import { turnsSoFar } from '../room/history.changes.ts'
import { meetingAsFound, noteHeard, noteHeardNowAndThen } from '../room/meeting-log.changes.ts'
import { seatsOn } from '../room/opening.changes.ts'
import type { MeetingSubject } from '../room/meeting.access.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { draftedWords } from '../before/topic-draft.changes.ts'
import { type Bank, type MeetingShown, showMeeting } from '../asking/shown.view.ts'

/** The page of a meeting. */
export const addressOf = (id: MeetingId): string => `/action-learning/meetings/${id}`

/** Everything that the page shows to the asker; null for whoever has no seat. Notes that their device is there. */
export async function shownMeeting(
  work: Work,
  subject: MeetingSubject,
  { shared }: { shared: boolean },
): Promise<MeetingShown | null> {
  const { meeting: planned, set } = subject
  const now = await meetingAsFound(work, planned)
  if (!now) return null
  if (planned.state === 'open') await noteHeardNowAndThen(work, planned.id, now)
  const { meeting, heard } = now
  const seats = meeting.seats.map((seat) => seat.person)
  const newcomers = [...seatsOn(set, work.today).keys()].filter((person) => !seats.includes(person))
  const isLeading = meeting.facilitator === work.asker.person
  // Asked together: the page is asked for by everybody at each change, and the database is waited for once.
  const [names, banks, rules, history, draft] = await Promise.all([
    namesOf(work, [...seats, ...newcomers]),
    banksOn(work, meeting),
    rulesFor(work, subject, { meeting, shared }),
    isLeading && !meeting.choice ? turnsSoFar(work, set.id) : [],
    draftFor(work, meeting, planned.id),
  ])
  return showMeeting(meeting, work.asker.person, {
    at: addressOf(planned.id),
    setName: set.name,
    setAt: `/action-learning/sets/${set.id}`,
    now: work.moment,
    heard,
    names,
    banks,
    ...rules,
    history,
    draft,
    newcomers: isLeading ? newcomers : [],
    isKept: planned.capture === 'kept',
    shared,
  })
}

/** The prompts of the policy as it was when the meeting was opened. */
async function banksOn(work: Work, meeting: Meeting): Promise<readonly Bank[]> {
  const { packs } = await policyOn(work, londonDay(meeting.openedAt))
  return packs
    .flatMap((pack) => pack.banks ?? [])
    .map((bank) => ({
      key: bank.key,
      name: bank.name,
      for: bank.for,
      summary: bank.summary === undefined ? null : textOf(bank.summary),
      items: bank.items.map((one) => textOf(one.text)),
    }))
}

/** One's own draft, where one is to name a topic and has not yet. */
async function draftFor(work: Work, meeting: Meeting, id: MeetingId): Promise<string> {
  const me = work.asker.person
  const names = kindsFor(meeting, me).some((kind) => kind === 'topic' || kind === 'bid')
  return names && !meeting.topics.some((topic) => topic.owner === me) ? draftedWords(work, id) : ''
}

/** The text is opened for whoever is to recall it now, and not again once they have; for the room as long as it is recalled. */
async function rulesFor(
  work: Work,
  { set }: MeetingSubject,
  { meeting, shared }: { meeting: Meeting; shared: boolean },
) {
  const { inForce } = await rulesOf(work, set.id)
  const { step } = meeting
  const isRecalled = seatOf(meeting, work.asker.person)?.recalled ?? false
  const reads = step !== null && stageAt(meeting, step.place).stage.recallsGroundRules && (shared || !isRecalled)
  const opened = inForce && reads ? await openAgreementText(work, inForce.id) : null
  return { rules: opened?.text.clauses ?? null, rulesAt: inForce ? `/agreements/${inForce.id}` : null }
}

/** Does what was asked in a meeting; whoever does something is there. */
export async function doInMeeting(
  work: Work,
  id: MeetingId,
  asked: Asked & { readonly key: string },
): Promise<Decision<{ readonly version: number }>> {
  await noteHeard(work, id)
  return act(work, id, asked)
}
