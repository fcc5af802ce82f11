// Reporting back (SPEC 7.3): a meeting starts with what people said they would do. Each commitment is answered by its owner, or
// put off by the set with a reason, before any topic starts. What was not done, or was changed, says why; what goes on may have a
// new day to do it by. A format without a stage for it lets people report at any time before the topics.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { hasReportBack, isAboutTopics } from '../format/format.ts'
import { decideDueDay, mayWriteFor, stepFor, wordsOf } from '../listening/contributing.ts'
import { mayContribute } from '../listening/speaking.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { type Meeting, stageAt } from '../meeting/meeting.ts'

/** The owner says what came of a commitment; said again before the topics, the newer counts. */
export function report(command: Command<'report'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const one = meeting.commitments.find((each) => each.id === command.commitment)
  if (!one) return no('There is no such commitment')
  const writes = mayWriteFor(meeting, command.by, one.owner)
  if (!writes.ok) return writes.reason.startsWith('Only') ? no('Whoever promised it reports on it') : writes
  const now = mayReport(meeting, command, one.owner)
  if (!now.ok) return now
  const words = command.words?.trim() ?? ''
  if (words === '' && (command.outcome === 'not done' || command.outcome === 'changed'))
    return no('Say in a few words why', 'words')
  const kept = words === '' ? null : wordsOf(words)
  if (kept && !kept.ok) return kept
  const due = command.outcome === 'done' ? null : (command.due ?? null)
  const day = due === null ? yes() : decideDueDay(due, londonDay(command.at))
  if (!day.ok) return day
  const { outcome } = command
  return yes([{ type: 'reported', commitment: one.id, outcome, words: kept ? kept.value : null, due }])
}

function mayReport(meeting: Meeting, command: Command<'report'>, owner: PersonId): Decision {
  if (hasReportBack(meeting.format)) {
    const step = stepFor(meeting, command.step, { person: owner, kind: 'report', at: command.at })
    return step.ok ? yes() : step
  }
  return isBeforeTopics(meeting) ? yes() : no('The topics have started')
}

/** Whether somebody may report now on what they promised. */
export function mayReportNow(meeting: Meeting, owner: PersonId): boolean {
  const { step } = meeting
  if (!hasReportBack(meeting.format)) return isBeforeTopics(meeting)
  return step !== null && mayContribute(meeting, step, { person: owner, kind: 'report' }).ok
}

function isBeforeTopics(meeting: Meeting): boolean {
  const steps = [...meeting.past, ...(meeting.step ? [meeting.step] : [])]
  return !steps.some(({ place }) => {
    const { part, stage } = stageAt(meeting, place)
    return isAboutTopics(part, stage)
  })
}

/** The set puts a report off, with a reason: its owner is not here, or there is no news yet. */
export function putOffReport(command: Command<'put off report'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const one = meeting.commitments.find((each) => each.id === command.commitment)
  if (!one) return no('There is no such commitment')
  if (one.outcome === 'put off') return no('This report has been put off already')
  if (one.outcome !== null) return no('This has been reported on')
  if (command.words.trim() === '') return no('Say why the set puts it off', 'words')
  const words = wordsOf(command.words)
  return words.ok ? yes([{ type: 'report put off', commitment: one.id, words: words.value }]) : words
}
