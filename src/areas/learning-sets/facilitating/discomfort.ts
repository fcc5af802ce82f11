// Telling the facilitator quietly that something feels wrong (SPEC 7.7): anybody who is here may, at any time, with or without
// words, also whoever is listening. It is for whoever facilitates at that moment and for nobody after them; its sender sees
// that it was read. Nobody else learns that there was anything.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { wordsOf } from '../listening/contributing.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import type { Meeting } from '../meeting/meeting.ts'

/** Somebody tells the facilitator. */
export function tellDiscomfort(
  command: Command<'tell discomfort'>,
  meeting: Meeting,
): Decision<readonly MeetingFact[]> {
  if (command.by === meeting.facilitator)
    return no('You facilitate. Pause the meeting, or hand over, if something feels wrong')
  const text = command.words?.trim() ?? ''
  const words = text === '' ? null : wordsOf(text)
  if (words && !words.ok) return words
  return yes([{ type: 'discomfort told', to: meeting.facilitator, words: words ? words.value : null }])
}

/** Whoever it was told to lets its sender know that they have read it. */
export function answerDiscomfort(
  command: Command<'answer discomfort'>,
  meeting: Meeting,
): Decision<readonly MeetingFact[]> {
  const one = meeting.discomforts.find((each) => each.number === command.number && each.to === command.by)
  if (!one) return no('Nothing like this was told to you')
  return yes(one.answered ? [] : [{ type: 'discomfort answered', number: one.number }])
}
