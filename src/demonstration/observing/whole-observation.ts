// Observations as they happened in full: planned, agreed to by everybody, written down and sent; one went on to the director, one
// waits for the supervisor's answer.
import {
  answerObservation,
  commentOnSeen,
  type ObservationId,
  passReportOn,
  planObservation,
  sendSeen,
} from '../../areas/competence/index.ts'
import type { SessionId } from '../../areas/supervision/index.ts'
import { addDays, type Day, daysBetween, latest } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedSession } from '../history/planned-session.ts'
import type { Deed } from '../making/deeds.ts'
import { at, sure } from '../making/making.ts'
import { observationWords } from '../words/observation-words.ts'

type Told = { readonly today: Day; readonly observer: string; readonly ids: ReadonlyMap<string, SessionId> }

/** Whoever is asked to answer what was seen: one of those whom a visitor can be. */
const answering = 'advisor2'
/** Nothing of hers or his is open, so that a visitor can plan one. */
export const leftFree = 'tom'

/** One that went to the director some weeks ago and one that was sent lately, by two supervisors, where there are such groups. */
export function wholeObservations(told: Told, sessions: readonly PlannedSession[]): readonly Deed[] {
  const groups = sessions
    .filter(
      (one) =>
        one.group && one.outcome.kind === 'held' && one.bookedOn !== null && daysBetween(one.bookedOn, one.day) > 6,
    )
    .toSorted((a, b) => b.day.localeCompare(a.day))
  const ago = (one: PlannedSession) => daysBetween(one.day, told.today)
  const passedOn = groups.find((one) => one.supervisor !== answering && ago(one) >= 20)
  const sent = groups.find((one) => one.supervisor === answering && ago(one) >= 4)
  return [...(passedOn ? whole(told, passedOn, true) : []), ...(sent ? whole(told, sent, false) : [])]
}

function whole({ today, observer, ids }: Told, session: PlannedSession, isPassedOn: boolean): readonly Deed[] {
  const known: { id: ObservationId | null } = { id: null }
  const on = (days: number, time: string) => at(addDays(session.day, days), time)
  const deed = (when: Deed['at'], by: string, run: (work: Work, id: ObservationId) => Promise<unknown>): Deed => ({
    at: when,
    by,
    run: (work) => (known.id ? run(work, known.id) : Promise.resolve()),
  })
  const planning: Deed = {
    at: on(-4, '15:10'),
    by: observer,
    run: async (work) => {
      const id = ids.get(session.key)
      const done = id ? await planObservation(work, id) : null
      known.id = done?.ok ? done.value : null
    },
  }
  const answers = [session.supervisor, ...session.people].map((by) =>
    deed(on(-3, '12:50'), by, async (work, id) => sure(await answerObservation(work, id, true))),
  )
  const words = isPassedOn ? observationWords.passedOn : observationWords.sent
  const sentOn = isPassedOn ? addDays(session.day, 1) : latest(addDays(session.day, 1), addDays(today, -3))
  const actions = [{ text: words.action, due: addDays(sentOn, 120) }]
  const sending = deed(at(sentOn, '17:05'), observer, async (work, id) =>
    sure(await sendSeen(work, id, { texts: words.answers, actions, fromSave: 0 })),
  )
  return [planning, ...answers, sending, ...(isPassedOn ? after(session, { observer, on, deed }) : [])]
}

type Making = {
  readonly observer: string
  readonly on: (days: number, time: string) => Deed['at']
  readonly deed: (when: Deed['at'], by: string, run: (work: Work, id: ObservationId) => Promise<unknown>) => Deed
}

/** The supervisor answers, and the report goes to the director. */
function after({ supervisor }: PlannedSession, { observer, on, deed }: Making): readonly Deed[] {
  const said = { outcome: 'commented', words: observationWords.passedOn.comment, version: 1 } as const
  return [
    deed(on(3, '12:20'), supervisor, async (work, id) => sure(await commentOnSeen(work, id, said))),
    deed(on(4, '16:15'), observer, async (work, id) => sure(await passReportOn(work, id))),
  ]
}
